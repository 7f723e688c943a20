"""What Exif tells of a person: who took a picture, and where."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_NAMES = frozenset({0x013B, 0x8298, 0x9C9D, 0xA430, 0x02BC, 0x83BB})
"""Artist, Copyright, XPAuthor, CameraOwnerName; XMP and IPTC, which may hold all of these."""
_PLACES = frozenset({2, 4, 20, 22, 27, 28, 29})
"""Latitudes and longitudes, names of areas, the date. Cameras without a receiver write the others too."""
_DIRECTORIES = {0x8825: _PLACES, 0x8769: _NAMES}
"""The fields that hold directories of their own, GPS and Exif, and what in these tells of a person."""
_MOST_FIELDS, _LONGEST = 1_000, 256


def tells_of_a_person(tiff: bytes) -> bool:
    """Whether Exif names a place or a person; true if it can't be read to its end."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return bool(tiff.strip(b"\0"))
    try:
        seen: set[int] = set()
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        for tag, value in _fields(tiff, order, first):
            if tag in _DIRECTORIES and tag not in seen:
                seen.add(tag)
                (start,) = struct.unpack(f"{order}I", value)
                inner = _fields(tiff, order, start)
                if any(one in _DIRECTORIES[tag] and said.strip(b"\0 ") for one, said in inner):
                    return True
            elif tag in _NAMES and value.strip(b"\0 "):
                return True
    except struct.error:
        return True
    return False


def _fields(tiff: bytes, order: str, start: int) -> Iterator[tuple[int, bytes]]:
    """Tag and value of each field of a directory; of long values the beginning."""
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for field in range(start + 2, start + 2 + 12 * min(count, _MOST_FIELDS), 12):
        tag, kind, length, place = struct.unpack_from(f"{order}HHII", tiff, field)
        size = length * {3: 2, 4: 4, 5: 8, 10: 8}.get(kind, 1)
        at = field + 8 if size <= 4 else place
        yield tag, tiff[at : at + min(size, _LONGEST)]
