"""Sound, and films in AVI, without what a program wrote about who made them."""

from __future__ import annotations

import re

from portfolio_gen.withholding.metadata.refusal import UnsafeAttachmentError, damaged

_KEPT_BY_RIFF = frozenset({b"fmt ", b"fact", b"data", b"PEAK", b"cue ", b"smpl", b"idx1", b"indx", b"JUNK"})
_LISTS = frozenset({b"hdrl", b"movi", b"odml", b"rec ", b"wavl"})
_STREAMINFO, _PADDING, _SEEKTABLE, _CUESHEET = 0, 1, 3, 5
_TAG = re.compile(
    rb"(?:ARTIST|ALBUMARTIST|ALBUM_ARTIST|AUTHOR|COMPOSER|PERFORMER|LYRICIST|WRITER|DIRECTOR|CONTACT|COPYRIGHT|EMAIL"
    rb"|ENCODED[-_]BY|LOCATION|RECORDING_LOCATION|GEO[-_ ]LOCATION)",
    re.IGNORECASE,
)
_OGG_TAG = re.compile(rb"\0" + _TAG.pattern + rb"=[^\0]", re.IGNORECASE)
_MATROSKA_TAG = re.compile(rb"\x45\xa3[\x80-\xff]" + _TAG.pattern, re.IGNORECASE)
_OGG_HEAD = 1_000_000


def mp3_without_metadata(data: bytes) -> bytes:
    """What stands between the tags of an MP3, or of another stream of sound: ID3 before it, ID3 and APE behind it."""
    start, end = 0, len(data)
    while data.startswith(b"ID3", start) and start + 10 <= end:
        size = 0
        for part in data[start + 6 : start + 10]:
            size = size << 7 | part & 0x7F
        start += 10 + size + (10 if data[start + 5] & 0x10 else 0)
    start = min(start, end)
    while (tag := _tag_at_end(data, start, end)) > 0:
        end -= tag
    return data[start:end]


def riff_without_metadata(data: bytes) -> bytes:
    """A WAV or AVI with its metadata overwritten in place, so that everything else stays where it was."""
    clean = bytearray(data[: 8 + _size(data, 4)])
    if len(clean) < 12:
        raise damaged("recording")
    position = 12
    while position + 8 <= len(clean):
        kind, size = data[position : position + 4], _size(data, position + 4)
        end = position + 8 + size
        if end > len(clean):
            raise damaged("recording")
        is_kept = data[position + 8 : position + 12] in _LISTS if kind == b"LIST" else kind in _KEPT_BY_RIFF
        if not is_kept or kind == b"JUNK":
            clean[position : position + 4] = b"JUNK"
            clean[position + 8 : end] = bytes(size)
        position = end + size % 2
    return bytes(clean[:position])


def flac_without_metadata(data: bytes) -> bytes:
    """A FLAC with its tags and pictures overwritten in place."""
    clean = bytearray(data)
    position, is_last = 4, False
    while not is_last:
        head = data[position : position + 4]
        end = position + 4 + int.from_bytes(head[1:], "big")
        if len(head) < 4 or end > len(data):
            raise damaged("recording")
        is_last, kind = head[0] >= 0x80, head[0] & 0x7F
        if kind not in (_STREAMINFO, _SEEKTABLE, _CUESHEET):
            clean[position] = head[0] & 0x80 | _PADDING
            clean[position + 4 : end] = bytes(end - position - 4)
        position = end
    return bytes(clean)


def ogg_checked(data: bytes) -> bytes:
    """An Ogg file as it is, if its tags name nobody."""
    if _OGG_TAG.search(data[:_OGG_HEAD]):
        raise _named()
    return data


def matroska_checked(data: bytes) -> bytes:
    """A WebM or Matroska film as it is, if its tags name nobody."""
    if _MATROSKA_TAG.search(data):
        raise _named()
    return data


def _tag_at_end(data: bytes, start: int, end: int) -> int:
    """The length of a tag that ends there; 0 if there is none."""
    if end - start >= 128 and data.startswith(b"TAG", end - 128):
        return 128
    if end - start >= 227 and data.startswith(b"TAG+", end - 227):
        return 227
    if end - start >= 32 and data.startswith(b"APETAGEX", end - 32):
        size = _size(data, end - 20)
        has_header = data[end - 9] & 0x80
        return min(size + (32 if has_header else 0), end - start) if size >= 32 else 32
    return 0


def _size(data: bytes, position: int) -> int:
    return int.from_bytes(data[position : position + 4], "little")


def _named() -> UnsafeAttachmentError:
    return UnsafeAttachmentError("this recording names who made it, or where", "export it again without tags")
