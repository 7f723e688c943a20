"""What stands at an address at which there is nothing: where to look instead."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.views.context import Context

NOT_FOUND = "404.md"
"""The uri of the page; whoever writes one there has that instead."""


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """Ways on from nowhere."""

    title: str
    home: str
    """A link."""
    people: str
    goals: str
    competencies: str
    journal: str


def not_found_view(context: Context) -> NotFoundView:
    """Links to what each site has, wherever its owner has put it."""
    _ = context.words.gettext
    return NotFoundView(
        title=_("This page is not here"),
        home=context.overview_link("home", context.site_name or _("Home"), NOT_FOUND),
        people=context.overview_link("people", _("People"), NOT_FOUND),
        goals=context.overview_link("goals", _("Goals"), NOT_FOUND),
        competencies=context.overview_link("competencies", _("Competencies"), NOT_FOUND),
        journal=context.overview_link("journal", _("Journal"), NOT_FOUND),
    )
