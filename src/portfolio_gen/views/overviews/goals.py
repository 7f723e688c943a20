"""All goals by where they stand."""

from __future__ import annotations

from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.goal_rows import GoalGroup, goal_groups


def goals_view(context: Context, at: str) -> tuple[GoalGroup, ...]:
    """Goals by status, each status by due date."""
    return goal_groups(context, context.portfolio.of_kind("goal"), at)
