"""What of a film is published."""

from __future__ import annotations

import struct

import pytest

from portfolio_gen.withholding.metadata import UnsafeAttachmentError, published_bytes
from tests.withholding.metadata.files import CANARY, ftyp


def box(kind: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I", 8 + len(content)) + kind + content


def blank(of: bytes) -> bytes:
    return of[:4] + b"free" + bytes(len(of) - 8)


FRAMES = box(b"mdat", b"frames")
TIMES = box(b"mvhd", b"times")
PLACE = box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+52.5-013.4/" + CANARY))
KEYS = box(b"meta", box(b"keys", b"com.apple.quicktime.location.ISO6709"), box(b"ilst", CANARY))
XMP = box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac"), CANARY)
INDEX = box(b"uuid", bytes.fromhex("d4807ef2ca3946958e5426cb9e46a79f"), b"times")


@pytest.mark.parametrize("note", [PLACE, KEYS, XMP, box(b"XMP_", CANARY)])
@pytest.mark.parametrize("first", [ftyp(b"mp42", b"\0\0\0\0"), ftyp(b"qt  "), ftyp(b"M4A "), box(b"wide")])
def test_notes_are_overwritten_where_they_are_and_nothing_moves(note: bytes, first: bytes):
    def film(some: bytes) -> bytes:
        return first + some + box(b"moov", TIMES, some, box(b"trak", box(b"tkhd", b"x"), some)) + some + FRAMES + INDEX

    assert published_bytes(film(note)) == film(blank(note))
    assert published_bytes(film(blank(note))) == film(blank(note))


def test_a_film_of_a_size_told_elsewhere_is_read_to_its_end():
    film = ftyp(b"mp42") + struct.pack(">I4sQ", 1, b"free", 16) + PLACE + b"\0\0\0\0mdatframes"
    assert published_bytes(film) == film.replace(PLACE, blank(PLACE))


@pytest.mark.parametrize("kind", [b"gpmd", b"camm", b"rtmd"])
def test_a_film_with_a_track_of_places_is_refused(kind: bytes):
    table = box(b"stsd", b"\0\0\0\0\0\0\0\1", box(kind))
    film = ftyp(b"mp42") + box(b"moov", box(b"trak", box(b"mdia", table))) + FRAMES
    with pytest.raises(UnsafeAttachmentError, match="where it was taken"):
        published_bytes(film)


@pytest.mark.parametrize(
    "rest", [PLACE[:-1], b"\0\0\0\x04mdat", b"\0\0\0\1mdat\0\0\0\0\0\0\0\4", box(b"moov", PLACE[:-1])]
)
def test_a_damaged_film_is_refused(rest: bytes):
    with pytest.raises(UnsafeAttachmentError, match="damaged"):
        published_bytes(ftyp(b"mp42") + rest)
