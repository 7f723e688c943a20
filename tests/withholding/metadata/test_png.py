"""What of a PNG is published."""

from __future__ import annotations

import zlib

import pytest

from portfolio_gen.withholding.metadata import UnsafeAttachmentError, published_bytes
from tests.withholding.metadata.files import CANARY, HEADER, PIXELS, png, png_chunk, tiff


def published(data: bytes) -> bytes:
    return published_bytes(data)


@pytest.mark.parametrize(
    "metadata",
    [
        png_chunk(b"tEXt", b"Author\0" + CANARY),
        png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(CANARY)),
        png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + CANARY),
        png_chunk(b"eXIf", tiff(1)),
        png_chunk(b"eXIf", CANARY),
        png_chunk(b"tIME", b"\x07\xea\1\2\3\4\5"),
        png_chunk(b"caBX", CANARY),
        png_chunk(b"okAP", CANARY)[:-1] + b"?",
    ],
)
def test_metadata_leaves_no_trace_wherever_it_stands(metadata: bytes):
    assert published(png(metadata, last=(metadata,), after=metadata)) == png()


def test_what_changes_its_looks_is_kept_as_it_is():
    kinds = (b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"PLTE", b"tRNS", b"bKGD", b"hIST", b"sPLT")
    more = (b"cICP", b"mDCV", b"cLLI", b"acTL", b"fcTL")
    picture = png(*(png_chunk(kind, b"\1") for kind in kinds + more), last=(png_chunk(b"fdAT", b"\0\0\0\2x"),))
    assert published(picture) == picture


def test_the_rest_of_a_picture_that_was_cropped_in_place_goes():
    assert published(png(after=PIXELS + png_chunk(b"IEND", b""))) == png()


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("prefix", [b"", b"Exif\0\0"])
def test_an_orientation_stays_and_nothing_else_of_its_exif(order: str, prefix: bytes):
    clean = published(png(png_chunk(b"eXIf", prefix + tiff(6, order))))
    exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\6\0\0\0\0\0\0"
    assert clean == png(png_chunk(b"eXIf", exif))


@pytest.mark.parametrize(
    "data",
    [
        png()[:-1],
        png()[:8],
        png()[:-12],
        png().replace(PIXELS, b""),
        png().replace(HEADER, b""),
        png(HEADER),
        png().replace(HEADER + PIXELS, PIXELS + HEADER),
        png(png_chunk(b"gAMA", b"\0\0\0\1")[:-1] + b"?"),
        png(png_chunk(b"eXIf", tiff(6))[:-1] + b"?"),
        png(b"\xff\xff\xff\xfftEXt"),
        png(b"\0\0\0\0t\0Xt\0\0\0\0"),
        png(png_chunk(b"OKAP", CANARY)),
        png(png_chunk(b"gAMA", CANARY)),
        png(last=(png_chunk(b"IEND", CANARY),)),
    ],
)
def test_a_damaged_picture_is_refused(data: bytes):
    with pytest.raises(UnsafeAttachmentError, match="this PNG is damaged"):
        published(data)
