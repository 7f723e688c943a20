"""What of an attachment is published, whatever kind it is of."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from portfolio_gen.problems import Problem
from portfolio_gen.withholding.metadata import UnsafeAttachmentError, published_bytes
from tests.withholding.metadata.files import (
    CANARY,
    CODED,
    CONTROL,
    FILES,
    IMAGE,
    PIXELS,
    VP8,
    blocks,
    ftyp,
    gif,
    jpeg,
    pdf,
    png,
    png_chunk,
    riff_chunk,
    segment,
    vp8x,
    webp,
)

AS_THEY_ARE = {
    "a.csv": b"name,\xef\xbb\xbf1\r\n",
    "a.txt": b"",
    "a.js": b"x",
    "a.mp4": ftyp(b"mp42", b"\0\0\0\0", b"isom", after=b"Exif"),
    "a.bin": b"RIFF\0\0\0\0ACON",
    "empty.png": b"",
    "png": b"no ending at all",
    "folder.jpg/a": b"x",
}


@pytest.mark.parametrize("uri", AS_THEY_ARE)
def test_texts_and_unknown_kinds_are_published_as_they_are(uri: str):
    assert published_bytes(AS_THEY_ARE[uri]) == AS_THEY_ARE[uri]


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"{\\rtf1{\\info{\\author Okapi}}}",
        b"II*\0\x08\0\0\0",
        b"MM\0*\0\0\0\x08",
        b"8BPS\0\1",
        b"\0\0\0\x0cJXL \r\n\x87\n",
        ftyp(b"heic", after=b"Exif\0\0"),
        ftyp(b"mp42", b"\0\0\0\0", b"mif1", after=b"infemime"),
        ftyp(b"avif", after=b"application/rdf+xml"),
        b"\0\0\0\1ftypheic\0\0\0\0Exif",
    ],
)
def test_kinds_that_nobody_can_look_into_are_refused(data: bytes):
    with pytest.raises(UnsafeAttachmentError) as refusal:
        published_bytes(data)
    assert refusal.value.hint


def test_pictures_without_metadata_of_a_kind_that_can_carry_some_are_published():
    for data in (ftyp(b"avif", b"\0\0\0\0", b"mif1"), ftyp(b"heic")):
        assert published_bytes(data) == data


@pytest.mark.parametrize("uri", FILES)
def test_pixels_are_not_touched_and_metadata_is_gone(uri: str):
    clean = published_bytes(FILES[uri])
    assert CANARY not in clean
    coded = {"a.jpg": CODED, "a.png": PIXELS, "a.webp": VP8, "a.gif": IMAGE}.get(uri, FILES[uri])
    assert coded in clean


def test_a_refusal_fits_into_a_problem():
    for data in (pdf(b"<< /Author (Okapi) >>"), png()[:-1]):
        with pytest.raises(UnsafeAttachmentError) as refusal:
            published_bytes(data)
        problem = Problem("a.pdf", 1, 1, "unreadable", refusal.value.message, refusal.value.hint)
        assert (problem.message, problem.hint) == (str(refusal.value), refusal.value.hint)


def check_any(uri: str, data: bytes) -> None:
    """What holds whatever a file holds: published or refused, and published once and for all."""
    try:
        clean = published_bytes(data)
    except UnsafeAttachmentError as refusal:
        assert refusal.message and refusal.hint
        return
    assert published_bytes(clean) == clean
    assert len(clean) <= len(data) + 1


MAGIC = st.sampled_from([*(data[:length] for data in FILES.values() for length in (4, 8, 12, 30)), b"PK\5\6", b""])
URIS = st.sampled_from([*FILES, "a.txt", "a"])


@settings(max_examples=500, deadline=None)
@given(URIS, MAGIC, st.binary(max_size=80))
def test_any_bytes_are_published_or_refused(uri: str, magic: bytes, rest: bytes):
    check_any(uri, magic + rest)


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_any_damage_is_published_or_refused(uri: str, data: st.DataObject):
    file = FILES[uri]
    start = data.draw(st.integers(0, len(file)))
    end = data.draw(st.integers(start, min(start + 4, len(file))) | st.just(len(file)))
    check_any(uri, file[:start] + data.draw(st.binary(max_size=4)) + file[end:])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([0xE0, *range(0xE1, 0xF0), 0xFE]), max_size=6), st.binary(max_size=20))
def test_no_segment_of_a_jpeg_smuggles_anything_out(codes: list[int], before: bytes):
    # A colour profile is a part of the picture, and kept.
    assume(not before.startswith(b"ICC_PROFILE\0"))
    tainted = [segment(code, before + CANARY) for code in codes]
    file = b"\xff\xd8" + b"".join(tainted) + CODED + b"\xff\xd9"
    assert CANARY not in published_bytes(file)


BEFORE = st.binary(max_size=20)
SEGMENTS = st.builds(segment, st.sampled_from([0xE0, *range(0xE1, 0xF0), 0xFE]), BEFORE.map(lambda one: one + CANARY))
TEXTS = st.builds(
    png_chunk, st.sampled_from([b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"prVt"]), BEFORE.map(lambda one: one + CANARY)
)
RIFFS = st.builds(
    riff_chunk, st.sampled_from([b"EXIF", b"XMP ", b"JUNK", b"abcd"]), BEFORE.map(lambda one: one + CANARY)
)
LABELS = st.sampled_from([b"\xfe", b"\xff", b"\x01", b"\x77"])
EXTENSIONS = st.builds(lambda label, one: b"\x21" + label + blocks(b"x" + one, CANARY), LABELS, BEFORE)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(SEGMENTS, max_size=4),
    st.lists(TEXTS, max_size=4),
    st.lists(RIFFS, max_size=4),
    st.lists(EXTENSIONS, max_size=4),
)
def test_whatever_is_written_around_the_pixels_goes_and_they_stay(
    segments: list[bytes], texts: list[bytes], riffs: list[bytes], extensions: list[bytes]
):
    for dirty, pixels in (
        (jpeg(*segments, coded=CODED + b"".join(segments), after=CANARY), CODED),
        (png(*texts, last=tuple(texts), after=CANARY), PIXELS),
        (webp(vp8x(0x0C), *riffs, VP8, *riffs, after=CANARY), VP8),
        (gif(*extensions, CONTROL, IMAGE, *extensions, after=CANARY), CONTROL + IMAGE),
    ):
        clean = published_bytes(dirty)
        assert pixels in clean and CANARY not in clean
        assert published_bytes(clean) == clean
