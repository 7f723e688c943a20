"""Small files of each kind, built by hand."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

CANARY = b"Okapi"
"""What must never be published."""


def tiff(orientation: int = 1, order: str = ">", *, rest: bytes = CANARY) -> bytes:
    """Exif with a software, an orientation and something behind it."""
    head = b"MM\0*" if order == ">" else b"II*\0"
    fields = struct.pack(f"{order}HHII", 0x0131, 2, len(rest), 38)
    fields += struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    return head + struct.pack(f"{order}IH", 8, 2) + fields + b"\0\0\0\0" + rest


def segment(code: int, payload: bytes) -> bytes:
    return bytes((0xFF, code)) + struct.pack(">H", len(payload) + 2) + payload


JFIF = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
ADOBE = segment(0xEE, b"Adobe\0\x64\0\0\0\0\1")
ICC = segment(0xE2, b"ICC_PROFILE\0\1\1profile")
TABLES = segment(0xDB, b"quantisation") + segment(0xC4, b"huffman")
FRAME = segment(0xC2, b"frame")
SCAN = segment(0xDA, b"scan") + b"\x12\xff\x00\x34\xff\xd0\x56\xff\xff\x00\x78"
CODED = TABLES + FRAME + SCAN + segment(0xC4, b"more") + SCAN
"""A progressive picture: tables, a frame, two scans with stuffed bytes and restart markers."""


def exif_segment(orientation: int = 1, order: str = ">") -> bytes:
    return segment(0xE1, b"Exif\0\0" + tiff(orientation, order))


def jpeg(*segments: bytes, coded: bytes = CODED, after: bytes = b"") -> bytes:
    return b"\xff\xd8" + b"".join(segments) + coded + b"\xff\xd9" + after


def png_chunk(kind: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


HEADER = png_chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
PIXELS = png_chunk(b"IDAT", zlib.compress(b"\0\x7f"))


def png(*chunks: bytes, last: tuple[bytes, ...] = (), after: bytes = b"") -> bytes:
    parts = (HEADER, *chunks, PIXELS, *last, png_chunk(b"IEND", b""), after)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def riff_chunk(kind: bytes, payload: bytes) -> bytes:
    return kind + struct.pack("<I", len(payload)) + payload + b"\0" * (len(payload) % 2)


def webp(*chunks: bytes, after: bytes = b"") -> bytes:
    content = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(content)) + content + after


def vp8x(flags: int) -> bytes:
    return riff_chunk(b"VP8X", bytes((flags, 0, 0, 0, 9, 0, 0, 9, 0, 0)))


VP8 = riff_chunk(b"VP8 ", b"lossy picture")


def blocks(*parts: bytes) -> bytes:
    return b"".join(bytes((len(part),)) + part for part in parts) + b"\0"


CONTROL = b"\x21\xf9" + blocks(b"\1\2\3\4")
LOOPS = b"\x21\xff" + blocks(b"NETSCAPE2.0", b"\1\0\0")
IMAGE = b"\x2c\0\0\0\0\1\0\1\0\x80" + b"colour" + b"\2" + blocks(b"L\1", b"ab")


def gif(*parts: bytes, after: bytes = b"") -> bytes:
    return b"GIF89a\1\0\1\0\x80\0\0" + b"colour" + b"".join((CONTROL, *parts, IMAGE)) + b"\x3b" + after


def stream(text: bytes, dictionary: bytes = b"/Filter /FlateDecode") -> bytes:
    return b"<< " + dictionary + b" >>\nstream\n" + text + b"\nendstream"


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    numbered = (b"%d 0 obj\n%b\nendobj\n" % pair for pair in enumerate(objects, 1))
    return b"%PDF-1.7\n" + b"".join(numbered) + b"trailer << /Root 1 0 R " + trailer + b" >>\n%%EOF\n"


def zipped(**parts: bytes) -> bytes:
    return zipped_parts(parts)


def zipped_parts(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def ooxml(name: str = "word/document.xml", content: bytes = b"<document/>") -> bytes:
    return zipped_parts({"[Content_Types].xml": b"<Types/>", name: content})


def odf(name: str = "content.xml", content: bytes = b"<document/>") -> bytes:
    return zipped_parts({"mimetype": b"application/vnd.oasis.opendocument.text", name: content})


def ftyp(*brands: bytes, after: bytes = b"") -> bytes:
    return struct.pack(">I", 8 + 4 * len(brands)) + b"ftyp" + b"".join(brands) + after


FILES = {
    "a.jpg": jpeg(JFIF, exif_segment(6), ICC, ADOBE),
    "a.png": png(png_chunk(b"eXIf", tiff(6)), png_chunk(b"tEXt", CANARY), after=CANARY),
    "a.webp": webp(vp8x(0x2C), riff_chunk(b"ICCP", b"profile"), VP8, riff_chunk(b"EXIF", tiff(6)), after=CANARY),
    "a.gif": gif(LOOPS, b"\x21\xfe" + blocks(CANARY)),
    "a.pdf": pdf(b"<< /Producer (x) /Author () >>", stream(zlib.compress(b"text"))),
    "a.docx": ooxml("docProps/core.xml", b"<p xmlns:dc='d'><dc:creator/></p>"),
    "a.odt": odf("meta.xml", b"<m><dc:creator></dc:creator></m>"),
    "a.avif": ftyp(b"avif", b"\0\0\0\0", b"mif1"),
}
"""A file of each kind that is published, mostly with something to take out."""
