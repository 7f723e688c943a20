"""A PNG without its metadata."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from portfolio_gen.withholding.metadata.orientation import exif_with, orientation_of
from portfolio_gen.withholding.metadata.refusal import damaged

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_MOST = 2**31 - 1
_KEPT = {
    **{b"IHDR": 13, b"PLTE": 768, b"IDAT": _MOST, b"IEND": 0},
    **{b"gAMA": 4, b"cHRM": 32, b"sRGB": 1, b"iCCP": _MOST, b"sBIT": 4, b"pHYs": 9, b"tRNS": 256, b"bKGD": 6},
    **{b"hIST": 512, b"sPLT": _MOST, b"cICP": 4, b"mDCV": 24, b"cLLI": 8},
    **{b"acTL": 8, b"fcTL": 26, b"fdAT": _MOST},
}
"""What changes how a picture looks, and how long it may be: a longer one carries something else too."""


def without_metadata(data: bytes) -> bytes:
    """The picture, its parts byte for byte as they were, with its orientation if it isn't shown as it lies.

    What follows its end goes; tools that crop in place leave the rest of the former picture there.
    """
    parts = [SIGNATURE]
    kinds: list[bytes] = []
    has_exif = False
    for kind, payload, checksum in _chunks(data):
        is_exif = kind == b"eXIf" and not has_exif
        has_exif = has_exif or is_exif
        if kind in _KEPT or is_exif:
            if zlib.crc32(kind + payload) != checksum or len(payload) > _KEPT.get(kind, _MOST):
                raise damaged("PNG")
            kinds.append(kind)
        elif kind[:1].isupper():  # No decoder shows a picture with a part that it must know and doesn't.
            raise damaged("PNG")
        if kind in _KEPT:
            parts.append(_chunk(kind, payload))
        elif is_exif and (orientation := orientation_of(payload)) != 1:
            parts.append(_chunk(kind, exif_with(orientation)))
    if kinds[:1] != [b"IHDR"] or kinds.count(b"IHDR") != 1 or b"IDAT" not in kinds:
        raise damaged("PNG")
    return b"".join(parts)


def head_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and payload of each part before the pixels. The picture may be cut off behind its head."""
    for kind, payload, _ in _chunks(data):
        if kind == b"IDAT":
            return
        yield kind, payload


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Kind, payload and checksum of each part up to the end of the picture."""
    position, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        length, kind = int.from_bytes(data[position : position + 4], "big"), data[position + 4 : position + 8]
        end = position + 12 + length
        if end > len(data) or not kind.isalpha():
            raise damaged("PNG")
        yield kind, data[position + 8 : end - 4], int.from_bytes(data[end - 4 : end], "big")
        position = end


def _chunk(kind: bytes, payload: bytes) -> bytes:
    checksum = zlib.crc32(kind + payload)
    return len(payload).to_bytes(4, "big") + kind + payload + checksum.to_bytes(4, "big")
