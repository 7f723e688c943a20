"""The line at the end of each page: for whom it was built, and when."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.markdown.writing import escaped
from portfolio_gen.views.context import Context
from portfolio_gen.views.templates import rendered
from portfolio_gen.wording.words import AUDIENCES


@dataclass(frozen=True, slots=True)
class AudienceLine:
    """Who may read a page. Printed, it stands on each sheet, so it says what page that is from."""

    site_name: str
    title: str
    """Of the page; the same as `site_name` on a home page that nobody has named."""
    audience: str
    """In words: "the team"."""
    reader: str
    """The name of the one person for whom it is besides; empty if there is none."""
    day: str
    is_preview: bool


def audience_line(context: Context, title: str) -> str:
    """The line for a page with a title, as Markdown."""
    view = AudienceLine(
        site_name=escaped(context.site_name),
        title=escaped(title),
        audience=context.words.gettext(AUDIENCES[str(context.audience)]),
        reader=escaped(context.reader),
        day=context.words.day(context.today),
        is_preview=context.is_preview,
    )
    return rendered("audience.md.jinja", view, context, "")
