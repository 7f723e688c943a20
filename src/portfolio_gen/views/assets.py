"""Files that the pages need to look as they should."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

STYLE_SHEET = "assets/portfolio/portfolio.css"
"""The uri of the style sheet in a site."""


@cache
def site_assets() -> Mapping[str, str]:
    """The text of each file by its uri in the site."""
    folder = files("portfolio_templates") / "assets"
    return {STYLE_SHEET: (folder / "portfolio.css").read_text("utf-8")}
