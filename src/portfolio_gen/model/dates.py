"""Dates as people write them: a day, an ISO week, a month or a year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_FORMS = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d{2})|-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?"
    r"(?P<time>[T ]\d{2}:\d{2}.*)?\Z",
    re.ASCII,
)
_DAY_IN_NAME = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)", re.ASCII)
_PART_IN_NAME = re.compile(r"\d{4}-(?:W\d{2}|\d{2})(?![0-9A-Za-z])", re.ASCII)
_YEAR_NAME = re.compile(r"(?:19|20)\d{2}\Z", re.ASCII)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as exact as its author wrote it; compares by its first day."""

    first: date
    """The first day that it can mean."""
    text: str
    """As written, in ISO form: "2026-11-05", "2026-W47", "2026-11" or "2026"."""

    def __str__(self) -> str:
        return self.text

    @property
    def last(self) -> date:
        """The last day that it can mean."""
        if "W" in self.text:
            return self.first + timedelta(days=6)
        match self.text.count("-"):
            case 2:
                return self.first
            case 1:
                return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])
            case _:
                return self.first.replace(month=12, day=31)

    @property
    def words(self) -> str:
        """As a reader expects it: "5 November 2026", "week 47 of 2026", "November 2026", "2026"."""
        if "W" in self.text:
            year, week = self.text.split("-W")
            return f"week {int(week)} of {year}"
        match self.text.count("-"):
            case 2:
                return in_words(self.first)
            case 1:
                return month_in_words(self.first)
            case _:
                return self.text


def in_words(day: date) -> str:
    """A day as "5 November 2026", whatever the locale of the machine."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_in_words(day: date) -> str:
    """The month of a day as "November 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def parse_partial_date(text: str) -> PartialDate | None:
    """The date that ISO text means; None if it is no date of the calendar. A time of day is left out."""
    match = _FORMS.match(text.strip())
    if match is None:
        return None
    try:
        if match["time"] is not None:
            if match["day"] is None:
                return None
            datetime.fromisoformat(text.strip())
        year = int(match["year"])
        if match["week"] is not None:
            first = date.fromisocalendar(year, int(match["week"]), 1)
            return PartialDate(first, f"{year:04}-W{match['week']}")
        first = date(year, int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return None
    return PartialDate(first, "-".join(part for part in match.group("year", "month", "day") if part))


def date_in_name(stem: str) -> PartialDate | None:
    """The date in a file's name; None without one.

    A full date counts anywhere in the name, a month or week only at its start, a year only if it is the
    whole name: "call-2026-03-05", "2026-W10-review" and "2026" are dates, "1984-by-orwell" is none.
    """
    if match := _DAY_IN_NAME.search(stem):
        return parse_partial_date(match[0])
    if match := _PART_IN_NAME.match(stem) or _YEAR_NAME.match(stem):
        return parse_partial_date(match[0])
    return None
