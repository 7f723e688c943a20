"""Files that the pages need to look and work as they should."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

STYLE_SHEET = "assets/portfolio/portfolio.css"
"""The uri of the style sheet in a site."""
SCRIPT = "assets/portfolio/portfolio.js"
"""The uri of the script in a site. Every page says all that it has to say without it."""

JOURNAL_FILTERS = "assets/portfolio/journal-filters.js"
"""The uri of the script that the journal's pages ask for when a reader filters them; it reads the journal's index."""


@cache
def site_assets() -> Mapping[str, str]:
    """The text of each file by its uri in the site."""
    return {
        STYLE_SHEET: _joined("style", ".css"),
        SCRIPT: _joined("script", ".js"),
        JOURNAL_FILTERS: (files("portfolio_templates") / "assets" / "journal-filters.js").read_text("utf-8"),
    }


def _joined(folder: str, ending: str) -> str:
    """The files of a folder one after the other, in the order of their names: a site asks for one file."""
    found = sorted((files("portfolio_templates") / "assets" / folder).iterdir(), key=lambda file: file.name)
    return "\n".join(file.read_text("utf-8") for file in found if file.name.endswith(ending))
