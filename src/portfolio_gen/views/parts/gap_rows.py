"""What a role asks for beside what somebody has shown, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.figures.gaps import Gap, gaps_of
from portfolio_gen.figures.people import entries_in
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.activity_rows import activity_rows
from portfolio_gen.views.parts.anchors import anchor, level_mark, levels_of
from portfolio_gen.views.parts.evidence_marks import evidence_notes
from portfolio_gen.views.parts.standing_marks import pips

MOST_NEXT = 5
"""How many gaps a person's page shows; the role's page has them all."""


@dataclass(frozen=True, slots=True)
class GapRow:
    """One competency that a role asks for, and how far a person is from it."""

    link: str
    pips: tuple[str, ...]
    """One for each level: "full", "asked", "open"."""
    shown: str
    """The level shown by evidence, as Markdown; empty without evidence."""
    asked: str
    """The level that the role asks for, as Markdown."""
    is_met: bool
    notes: tuple[str, ...]
    """What to know about the evidence: "thin", "stale" and the like, in words."""
    next_level: str
    """The level to reach next, as Markdown; empty if the target is met."""
    next_step: str
    """What that looks like, as Markdown; if the target is met, what would still help, else empty."""
    practice: str
    """An activity that practises it and that the person hasn't logged, as a link; empty if there is none."""


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What a person is missing of what their role asks for."""

    role: str
    """A link to the role."""
    rows: tuple[GapRow, ...]
    """What most is missing of first, at most MOST_NEXT."""
    more: int
    """How many more gaps there are."""


def next_steps(context: Context, person: EntryId, at: str) -> NextSteps | None:
    """The gaps of a person to their own role, for the page at a uri; None without a role or without a gap."""
    role = next(iter(entries_in(person, "role", context.links)), None)
    if role is None:
        return None
    missing = [gap for gap in _gaps(context, role, person) if gap.missing]
    rows = tuple(_row(context, gap, person, at) for gap in missing[:MOST_NEXT])
    return NextSteps(context.entry_link(role, at), rows, len(missing) - len(rows)) if rows else None


def gap_rows(context: Context, role: EntryId, person: EntryId, at: str) -> tuple[GapRow, ...]:
    """The gaps of a person to a role, what most is missing of first, for the page at a uri."""
    return tuple(_row(context, gap, person, at) for gap in _gaps(context, role, person))


def _gaps(context: Context, role: EntryId, person: EntryId) -> tuple[Gap, ...]:
    return gaps_of(role, person, context.portfolio, context.links, context.today, context.index)


def _row(context: Context, gap: Gap, person: EntryId, at: str) -> GapRow:
    competency, words = context.entry(gap.competency), context.words
    return GapRow(
        link=context.entry_link(competency.id, at),
        pips=pips(gap.shown, gap.target, len(levels_of(competency))),
        shown=_shown(context, gap, competency),
        asked=level_mark(competency, gap.target),
        is_met=not gap.missing,
        notes=tuple(map(words.gettext, evidence_notes(gap.standing))) if gap.standing is not None else (),
        next_level=level_mark(competency, gap.next_level) if gap.next_level is not None else "",
        next_step=_next_step(context, gap, competency, at),
        practice=_practice(context, competency, person, at) if gap.missing else "",
    )


def _shown(context: Context, gap: Gap, competency: Entry) -> str:
    if gap.shown is not None:
        return level_mark(competency, gap.shown)
    has_evidence = gap.standing is not None and gap.standing.strength.entries
    return context.words.gettext("no level named") if has_evidence else ""


def _next_step(context: Context, gap: Gap, competency: Entry, at: str) -> str:
    if gap.missing:
        return anchor(context, competency, gap.next_level, at)
    if gap.standing is not None and gap.standing.is_thin:
        return context.words.gettext("A second entry of evidence would make it firm.")
    if gap.standing is not None and gap.standing.is_stale:
        return context.words.gettext("A new entry would show that it still holds.")
    return ""


def _practice(context: Context, competency: Entry, person: EntryId, at: str) -> str:
    references = context.links.backlinks.get(competency.id, ())
    sources = {context.entry(one.source).id for one in references if one.field == "competencies"}
    activities = [context.entry(one) for one in sources if context.entry(one).kind_name == "activity"]
    rows = activity_rows(context, activities, at, by=person)
    return next((row.link for row in rows if not row.tried), "")
