from __future__ import annotations

import pytest

from portfolio_gen.auditing.surfaces import Payload, Surface, as_text, surfaces_of
from portfolio_gen.auditing.surfaces.archives import is_archive
from portfolio_gen.auditing.surfaces.encodings import from_base64, readings, unfolded
from portfolio_gen.auditing.surfaces.markup import is_markup, markup_surfaces
from portfolio_gen.auditing.surfaces.surface import Room
from portfolio_gen.auditing.words import BREAK, words_of
from tests.auditing.leaks import zipped


def read(html: str) -> dict[str, list[str]]:
    """The words of each surface, those of several blocks apart."""
    found: dict[str, list[str]] = {}
    for surface in markup_surfaces(html):
        found.setdefault(surface.name, []).extend(
            words for block in surface.text.split(BREAK) if (words := " ".join(words_of(block)))
        )
    return found


def test_blocks_are_apart_and_inline_tags_are_not() -> None:
    assert read("<p>one <b>tw</b>o</p><p>three</p>")["text"][:2] == ["one two", "three"]


def test_values_of_attributes_are_apart() -> None:
    assert read('<p title="one two" id=three>x</p>')["attribute"] == ["one two", "three"]


def test_comments_and_scripts_are_told_as_such() -> None:
    found = read("<!-- one --><script>two</script><style>three</style>")
    assert (found["comment"], found["script"]) == (["one"], ["two", "three"])


def test_numbers_of_drawings_are_left_out() -> None:
    assert read('<path d="M1 2" class="a"/>')["attribute"] == ["a", "a"] or read('<path d="M1 2"/>')["attribute"] == []


def test_what_is_no_proper_tag_is_read_whole() -> None:
    assert read("<p>by <Jane Doe></p>")["tag"] == ["jane doe"]


@pytest.mark.parametrize(("text", "is_it"), [("<p>", True), ("a < b", False), ("a <b", False), ("</a>", True)])
def test_markup_has_tags(text: str, is_it: bool) -> None:
    assert is_markup(text) is is_it


def test_a_text_is_read_until_no_escape_is_left() -> None:
    assert list(readings("a%2520b"))[-1] == "a b"
    assert list(readings("plain")) == ["plain"]
    assert list(readings(r"\ud83d\ude00"))[-1] == "\U0001f600"


def test_only_texts_with_folded_lines_are_unfolded() -> None:
    assert list(unfolded("ab\r\n cd")) == ["abcd"]
    assert list(unfolded("a=C3=A4b")) == ["aäb"]
    assert list(unfolded("ab\ncd")) == []


def test_what_looks_like_a_path_is_no_base64() -> None:
    assert list(from_base64("assets/javascripts/bundle/index")) == []
    assert list(from_base64("QSBxdWlldCB3b3JkIQ==")) == [b"A quiet word!"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"caf\xc3\xa9", "café"),
        ("café".encode("utf-16"), "café"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\x01\x02\x03\x04\xff", None),
    ],
)
def test_a_file_is_text_or_not(content: bytes, text: str | None) -> None:
    assert as_text(content) == text


def test_a_file_in_a_file_comes_before_what_it_holds() -> None:
    parts = list(surfaces_of(zipped(("a.txt", b"one two"))))
    payload = parts.index(Payload("zip", b"one two"))
    assert Surface("text in zip", "one two") in parts[payload:]


def test_a_picture_is_no_archive() -> None:
    assert is_archive(zipped(("a", b"")))
    assert not is_archive(b"\x89PNG\r\n\x1a\n")


def test_room_is_for_all_files_together() -> None:
    room = Room(10)
    assert room.takes(6)
    assert not room.takes(6)
    assert room.takes(4)
    assert not room.takes(1)
