"""The page templates, ready to be filled in."""

from __future__ import annotations

from functools import cache, partial
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from portfolio_gen.markdown.writing import cell, escaped, one_line
from portfolio_gen.views.context import Context
from portfolio_gen.wording.words import Words


def rendered(template: str, view: object, context: Context, at: str) -> str:
    """A view as the Markdown of the page at a uri, without blank lines at its ends."""
    text = (
        _environment(context.words)
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
def _environment(words: Words) -> Environment:
    # Output is Markdown, which the filters escape; HTML escaping would show through.
    environment = Environment(
        loader=FileSystemLoader(Path(str(files("portfolio_templates"))) / "pages"), extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        autoescape=False, auto_reload=False,
    )  # fmt: skip
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # Of the extension: it hands on the values.
    environment.globals |= {"_": words.gettext, "gettext": words.gettext, "pgettext": words.pgettext}
    environment.globals["ngettext"] = words.ngettext
    environment.filters |= {"words": escaped, "cell": cell, "line": one_line}
    return environment
