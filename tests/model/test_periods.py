"""Days on which something begins."""

from datetime import date

import pytest

from portfolio_gen.model.periods import since_day

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("7d", "2026-03-24"), ("0d", "2026-03-31"), ("2w", "2026-03-17"), ("1m", "2026-02-28"), ("13m", "2025-02-28"),
        ("1Y", "2025-03-31"), (" 2026-01-05 ", "2026-01-05"), ("2026-01", "2026-01-01"), ("2026-W02", "2026-01-05"),
        ("2025", "2025-01-01"),
    ],
)  # fmt: skip
def test_a_date_or_a_time_ago_is_a_day(written: str, day: str) -> None:
    assert since_day(written, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize("written", ["", "d", "-1d", "7 d", "1.5m", "2026-13", "9999y", "yesterday", "7d7d"])
def test_what_is_neither_is_none(written: str) -> None:
    assert since_day(written, TODAY) is None


def test_a_leap_day_a_year_ago_is_the_last_of_february() -> None:
    assert since_day("1y", date(2028, 2, 29)) == date(2027, 2, 28)
