"""Pictures made by hand, with metadata."""

from __future__ import annotations

import zlib


def png(*chunks: tuple[str, bytes], size: int = 1) -> bytes:
    """A black square with chunks of metadata."""
    header = size.to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    pixels = zlib.compress((b"\0" + bytes(size)) * size)
    all_of_them = (("IHDR", header), *chunks, ("IDAT", pixels), ("IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind.encode(), content) for kind, content in all_of_them)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


def jpeg(*, comment: bytes = b"", exif: bytes = b"", iptc: bytes = b"") -> bytes:
    """A JPEG of no size worth looking at, with segments of metadata; `exif` with what it begins with."""
    segments = b"".join(
        b"\xff" + mark + (len(content) + 2).to_bytes(2, "big") + content
        for mark, content in ((b"\xe1", exif), (b"\xed", iptc), (b"\xfe", comment))
        if content
    )
    frame = bytes.fromhex("ffc0000b080001000101011100")
    table = b"\xff\xdb\x00\x43\x00" + bytes([1] * 64)
    scan = bytes.fromhex("ffda0008010100003f00d2cf20ffd9")
    return b"\xff\xd8" + segments + table + frame + scan


def exif(tag: int, kind: int, value: bytes) -> bytes:
    """An EXIF segment with one field; `kind` 1 is bytes, 2 is ASCII, 7 is anything."""
    count = len(value)
    entry = tag.to_bytes(2, "little") + kind.to_bytes(2, "little") + count.to_bytes(4, "little")
    body = b"II*\0" + (8).to_bytes(4, "little") + (1).to_bytes(2, "little") + entry + (26).to_bytes(4, "little")
    return b"Exif\0\0" + body + bytes(4) + value


def webp(*chunks: tuple[str, bytes]) -> bytes:
    """A WebP with chunks of metadata."""
    body = b"WEBP" + b"".join(
        kind.encode() + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)
        for kind, content in (("VP8L", b"\x2f" + bytes(7)), *chunks)
    )
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def gif(comment: bytes) -> bytes:
    """A GIF with a comment of up to 255 bytes."""
    block = b"\x21\xfe" + bytes([len(comment)]) + comment + b"\0"
    return b"GIF89a" + bytes.fromhex("01000100000000") + block + b"\x3b"
