"""Pages about everything. A new overview is a module here, a template of the same name, and a line in OVERVIEWS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from portfolio_gen.views.context import Context
from portfolio_gen.views.overviews.competencies import competencies_view
from portfolio_gen.views.overviews.goals import goals_view
from portfolio_gen.views.overviews.home import home_view
from portfolio_gen.views.overviews.journal import journal_view
from portfolio_gen.views.overviews.map import map_view
from portfolio_gen.views.overviews.matrix import matrix_view
from portfolio_gen.views.overviews.people import people_view
from portfolio_gen.views.overviews.since import since_view
from portfolio_gen.wording.marking import gettext_noop


@dataclass(frozen=True, slots=True)
class Overview:
    """A page about everything, generated unless somebody has written one at its place."""

    uri: str
    title: str
    """Empty for the home page, which has the site's name."""
    view: Callable[[Context, str], object]
    """What it shows, for the page at a uri."""
    is_for_reader: bool = False
    """Whether it is generated only for a site that somebody in particular reads."""


OVERVIEWS: Mapping[str, Overview] = {
    "home": Overview("index.md", "", home_view),
    "since": Overview("since/index.md", gettext_noop("Since we last met"), since_view, is_for_reader=True),
    "competencies": Overview("competencies/index.md", gettext_noop("Competencies"), competencies_view),
    "people": Overview("people/index.md", gettext_noop("People"), people_view),
    "matrix": Overview("matrix/index.md", gettext_noop("Matrix"), matrix_view),
    "goals": Overview("goals/index.md", gettext_noop("Goals"), goals_view),
    "map": Overview("map/index.md", gettext_noop("Map"), map_view),
    "journal": Overview("journal/index.md", gettext_noop("Journal"), journal_view),
}
"""By the name with which a written page places one ("<!-- portfolio: goals -->"), in the order of the navigation."""
