"""What of a JPEG is published."""

from __future__ import annotations

import pytest

from portfolio_gen.withholding.metadata import UnsafeAttachmentError, published_bytes
from tests.withholding.metadata.files import (
    ADOBE,
    CANARY,
    CODED,
    FRAME,
    ICC,
    JFIF,
    SCAN,
    TABLES,
    exif_segment,
    jpeg,
    segment,
    tiff,
)


def published(data: bytes) -> bytes:
    return published_bytes(data)


@pytest.mark.parametrize(
    "metadata",
    [
        segment(0xE1, b"Exif\0\0" + CANARY),
        exif_segment(),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + CANARY),
        segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + CANARY),
        *(segment(code, CANARY) for code in (0xE0, *range(0xE1, 0xF0), 0xFE)),
        segment(0xE0, b"JFXX\0\x10" + CANARY),
        segment(0xE2, b"MPF\0" + CANARY),
        segment(0xED, b"Photoshop 3.0\x008BIM" + CANARY),
        b"\xff\xff\xff" + segment(0xFE, CANARY),
    ],
)
def test_metadata_leaves_no_trace_wherever_it_stands(metadata: bytes):
    assert published(jpeg(metadata, JFIF, metadata, coded=CODED + metadata + SCAN + metadata)) == jpeg(
        JFIF, coded=CODED + SCAN
    )


def test_markers_that_stand_alone_go_between_segments_and_stay_in_scans():
    assert published(jpeg(JFIF, b"\xff\x01\xff\xd3", coded=CODED + b"\xff\x01\xff\xd3")) == jpeg(
        JFIF, coded=CODED + b"\xff\x01\xff\xd3"
    )


def test_what_decoders_need_is_kept_as_it_is():
    picture = jpeg(JFIF, ICC, ADOBE, segment(0xDD, b"\0\4"), coded=CODED + segment(0xDC, b"\0\1"))
    assert published(picture) == picture


def test_what_follows_the_end_goes():
    assert published(jpeg(JFIF, after=b"\0\0\0\x18ftypmp42" + jpeg(exif_segment()))) == jpeg(JFIF)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", range(2, 9))
def test_an_orientation_stays_and_nothing_else_of_its_exif(orientation: int, order: str):
    clean = published(jpeg(JFIF, exif_segment(orientation, order)))
    exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" + bytes((orientation,)) + b"\0\0\0\0\0\0"
    assert clean == jpeg(JFIF, segment(0xE1, b"Exif\0\0" + exif))


def test_the_orientation_that_decoders_see_first_is_the_one():
    assert published(jpeg(exif_segment(1), exif_segment(6))) == jpeg()


@pytest.mark.parametrize("length", range(len(tiff(6)) - len(CANARY)))
def test_exif_that_is_cut_off_goes(length: int):
    clean = published(jpeg(segment(0xE1, b"Exif\0\0" + tiff(6)[:length])))
    assert clean in (jpeg(), published(jpeg(exif_segment(6))))


def test_a_thumbnail_and_what_hides_behind_known_segments_go():
    thumbnail = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\1\2" + CANARY)
    adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + CANARY)
    assert published(jpeg(thumbnail, adobe)) == jpeg(JFIF, ADOBE)


@pytest.mark.parametrize(
    "data",
    [
        jpeg()[:-2],
        jpeg(JFIF)[:10],
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1",
        b"\xff\xd8\xff\xe1\x00",
        jpeg(coded=TABLES + FRAME),
        jpeg(b"\xff\xe1\xff\xff"),
        jpeg(b"\xff\xe1\0\1"),
        jpeg(b"\xff\xe1\0\0"),
        jpeg(JFIF, b"junk"),
        jpeg(JFIF, b"\xff\xd8"),
        jpeg(segment(0x02, CANARY)),
        jpeg(segment(0xF0, CANARY)),
        b"\xff\xd8\xff\0" + jpeg(),
    ],
)
def test_a_damaged_picture_is_refused(data: bytes):
    with pytest.raises(UnsafeAttachmentError, match="this JPEG is damaged"):
        published(data)
