"""Pages about everything. A new overview is a module here, a template of the same name, and a line in OVERVIEWS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from portfolio_gen.views.context import Context
from portfolio_gen.views.overviews.competencies import competencies_view
from portfolio_gen.views.overviews.goals import goals_view
from portfolio_gen.views.overviews.home import home_view
from portfolio_gen.views.overviews.journal import journal_view
from portfolio_gen.views.overviews.people import people_view


@dataclass(frozen=True, slots=True)
class Overview:
    """A page about everything, generated unless somebody has written one at its place."""

    uri: str
    title: str
    """Empty for the home page, which has the site's name."""
    view: Callable[[Context, str], object]
    """What it shows, for the page at a uri."""


OVERVIEWS: Mapping[str, Overview] = {
    "home": Overview("index.md", "", home_view),
    "competencies": Overview("competencies/index.md", "Competencies", competencies_view),
    "people": Overview("people/index.md", "People", people_view),
    "goals": Overview("goals/index.md", "Goals", goals_view),
    "journal": Overview("journal/index.md", "Journal", journal_view),
}
"""By the name with which a written page places one ("<!-- portfolio: goals -->"), in the order of the navigation."""
