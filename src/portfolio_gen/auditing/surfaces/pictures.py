"""Words inside pictures and other files of bytes: in metadata, plain or compressed."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress

from portfolio_gen.auditing.surfaces.surface import Surface
from portfolio_gen.auditing.words import BREAK, UNSPACED

_PNG = b"\x89PNG\r\n\x1a\n"
_MOST = 4 * 1024 * 1024
"""How many bytes a compressed comment may come to."""
_HEAD = 128 * 1024
"""Where the metadata of a picture stands: a segment has 64 KiB at most."""
_RUN = re.compile(
    rb"(?:[\x20-\x7e\t\r\n]|\xc2[\xa0-\xbf]|[\xc3-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|"
    rb"[\xe0\xed\xf0-\xf4][\x80-\xbf]{2,3}){6,}"
)
_LATIN = re.compile(rb"[\x20-\x7e\xc0-\xfe]{10,}")
_ACCENT = re.compile(rb"[\xc0-\xfe]")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff\t\r\n]\x00){6,}")
_WIDE_REVERSED = re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff\t\r\n]){6,}")
_UNSPACED_RUN = re.compile(f"[{UNSPACED}]{{4,}}")


def byte_surfaces(content: bytes) -> Iterator[Surface]:
    """The stretches of a file that are text in UTF-8, Latin-1 or UTF-16, and those that a PNG holds compressed."""
    is_picture = _is_picture(content)
    name = "image metadata" if is_picture else "bytes"
    yield from _texts(name, content)
    if is_picture:
        yield from _texts_without_blanks(name, content[:_HEAD])
    if content.startswith(_PNG):
        for comment in _compressed_comments(content):
            yield from _texts(name, comment)


def _texts(name: str, content: bytes) -> Iterator[Surface]:
    found = [run.decode("utf-8", "replace") for run in _RUN.findall(content)]
    found += [run.decode("latin-1") for run in _LATIN.findall(content) if _ACCENT.search(run)]
    if b"\0" in content:
        found += [run.decode("utf-16-le", "replace") for run in _WIDE.findall(content)]
        found += [run.decode("utf-16-be", "replace") for run in _WIDE_REVERSED.findall(content)]
    if found:
        yield Surface(name, f"\n{BREAK}\n".join(found))


def _texts_without_blanks(name: str, content: bytes) -> Iterator[Surface]:
    """Chinese, Japanese and Thai in UTF-16, as titles of pictures are; only the signs tell them from bytes."""
    for encoding in ("utf-16-le", "utf-16-be"):
        for start in (0, 1):
            found = _UNSPACED_RUN.findall(content[start:].decode(encoding, "replace"))
            if found:
                yield Surface(name, BREAK.join(found))


def _is_picture(content: bytes) -> bool:
    return content.startswith((_PNG, b"\xff\xd8", b"GIF8", b"II*\0", b"MM\0*")) or content[8:12] in (b"WEBP", b"heic")


def _compressed_comments(content: bytes) -> Iterator[bytes]:
    """What the zTXt, iTXt and iCCP chunks of a PNG hold (PNG specification, 11.3.3)."""
    at = len(_PNG)
    while at + 8 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        # Behind the keyword: a method, or for iTXt a flag, a method, a language and the keyword in it.
        behind = {b"zTXt": 1, b"iCCP": 1, b"iTXt": 3}.get(kind)
        if behind is not None:
            *_, packed = content[at + 8 : at + 8 + length].split(b"\0", behind)
            # What isn't compressed was read with the rest.
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(packed[1:] if behind == 1 else packed.lstrip(b"\0"), _MOST)
        at += 12 + length
