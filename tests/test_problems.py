"""Problems: how they are sorted, told apart and counted as errors."""

from __future__ import annotations

import re
from itertools import permutations

import pytest

from portfolio_gen.problems import CODES, Problem, Severity, errors, sorted_problems

LATER = Problem("b.md", 1, 1, "encoding", "not UTF-8")
EARLIER = Problem("a.md", 10, 2, "unknown-field", "no such field")
FIRST = Problem("a.md", 9, 4, "not-shared", "not open")


def test_problems_are_sorted_by_uri_line_and_column_whatever_their_order_was():
    for order in permutations([LATER, EARLIER, FIRST]):
        assert sorted_problems(order) == (FIRST, EARLIER, LATER)


def test_lines_are_sorted_as_numbers():
    assert sorted_problems([EARLIER], [FIRST]) == (FIRST, EARLIER)


def test_a_problem_that_is_found_twice_is_told_once():
    assert sorted_problems([LATER], [LATER, EARLIER], [LATER]) == (EARLIER, LATER)


def test_only_errors_stop_a_build():
    assert errors([LATER, EARLIER, FIRST]) == (LATER,)


def test_the_code_decides_how_much_a_problem_matters():
    assert [one.severity for one in (LATER, EARLIER, FIRST)] == [Severity.ERROR, Severity.WARNING, Severity.NOTE]


def test_a_problem_shows_its_place_its_message_its_code_and_its_hint():
    assert str(LATER) == "b.md:1:1: not UTF-8 [encoding]"
    assert str(Problem("a.md", 2, 3, "encoding", "wrong", "do right")) == "a.md:2:3: wrong [encoding] (do right)"


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_a_short_word_with_a_meaning(code: str):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    assert CODES[code].meaning.endswith(".")
    assert "\n" not in CODES[code].meaning
