"""In which weeks a person wrote, for that person alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portfolio_gen.charts.weeks import weeks
from portfolio_gen.figures.rhythm import Week, weeks_of
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.person import PersonFields
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages.person.own import is_for

FORGIVEN = 14
"""Days from the last week with an entry to the present one in which nothing is said: one week without is none."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The weeks of the last year."""

    picture: str
    summary: str
    kindness: str
    """What follows from it; never a reproach."""
    months: tuple[str, ...]
    """In how many weeks of each month something was written, the oldest first; months without are left out."""
    cue: str
    """What reminds the person to write, as Markdown; empty without one."""


def rhythm_panel(context: Context, person: Entry) -> Rhythm | None:
    """The rhythm of the person for whom the site is; None on anybody else's page and in any other build."""
    if not is_for(context, person):
        return None
    found = weeks_of(person.id, context.portfolio, context.today, context.index)
    written = [week for week in found if week.is_written]
    words = context.words
    summary = words.ngettext(
        "You wrote in %(num)s week of the last year.", "You wrote in %(num)s weeks of the last year.", len(written)
    )
    assert isinstance(person.fields, PersonFields)
    return Rhythm(
        picture=_picture(context, found, summary),
        summary=summary,
        kindness=_kindness(context, written, found[-1].monday),
        months=_months(context, written),
        cue=escaped((person.fields.cue or "").rstrip(".")),
    )


def _picture(context: Context, found: Sequence[Week], summary: str) -> str:
    names = [context.words.month_name(date(2026, month, 1)) for month in range(1, 13)]
    title = context.words.gettext("Weeks with an entry")
    return weeks([(week.monday, week.is_written) for week in found], title, summary, names)


def _kindness(context: Context, written: Sequence[Week], now: date) -> str:
    words = context.words
    if not written:
        return words.gettext("Any week is a good one to begin. Three lines are an entry.")
    if (now - written[-1].monday).days <= FORGIVEN:
        return words.gettext("You are in it. Nothing is lost if a week goes by without.")
    last = words.day(written[-1].monday)
    return words.gettext("Last in the week of %(day)s. Three lines today, and you are back.", day=last)


def _months(context: Context, written: Sequence[Week]) -> tuple[str, ...]:
    # A week belongs to the month of its Thursday, as it does to the year (ISO 8601).
    counts = Counter((week.monday + timedelta(days=3)).replace(day=1) for week in written)
    return tuple(
        context.words.ngettext("%(month)s: %(num)s week", "%(month)s: %(num)s weeks", counts[month], month=name)
        for month, name in ((month, context.words.month(month)) for month in sorted(counts))
    )
