"""What of sound is published."""

from __future__ import annotations

import struct

import pytest

from portfolio_gen.withholding.metadata import UnsafeAttachmentError, published_bytes
from tests.withholding.metadata.files import CANARY, riff_chunk

SOUND = b"\xff\xfb\x90\x00" + b"sound" * 60
ID3 = b"ID3\4\0\0\0\0\0\x05" + CANARY
APE = CANARY + b"APETAGEX" + struct.pack("<II", 2000, 32 + len(CANARY)) + bytes(16)
OLD = b"TAG" + CANARY.ljust(125, b"\0")


@pytest.mark.parametrize("before", [b"", ID3, ID3 + ID3])
@pytest.mark.parametrize("behind", [b"", OLD, APE, APE + OLD, b"TAG+" + bytes(223) + OLD])
def test_an_mp3_loses_its_tags_and_keeps_its_sound(before: bytes, behind: bytes):
    assert published_bytes(before + SOUND + behind) == SOUND


def test_what_stands_behind_a_tag_is_looked_into_too():
    assert CANARY not in published_bytes(ID3 + b"fLaC\x84\0\0\5" + CANARY + b"\xff\xf8")


def wav(*chunks: bytes, kind: bytes = b"WAVE") -> bytes:
    content = kind + b"".join((riff_chunk(b"fmt ", b"pcm!"), *chunks, riff_chunk(b"data", b"sound"), *chunks))
    return b"RIFF" + struct.pack("<I", len(content)) + content


@pytest.mark.parametrize("kind", [b"LIST", b"bext", b"id3 ", b"iXML", b"_PMX", b"JUNK"])
@pytest.mark.parametrize("form", [b"WAVE", b"AVI "])
def test_notes_in_a_wav_or_avi_are_overwritten_where_they_are(kind: bytes, form: bytes):
    note = riff_chunk(kind, b"INFOIART" + CANARY)
    blank = riff_chunk(b"JUNK", bytes(8 + len(CANARY)))[: len(note)]
    assert published_bytes(wav(note, kind=form) + CANARY) == wav(blank, kind=form)


def test_frames_of_an_avi_are_kept():
    frames = wav(riff_chunk(b"LIST", b"movi" + b"frames"), kind=b"AVI ")
    assert published_bytes(frames) == frames


def test_tags_of_a_flac_are_overwritten_where_they_are():
    head = b"\0\0\0\4info"
    notes = b"\4\0\0\5" + CANARY + b"\x86\0\0\5" + CANARY
    blank = b"\1\0\0\5" + bytes(5) + b"\x81\0\0\5" + bytes(5)
    assert published_bytes(b"fLaC" + head + notes + b"\xff\xf8sound") == b"fLaC" + head + blank + b"\xff\xf8sound"


@pytest.mark.parametrize(
    "data",
    [
        b"OggS...\x03vorbis\1\0\0\0x\1\0\0\0\x0c\0\0\0Artist=Okapi",
        b"OggS...OpusTags\0\0\0\x13\0\0\0GEO LOCATION=Okapi",
        b"\x1a\x45\xdf\xa3...\x45\xa3\x86ARTIST\x44\x87\x85Okapi",
    ],
)
def test_tags_that_name_somebody_and_can_not_be_taken_out_are_refused(data: bytes):
    with pytest.raises(UnsafeAttachmentError, match="names who made it"):
        published_bytes(data)


@pytest.mark.parametrize(
    "data", [b"OggS...\x06\0\0\0ENCODER=x\0\0\0TITLE=Artist", b"\x1a\x45\xdf\xa3\x45\xa3\x85TITLEARTIST"]
)
def test_tags_that_name_nobody_stay(data: bytes):
    assert published_bytes(data) == data


@pytest.mark.parametrize("data", [wav()[:-2], b"RIFF\0\0\0\0WAVE", b"fLaC\0\0\0\5", b"fLaC\0"])
def test_a_damaged_recording_is_refused(data: bytes):
    with pytest.raises(UnsafeAttachmentError, match="damaged"):
        published_bytes(data)
