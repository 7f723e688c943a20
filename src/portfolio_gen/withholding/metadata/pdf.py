"""Whether a PDF names its author."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping

from portfolio_gen.withholding.metadata.pictures import names_somebody
from portfolio_gen.withholding.metadata.refusal import UnsafeAttachmentError, of_embedded_picture
from portfolio_gen.withholding.metadata.xmp import mentions, names_author

_ONE_STREAM, _ALL_STREAMS, _MOST_STREAMS = 20_000_000, 100_000_000, 100_000
"""Bytes that are unpacked at most, and how many streams are; more can't be told from a bomb."""
_AT_A_TIME, _MENTION = 65_536, 100
"""Bytes that are unpacked at a time, and as how many bytes a word for an author counts, as it takes that long."""
_DICTIONARY = 4_096
"""Bytes before a stream that its dictionary is looked for in."""
_BLANK = 4_096
"""Blanks and comments that stand between a key and its value at most."""
_PICTURE = 262_144
"""Bytes of a picture that hold its metadata, which stands before the pixels."""

_STREAM = re.compile(rb"(?<!end)stream(?:\r\n|\n|\r)")
_IMAGE = re.compile(rb"/Subtype\s*/Image(?![\w.-])")
_TELLING = re.compile(rb"/Type\s*/(?:ObjStm|Metadata)(?![\w.-])|/Subtype\s*/XML(?![\w.-])")
_FILTER = re.compile(rb"/(?:\w+Decode|AHx|A85|LZW|Fl|RL|Crypt)(?![\w.-])")
_PREDICTOR = re.compile(rb"/Predictor\s++(?!1\b)")
_ESCAPED_LETTER = re.compile(rb"#([46][1-9A-Fa-f]|[57][0-9Aa])")

_ENCRYPT = re.compile(rb"/Encrypt(?![\w.-])")
_AUTHOR = re.compile(rb"/Author(?![\w.-])")
_TITLE_OF_COMMENT = re.compile(rb"/T(?![\w.-])")
_COMMENT = re.compile(
    rb"/Subtype\s*/(?:Text|FreeText|Highlight|Underline|Squiggly|StrikeOut|Ink|Stamp|Caret|Line|Square|Circle"
    rb"|Polygon|PolyLine|FileAttachment|Popup)(?![\w.-])"
)
_BLANKS = re.compile(rb"(?:\s|%[^\r\n]*+)*+")
_REFERENCE = re.compile(rb"(\d{1,10})\s+(\d{1,5})\s+R(?![\w.-])")
_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s++(\d{1,5})\s++obj\s*+")
_EMPTY = re.compile(rb"\((?:\s|\xfe\xff|\xff\xfe|\xef\xbb\xbf|\\376\\377)*+\)|<\s*+(?:FEFF|feff)?+[\s0]*+>|null")


def refuse_authors(data: bytes) -> None:
    """Look for authors in what is written openly, in streams that can be inflated, in XMP, and in JPEG pictures.

    Programs (/Producer, /Creator) may be named. Pictures of other kinds, signatures and attached files are not
    looked into.

    Raises:
        UnsafeAttachmentError: an author is named, or could be where nobody can look.
    """
    text = _plain(data)
    if _ENCRYPT.search(text):
        raise UnsafeAttachmentError("this PDF is encrypted, so nobody can check it", "save it without a password")
    said = _said_objects(data)
    _refuse_authors_in(text, said)
    for stream in _streams(data):
        if stream.startswith(b"\xff\xd8"):
            if names_somebody(stream):
                raise of_embedded_picture("PDF")
        else:
            _refuse_authors_in(_plain(stream), said)


def _refuse_authors_in(text: bytes, said: Mapping[tuple[int, int], bool]) -> None:
    hint = "remove the author in the document's properties, or export it again without"
    if any(_is_said(text, found.end(), said) for found in _AUTHOR.finditer(text)):
        raise UnsafeAttachmentError("this PDF names its author", hint)
    if names_author(text):
        raise UnsafeAttachmentError("this PDF names its author in its XMP metadata", hint)
    for part in text.split(b"endobj"):
        if _COMMENT.search(part) and any(_is_said(part, one.end(), said) for one in _TITLE_OF_COMMENT.finditer(part)):
            raise UnsafeAttachmentError("this PDF has comments that name who wrote them", "print it without comments")


def _plain(text: bytes) -> bytes:
    """A text with the letters of its names written out, and UTF-16 as ASCII as far as it is."""
    return _ESCAPED_LETTER.sub(lambda found: bytes((int(found[1], 16),)), text.replace(b"\0", b""))


def _said_objects(data: bytes) -> Mapping[tuple[int, int], bool]:
    """The objects that are written openly, by number and generation, and whether one of that number says anything."""
    said: dict[tuple[int, int], bool] = {}
    for one in _OBJECT.finditer(data):
        key = int(one[1]), int(one[2])
        said[key] = said.get(key, False) or _EMPTY.match(data, one.end(), one.end() + 100) is None
    return said


def _is_said(text: bytes, position: int, said: Mapping[tuple[int, int], bool]) -> bool:
    """Whether a string stands behind a key and holds more than blanks; behind a reference nobody knows."""
    blanks = _BLANKS.match(text, position, position + _BLANK)
    start = blanks.end() if blanks else position
    if start == position + _BLANK:
        return True
    if reference := _REFERENCE.match(text, start):
        return said.get((int(reference[1]), int(reference[2])), True)
    is_string = text[start : start + 1] in (b"(", b"<") and text[start : start + 2] != b"<<"
    return is_string and _EMPTY.match(text, start) is None


def _streams(data: bytes) -> Iterator[bytes]:
    """The streams that zlib can inflate, and the heads of JPEG pictures; not those of other pictures.

    Streams that tell of the document must be readable.
    """
    end = former = count = 0
    left, heads = _ALL_STREAMS, len(data)
    for found in _STREAM.finditer(data):
        start = found.end()
        if end < start:
            end = data.find(b"endstream", start)
            end = len(data) if end < 0 else end
        # What stands before the former stream begins is no dictionary of this one: so each byte is read once.
        dictionary = data[max(former, found.start() - _DICTIONARY) : found.start()].rpartition(b" obj")[2]
        former = start
        if data.startswith(b"\xff\xd8", start):
            head = data[start : min(end, start + _PICTURE)]
            heads -= len(head)
            if heads < 0:  # They lie in one another.
                raise _unreadable()
            yield head
            continue
        is_telling = _TELLING.search(dictionary) is not None
        if not is_telling and _IMAGE.search(dictionary):
            continue
        count += 1
        text, is_ended, work = _inflated(memoryview(data)[start:end])
        left -= work + _MENTION * mentions(text)
        is_plain = b"/Filter" not in dictionary
        is_whole = is_ended and len(_FILTER.findall(dictionary)) <= 1 and not _PREDICTOR.search(dictionary)
        is_too_much = len(text) > _ONE_STREAM or left < 0 or count > _MOST_STREAMS
        if is_too_much or (is_telling and not is_plain and not is_whole):
            raise _unreadable()
        if text:
            yield text


def _inflated(packed: memoryview) -> tuple[bytes, bool, int]:
    """What a stream holds as far as it can be inflated, whether it came to its end, and the bytes that it took."""
    inflater = zlib.decompressobj()
    if not packed or packed[0] & 0x0F != 8 or int.from_bytes(packed[:2], "big") % 31:  # zlib would say the same.
        return b"", False, 0
    parts: list[bytes] = []
    size = start = 0
    try:
        while start < len(packed) and not inflater.eof and size <= _ONE_STREAM:
            rest: bytes | memoryview = packed[start : start + _AT_A_TIME]
            start += len(rest)
            while rest and not inflater.eof and size <= _ONE_STREAM:
                parts.append(inflater.decompress(rest, _AT_A_TIME))
                size += len(parts[-1])
                rest = inflater.unconsumed_tail
        parts.append(inflater.decompress(b"", _AT_A_TIME))
    except zlib.error:  # What came before it counts: readers show it too.
        size += _AT_A_TIME
    return b"".join(parts), inflater.eof, max(start, size)


def _unreadable() -> UnsafeAttachmentError:
    return UnsafeAttachmentError(
        "this PDF is packed so that nobody can check whether it names its author", "print or export it again as PDF"
    )
