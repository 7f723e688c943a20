"""Messages, dates and numbers in the language of a site."""

from __future__ import annotations

from datetime import date

import pytest

from portfolio_gen.model.dates import parse_partial_date
from portfolio_gen.wording.words import Words, words_in

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("theme", "language"), [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("", "en"), ("xx", "en"), ("tlh", "en")]
)
def test_a_theme_language_without_words_is_served_in_english(theme: str, language: str):
    assert words_in(theme).language == language


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-11-20", "20 November 2026"),
        ("2026-W07", "week 7 of 2026"),
        ("2026-11", "November 2026"),
        ("2026", "2026"),
    ],
)
def test_a_date_is_as_exact_as_it_was_written(text: str, words: str):
    moment = parse_partial_date(text)
    assert moment is not None
    assert words_in("en").date(moment) == words


def test_a_count_chooses_the_form_of_its_noun():
    words = words_in("en")
    assert [words.ngettext("%(num)s entry", "%(num)s entries", count) for count in (0, 1, 2, 1250)] == [
        "0 entries", "1 entry", "2 entries", "1,250 entries",
    ]  # fmt: skip


def test_values_stand_in_their_message_and_a_message_without_any_may_hold_a_sign():
    words = words_in("en")
    assert words.gettext("%(title)s, page %(number)s", title="100 %", number=2) == "100 %, page 2"
    assert words.gettext("half: 50 %%") == "half: 50 %"


@pytest.mark.parametrize("language", ["ar", "he", "fa"])
def test_a_language_knows_its_direction(language: str):
    assert Words(language).is_right_to_left
    assert not words_in("en").is_right_to_left


def test_several_things_are_one_sentence():
    assert words_in("en").joined(["a", "b", "c"]) == "a, b and c"
    assert words_in("en").joined([]) == ""
    assert words_in("en").short_day(DAY) == "20 Nov 2026"
    assert words_in("en").month_name(DAY) == "Nov"
    assert words_in("en").percent(40).split() == ["40", "%"]
