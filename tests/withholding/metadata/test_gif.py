"""What of a GIF is published."""

from __future__ import annotations

import pytest

from portfolio_gen.withholding.metadata import UnsafeAttachmentError, published_bytes
from tests.withholding.metadata.files import CANARY, CONTROL, IMAGE, LOOPS, blocks, gif

XMP = b"\x21\xff" + blocks(b"XMP DataXMP", CANARY)


def published(data: bytes) -> bytes:
    return published_bytes(data)


@pytest.mark.parametrize(
    "metadata",
    [
        b"\x21\xfe" + blocks(CANARY, CANARY),
        XMP,
        b"\x21\xff" + blocks(b"OKAPIOKAPI1", CANARY),
        b"\x21\xff" + blocks(),
        b"\x21\x01" + blocks(b"\0" * 12, CANARY),
        b"\x21\x99" + blocks(CANARY),
    ],
)
def test_metadata_leaves_no_trace(metadata: bytes):
    assert published(gif(metadata, LOOPS, IMAGE, metadata, after=CANARY)) == gif(LOOPS, IMAGE)


def test_an_animation_is_kept_as_it_is():
    animation = gif(LOOPS, LOOPS.replace(b"NETSCAPE2.0", b"ANIMEXTS1.0"), IMAGE, CONTROL)
    assert published(animation) == animation


@pytest.mark.parametrize(
    "rest", [b"", b"\0\0", b"junk", b"\x21", CONTROL, CONTROL[:5], CONTROL + IMAGE[:-3], IMAGE[:9]]
)
def test_a_picture_without_an_end_ends_after_its_last_whole_frame(rest: bytes):
    assert published(gif(LOOPS, IMAGE)[:-1] + rest) == gif(LOOPS, IMAGE)


def test_nothing_hides_behind_the_loops_and_the_control_of_a_frame():
    loops = b"\x21\xff" + blocks(b"NETSCAPE2.0", b"\1\0\0", CANARY)
    assert published(gif(loops, b"\x21\xf9" + blocks(b"\1\2\3\4", CANARY))) == gif(LOOPS, CONTROL)


@pytest.mark.parametrize(
    "data",
    [
        gif().replace(IMAGE, b""),
        *(gif()[:length] for length in range(6, len(gif()) - 1)),
        gif(b"\0"),
        gif(b"\x21\xf9" + blocks(b"\1")),
    ],
)
def test_a_damaged_picture_is_refused(data: bytes):
    with pytest.raises(UnsafeAttachmentError, match="this GIF is damaged"):
        published(data)
