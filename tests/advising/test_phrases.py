"""Words and phrases in sentences"""

from __future__ import annotations

import pytest

from portfolio_gen.advising.phrases import begins, holds, is_one_of, phrases, places

FOUND = phrases(["next time", "learn*", "*ed", "what i will ...", "plan"])


@pytest.mark.parametrize("said", ["so next time i ask", "i am learning", "we walked home", "a plan"])
def test_a_phrase_is_found_anywhere_in_a_sentence(said: str):
    assert holds(FOUND, said.split())


@pytest.mark.parametrize("said", ["next to me for a long time", "planning", "edit", "", "time next"])
def test_other_words_are_no_phrase(said: str):
    assert not holds(FOUND, said.split())


def test_the_places_of_phrases_are_told_in_order():
    assert list(places(FOUND, ["i", "learnt", "it", "next", "time"])) == [(1, 2), (3, 5)]


def test_a_sentence_begins_with_a_phrase_or_not():
    assert begins(FOUND, ["next", "time", "i", "ask"])
    assert not begins(FOUND, ["the", "next", "time"])


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("plan", True), ("plan b", False), ("what i will", True), ("what i will try", True), ("so what i will", False)],
)
def test_a_heading_is_a_phrase_as_a_whole_unless_more_may_follow(heading: str, expected: bool):
    assert is_one_of(FOUND, heading.split()) is expected
