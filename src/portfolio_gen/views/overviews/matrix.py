"""Who has shown what, or which team: only what each person shared, in the order of names and never of levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio_gen.figures.people import entries_in, members_of, people_of
from portfolio_gen.model.entry import EntryId
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.group_rows import GroupFigure, group_figures
from portfolio_gen.views.parts.matrix_rows import Table, group_tables, people_tables
from portfolio_gen.views.parts.person_rows import people_in_order


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The whole matrix."""

    names_people: bool
    """Whether its lines are people; else its columns are teams."""
    tables: tuple[Table, ...]
    """One for each area."""
    untouched: int
    """How many competencies stand in none of them."""


def matrix_view(context: Context, at: str) -> MatrixView:
    """People against competencies; where nobody is named, competencies against teams."""
    if context.names_people:
        tables = people_tables(context, people_in_order(context, people_of(context.portfolio)), at)
        used = sum(len(table.columns) for table in tables)
    else:
        tables = group_tables(context, _groups(context, at), at)
        used = sum(len(table.lines) for table in tables)
    return MatrixView(context.names_people, tables, len(context.portfolio.of_kind("competency")) - used)


def _groups(context: Context, at: str) -> Mapping[str, Mapping[EntryId, GroupFigure]]:
    """The teams by link, then all who are in none, each with its figures; groups without any are left out.

    Nobody is in two of them, and there are no sums, so that none tells anything about another.
    """
    teams = sorted(context.portfolio.of_kind("team"), key=lambda team: (team.title.casefold(), team.id))
    groups = {context.entry_link(team.id, at): members_of(team.id, context.portfolio, context.links) for team in teams}
    alone = (one for one in people_of(context.portfolio) if not entries_in(one, "team", context.links))
    groups[context.words.gettext("In no team")] = tuple(alone)
    found = {name: group_figures(context, members) for name, members in groups.items()}
    return {name: figures for name, figures in found.items() if figures}
