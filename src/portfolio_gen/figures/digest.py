"""What is told of a few days: to oneself, and to a team. What a mentor is told of is in `since`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from portfolio_gen.figures.goals import GoalFigures
from portfolio_gen.figures.people import entries_in, helpers_by_competency
from portfolio_gen.figures.promises import Open
from portfolio_gen.figures.revisits import Due, revisits_due
from portfolio_gen.figures.since import Since, since_last_met
from portfolio_gen.figures.status import Status
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.portfolio import Portfolio, newest_first

SOON = 14
"""Days within which what is to come is told."""
LESSONS = ("reflection", "learning", "challenge")
"""The kinds of entry that tell what somebody learnt."""


@dataclass(frozen=True, slots=True)
class OwnNews:
    """What one person is told of their own portfolio, for that person alone."""

    status: Status
    since: Since
    looks: tuple[Due, ...]
    """What is due for a second look now, the oldest look first, then what is in the next 14 days."""
    promises: tuple[Open, ...]
    """The open ones of which the day is past or in the next 14 days, by that day."""
    goals: tuple[GoalFigures, ...]
    """The active ones that were due, or are in the next 14 days, by that day."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is new, nothing stands still and nothing is due."""
        since = self.since
        return not (since.new or since.moved or since.still or self.looks or self.promises or self.goals)


@dataclass(frozen=True, slots=True)
class SharedNews:
    """What an audience is told of everybody: what was shared, and nothing about who shared nothing."""

    shared: tuple[Entry, ...]
    """What is dated in these days, the first of each person before the second of anybody, then the newest first."""
    lessons: tuple[Entry, ...]
    """Those of them that tell what somebody learnt, the newest first."""
    reached: tuple[Entry, ...]
    """The goals that are done and to which something of these days refers, or that are dated in them; by uri."""
    offers: tuple[tuple[EntryId, tuple[EntryId, ...]], ...]
    """The competencies that those entries name, by title, each with the people who offer help with it, by name."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was shared."""
        return not (self.shared or self.reached)


def own_news(status: Status, portfolio: Portfolio, links: Links, start: date) -> OwnNews:
    """What a person is told of the days since `start`, and of the next 14."""
    until = status.today + timedelta(SOON)
    known = {(due.entry, due.reason) for due in status.looks}
    to_come = (due for due in revisits_due(status.person, portfolio, until) if (due.entry, due.reason) not in known)
    return OwnNews(
        status=status,
        since=since_last_met(status.person, None, portfolio, links, status.today, start=start),
        looks=(*status.looks, *to_come),
        promises=tuple(one for one in status.promises if one.by is not None and one.by <= until),
        goals=tuple(one for one in status.goals if one.days_left is not None and one.days_left <= SOON),
    )


def shared_news(portfolio: Portfolio, links: Links, start: date, today: date) -> SharedNews:
    """What everybody shared from `start` to `today`. A partial date counts as its first day."""
    new = newest_first(
        entry
        for entry in portfolio.entries.values()
        if entry.kind.in_journal and entry.date is not None and start <= entry.date.first <= today
    )
    named = {competency for entry in new for competency in entries_in(entry.id, "competencies", links)}
    offers = helpers_by_competency(portfolio, links)
    competencies = sorted(named & offers.keys(), key=lambda one: (portfolio.entries[one].title.casefold(), one))
    return SharedNews(
        shared=_one_each_first(new, portfolio),
        lessons=tuple(entry for entry in new if entry.kind_name in LESSONS),
        reached=_reached(new, portfolio, links),
        offers=tuple((one, offers[one]) for one in competencies),
    )


def _one_each_first(entries: Iterable[Entry], portfolio: Portfolio) -> tuple[Entry, ...]:
    """So that whoever writes much crowds out nobody where a list is cut."""
    told: dict[EntryId | None, int] = {}
    turns: list[tuple[int, Entry]] = []
    for entry in entries:
        person = portfolio.persons.get(entry.id)
        told[person] = told.get(person, 0) + 1
        turns.append((told[person], entry))
    return tuple(entry for _, entry in sorted(turns, key=lambda turn: turn[0]))


def _reached(new: Iterable[Entry], portfolio: Portfolio, links: Links) -> tuple[Entry, ...]:
    recent = {entry.id for entry in new}
    return tuple(
        goal
        for goal in portfolio.of_kind("goal")
        if isinstance(goal.fields, GoalFields)
        and goal.fields.status == "done"
        and (goal.id in recent or any(one.source in recent for one in links.backlinks.get(goal.id, ())))
    )
