"""A WebP without its metadata."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.withholding.metadata.orientation import exif_with, orientation_of
from portfolio_gen.withholding.metadata.refusal import damaged

_KEPT = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_KEPT_IN_FRAMES = frozenset({b"VP8 ", b"VP8L", b"ALPH"})
_PICTURES = frozenset({b"VP8 ", b"VP8L", b"ANMF"})
_EXIF = 0x08
_LOOKS = 0x32
"""The bits of VP8X that say something about looks: colour profile, transparency, animation."""


def without_metadata(data: bytes) -> bytes:
    """The picture, byte for byte as it was coded, with its orientation if it isn't shown as it lies."""
    size = int.from_bytes(data[4:8], "little")
    if size < 4 or 8 + size > len(data):
        raise damaged("WebP")
    chunks = list(_chunks(data[12 : 8 + size]))
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] not in ([b"VP8X"], [b"VP8 "], [b"VP8L"]) or _PICTURES.isdisjoint(kinds) or b"VP8X" in kinds[1:]:
        raise damaged("WebP")
    orientation = _orientation(chunks)
    parts = []
    for kind, payload in chunks:
        if kind == b"VP8X":
            flags = payload[0] & _LOOKS | (_EXIF if orientation != 1 else 0)
            parts.append(_chunk(kind, bytes((flags, 0, 0, 0)) + payload[4:]))
        elif kind in _KEPT:
            parts.append(_chunk(kind, _frame(payload) if kind == b"ANMF" else payload))
    if orientation != 1:
        parts.append(_chunk(b"EXIF", exif_with(orientation)))
    content = b"WEBP" + b"".join(parts)
    return b"RIFF" + len(content).to_bytes(4, "little") + content


def _orientation(chunks: list[tuple[bytes, bytes]]) -> int:
    """Exif counts where VP8X announces it; elsewhere nothing reads it."""
    kind, extended = chunks[0]
    if kind != b"VP8X":
        return 1
    if len(extended) != 10:
        raise damaged("WebP")
    return orientation_of(dict(reversed(chunks)).get(b"EXIF", b"")) if extended[0] & _EXIF else 1


def _frame(payload: bytes) -> bytes:
    """A frame of an animation, which may carry chunks of its own."""
    if len(payload) < 16:
        raise damaged("WebP")
    kept = (_chunk(kind, inner) for kind, inner in _chunks(payload[16:]) if kind in _KEPT_IN_FRAMES)
    return payload[:16] + b"".join(kept)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = 0
    while position < len(data):
        start = position + 8
        end = start + int.from_bytes(data[position + 4 : start], "little")
        if end > len(data):
            raise damaged("WebP")
        yield data[position : position + 4], data[start:end]
        position = end + (end - start) % 2


def _chunk(kind: bytes, payload: bytes) -> bytes:
    return kind + len(payload).to_bytes(4, "little") + payload + b"\0" * (len(payload) % 2)
