"""Whether a PDF names its author."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from portfolio_gen.withholding.metadata.refusal import UnsafeAttachmentError

_ONE_STREAM, _ALL_STREAMS = 20_000_000, 100_000_000
"""Bytes that are unpacked at most; more can't be told from a bomb."""
_DICTIONARY = 4_096
"""Bytes before a stream that its dictionary is looked for in."""

_STREAM = re.compile(rb"(?<!end)stream(?:\r\n|\n|\r)")
_IMAGE = re.compile(rb"/Subtype\s*/Image(?![\w.-])")
_TELLING = re.compile(rb"/Type\s*/(?:ObjStm|Metadata)(?![\w.-])|/Subtype\s*/XML(?![\w.-])")
_FILTER = re.compile(rb"/(?:\w+Decode|AHx|A85|LZW|Fl|RL|Crypt)(?![\w.-])")
_PREDICTOR = re.compile(rb"/Predictor\s+(?!1\b)")
_ESCAPED_LETTER = re.compile(rb"#([46][1-9A-Fa-f]|[57][0-9Aa])")

_ENCRYPT = re.compile(rb"/Encrypt(?![\w.-])")
_AUTHOR = re.compile(rb"/Author(?![\w.-])")
_TITLE_OF_COMMENT = re.compile(rb"/T(?![\w.-])")
_COMMENT = re.compile(
    rb"/Subtype\s*/(?:Text|FreeText|Highlight|Underline|Squiggly|StrikeOut|Ink|Stamp|Caret|Line|Square|Circle"
    rb"|Polygon|PolyLine|FileAttachment|Popup)(?![\w.-])"
)
_BLANKS = re.compile(rb"(?:\s|%[^\r\n]*)*")
_REFERENCE = re.compile(rb"(\d{1,10})\s+(\d{1,5})\s+R(?![\w.-])")
_EMPTY = re.compile(rb"\((?:\s|\xfe\xff|\xff\xfe|\xef\xbb\xbf|\\376\\377)*\)|<\s*(?:FEFF|feff)?[\s0]*>")
_XMP_ELEMENT = re.compile(rb"<((?:[\w.-]+:)?(?:creator|author))(?=[\s>/])[^>]{0,1000}>", re.IGNORECASE)
_XMP_ATTRIBUTE = re.compile(rb"(?<=:)(?:creator|author)\s*=\s*[\"']\s*[^\s\"']", re.IGNORECASE)
_TAG = re.compile(rb"<[^<>]*>")


def refuse_authors(data: bytes) -> None:
    """Look for authors in what is written openly, in streams that can be inflated, and in XMP.

    Programs (/Producer, /Creator) may be named. Pictures, signatures and attached files are not looked into.

    Raises:
        UnsafeAttachmentError: an author is named, or could be where nobody can look.
    """
    if _ENCRYPT.search(_plain(data)):
        raise UnsafeAttachmentError("this PDF is encrypted, so nobody can check it", "save it without a password")
    _refuse_authors_in(data, data)
    left = _ALL_STREAMS
    for text in _streams(data):
        left -= len(text)
        if left < 0:
            raise _unreadable()
        _refuse_authors_in(text, data)


def _refuse_authors_in(text: bytes, file: bytes) -> None:
    text = _plain(text)
    hint = "remove the author in the document's properties, or export it again without"
    if any(_is_said(text, found.end(), file) for found in _AUTHOR.finditer(text)):
        raise UnsafeAttachmentError("this PDF names its author", hint)
    if _XMP_ATTRIBUTE.search(text) or any(_has_text(text, found) for found in _XMP_ELEMENT.finditer(text)):
        raise UnsafeAttachmentError("this PDF names its author in its XMP metadata", hint)
    for part in text.split(b"endobj"):
        if _COMMENT.search(part) and any(_is_said(part, one.end(), file) for one in _TITLE_OF_COMMENT.finditer(part)):
            raise UnsafeAttachmentError("this PDF has comments that name who wrote them", "print it without comments")


def _plain(text: bytes) -> bytes:
    """A text with the letters of its names written out, and UTF-16 as ASCII as far as it is."""
    return _ESCAPED_LETTER.sub(lambda found: bytes((int(found[1], 16),)), text.replace(b"\0", b""))


def _is_said(text: bytes, position: int, file: bytes) -> bool:
    """Whether a string stands behind a key and holds more than blanks; behind a reference nobody knows."""
    blanks = _BLANKS.match(text, position)
    start = blanks.end() if blanks else position
    if reference := _REFERENCE.match(text, start):
        number, generation = (re.escape(part) for part in reference.groups())
        objects = re.finditer(rb"(?<!\d)%b\s+%b\s+obj\s*" % (number, generation), file)
        values = [file[one.end() : one.end() + 100] for one in objects]
        return not values or not all(_EMPTY.match(value) or value.startswith(b"null") for value in values)
    is_string = text[start : start + 1] in (b"(", b"<") and text[start : start + 2] != b"<<"
    return is_string and _EMPTY.match(text, start) is None


def _has_text(text: bytes, opening: re.Match[bytes]) -> bool:
    if opening[0].endswith(b"/>"):
        return False
    inner = text[opening.end() : opening.end() + 10_000].partition(b"</" + opening[1])[0]
    return bool(_TAG.sub(b"", inner).strip())


def _streams(data: bytes) -> Iterator[bytes]:
    """The streams that zlib can inflate, but for pictures; those that tell of the document must be readable."""
    end = 0
    for found in _STREAM.finditer(data):
        start = found.end()
        if end < start:
            end = data.find(b"endstream", start)
            end = len(data) if end < 0 else end
        dictionary = data[max(0, found.start() - _DICTIONARY) : found.start()].rpartition(b" obj")[2]
        is_telling = _TELLING.search(dictionary) is not None
        if not is_telling and _IMAGE.search(dictionary):
            continue
        inflater = zlib.decompressobj()
        try:
            text = inflater.decompress(memoryview(data)[start:end], _ONE_STREAM + 1)
        except zlib.error:
            text = b""
        is_plain = b"/Filter" not in dictionary
        is_whole = inflater.eof and len(_FILTER.findall(dictionary)) <= 1 and not _PREDICTOR.search(dictionary)
        if len(text) > _ONE_STREAM or (is_telling and not is_plain and not is_whole):
            raise _unreadable()
        yield text


def _unreadable() -> UnsafeAttachmentError:
    return UnsafeAttachmentError(
        "this PDF is packed so that nobody can check whether it names its author", "print or export it again as PDF"
    )
