"""Whether an Office document, of Microsoft's kind or OpenDocument, names who worked on it."""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.parsers import expat

from portfolio_gen.withholding.metadata.refusal import UnsafeAttachmentError, damaged

_ONE_PART, _ALL_PARTS, _DEEPEST = 20_000_000, 100_000_000, 3
"""Bytes that are unpacked at most, and how deep documents lie in documents."""
_NOBODY = frozenset({"", "Author", "Autor", "Auteur", "Autore", "Auteur inconnu", "Unknown Author"})
"""What Office programs write for whom they were told to leave out."""
_OPEN_DOCUMENT = (b"application/vnd.oasis.opendocument", b"application/vnd.sun.xml")
_KIND = "Office document"
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, RuntimeError, EOFError, OSError)
_BROKEN_TOO = (ValueError, OverflowError)
"""What `zipfile` raises for files that are no zip, are encrypted, or are packed as nobody packs documents."""

_PROPERTIES = ("creator", "lastModifiedBy", "Company", "Manager")
_WHERE: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (r"docProps/.*\.xml|.*core-properties/.*|.*\.psmdcp|[^/]*core\.xml", _PROPERTIES, ()),
    (r"word/.*\.xml", (), ("author",)),
    (r"xl/.*comments?[^/]*\.(xml|bin)", ("author",), ()),
    (r"xl/(persons|threadedComments)/.*\.xml", (), ("displayName",)),
    (r"xl/(workbook|revisions/.*)\.xml", (), ("userName",)),
    (r"ppt/(commentAuthors|authors)\.xml", (), ("name",)),
    (r"(.*/)?(meta|content|styles)\.xml", ("creator", "initial-creator", "printed-by"), ()),
)
"""Parts by name, and the elements and attributes in them that name somebody, without their prefixes."""
_EMBEDDED = re.compile(r".*\.(doc|xls|ppt|od)[a-z]", re.IGNORECASE)


def refuse_authors(data: bytes) -> None:
    """Look for authors in a zip, if it is an Office document.

    Pictures, macros, OLE objects and custom properties in it are not looked into.

    Raises:
        UnsafeAttachmentError: somebody is named, or could be where nobody can look.
    """
    try:
        _refuse_authors_in(data, _ALL_PARTS, 1)
    except (*_BROKEN, *_BROKEN_TOO):
        if any(sign in data for sign in (b"[Content_Types].xml", *_OPEN_DOCUMENT)):
            raise damaged(_KIND) from None


def _refuse_authors_in(data: bytes, left: int, depth: int) -> int | None:
    """How many bytes may still be unpacked after this document; None if it is no Office document."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if not _is_office(archive):
            return None
        for part in archive.infolist():
            elements, attributes = _telling(part.filename)
            is_embedded = _EMBEDDED.fullmatch(part.filename) is not None
            if not (elements or attributes or is_embedded):
                continue
            content = _unpacked(archive, part)
            left -= len(content)
            if left < 0 or (is_embedded and depth == _DEEPEST):
                raise _unreadable()
            if not is_embedded:
                _refuse_names(content, elements, attributes)
            elif (rest := _refuse_authors_in(content, left, depth + 1)) is not None:
                left = rest
    return left


def _is_office(archive: zipfile.ZipFile) -> bool:
    names = archive.namelist()
    if any(name.lower() == "[content_types].xml" for name in names):
        return True
    return "mimetype" in names and _unpacked(archive, archive.getinfo("mimetype")).startswith(_OPEN_DOCUMENT)


def _telling(name: str) -> tuple[set[str], set[str]]:
    """The elements and attributes of a part that name somebody."""
    found = [row for row in _WHERE if re.fullmatch(row[0], name, re.IGNORECASE)]
    return {one for row in found for one in row[1]}, {one for row in found for one in row[2]}


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with archive.open(part) as file:
        content = file.read(_ONE_PART + 1)
    if len(content) > _ONE_PART:
        raise _unreadable()
    return content


def _refuse_names(xml: bytes, elements: set[str], attributes: set[str]) -> None:
    for is_property, name in _names(xml, elements, attributes):
        if is_property and name:
            raise UnsafeAttachmentError(
                f"this {_KIND} names its author or who changed it",
                "remove the author in the document's properties, or export it again without",
            )
        if name not in _NOBODY:
            raise UnsafeAttachmentError(
                f"this {_KIND} names who commented on it or changed it",
                "accept all changes and remove all comments, or let the program remove personal information",
            )


def _names(xml: bytes, elements: set[str], attributes: set[str]) -> Iterator[tuple[bool, str]]:
    """What the elements and attributes say, and whether it is a property of the document."""
    found: list[tuple[bool, str]] = []
    inside: list[str] = []
    texts: list[str] = []

    def start(name: str, values: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        found.extend((False, values[key].strip()) for key in values if key.rpartition(":")[2] in attributes)
        if inside or local in elements:
            inside.append(local)

    def end(_: str) -> None:
        if len(inside) == 1:
            found.append((inside[0] != "author", "".join(texts).strip()))
            texts.clear()
        if inside:
            inside.pop()

    def text(part: str) -> None:
        if inside:
            texts.append(part)

    def refuse(*_: object) -> None:
        raise damaged(_KIND)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    # No document of these kinds has one, and entities could hide or multiply what is in it.
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, LookupError, ValueError):  # The last two for encodings that Python doesn't know.
        raise damaged(_KIND) from None
    yield from found


def _unreadable() -> UnsafeAttachmentError:
    return UnsafeAttachmentError(
        f"this {_KIND} is too large to check whom it names", "make it smaller, or export it as PDF without an author"
    )
