"""What was learnt lately and shared, with what it teaches in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from portfolio_gen.markdown.excerpts import excerpt
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.gist import gist

KINDS = ("reflection", "learning", "challenge")
"""The kinds of entry that tell what somebody learnt."""
MOST = 6
"""How many lessons are shown of a month."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One entry and what it teaches."""

    link: str
    person: str
    """Empty where lists name nobody."""
    date: str
    """In words."""
    label: str
    """What the text is: "Next step"; empty if it is just how the entry begins."""
    text: str
    """Markdown on one line; empty if there is no paragraph."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """The lessons of the newest month that has any."""

    month: str
    """In words; empty if there are no lessons."""
    lessons: tuple[Lesson, ...]
    """Up to MOST, the newest first."""


def lessons_of_the_month(context: Context, at: str) -> Lessons:
    """The newest lessons; entries of which not even the month is known, or of days to come, are left out."""
    found = newest_first(entry for entry in context.portfolio.of_kind(*KINDS) if _is_dated(entry, context))
    if not found or found[0].date is None:
        return Lessons("", ())
    month = found[0].date.first.replace(day=1)
    of_month = (entry for entry in found if entry.date is not None and entry.date.first.replace(day=1) == month)
    return Lessons(context.words.month(month), tuple(_lesson(context, entry, at) for entry in islice(of_month, MOST)))


def _is_dated(entry: Entry, context: Context) -> bool:
    return entry.date is not None and "-" in entry.date.text and entry.date.first <= context.today


def _lesson(context: Context, entry: Entry, at: str) -> Lesson:
    found = gist(context, entry, at)
    return Lesson(
        link=context.entry_link(entry.id, at),
        person=context.author_link(entry, at),
        date=context.words.date(entry.date) if entry.date else "",
        label=found.label if found else "",
        text=found.text if found else escaped(excerpt(context.body(entry))),
    )
