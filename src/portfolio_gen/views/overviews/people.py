"""All persons and teams."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.views.context import Context
from portfolio_gen.views.person_rows import PersonRow, person_rows


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Who is here."""

    persons: tuple[PersonRow, ...]
    teams: tuple[str, ...]
    """Links, by title."""


def people_view(context: Context, at: str) -> PeopleView:
    """Persons, who leads first, and teams."""
    teams = sorted(context.portfolio.of_kind("team"), key=lambda team: (team.title.casefold(), team.id))
    return PeopleView(
        person_rows(context, context.portfolio.of_kind("person"), at),
        tuple(context.entry_link(team.id, at) for team in teams),
    )
