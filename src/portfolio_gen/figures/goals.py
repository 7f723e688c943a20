"""Goals: what moved them, and whether time runs out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portfolio_gen.figures.index import Index, entries_of
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.portfolio import Portfolio

MOVED_WITHIN = 30
"""Days within which an entry has to refer to an active goal."""


@dataclass(frozen=True, slots=True)
class GoalFigures:
    """How a goal goes."""

    goal: EntryId
    last_moved: date | None
    """The day of the newest entry that refers to it; None if none has a date."""
    is_without_movement: bool
    """Whether it is active and no entry of the last 30 days refers to it."""
    is_overdue: bool
    """Whether it is active and was due before today."""
    days_left: int | None
    """Days until it is due, negative when that is past; None without a date."""
    story: tuple[EntryId, ...]
    """The entries that refer to it, the oldest first, those without a date last."""


def goal_figures(goal: Entry, portfolio: Portfolio, links: Links, today: date) -> GoalFigures:
    """How a goal goes. What refers to it in a field or in a text moves it, whoever wrote it; pages don't."""
    assert isinstance(goal.fields, GoalFields)
    sources = {reference.source for reference in links.backlinks.get(goal.id, ())}
    story = sorted((portfolio.entries[source] for source in sources), key=_when)
    story = [entry for entry in story if entry.kind.in_journal]
    last = max((entry.date.first for entry in story if entry.date is not None), default=None)
    is_active, due = goal.fields.status == "active", goal.fields.due
    return GoalFigures(
        goal=goal.id,
        last_moved=last,
        is_without_movement=is_active and (last is None or (today - last).days > MOVED_WITHIN),
        is_overdue=is_active and due is not None and due < today,
        days_left=(due - today).days if due is not None else None,
        story=tuple(entry.id for entry in story),
    )


def goals_of(person: EntryId, portfolio: Portfolio, index: Index | None = None) -> tuple[Entry, ...]:
    """A person's goals by the day on which they are due, those without one last."""
    goals = (entry for entry in entries_of(person, portfolio, index) if entry.kind_name == "goal")
    return tuple(sorted(goals, key=_due))


def _when(entry: Entry) -> tuple[date, str]:
    return entry.date.first if entry.date is not None else date.max, entry.uri


def _due(goal: Entry) -> date:
    assert isinstance(goal.fields, GoalFields)
    return goal.fields.due or date.max
