"""The days that a person's calendar holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from portfolio_gen.figures.goals import goals_of
from portfolio_gen.figures.index import Index, entries_of, index_of
from portfolio_gen.figures.people import entries_in
from portfolio_gen.figures.promises import open_promises
from portfolio_gen.figures.revisits import LOOKS, Days, revisits_due
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.model.portfolio import Portfolio

Reason = Literal["goal", "promise", "checkin", "revisit", "look"]
"""What a day is for."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day on which something of a person is due."""

    day: date
    reason: Reason
    entry: EntryId
    """The goal, the check-in, or the entry to look at again."""
    index: int | None = None
    """The place of a promise in `agreed`, counted from 0; None for anything else."""
    days: Days | None = None
    """How long after the entry a look is; None for anything else."""


def calendar_days(
    person: EntryId, portfolio: Portfolio, links: Links, today: date, index: Index | None = None, *, has_looks: bool
) -> tuple[Dated, ...]:
    """The days of a person's calendar, the earliest first.

    The days by which active goals and open promises are due, whether they are past or not; check-ins from today on,
    which the person wrote or takes part in. With `has_looks`, which are for the person alone, each `revisit` and the
    looks at next steps: the open one, and those to come that no follow-up has made up for.
    """
    index = index or index_of(portfolio, links)
    own = entries_of(person, portfolio, index)
    found = [
        *_goals(person, portfolio, index),
        *_promises(person, portfolio, links, today, index),
        *_checkins(person, portfolio, links, today, index),
        *(_looks(person, own, portfolio, today, index) if has_looks else ()),
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.reason, one.entry, one.index or 0, one.days or 0)))


def last_told(entry: Entry, today: date) -> date | None:
    """The newest day up to today of which an entry says that something happened; None if it names none."""
    days = [entry.date.first] if entry.date is not None else []
    if isinstance(entry.fields, GoalFields) and entry.fields.start is not None:
        days.append(entry.fields.start)
    if isinstance(entry.fields, ReflectionFields):
        days += [followup.date for followup in entry.fields.followups]
    return max((day for day in days if day <= today), default=None)


def _goals(person: EntryId, portfolio: Portfolio, index: Index) -> Iterable[Dated]:
    for goal in goals_of(person, portfolio, index):
        assert isinstance(goal.fields, GoalFields)
        if goal.fields.status == "active" and goal.fields.due is not None:
            yield Dated(goal.fields.due, "goal", goal.id)


def _promises(person: EntryId, portfolio: Portfolio, links: Links, today: date, index: Index) -> Iterable[Dated]:
    for promise in open_promises(person, portfolio, links, today, index):
        if promise.by is not None:
            yield Dated(promise.by, "promise", promise.checkin, promise.index)


def _checkins(person: EntryId, portfolio: Portfolio, links: Links, today: date, index: Index) -> Iterable[Dated]:
    for checkin in map(portfolio.entries.__getitem__, index.checkins.get(person, ())):
        is_party = portfolio.persons.get(checkin.id) == person or person in entries_in(checkin.id, "with", links)
        # One of today stays until the day is over: it is today that somebody looks for it.
        if is_party and checkin.date is not None and checkin.date.first >= today:
            yield Dated(checkin.date.first, "checkin", checkin.id)


def _looks(person: EntryId, own: Iterable[Entry], portfolio: Portfolio, today: date, index: Index) -> Iterable[Dated]:
    for due in revisits_due(person, portfolio, today, index):
        yield Dated(due.since, "revisit" if due.days is None else "look", due.entry, days=due.days)
    for entry in own:
        if entry.common.revisit is not None and entry.common.revisit > today:
            yield Dated(entry.common.revisit, "revisit", entry.id)
        yield from _looks_to_come(entry, today)


def _looks_to_come(entry: Entry, today: date) -> Iterable[Dated]:
    fields = entry.fields
    if not isinstance(fields, ReflectionFields) or not fields.next_action or entry.date is None:
        return
    written = [followup.date for followup in fields.followups]
    for number, days in enumerate(LOOKS):
        day = entry.date.first + timedelta(days)
        if day > today and len(written) <= number and not any(one >= day for one in written):
            yield Dated(day, "look", entry.id, days=days)
