"""A GIF without its metadata."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.withholding.metadata.refusal import UnsafeAttachmentError, damaged

_IMAGE, _EXTENSION, _TRAILER = b"\x2c", b"\x21", b"\x3b"
_CONTROL, _APPLICATION = b"\xf9", b"\xff"
_LOOPS = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0"})


def without_metadata(data: bytes) -> bytes:
    """The frames, byte for byte as they were coded, how long each stays, and how often they are repeated.

    A file that is cut off, or goes on with something else, ends after its last whole frame, as browsers show it.
    """
    start = 13 + _colours(data, 10)
    parts: list[bytes] = []
    frames = 0
    try:
        for is_frame, part in _parts(data, start):
            parts.append(part)
            frames = len(parts) if is_frame else frames
    except UnsafeAttachmentError:
        del parts[frames:]  # An extension belongs to the frame behind it, which isn't there.
    if not frames:
        raise damaged("GIF")
    return b"".join((data[:start], *parts, _TRAILER))


def _parts(data: bytes, position: int) -> Iterator[tuple[bool, bytes]]:
    """What is kept of each part up to the end of the picture, and whether it is a frame."""
    while (sign := data[position : position + 1]) != _TRAILER:
        if sign == _IMAGE:
            end, _ = _blocks(data, position + 10 + _colours(data, position + 9) + 1)
            yield True, data[position:end]
        elif sign == _EXTENSION:
            end, blocks = _blocks(data, position + 2)
            yield False, _extension(data[position + 1 : position + 2], blocks)
        else:
            raise damaged("GIF")
        position = end


def _colours(data: bytes, flags: int) -> int:
    """The length of the table of colours that a byte of flags announces."""
    if flags >= len(data):
        raise damaged("GIF")
    return 3 << (data[flags] & 0x07) + 1 if data[flags] & 0x80 else 0


def _blocks(data: bytes, position: int) -> tuple[int, list[bytes]]:
    """Where a run of blocks ends, and the blocks."""
    blocks = []
    while length := int.from_bytes(data[position : position + 1], "big"):
        blocks.append(data[position + 1 : position + 1 + length])
        position += 1 + length
    if position >= len(data):
        raise damaged("GIF")
    return position + 1, blocks


def _extension(label: bytes, blocks: list[bytes]) -> bytes:
    """What is kept of an extension: nothing of comments, texts and what programs add."""
    if label == _CONTROL:
        if not blocks or len(blocks[0]) != 4:
            raise damaged("GIF")
        kept = blocks[:1]
    elif label == _APPLICATION and blocks and blocks[0] in _LOOPS:
        kept = [blocks[0], *(block for block in blocks[1:2] if len(block) == 3)]
    else:
        return b""
    return _EXTENSION + label + b"".join(bytes((len(block),)) + block for block in kept) + b"\0"
