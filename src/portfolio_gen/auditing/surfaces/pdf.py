"""The text of a PDF, page by page, and what else it says: properties, bookmarks, notes, form fields, attached files."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from portfolio_gen.auditing.surfaces.surface import Closed, Payload, Room, Surface
from portfolio_gen.auditing.words import BREAK

_STREAM = re.compile(rb"stream\r?\n")
_HYPHEN = re.compile(r"[-\u00ad\u2010]\n\s*")
_DAMAGE = (
    ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError, RuntimeError, OSError,
    EOFError, MemoryError, zlib.error, struct.error,
)  # fmt: skip
"""Raised here and there by pypdf for files that no specification covers."""


def pdf_parts(content: bytes, room: Room) -> Iterator[Surface | Payload | Closed]:
    """Everything in a PDF that can be read; Closed for what needs a password or is damaged."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    # pypdf tells of each oddity of a file in the log, with pieces of it.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    damage = (PyPdfError, *_DAMAGE)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            yield Closed("encrypted PDF")
            return
    except damage:
        yield Closed("damaged PDF")
    else:
        for part in (_pages, _properties, _metadata, _bookmarks, _form, _files):
            yield from _read(part, reader, damage)
    yield from _streams(content, room)


def _read(
    part: Callable[[Any], Iterator[Surface | Payload]], reader: Any, damage: tuple[type[Exception], ...]
) -> Iterator[Surface | Payload | Closed]:
    """One part of a PDF; what is wrong with one keeps no other from being read."""
    try:
        yield from part(reader)
    except damage:
        yield Closed("damaged PDF")


def _pages(reader: Any) -> Iterator[Surface]:
    for page in reader.pages:
        text = page.extract_text()
        yield Surface("PDF text", text)
        if _HYPHEN.search(text):
            yield Surface("PDF text", _HYPHEN.sub("", text))
        for note in page.get("/Annots") or ():
            yield Surface("PDF note", BREAK.join(_strings(note.get_object())))


def _strings(value: Any, depth: int = 0) -> Iterator[str]:
    """What a note says, and the addresses that it leads to."""
    if isinstance(value, str | bytes):
        yield _said(value)
    elif isinstance(value, dict) and depth < 3:
        for key, inner in value.items():
            if key not in ("/P", "/Parent", "/Popup", "/Dest"):
                yield from _strings(inner.get_object(), depth + 1)


def _properties(reader: Any) -> Iterator[Surface]:
    yield Surface("PDF properties", BREAK.join(map(_said, (reader.metadata or {}).values())))


def _metadata(reader: Any) -> Iterator[Payload]:
    metadata = reader.root_object.get("/Metadata")
    if metadata is not None:
        yield Payload("PDF metadata", metadata.get_object().get_data())


def _bookmarks(reader: Any) -> Iterator[Surface]:
    yield Surface("PDF bookmark", BREAK.join(_titles(reader.outline)))


def _form(reader: Any) -> Iterator[Surface]:
    for name, field in (reader.get_fields() or {}).items():
        yield Surface(
            "PDF form", BREAK.join((_said(name), *(_said(field.get(key, "")) for key in ("/V", "/TU", "/DV"))))
        )


def _files(reader: Any) -> Iterator[Surface | Payload]:
    for name, files in reader.attachments.items():
        yield Surface("file name in PDF", _said(name))
        yield from (Payload("PDF", file) for file in files)


def _titles(outline: Any) -> Iterator[str]:
    for one in outline:
        if isinstance(one, list):
            yield from _titles(one)
        else:
            yield _said(one.get("/Title", ""))


def _said(value: Any) -> str:
    """A value as text; pypdf gives bytes where a file doesn't say what they mean."""
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _streams(content: bytes, room: Room) -> Iterator[Payload]:
    """What is compressed anywhere in a PDF, also where no page shows it."""
    for piece in content.split(b"endstream"):
        start = _STREAM.search(piece)
        packed = piece[start.end() :] if start is not None else b""
        # The first two bytes of a deflated stream tell it from others (RFC 1950, 2.2).
        if len(packed) > 2 and packed[0] & 15 == 8 and int.from_bytes(packed[:2], "big") % 31 == 0:
            try:
                whole = zlib.decompressobj().decompress(packed, room.left + 1)
            except zlib.error:
                continue
            if room.takes(len(whole)):
                yield Payload("PDF stream", whole)
