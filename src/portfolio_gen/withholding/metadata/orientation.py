"""Which way up a picture is: the one thing in Exif that changes how it looks."""

from __future__ import annotations

import struct

_ORIENTATION = 0x0112
_FORMATS = {3: "H", 4: "I"}
"""How whole numbers are written, by TIFF type."""


def orientation_of(exif: bytes) -> int:
    """The orientation that Exif tells, 2 to 8; 1, as it lies, if it tells none or can't be read."""
    tiff = exif[6:] if exif.startswith(b"Exif\0") else exif
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for field in range(start + 2, start + 2 + 12 * count, 12):
            tag, kind = struct.unpack_from(f"{order}HH", tiff, field)
            if tag == _ORIENTATION and kind in _FORMATS:
                (value,) = struct.unpack_from(order + _FORMATS[kind], tiff, field + 8)
                return int(value) if 2 <= value <= 8 else 1
    except struct.error:  # It is cut off. All of it goes, so there is nothing to refuse.
        return 1
    return 1


def exif_with(orientation: int) -> bytes:
    """Exif that tells an orientation and nothing else, without the mark that JPEG puts before it."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)
