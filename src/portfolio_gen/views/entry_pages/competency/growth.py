"""How levels in a competency changed over time, for each person apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from portfolio_gen.charts.steps import Line, steps
from portfolio_gen.figures.growth import Step, growth_of
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.views.context import Context
from portfolio_gen.views.journal_links import journal_link
from portfolio_gen.views.parts.anchors import level_mark, level_names
from portfolio_gen.views.parts.evidence_marks import short_date
from portfolio_gen.views.parts.person_rows import people_in_order
from portfolio_gen.views.parts.standing_marks import RATER_WORDS

FEW = 6
"""Of how many persons a page shows the growth. Of more it would be a wall of pictures that invites to compare."""
MOST_STEPS = 16
"""How many steps of one person a picture and its table show, the newest."""


@dataclass(frozen=True, slots=True)
class GrowthRow:
    """One step of one line."""

    date: str
    level: str
    """As Markdown."""
    rater: str
    """Who says so, in words."""
    link: str
    """The entry that says so."""


@dataclass(frozen=True, slots=True)
class Growth:
    """The growth of one person."""

    person: str
    """A link; empty on a site of one person."""
    picture: str
    """The lines."""
    rows: tuple[GrowthRow, ...]
    """The steps, the newest first."""
    more: str
    """A link to the journal if there are earlier steps; empty if there aren't."""


def growth(context: Context, competency: Entry) -> tuple[Growth, ...]:
    """Growth by person, by name; empty where lists name nobody, and for more than a few persons.

    Who has a single step is left out: it is no growth yet, and the lists on the page have it.
    """
    lines = growth_of(competency.id, context.portfolio, context.links, index=context.index)
    found = {person: own for person, own in lines.items() if sum(map(len, own.values())) > 1}
    if not context.names_people or len(found) > FEW:
        return ()
    return tuple(_growth(context, competency, person, found[person]) for person in people_in_order(context, found))


def _growth(context: Context, competency: Entry, person: EntryId, lines: Mapping[str, tuple[Step, ...]]) -> Growth:
    told = [(step, rater) for rater, line in lines.items() for step in line]
    told.sort(key=lambda one: one[0].date, reverse=True)
    return Growth(
        person=context.entry_link(person, competency.uri) if len(context.index.claims) > 1 else "",
        picture=_picture(context, competency, person, lines, told[:MOST_STEPS][-1][0].date),
        rows=tuple(_row(context, competency, step, rater) for step, rater in told[:MOST_STEPS]),
        more=_earlier(context, competency) if len(told) > MOST_STEPS else "",
    )


def _row(context: Context, competency: Entry, step: Step, rater: str) -> GrowthRow:
    entry = context.entry(step.entry)
    return GrowthRow(
        date=short_date(context, entry.date) if entry.date else "",
        level=level_mark(competency, step.level),
        rater=context.words.gettext(RATER_WORDS[rater]),
        link=context.entry_link(step.entry, competency.uri),
    )


def _earlier(context: Context, competency: Entry) -> str:
    words = context.words.gettext("Earlier steps are in the journal")
    return journal_link(context, words, competency.uri, competency=competency.id)


def _picture(
    context: Context, competency: Entry, person: EntryId, lines: Mapping[str, tuple[Step, ...]], start: date
) -> str:
    words = context.words
    every = [step for line in lines.values() for step in line]
    names = {"competency": competency.title, "person": context.entry(person).title}
    return steps(
        [
            Line(words.gettext(RATER_WORDS[rater]), f"pf-{rater}", [(step.date, step.level) for step in line])
            for rater, line in lines.items()
        ],
        level_names(words, competency, max(step.level for step in every)),
        start,
        max(context.today, max(step.date for step in every)),
        words.gettext("%(competency)s: the levels of %(person)s over time", **names),
        words.gettext("One line for each kind of rating. The table has the same steps."),
        words,
    )
