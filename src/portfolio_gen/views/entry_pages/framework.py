"""A framework: the competencies that belong to it."""

from __future__ import annotations

from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.competency_rows import Areas, areas


def framework_view(context: Context, entry: Entry) -> Areas:
    """The competencies that name the framework as theirs, by area."""
    own = {
        reference.source for reference in context.links.backlinks.get(entry.id, ()) if reference.field == "framework"
    }
    return areas(context, [context.entry(competency) for competency in own], entry.uri)
