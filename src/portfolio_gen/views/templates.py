"""The page templates, ready to be filled in."""

from __future__ import annotations

from functools import cache, partial
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from portfolio_gen.markdown.writing import cell, escaped, one_line
from portfolio_gen.views.context import Context


def rendered(template: str, view: object, context: Context, at: str) -> str:
    """A view as the Markdown of the page at a uri, without blank lines at its ends."""
    text = (
        _environment()
        .get_template(template)
        .render(
            view=view,
            at=at,
            link=partial(context.entry_link, at=at),
            overview=partial(context.overview_link, at=at),
        )
    )
    return text.strip("\n")


@cache
def _environment() -> Environment:
    # Output is Markdown, which the filters escape; HTML escaping would show through.
    environment = Environment(
        loader=FileSystemLoader(Path(str(files("portfolio_templates"))) / "pages"),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        autoescape=False,
    )  # fmt: skip
    environment.filters |= {"words": escaped, "cell": cell, "line": one_line, "plural": plural}
    return environment


def plural(count: int, one: str, many: str) -> str:
    """A number with the noun it counts: "1 entry", "2 entries"."""
    return f"{count} {one if count == 1 else many}"
