from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as some

from portfolio_gen.charts.steps import Line, steps
from portfolio_gen.charts.time_axis import ticks
from portfolio_gen.wording.words import words_in
from tests.charts.pictures import WORDS, drawn, parsed, said

LEVELS = ("Starting", "Practising", "Reliable")
START, END = date(2026, 1, 1), date(2026, 12, 31)


def picture(*lines: Line, start: date = START, end: date = END) -> str:
    return steps(lines, LEVELS, start, end, "Growth", "", WORDS)


def points(text: str) -> list[tuple[float, float]]:
    (line,) = drawn(text, "pf-line")
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", line.get("d", ""))]


def test_a_level_holds_until_the_next_one():
    way = points(picture(Line("shown", "pf-evidence", [(date(2026, 3, 1), 1), (date(2026, 7, 1), 3)])))
    (x1, low), (x2, still), (x3, high), (x4, end) = way
    assert low == still > high == end
    assert x1 < x2 == x3 < x4


def test_what_was_reached_before_stands_at_the_beginning():
    lines = Line("shown", "pf-evidence", [(date(2020, 1, 1), 1), (date(2025, 1, 1), 2)])
    first, last = points(picture(lines))
    assert first[1] == last[1]
    assert len(drawn(picture(lines), "pf-point")) == 1


def test_what_comes_later_is_not_shown():
    assert picture(Line("shown", "pf-evidence", [(date(2027, 1, 1), 1)])) == ""


def test_nothing_to_show_makes_no_picture():
    assert picture() == picture(Line("shown", "pf-evidence", [])) == ""


def test_levels_lines_and_months_are_called_by_their_names():
    words = said(picture(Line("shown", "pf-evidence", [(date(2026, 3, 1), 1)])))
    assert words[:3] == list(LEVELS)
    assert words[-1] == "shown"
    assert words[3:-1] == ["Jan", "2026", "Mar", "May", "Jul", "Sept", "Nov"]


def test_names_at_the_ends_do_not_stand_on_each_other():
    names = ("evidence", "self", "mentor", "peer", "credential")
    text = picture(*(Line(name, f"pf-{name}", [(date(2026, 3, 1), 2)]) for name in names))
    rows = [float(one.get("y", "")) for one in parsed(text).iter("text") if one.text in names]
    assert len(rows) == 5
    assert all(lower - upper >= 14 for upper, lower in pairwise(rows))


def test_lines_on_the_same_level_lie_side_by_side():
    text = picture(*(Line(name, f"pf-{name}", [(date(2026, 3, 1), 2)]) for name in ("evidence", "self")))
    first, second = (line.get("d", "").split("L")[0].split()[1] for line in drawn(text, "pf-line"))
    assert first != second


def test_days_are_named_in_the_language_of_the_site():
    found = ticks(date(2026, 1, 1), date(2026, 12, 31), words_in("de"), 200)
    assert [tick.label for tick in found] == ["Jan", "Mär", "Mai", "Jul", "Sep", "Nov"]


@settings(max_examples=100, deadline=None)
@given(some.dates(date(1990, 1, 1), date(2090, 1, 1)), some.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_there_is_room_for_the_named_days(one: date, other: date):
    start, end = min(one, other), max(one, other)
    found = ticks(start, end, WORDS, 200)
    assert 1 <= len(found) <= 7
    assert [tick.day for tick in found] == sorted({tick.day for tick in found})


@settings(max_examples=60, deadline=None)
@given(some.lists(some.tuples(some.dates(), some.integers(-3, 9)), max_size=8), some.dates(), some.dates())
def test_any_points_stay_in_the_picture(found: list[tuple[date, int]], start: date, end: date):
    text = picture(Line("shown", "pf-evidence", found), start=start, end=end)
    if text:
        _, _, wide, high = map(float, parsed(text).get("viewBox", "").split())
        assert all(0 <= x <= wide and 0 <= y <= high for x, y in points(text))
