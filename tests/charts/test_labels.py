from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from portfolio_gen.charts.labels import in_lines, label, shortened, shown, width


def test_what_is_too_long_ends_in_dots():
    assert shortened("Rindfleischetikettierung", 8) == "Rindfleischetik…"
    assert shortened("short", 8) == "short"


def test_dots_follow_no_blank_and_no_sign():
    assert shortened("Testing, and more of it", 5) == "Testing…"


def test_a_chinese_sign_is_as_wide_as_it_is_high():
    assert width("软件测试") == 4
    assert shortened("软件测试与质量", 4) == "软件测…"


def test_a_sign_keeps_the_marks_that_belong_to_it():
    assert shortened("e\u0301" * 20, 3) == "e\u0301" * 4 + "…"
    assert shortened("\U0001f469\u200d\U0001f4bb" * 9, 4).removesuffix("…").count("\u200d") == 1


@settings(max_examples=200, deadline=None)
@given(some.text(max_size=80), some.floats(3, 30))
def test_nothing_is_wider_than_its_room(text: str, room: float):
    assert width(shortened(text, room)) <= room + 0.01
    assert all(width(line) <= room + 0.01 for line in in_lines(text, room, 2))


@settings(max_examples=200, deadline=None)
@given(some.text(max_size=80))
def test_all_words_stand_in_the_lines_if_there_is_room(text: str):
    assert " ".join(in_lines(text, 1000, 2)) == " ".join(text.split())


def test_a_line_is_broken_between_words():
    assert in_lines("Stakeholder communication", 8, 2) == ("Stakeholder", "communication")
    assert in_lines("One two three four five six seven", 5, 2) == ("One two", "three four…")


def test_what_is_written_from_right_to_left_stands_apart():
    assert label("قوة (1)") == "\u2068قوة (1)\u2069"
    assert label("Strength (1)") == "Strength (1)"


@pytest.mark.parametrize(
    ("text", "expected"), [("a\nb\t c", "a b c"), ("a\0\x1b\ufffeb", "a b"), ("1.5 % *", "1.5 % &#42;")]
)
def test_words_are_on_one_line_and_hold_nothing_that_xml_forbids(text: str, expected: str):
    assert shown(text) == expected
