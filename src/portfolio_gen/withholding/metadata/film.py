"""An MP4 or QuickTime film, or sound in such a file, without what a phone wrote about who took it and where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portfolio_gen.withholding.metadata.refusal import UnsafeAttachmentError, damaged

_FIRST = frozenset({b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})
_HOLDING = frozenset({b"moov", b"trak", b"moof", b"traf"})
_TELLING = frozenset({b"udta", b"meta", b"XMP_", b"uuid"})
_KEPT_UUIDS = frozenset(
    bytes.fromhex(one)
    for one in (
        "6d1d9b0542d544e680e2141daff757b2",  # Fragments of a stream: times, indexes, encryption.
        "d4807ef2ca3946958e5426cb9e46a79f",
        "a2394f525a9b4f14a2446c427c648df4",
        "8974dbce7be74c5184f97148f9882554",
        "d08a4f1810f34a82b6c832d8aba183d3",
    )
)
_TRACK_OF_PLACES = re.compile(rb"stsd.{12}(?:gpmd|camm|rtmd)|com\.apple\.quicktime\.location", re.DOTALL)
_MOST_BOXES = 100_000


def is_film(head: bytes) -> bool:
    """Whether a file begins as one does."""
    return head[:1] == b"\0" and head[4:8] in _FIRST  # No text begins so.


def without_metadata(data: bytes) -> bytes:
    """The file with its metadata overwritten in place, so that everything else stays where it was.

    Raises:
        UnsafeAttachmentError: it is damaged, or has a track of places, as action cameras record it.
    """
    clean = bytearray(data)
    for count, (kind, start, content, end) in enumerate(_boxes(data, 0, len(data))):
        if count == _MOST_BOXES:
            raise damaged("film")
        if kind in _TELLING and data[content : content + 16] not in _KEPT_UUIDS:
            clean[start + 4 : start + 8] = b"free"
            clean[content:end] = bytes(end - content)
    if any(_TRACK_OF_PLACES.search(clean, start, end) for start, end in _indexes(data)):
        raise UnsafeAttachmentError(
            "this film has a track that says where it was taken", "export it again without its metadata"
        )
    return bytes(clean)


def _indexes(data: bytes) -> list[tuple[int, int]]:
    return [(start, end) for kind, start, _, end in _boxes(data, 0, len(data)) if kind in (b"moov", b"moof")]


def _boxes(data: bytes, position: int, limit: int, depth: int = 0) -> Iterator[tuple[bytes, int, int, int]]:
    """Kind, start, start of its content, and end of each part, those that hold others before what they hold."""
    while limit - position >= 8:
        size, kind = int.from_bytes(data[position : position + 4], "big"), data[position + 4 : position + 8]
        content = position + 8
        if size == 1:
            size, content = int.from_bytes(data[content : content + 8], "big"), content + 8
        end = limit if size == 0 else position + size
        if end < content or end > limit:
            raise damaged("film")
        yield kind, position, content, end
        if kind in _HOLDING and depth < 2:
            yield from _boxes(data, content, end, depth + 1)
        position = end
