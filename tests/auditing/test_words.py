from __future__ import annotations

import pytest

from portfolio_gen.auditing.words import BREAK, is_telling, is_telling_run, is_unspaced, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two words, please!", ["two", "words", "please"]),
        ("snake_case and kebab-case", ["snake", "case", "and", "kebab", "case"]),
        ("Über-GRÖSSE", ["uber", "grosse"]),
        ("U\u0308ber \u00adso\u200bft", ["uber", "soft"]),
        ("ﬁne Straße", ["fine", "strasse"]),
        ("港口 x", ["港", "口", "x"]),
        (f"a {BREAK} ß", ["a", BREAK, "ss"]),
        ("İ", ["i"]),
        ("", []),
    ],
)
def test_words_are_told_without_case_accents_and_what_stands_between_them(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    "words", [("2026",), ("week", "47"), ("nov", "3"), ("r2",), ("a", "b"), ("港",), ("q3", "2026")]
)
def test_dates_numbers_and_a_few_letters_are_no_name(words: tuple[str, ...]) -> None:
    assert not is_telling(words)


@pytest.mark.parametrize("words", [("zugzwang",), ("sprint", "24"), ("港", "口"), ("two", "words")])
def test_a_word_or_two_signs_are_a_name(words: tuple[str, ...]) -> None:
    assert is_telling(words)


def test_a_run_is_telling_if_it_has_three_words_of_some_length() -> None:
    assert is_telling_run(("we", "met", "the", "old", "bishop", "on", "3", "4"))
    assert not is_telling_run(("1", "2", "3", "4", "5", "6", "7", "8"))
    assert not is_telling_run(("a", "b", "c", "d", "e", "f", "g", "h"))
    assert not is_telling_run(("ruler",) * 8)


def test_only_signs_of_unspaced_scripts_count_alone() -> None:
    assert is_unspaced("港")
    assert not is_unspaced("x")
    assert not is_unspaced("港口")
