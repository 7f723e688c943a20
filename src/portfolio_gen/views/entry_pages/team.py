"""A team: who is in it, and how what they shared covers the roles that it needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portfolio_gen.figures.people import entries_in, members_of
from portfolio_gen.figures.profile import profile_of
from portfolio_gen.figures.targets import targets_of
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.group_rows import group_figures
from portfolio_gen.views.parts.matrix_rows import Table, group_tables
from portfolio_gen.views.parts.person_rows import PersonRow, people_in_order, person_rows
from portfolio_gen.views.parts.rows import level_name


@dataclass(frozen=True, slots=True)
class Need:
    """What a role asks for, and who in the team has shown it."""

    link: str
    level: str
    """In words."""
    shown_by: tuple[str, ...]
    """Links to those who have shown this level or more, by name, those who lead first."""
    sharing: int
    """How many have shared anything about it, they included."""


@dataclass(frozen=True, slots=True)
class RoleNeeds:
    """A role that the team needs or that somebody in it has."""

    link: str
    needs: tuple[Need, ...]
    """In the role's order."""


@dataclass(frozen=True, slots=True)
class TeamView:
    """What stands below the text of a team."""

    names_people: bool
    members: tuple[PersonRow, ...]
    roles: tuple[RoleNeeds, ...]
    groups: tuple[Table, ...]
    """Where nobody is named: how many of the team have shown what their roles ask, by area."""


def team_view(context: Context, entry: Entry) -> TeamView:
    """The people who name the team as theirs, and what its roles ask for."""
    members = members_of(entry.id, context.portfolio, context.links)
    if not context.names_people:
        name = context.words.gettext("Shown by")
        figures = group_figures(context, members)
        return TeamView(False, (), (), group_tables(context, {name: figures}, entry.uri))
    return TeamView(True, person_rows(context, members, entry.uri), _roles(context, entry, members), ())


def _roles(context: Context, team: Entry, members: Iterable[EntryId]) -> tuple[RoleNeeds, ...]:
    people = people_in_order(context, members)
    named = (*entries_in(team.id, "roles", context.links), *(
        role for person in people for role in entries_in(person, "role", context.links)
    ))  # fmt: skip
    shown: dict[EntryId, dict[EntryId, int]] = {}
    for person in people:
        for stands in profile_of(person, context.portfolio, context.links, context.today, context.index):
            if not stands.is_untouched:
                shown.setdefault(stands.competency, {})[person] = stands.shown or 0
    found = (
        RoleNeeds(
            context.entry_link(role, team.uri),
            tuple(
                _need(context, competency, level, shown.get(competency, {}), team.uri)
                for competency, level in targets_of(role, context.links).items()
            ),
        )
        for role in dict.fromkeys(named)
    )
    return tuple(role for role in found if role.needs and people)


def _need(context: Context, competency: EntryId, level: int, shown: dict[EntryId, int], at: str) -> Need:
    return Need(
        context.entry_link(competency, at),
        level_name(context.words, context.entry(competency), level),
        tuple(context.entry_link(person, at) for person, reached in shown.items() if reached >= level),
        len(shown),
    )
