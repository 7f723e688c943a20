"""The weeks in which a person wrote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from portfolio_gen.figures.index import Index, entries_of
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.portfolio import Portfolio

WEEKS = 53
"""How many weeks a year has at most, the present one included."""


@dataclass(frozen=True, slots=True)
class Week:
    """One ISO week."""

    monday: date
    """Its first day."""
    is_written: bool
    """Whether an entry is dated in it."""


def weeks_of(person: EntryId, portfolio: Portfolio, today: date, index: Index | None = None) -> tuple[Week, ...]:
    """The last 53 weeks of a person, the present one last. How often somebody writes is for that person alone."""
    own = (entry for entry in entries_of(person, portfolio, index) if entry.kind.in_journal)
    written = {_monday(entry.date.first) for entry in own if entry.date is not None}
    mondays = (_monday(today) - timedelta(weeks=ago) for ago in reversed(range(WEEKS)))
    return tuple(Week(monday, monday in written) for monday in mondays)


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())
