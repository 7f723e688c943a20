"""All competencies by area, with what stands behind each; frameworks, roles and activities."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.activity_rows import ActivityRow, activity_rows
from portfolio_gen.views.parts.competency_rows import Areas, areas


@dataclass(frozen=True, slots=True)
class CompetenciesView:
    """What can be learnt here."""

    areas: Areas
    frameworks: tuple[str, ...]
    """Links, by title."""
    roles: tuple[str, ...]
    """Links, by title."""
    activities: tuple[ActivityRow, ...]
    """Those not yet logged first, then by title."""


def competencies_view(context: Context, at: str) -> CompetenciesView:
    """Everything that is about no person."""

    def links(kind: str) -> tuple[str, ...]:
        found = sorted(context.portfolio.of_kind(kind), key=lambda entry: (entry.title.casefold(), entry.id))
        return tuple(context.entry_link(entry.id, at) for entry in found)

    return CompetenciesView(
        areas(context, context.portfolio.of_kind("competency"), at),
        links("framework"),
        links("role"),
        activity_rows(context, context.portfolio.of_kind("activity"), at),
    )
