"""Every text that could be got out of a file of a site, however it is wrapped."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from portfolio_gen.auditing.surfaces.archives import archive_parts, is_archive
from portfolio_gen.auditing.surfaces.encodings import from_base64, readings, unfolded
from portfolio_gen.auditing.surfaces.markup import is_markup, markup_surfaces
from portfolio_gen.auditing.surfaces.pdf import pdf_parts
from portfolio_gen.auditing.surfaces.pictures import byte_surfaces
from portfolio_gen.auditing.surfaces.surface import Closed, Payload, Room, Surface
from portfolio_gen.auditing.words import BREAK

__all__ = ["Closed", "Payload", "Surface", "as_text", "surfaces_of", "text_surfaces"]

_ASSIGNMENT = re.compile(r"(?:(?:var|let|const)\s+)?[\w.$]+\s*=\s*(?=[{\[])")
"""What a script begins with that only gives a name to a JSON document, as search engines want it."""
_QUOTED = re.compile(r"\"[,:]\s*\"")
_QUOTE = re.compile(r"(?<!\\)\"(?=\s*[,:;}\])])|(?<=[,:{\[(=;])\s*\"|\"[ \t\r]*\n[ \t]*(?=\")")
"""The quotation marks at the ends of a value, not those in it."""
_FILES = (b"%PDF-", b"\x89PNG", b"\xff\xd8", b"RIFF", b"GIF8")
_DEPTH = 5
"""How deep files may lie in files."""
_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def surfaces_of(content: bytes, depth: int = 0, room: Room | None = None) -> Iterator[Surface | Payload | Closed]:
    """What a file holds: texts, files inside it (whole, for comparison, before what they hold) and closed parts."""
    if depth > _DEPTH:
        yield Closed("files in files")
        return
    room = room or Room()
    is_pdf = b"%PDF-" in content[:1024]
    if is_pdf or is_archive(content):
        for part in pdf_parts(content, room) if is_pdf else archive_parts(content, room):
            yield part
            if isinstance(part, Payload):
                yield from _inside(part, depth, room)
        # What stands before, behind and between the files.
        yield from byte_surfaces(content)
        return
    text = as_text(content)
    if text is None:
        yield from byte_surfaces(content)
    else:
        yield from text_surfaces(text, depth, room)


def text_surfaces(text: str, depth: int = 0, room: Room | None = None) -> Iterator[Surface | Payload | Closed]:
    """What a text holds: as markup, as JSON, or as plain text in all its readings; and what is in Base64."""
    room = room or Room()
    for surface in _structured(text):
        yield surface
        for content in from_base64(surface.text):
            payload = Payload("Base64", content)
            yield payload
            # Chance gives bytes; a text or a file with a known beginning was put there.
            if content.startswith(_FILES) or is_archive(content) or _reads(content):
                yield from _inside(payload, depth, room)


def as_text(content: bytes) -> str | None:
    """A file's text; None if it is none."""
    encoding = next((name for bom, name in _BOMS.items() if content.startswith(bom)), None)
    if encoding is None and b"\0" in content[:4096]:
        odd, even = content[1:400:2].count(0), content[:400:2].count(0)
        encoding = "utf-16-le" if odd > 100 > even else "utf-16-be" if even > 100 > odd else None
        if encoding is None:
            return None
    try:
        return content.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        # Text of old programs has few control characters, a picture has many.
        controls = sum(byte < 32 and byte not in (9, 10, 12, 13, 31) for byte in content[:4096])
        if controls >= 4:
            return None
        # One wrong byte makes no other text of it.
        return content.decode("utf-8", "replace") + BREAK + content.decode("cp1252", "replace")


def _inside(payload: Payload, depth: int, room: Room) -> Iterator[Surface | Payload | Closed]:
    for part in surfaces_of(payload.content, depth + 1, room):
        yield part if isinstance(part, Payload) else part.inside(payload.name)


def _structured(text: str) -> Iterator[Surface]:
    json_text = _json_in(text)
    strings = _json_strings(json_text) if json_text else None
    if strings is not None:
        found = markup_surfaces(strings) if is_markup(strings) else _plain(strings)
        yield from (surface.inside("JSON") for surface in found)
    elif is_markup(text) and text.lstrip().startswith("<"):
        yield from markup_surfaces(text)
    else:
        # Values in a row, of a script or a table, are no text together.
        yield from _plain(_QUOTE.sub(BREAK, text) if _QUOTED.search(text) else text)


def _plain(text: str) -> Iterator[Surface]:
    for version in (text, *unfolded(text)):
        for reading in readings(version):
            yield Surface("text", reading)
            if is_markup(reading):
                yield from markup_surfaces(reading)
                break


def _json_in(text: str) -> str:
    """The part of a text that looks like a JSON document; "" if there is none."""
    stripped = text.strip(" \t\r\n\ufeff").removesuffix(";").rstrip()
    if not stripped.endswith(("}", "]")):
        return ""
    named = _ASSIGNMENT.match(stripped)
    json_text = stripped[named.end() :] if named is not None else stripped
    return json_text if json_text.startswith(("{", "[")) else ""


def _json_strings(text: str) -> str | None:
    """The texts and keys of a JSON document, kept apart by BREAK; None if it is none."""
    found: list[str] = []

    def collect(pairs: list[tuple[str, Any]]) -> None:
        for key, value in pairs:
            found.append(key)
            _collect(value, found.append)

    try:
        _collect(json.loads(text, object_pairs_hook=collect), found.append)
    except (ValueError, RecursionError):
        return None
    return BREAK.join(found)


def _collect(value: Any, add: Callable[[str], None]) -> None:
    if isinstance(value, str):
        add(value)
    elif isinstance(value, list):
        for one in value:
            _collect(one, add)


def _reads(payload: bytes) -> bool:
    """Whether bytes are text for the most part, in whatever encoding."""
    signs = payload[:4096].replace(b"\0", b"")
    printed = sum(32 <= byte < 127 or byte in (9, 10, 13) for byte in signs)
    return printed > 0.7 * len(signs) or (len(signs) > 12 and _is_utf8(payload))


def _is_utf8(payload: bytes) -> bool:
    try:
        return all(sign.isprintable() or sign.isspace() for sign in payload.decode("utf-8"))
    except UnicodeDecodeError:
        return False
