"""Whether an Office document, of Microsoft's kind or OpenDocument, or an e-book names who worked on it."""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.parsers import expat

from portfolio_gen.withholding.metadata.pictures import names_somebody
from portfolio_gen.withholding.metadata.refusal import UnsafeAttachmentError, damaged, of_embedded_picture

_ONE_PART, _ALL_PARTS, _DEEPEST = 20_000_000, 100_000_000, 3
"""Bytes that are unpacked at most, and how deep documents lie in documents."""
_MOST_PARTS, _LONGEST_NAME, _MOST_TAGS = 20_000, 255, 2_000_000
_PICTURE = 262_144
"""Bytes of a picture that hold its metadata, which stands before the pixels."""
_NOBODY = frozenset({"", "Author", "Autor", "Auteur", "Autore", "Auteur inconnu", "Unknown Author"})
"""What Office programs write for whom they were told to leave out."""
_BY_MIMETYPE = (b"application/vnd.oasis.opendocument", b"application/vnd.sun.xml", b"application/epub+zip")
_KIND = "document"
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
    (r".*\.opf", ("creator", "contributor"), ()),
)
"""Parts by name, and the elements and attributes in them that name somebody, without their prefixes."""
_EMBEDDED = re.compile(r".*\.(doc|xls|ppt|od)[a-z]", re.IGNORECASE)
_PICTURES = re.compile(r".*\.(jpe?g|jpe|jfif|png|tiff?|webp)|(.*/)?(media|Pictures)/.*", re.IGNORECASE)


def refuse_authors(data: bytes) -> bool:
    """Look for authors in a zip, and say whether it is a document that could name some.

    Macros, OLE objects and custom properties in it are not looked into.

    Raises:
        UnsafeAttachmentError: somebody is named, or could be where nobody can look.
    """
    try:
        return _is_checked(data)
    except (*_BROKEN, *_BROKEN_TOO):
        if _says_document(data):
            raise damaged(_KIND) from None
        return False


def _is_checked(data: bytes) -> bool:
    """Whether a zip is a document, and then one that names nobody."""
    size = tags = count = 0
    for name, content in _parts(data, 1):
        count += 1
        size += len(content)
        elements, attributes = _telling(name)
        if elements or attributes:
            tags += content.count(b"<")
        if size > _ALL_PARTS or tags > _MOST_TAGS or count > _MOST_PARTS:
            raise _unreadable()
        if names_somebody(content):
            raise of_embedded_picture(_KIND)
        if elements or attributes:
            _refuse_names(content, elements, attributes)
    return count > 0


def _parts(data: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    """The parts of a document and of the documents in it, by name; none if it is no document.

    Of pictures the beginning, of parts that tell nothing no content at all.
    """
    if data.count(b"PK\x01\x02") > _MOST_PARTS:
        if depth > 1 or _says_document(data):
            raise _unreadable()
        return
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if not _is_document(archive):
            return
        for part in archive.infolist():
            if len(part.filename) > _LONGEST_NAME:
                raise damaged(_KIND)
            if _EMBEDDED.fullmatch(part.filename):
                if depth == _DEEPEST:
                    raise _unreadable()
                content = _unpacked(archive, part)
                yield "", content  # So that it is counted.
                yield from _parts(content, depth + 1)
            elif _PICTURES.fullmatch(part.filename):
                yield "", _unpacked(archive, part, _PICTURE)
            else:
                yield part.filename, _unpacked(archive, part) if any(_telling(part.filename)) else b""


def _is_document(archive: zipfile.ZipFile) -> bool:
    names = archive.namelist()
    if any(name.lower() == "[content_types].xml" for name in names):
        return True
    if "mimetype" not in names:
        return False
    with archive.open("mimetype") as file:
        return file.read(100).startswith(_BY_MIMETYPE)


def _says_document(data: bytes) -> bool:
    """Whether the bytes of a zip that can't be read name what only a document has."""
    return b"[content_types].xml" in data.lower() or any(sign in data for sign in _BY_MIMETYPE)


def _telling(name: str) -> tuple[set[str], set[str]]:
    """The elements and attributes of a part that name somebody."""
    found = [row for row in _WHERE if re.fullmatch(row[0], name, re.IGNORECASE)]
    return {one for row in found for one in row[1]}, {one for row in found for one in row[2]}


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int = 0) -> bytes:
    """A part, or as much of its beginning as is asked for."""
    with archive.open(part) as file:
        content = file.read(most or _ONE_PART + 1)
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
