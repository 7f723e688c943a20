"""A team: who is in it."""

from __future__ import annotations

from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.views.person_rows import PersonRow, person_rows


def team_view(context: Context, entry: Entry) -> tuple[PersonRow, ...]:
    """The persons who name the team as theirs."""
    members = {reference.source for reference in context.links.backlinks.get(entry.id, ()) if reference.field == "team"}
    return person_rows(context, [context.entry(member) for member in members], entry.uri)
