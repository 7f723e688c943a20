"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.model.dates import PartialDate, date_in_name, in_words, parse_partial_date


@pytest.mark.parametrize(
    ("written", "first", "text"),
    [
        ("2026-11-05", date(2026, 11, 5), "2026-11-05"),
        (" 2026-11-05 ", date(2026, 11, 5), "2026-11-05"),
        ("2026-11", date(2026, 11, 1), "2026-11"),
        ("2026-W47", date(2026, 11, 16), "2026-W47"),
        ("2026-W01", date(2025, 12, 29), "2026-W01"),
        ("2020-W53", date(2020, 12, 28), "2020-W53"),
        ("2026", date(2026, 1, 1), "2026"),
        ("2024-02-29", date(2024, 2, 29), "2024-02-29"),
        ("0001-01-01", date(1, 1, 1), "0001-01-01"),
        ("9999-12-31", date(9999, 12, 31), "9999-12-31"),
        ("2026-11-05T10:30", date(2026, 11, 5), "2026-11-05"),
        ("2026-11-05 10:30:59", date(2026, 11, 5), "2026-11-05"),
        ("2026-11-05T10:30:00+02:00", date(2026, 11, 5), "2026-11-05"),
    ],
)
def test_a_day_week_month_or_year_counts_as_its_first_day(written: str, first: date, text: str):
    assert parse_partial_date(written) == PartialDate(first, text)


@pytest.mark.parametrize(
    "written",
    [
        "", "soon", "2026-13", "2026-00", "2026-02-30", "2023-02-29", "2026-W00", "2026-W54", "2025-W53", "0000",
        "0000-01-01", "26-11-05", "2026-1-5", "2026/11/05", "05.11.2026", "2026-11-05T25:00", "2026-11T10:30",
        "2026-W47T10:30", "2026-11-05x", "2026-11-05T10:30 or so", "2026-w47", "2026-W47-1", "20261105", "-2026",
        "2026-11-", "2026-11-05\n2026-11-06", "12026",
    ],
)  # fmt: skip
def test_what_is_no_date_of_the_calendar_is_none(written: str):
    assert parse_partial_date(written) is None


@pytest.mark.parametrize("written", ["\uff12\uff10\uff12\uff16-11-05", "\u0662\u0660\u0662\u0666", "2026-\uff11\uff11"])
def test_digits_of_other_scripts_are_no_iso_date(written: str):
    assert parse_partial_date(written) is None


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-11-05", "5 November 2026"),
        ("2026-W05", "week 5 of 2026"),
        ("2026-11", "November 2026"),
        ("2026", "2026"),
    ],
)
def test_a_date_in_words_is_as_exact_as_it_was_written(written: str, words: str):
    found = parse_partial_date(written)
    assert found is not None
    assert found.words == words


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        ("2026-03-05", "2026-03-05"),
        ("2026-03-05-a-call", "2026-03-05"),
        ("call-2026-03-05", "2026-03-05"),
        ("2026-03-05_call", "2026-03-05"),
        ("2026-W10-review", "2026-W10"),
        ("2026-03 what I saw", "2026-03"),
        ("2026", "2026"),
    ],
)
def test_a_files_name_may_hold_a_date(stem: str, text: str):
    found = date_in_name(stem)
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize(
    "stem",
    ["1984-by-orwell", "call", "2026-13-01", "review-2026-W10", "route-2026", "3000", "12026-03-05",
     "2026-03a", "1234567890", "2026-99", ""],
)  # fmt: skip
def test_other_numbers_in_a_name_are_no_date(stem: str):
    assert date_in_name(stem) is None


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(st.dates())
def test_every_day_is_read_as_itself(day: date):
    assert parse_partial_date(day.isoformat()) == PartialDate(day, day.isoformat())


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(st.dates())
def test_every_iso_week_begins_on_its_monday(day: date):
    year, week, _ = day.isocalendar()
    found = parse_partial_date(f"{year:04}-W{week:02}")
    assert found is not None
    assert found.first == date.fromisocalendar(year, week, 1)


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(st.text(alphabet="0123456789-W T:", max_size=20) | st.text(max_size=20))
def test_no_text_breaks_the_reading_of_dates(text: str):
    found = parse_partial_date(text)
    assert found is None or found.text in text
    in_name = date_in_name(text)
    assert in_name is None or in_name.text in text


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(st.dates())
def test_words_name_day_month_and_year(day: date):
    number, month, year = in_words(day).split()
    assert (int(number), int(year)) == (day.day, day.year)
    assert month.isalpha()


def test_dates_are_ordered_by_their_first_day():
    written = ["2026-W47", "2026", "2026-11-17", "2026-11"]
    dates = sorted(found for text in written if (found := parse_partial_date(text)))
    assert [str(found) for found in dates] == ["2026", "2026-11", "2026-W47", "2026-11-17"]
