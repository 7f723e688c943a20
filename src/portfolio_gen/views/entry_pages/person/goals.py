"""What a person is working on, and what besides."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.figures.goals import goals_of
from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.goal_rows import GoalGroup, GoalRow, goal_groups

MOST_ACTIVE = 8
"""How many active goals a person's page shows."""
MOST_OTHERS = 5
"""How many goals of each other status it names."""


@dataclass(frozen=True, slots=True)
class Goals:
    """A person's goals."""

    active: tuple[GoalRow, ...]
    """By due date."""
    others: tuple[GoalGroup, ...]
    """Ideas, and what is paused, done or dropped."""
    more: int
    """How many are not shown."""
    overview: str
    """A link to all goals."""


def goals_panel(context: Context, person: Entry, at: str) -> Goals:
    """The goals of a person: those that they work on in full, the others by name."""
    goals = goals_of(person.id, context.portfolio, context.index)
    groups = goal_groups(context, goals, at, about=person.id)
    active = next((group.goals for group in groups if group.status == "active"), ())[:MOST_ACTIVE]
    others = tuple(
        GoalGroup(group.status, group.heading, group.goals[:MOST_OTHERS])
        for group in groups
        if group.status != "active"
    )
    shown = len(active) + sum(len(group.goals) for group in others)
    return Goals(
        active=active,
        others=others,
        more=len(goals) - shown,
        overview=context.overview_link("goals", context.words.gettext("goals"), at),
    )
