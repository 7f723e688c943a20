"""Pictures inside documents that say who took them, or where."""

from __future__ import annotations

import struct
import zlib

import pytest

from portfolio_gen.withholding.metadata import UnsafeAttachmentError, published_bytes
from portfolio_gen.withholding.metadata.pictures import names_somebody
from tests.withholding.metadata.files import JFIF, exif_segment, jpeg, ooxml, pdf, png, png_chunk, segment, stream, tiff


def exif(*fields: tuple[int, int, bytes], inner: tuple[int, int, bytes] | None = None) -> bytes:
    """Exif of fields by tag, count and four bytes; with one more directory of one field behind it."""
    head = b"MM\0*\0\0\0\x08" + struct.pack(">H", len(fields))
    rows = b"".join(struct.pack(">HHI", tag, 4 if len(fields) else 2, 1) + value for tag, _, value in fields)
    behind = b"" if inner is None else struct.pack(">HHHI", 1, inner[0], 5, inner[1]) + inner[2]
    return b"Exif\0\0" + head + rows + b"\0\0\0\0" + behind


def directory(tag: int, inner: tuple[int, int, bytes]) -> bytes:
    return segment(0xE1, exif((tag, 1, struct.pack(">I", 8 + 2 + 12 + 4)), inner=inner))


TELLING = {
    "a place": directory(0x8825, (2, 1, b"\0\0\0\x08")),
    "an artist": segment(0xE1, exif((0x013B, 1, b"Oka\0"))),
    "an owner": directory(0x8769, (0xA430, 1, b"\0\0\0\x08")),
    "XMP": segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<dc:creator><rdf:li>Okapi</rdf:li></dc:creator>"),
    "a place in XMP": segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<r exif:GPSLatitude='1'/>"),
    "IPTC": segment(0xED, b"Photoshop 3.0\x008BIM\4\4\0\0\0\0\0\x0a\x1c\x02\x50\0\x05Okapi"),
    "Exif cut off": segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x09"),
}
ORDINARY = {
    "nothing": JFIF,
    "a camera": exif_segment(6),
    "a receiver without a place": directory(0x8825, (0, 1, b"\2\2\0\0")),
    "an empty artist": segment(0xE1, exif((0x013B, 1, b"  \0\0"))),
    "a program": segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<xmp:CreatorTool>x</xmp:CreatorTool>"),
}


@pytest.mark.parametrize("what", TELLING)
@pytest.mark.parametrize("name", ["word/media/image1.jpeg", "ppt/media/x", "Pictures/a.png", "xl/a.JPG"])
def test_a_document_with_a_telling_photo_is_refused(what: str, name: str):
    with pytest.raises(UnsafeAttachmentError, match="a picture in this document"):
        published_bytes(ooxml(name, jpeg(JFIF, TELLING[what])))


@pytest.mark.parametrize("what", TELLING)
def test_a_pdf_with_a_telling_photo_is_refused(what: str):
    with pytest.raises(UnsafeAttachmentError, match=r"picture in this PDF|XMP"):
        published_bytes(pdf(stream(jpeg(TELLING[what]), b"/Subtype /Image /Filter /DCTDecode")))


@pytest.mark.parametrize("what", ORDINARY)
def test_ordinary_photos_in_documents_are_fine(what: str):
    photo = jpeg(ORDINARY[what])
    for data in (ooxml("word/media/a.jpg", photo), pdf(stream(photo, b"/Subtype /Image /Filter /DCTDecode"))):
        assert published_bytes(data) == data


def test_other_pictures_are_looked_into_too():
    assert names_somebody(exif((0x013B, 1, b"Oka\0"))[6:])
    assert names_somebody(png(png_chunk(b"eXIf", exif((0x013B, 1, b"Oka\0"))[6:])))
    assert names_somebody(png(png_chunk(b"tEXt", b"Author\0Okapi")))
    assert not names_somebody(png(png_chunk(b"tEXt", b"Software\0x"), png_chunk(b"eXIf", tiff())))
    assert not names_somebody(b"\x01\0\0\0 EMF")


def test_a_photo_that_is_cut_off_behind_its_head_can_be_told():
    long = jpeg(JFIF, coded=b"\xff\xda\0\2" + bytes(300_000))
    assert published_bytes(ooxml("word/media/a.jpg", long)) == ooxml("word/media/a.jpg", long)


def test_pictures_that_lie_in_one_another_are_not_read_for_ever():
    data = b"%PDF-1.7\n" + b"stream\n\xff\xd8\xff\xe0\0\2" * 1_000 + zlib.compress(b"")
    with pytest.raises(UnsafeAttachmentError, match="packed"):
        published_bytes(data)
