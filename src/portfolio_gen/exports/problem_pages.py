"""The page of each problem code: what it means, an example that is wrong, and the same mended."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def problem_page(code: str) -> str:
    """The page of a code as Markdown; it begins with a heading that names the code."""
    return (files("portfolio_templates") / "problems" / f"{code}.md").read_text(encoding="utf-8")
