"""A JPEG without its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from portfolio_gen.withholding.metadata.orientation import exif_with, orientation_of
from portfolio_gen.withholding.metadata.refusal import damaged

_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_APP0, _APP1, _APP2, _APP14, _APP15, _COM = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})
"""TEM and RSTn, which mean nothing between segments."""
_CODING = frozenset({*range(0xC0, 0xD0), *range(_SOS, 0xE0)}) - {0xC8}
"""Frames, tables and scans."""

_MARKER = re.compile(rb"\xff+([^\x00\xff])")
_MARKER_AFTER_SCAN = re.compile(rb"\xff[^\x00\x01\xd0-\xd7\xff]")


_MOST_IN_HEAD = 2_000
"""How many segments stand before the pixels at most."""


class _Segment(NamedTuple):
    code: int
    payload: bytes
    scan: bytes
    """The entropy-coded data behind it; empty for all but a start of scan."""


def without_metadata(data: bytes) -> bytes:
    """The picture, byte for byte as it was coded, and what its colours and its orientation need.

    What follows the end of the picture goes: trailers, the film of a motion photo, further pictures.
    """
    parts = [bytes((0xFF, _SOI))]
    has_scan = has_exif = False
    for code, payload, scan in _segments(data):
        kept: bytes | None = None
        if code == _APP1 and payload.startswith(b"Exif\0") and not has_exif:
            kept, has_exif = _exif(payload), True
        elif _APP0 <= code <= _APP15:
            kept = _application(code, payload)
        elif code in _CODING:
            kept = payload
        elif code != _COM:
            raise damaged("JPEG")
        if kept is not None:
            parts += bytes((0xFF, code)), (len(kept) + 2).to_bytes(2, "big"), kept, scan
        has_scan = has_scan or code == _SOS
    if not has_scan:
        raise damaged("JPEG")
    return b"".join((*parts, bytes((0xFF, _EOI))))


def head_payloads(data: bytes) -> Iterator[bytes]:
    """What programs and cameras wrote before the pixels. The picture may be cut off behind its head."""
    position = 2
    for _ in range(_MOST_IN_HEAD):
        marker = _MARKER.match(data, position)
        if marker is None:
            break
        code, start = marker[1][0], marker.end()
        if code in (_SOS, _EOI):
            return
        length = 0 if code in _WITHOUT_LENGTH else int.from_bytes(data[start : start + 2], "big")
        position = start + length
        if position > len(data):
            raise damaged("JPEG")
        if _APP0 <= code <= _APP15:
            yield data[start + 2 : position]
    raise damaged("JPEG")


def _segments(data: bytes) -> Iterator[_Segment]:
    """What stands between the start and the first end of a picture."""
    position = 2
    while True:
        marker = _MARKER.match(data, position)
        if marker is None:
            raise damaged("JPEG")
        code, start = marker[1][0], marker.end()
        position = start
        if code == _EOI:
            return
        if code in _WITHOUT_LENGTH:
            continue
        length = int.from_bytes(data[start : start + 2], "big")
        end = position = start + length
        if length < 2 or end > len(data):
            raise damaged("JPEG")
        if code == _SOS:
            following = _MARKER_AFTER_SCAN.search(data, end)
            if following is None:
                raise damaged("JPEG")
            position = following.start()
        # Coded data never ends in 0xFF: what does fills up to the next marker.
        yield _Segment(code, data[start + 2 : end], data[end:position].rstrip(b"\xff"))


def _application(code: int, payload: bytes) -> bytes | None:
    """What is kept of a segment that programs put things of their own into; None if nothing."""
    if code == _APP0 and payload.startswith(b"JFIF\0") and len(payload) >= 14:
        return payload[:12] + b"\0\0"  # The thumbnail behind it may show what was cropped away.
    if code == _APP2 and payload.startswith(b"ICC_PROFILE\0"):
        return payload
    if code == _APP14 and payload.startswith(b"Adobe") and len(payload) >= 12:
        return payload[:12]
    return None


def _exif(payload: bytes) -> bytes | None:
    orientation = orientation_of(payload)
    return b"Exif\0\0" + exif_with(orientation) if orientation != 1 else None
