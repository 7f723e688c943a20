"""What of a WebP is published."""

from __future__ import annotations

import pytest

from portfolio_gen.withholding.metadata import UnsafeAttachmentError, published_bytes
from tests.withholding.metadata.files import CANARY, VP8, riff_chunk, tiff, vp8x, webp

ICCP = riff_chunk(b"ICCP", b"profile")
FRAME_HEAD = bytes(16)


def published(data: bytes) -> bytes:
    return published_bytes(data)


@pytest.mark.parametrize(
    "metadata",
    [
        riff_chunk(b"EXIF", tiff()),
        riff_chunk(b"EXIF", CANARY),
        riff_chunk(b"XMP ", CANARY),
        riff_chunk(b"????", CANARY),
    ],
)
def test_metadata_leaves_no_trace(metadata: bytes):
    assert published(webp(vp8x(0x2C), metadata, ICCP, VP8, metadata, after=metadata)) == webp(vp8x(0x20), ICCP, VP8)
    assert published(webp(VP8, metadata)) == webp(VP8)


def test_what_changes_its_looks_is_kept_as_it_is():
    frame = riff_chunk(b"ANMF", FRAME_HEAD + riff_chunk(b"ALPH", b"a") + VP8)
    animation = webp(vp8x(0x32), ICCP, riff_chunk(b"ANIM", b"\0\0\0\0\0\0"), frame, frame)
    still = webp(vp8x(0x10), riff_chunk(b"ALPH", b"a"), VP8)
    lossless = webp(riff_chunk(b"VP8L", b"lossless"))
    assert [published(one) for one in (animation, still, lossless)] == [animation, still, lossless]


def test_metadata_in_a_frame_goes():
    frame = riff_chunk(b"ANMF", FRAME_HEAD + VP8 + riff_chunk(b"EXIF", CANARY))
    assert published(webp(vp8x(2), frame)) == webp(vp8x(2), riff_chunk(b"ANMF", FRAME_HEAD + VP8))


def test_reserved_bytes_and_padding_hide_nothing():
    odd = VP8[:-1]
    assert published(webp(riff_chunk(b"VP8X", b"\xc1abc\t\0\0\t\0\0"), odd + b"!")) == webp(vp8x(0), VP8)
    assert published(webp(odd)) == webp(VP8)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("prefix", [b"", b"Exif\0\0"])
def test_an_orientation_stays_and_nothing_else_of_its_exif(order: str, prefix: bytes):
    exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\6\0\0\0\0\0\0"
    clean = published(webp(vp8x(0x0C), VP8, riff_chunk(b"EXIF", prefix + tiff(6, order))))
    assert clean == webp(vp8x(8), VP8, riff_chunk(b"EXIF", exif))


@pytest.mark.parametrize("picture", [webp(vp8x(0), VP8, riff_chunk(b"EXIF", tiff(6)))])
def test_an_orientation_that_is_not_announced_does_not_count(picture: bytes):
    assert published(picture) == webp(vp8x(0), VP8)


@pytest.mark.parametrize(
    "data",
    [
        webp(VP8)[:-1],
        webp(),
        webp(ICCP),
        webp(vp8x(0)),
        webp(ICCP, VP8),
        webp(VP8, vp8x(0)),
        webp(vp8x(0), vp8x(0), VP8),
        webp(riff_chunk(b"VP8X", b"\0" * 12), VP8),
        webp(riff_chunk(b"VP8X", b""), VP8),
        webp(VP8, b"EXIF\xff\xff\xff\xff"),
        webp(VP8, b"EXIF"),
        webp(vp8x(2), riff_chunk(b"ANMF", b"short")),
        b"RIFF\0\0\0\0WEBP" + VP8,
        b"RIFF\xff\xff\xff\xffWEBP" + VP8,
    ],
)
def test_a_damaged_picture_is_refused(data: bytes):
    with pytest.raises(UnsafeAttachmentError, match="this WebP is damaged"):
        published(data)
