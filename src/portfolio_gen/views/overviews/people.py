"""All people and teams, and who helps with what."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.figures.people import helpers_by_competency, people_of
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.group_rows import Crowd, teams_in_numbers
from portfolio_gen.views.parts.person_rows import PersonRow, helpers, person_rows


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Who is here."""

    names_people: bool
    """Whether the page may name anybody."""
    persons: tuple[PersonRow, ...]
    helpers: tuple[tuple[str, tuple[str, ...]], ...]
    """Competencies by title, each with those who offer help."""
    teams: tuple[Crowd, ...]


def people_view(context: Context, at: str) -> PeopleView:
    """People, who leads first, those who offer help, and teams."""
    return PeopleView(
        context.names_people,
        person_rows(context, people_of(context.portfolio), at),
        helpers(context, helpers_by_competency(context.portfolio, context.links), at),
        teams_in_numbers(context, at),
    )
