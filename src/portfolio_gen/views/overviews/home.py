"""The way in: who is here, what they work on, and what is new."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.goal_rows import GoalRow, goal_groups
from portfolio_gen.views.person_rows import PersonRow, person_rows
from portfolio_gen.views.rows import Row, rows

RECENT = 10
"""How many entries the home page lists."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page shows."""

    is_empty: bool
    """Whether there is nothing to show yet, so that the page says what to do first."""
    goals: tuple[GoalRow, ...]
    """Active goals, by due date."""
    recent: tuple[Row, ...]
    """The newest first."""
    persons: tuple[PersonRow, ...]
    competencies: int
    """How many there are."""


def home_view(context: Context, at: str) -> HomeView:
    """Active goals, newest entries and persons."""
    entries = [entry for entry in context.portfolio.entries.values() if entry.kind.in_journal]
    groups = goal_groups(context, [entry for entry in entries if entry.kind_name == "goal"], at)
    return HomeView(
        is_empty=not entries,
        goals=next((group.goals for group in groups if group.status == "active"), ()),
        recent=rows(context, newest_first(entries)[:RECENT], at),
        persons=person_rows(context, context.portfolio.of_kind("person"), at),
        competencies=len(context.portfolio.of_kind("competency")),
    )
