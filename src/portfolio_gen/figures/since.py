"""What has happened since two people last met, or since a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from portfolio_gen.figures.goals import GoalFigures, goal_figures, goals_of
from portfolio_gen.figures.index import Index, entries_of, index_of
from portfolio_gen.figures.people import entries_in, people_of
from portfolio_gen.figures.promises import Agreed, agreed_between
from portfolio_gen.figures.questions import Asked, open_questions
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.portfolio import Portfolio, newest_first

USUAL_DAYS = 30
"""How far back to look for those who have not met yet."""


@dataclass(frozen=True, slots=True)
class Since:
    """What has happened to a person since a day."""

    person: EntryId
    reader: EntryId | None
    """Who is told; None if it is the person, or nobody in particular."""
    start: date
    """The first day that counts."""
    checkin: EntryId | None
    """The check-in of that day, if it is the last one of both."""
    new: tuple[Entry, ...]
    """What the person dated on that day or later, up to today, the newest first; less that check-in."""
    moved: tuple[GoalFigures, ...]
    """The goals to which something of that time refers, whatever their status; by the day on which they are due."""
    still: tuple[GoalFigures, ...]
    """The active goals without movement, whatever the day is."""
    questions: tuple[Asked, ...]
    """The open ones, those of the newest entries first."""
    promises: tuple[Agreed, ...]
    """What both agreed: all that is open, and what was done of that which was agreed on that day or later."""


def mentees_of(reader: EntryId, portfolio: Portfolio, links: Links) -> tuple[EntryId, ...]:
    """The people who name a person among their mentors, by name."""
    return tuple(one for one in people_of(portfolio) if one != reader and reader in entries_in(one, "mentors", links))


def last_checkin(person: EntryId, reader: EntryId, portfolio: Portfolio, links: Links, today: date) -> Entry | None:
    """The newest check-in of one of two people with the other; None without one.

    It was before today: one of today is the meeting for which somebody prepares.
    """
    pair = {person, reader}
    both = (
        one for one in portfolio.of_kind("checkin")
        if one.date is not None and one.date.first < today and (owner := portfolio.persons.get(one.id)) in pair
        and pair - {owner} <= set(entries_in(one.id, "with", links))
    )  # fmt: skip
    return next(iter(newest_first(both)), None)


def since_last_met(
    person: EntryId,
    reader: EntryId | None,
    portfolio: Portfolio,
    links: Links,
    today: date,
    index: Index | None = None,
    start: date | None = None,
) -> Since:
    """What has happened to a person since the day of the last check-in with the reader, or since `start`.

    Without either, of the last 30 days.
    """
    index = index or index_of(portfolio, links)
    met = last_checkin(person, reader, portfolio, links, today) if reader is not None and start is None else None
    if start is None:
        start = met.date.first if met is not None and met.date is not None else today - timedelta(days=USUAL_DAYS)
    figures = [goal_figures(goal, portfolio, links, today) for goal in goals_of(person, portfolio, index)]
    return Since(
        person=person,
        reader=reader,
        start=start,
        checkin=met.id if met is not None else None,
        new=tuple(one for one in new_since(person, start, portfolio, today, index) if met is None or one.id != met.id),
        moved=tuple(one for one in figures if _moved(one, start, portfolio, today)),
        still=tuple(one for one in figures if one.is_without_movement and not _is_new(one, start, portfolio)),
        questions=open_questions(person, portfolio, links, reader, index),
        promises=agreed_between(person, reader, portfolio, links, today, index, start) if reader is not None else (),
    )


def new_since(
    person: EntryId, start: date, portfolio: Portfolio, today: date, index: Index | None = None
) -> tuple[Entry, ...]:
    """A person's entries of the journal dated on a day or later, up to today, the newest first.

    A partial date counts as its first day; what has no date is not new.
    """
    own = (entry for entry in entries_of(person, portfolio, index) if entry.kind.in_journal)
    return newest_first(entry for entry in own if _is_within(entry, start, today))


def _moved(goal: GoalFigures, start: date, portfolio: Portfolio, today: date) -> bool:
    return any(_is_within(portfolio.entries[one], start, today) for one in goal.story)


def _is_new(goal: GoalFigures, start: date, portfolio: Portfolio) -> bool:
    """Whether a goal was set only in that time, so that nobody expects that it has moved."""
    entry = portfolio.entries[goal.goal]
    assert isinstance(entry.fields, GoalFields)
    begun = entry.fields.start or (entry.date.first if entry.date is not None else None)
    return begun is not None and begun >= start


def _is_within(entry: Entry, start: date, today: date) -> bool:
    return entry.date is not None and start <= entry.date.first <= today
