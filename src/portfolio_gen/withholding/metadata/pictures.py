"""Whether a picture inside a document says who took it, and where."""

from __future__ import annotations

import re

from portfolio_gen.withholding.metadata import exif, jpeg, png, xmp
from portfolio_gen.withholding.metadata.refusal import UnsafeAttachmentError

_IPTC_NAME_OR_PLACE = re.compile(rb"\x1c\x02[\x50\x55\x5a\x5c\x5f\x65\x6e\x74\x7a]\0[^\0]")
"""By-line, its title, city, sublocation, state, country, credit, copyright, writer."""
_EXIF, _XMP = b"Exif\0", b"http://ns.adobe.com/"
_MOST_EXIF = 3
_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_NAMED_TEXT = re.compile(rb"(?:Author|Artist|Copyright|Creator|Raw profile type|XML:com\.adobe\.xmp)\0", re.IGNORECASE)


def names_somebody(data: bytes) -> bool:
    """Whether the head of a picture holds a name or a place in its metadata; false for unknown kinds.

    Looked into are JPEG, PNG, TIFF, and Exif in a WebP. Of what is damaged, the signs of metadata are enough.
    """
    if data.startswith((b"II*\0", b"MM\0*")):
        return exif.tells_of_a_person(data)
    try:
        if data.startswith(b"\xff\xd8"):
            payloads = list(jpeg.head_payloads(data))
            has_many = sum(payload.startswith(_EXIF) for payload in payloads) > _MOST_EXIF
            return has_many or any(_tells(payload) for payload in payloads)
        if data.startswith(png.SIGNATURE):
            return any(_tells_in_png(kind, payload) for kind, payload in png.head_chunks(data))
    except UnsafeAttachmentError:
        return _EXIF in data or _XMP in data
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return b"EXIF" in data or b"XMP " in data
    return False


def _tells(payload: bytes) -> bool:
    if payload.startswith(_EXIF):
        return exif.tells_of_a_person(payload[6:])
    if payload.startswith(_XMP):
        return xmp.names_author(payload) or xmp.names_place(payload)
    return payload.startswith(b"Photoshop 3.0\0") and _IPTC_NAME_OR_PLACE.search(payload) is not None


def _tells_in_png(kind: bytes, payload: bytes) -> bool:
    if kind == b"eXIf":
        return exif.tells_of_a_person(payload.removeprefix(b"Exif\0\0"))
    return kind in _TEXTS and _NAMED_TEXT.match(payload) is not None
