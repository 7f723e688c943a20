"""Markdown as HTML that is safe to open: what runs, asks or covers is gone."""

from __future__ import annotations

import re
from typing import Any

import markdown
from portfolio_gen.cleaning.html import clean_html
from portfolio_gen.markdown.writing import PAGE_EXTENSIONS, slug

_EXTENSIONS = (
    *PAGE_EXTENSIONS, "abbr", "admonition", "def_list", "footnotes", "sane_lists", "toc",
    "pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde",
)  # fmt: skip
"""What our own pages need, and what most people write by hand; a document knows no host's configuration."""
_OPEN = re.compile(r"<details(?![^>]* open)")


def html_fragment(text: str, *, level: int = 1) -> str:
    """Markdown as clean HTML; its headings of the first level become such of `level`."""
    options: dict[str, dict[str, Any]] = {
        "toc": {"baselevel": level, "slugify": lambda value, _separator: slug(value)},
        "footnotes": {"UNIQUE_IDS": True},
        "pymdownx.superfences": {"disable_indented_code_blocks": False},
    }
    rendered = markdown.Markdown(extensions=list(_EXTENSIONS), extension_configs=options).convert(text)
    # On paper nobody can open what is closed.
    return _OPEN.sub("<details open", clean_html(rendered))
