"""Goals in lists, by where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from portfolio_gen.model.dates import in_words
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.goal import GoalFields, Status
from portfolio_gen.views.context import Context
from portfolio_gen.views.rows import claimed

_ORDER = ("active", "idea", "paused", "done", "dropped")
"""What people work on comes first."""

assert sorted(_ORDER) == sorted(get_args(Status))


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal in a list."""

    link: str
    person: str
    """Empty on that person's own page."""
    due: str
    """In words; empty without a date."""
    is_overdue: bool
    progress: str
    """In per cent; empty if nothing is said."""
    competencies: tuple[str, ...]
    """What it aims at, as links."""


@dataclass(frozen=True, slots=True)
class GoalGroup:
    """Goals that stand alike."""

    status: str
    goals: tuple[GoalRow, ...]
    """By due date, those without one last."""


def goal_groups(
    context: Context, goals: Iterable[Entry], at: str, *, about: EntryId | None = None
) -> tuple[GoalGroup, ...]:
    """Goals by status, what people work on first; a status without goals is left out."""
    found = list(goals)
    groups = (
        GoalGroup(
            status,
            tuple(
                _row(context, goal, at, about) for goal in sorted(found, key=_by_due) if _fields(goal).status == status
            ),
        )
        for status in _ORDER
    )
    return tuple(group for group in groups if group.goals)


def _fields(goal: Entry) -> GoalFields:
    assert isinstance(goal.fields, GoalFields)
    return goal.fields


def _by_due(goal: Entry) -> tuple[date, str]:
    return _fields(goal).due or date.max, goal.uri


def _row(context: Context, goal: Entry, at: str, about: EntryId | None) -> GoalRow:
    fields = _fields(goal)
    is_about = about is not None and context.portfolio.persons.get(goal.id) == about
    return GoalRow(
        link=context.entry_link(goal.id, at),
        person="" if is_about else context.person_link(goal, at),
        due=in_words(fields.due) if fields.due else "",
        is_overdue=fields.status == "active" and fields.due is not None and fields.due < context.today,
        progress=f"{fields.progress} %" if fields.progress is not None else "",
        competencies=tuple(context.target(named.target, at) for named, _ in claimed(context, goal)),
    )
