"""What a person may look at next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from portfolio_gen.figures.goals import goal_figures, goals_of
from portfolio_gen.figures.index import Index, index_of
from portfolio_gen.figures.profile import Standing, profile_of
from portfolio_gen.figures.targets import aimed_at
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.portfolio import Portfolio

Reason = Literal["overdue", "without_movement", "untouched", "thin", "stale"]
REASONS: tuple[Reason, ...] = ("overdue", "without_movement", "untouched", "thin", "stale")
"""Why to look at something, what is most pressing first: two for goals, three for competencies."""


@dataclass(frozen=True, slots=True)
class Attention:
    """A goal or a competency to look at."""

    entry: EntryId
    reasons: tuple[Reason, ...]
    """In the order of REASONS; an untouched competency is not called thin as well."""
    since: date | None
    """The day on which an overdue goal was due, else the newest entry; None without one."""
    is_aimed_at: bool = True
    """Whether it is a goal, or a competency that the role asks for or a goal aims at."""


def attention_for(
    person: EntryId, portfolio: Portfolio, links: Links, today: date, index: Index | None = None
) -> tuple[Attention, ...]:
    """What a person may look at next: goals, then competencies that they aim at, then others; by first reason.

    A competency that has been replaced asks for nothing any more.
    """
    index = index or index_of(portfolio, links)
    found = [*_goals(person, portfolio, links, today, index), *_competencies(person, portfolio, links, today, index)]
    return tuple(sorted(found, key=_urgency))


def _goals(person: EntryId, portfolio: Portfolio, links: Links, today: date, index: Index) -> Iterable[Attention]:
    for goal in goals_of(person, portfolio, index):
        figures = goal_figures(goal, portfolio, links, today)
        reasons: tuple[Reason, ...] = ("overdue",) if figures.is_overdue else ()
        reasons += ("without_movement",) if figures.is_without_movement else ()
        if reasons:
            assert isinstance(goal.fields, GoalFields)
            yield Attention(goal.id, reasons, goal.fields.due if figures.is_overdue else figures.last_moved)


def _competencies(
    person: EntryId, portfolio: Portfolio, links: Links, today: date, index: Index
) -> Iterable[Attention]:
    aims = set(aimed_at(person, links, index))
    for stands in profile_of(person, portfolio, links, today, index):
        reasons = _reasons(stands)
        if reasons and not stands.is_replaced:
            since = stands.newest.first if stands.newest is not None else None
            is_aimed_at = stands.target is not None or stands.competency in aims
            yield Attention(stands.competency, reasons, since, is_aimed_at)


def _reasons(stands: Standing) -> tuple[Reason, ...]:
    if stands.is_untouched:
        return ("untouched",)
    reasons: tuple[Reason, ...] = ("thin",) if stands.is_thin else ()
    return (*reasons, "stale") if stands.is_stale else reasons


def _urgency(attention: Attention) -> tuple[bool, int]:
    return not attention.is_aimed_at, REASONS.index(attention.reasons[0])
