"""Competencies in lists, by area, with marks of what stands behind each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from portfolio_gen.figures.people import helpers_by_competency, learners_by_competency
from portfolio_gen.figures.profile import Standing, standing
from portfolio_gen.figures.targets import targets_for
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.anchors import level_mark, levels_of
from portfolio_gen.views.parts.areas import by_area
from portfolio_gen.views.parts.evidence_marks import evidence_notes, strength_picture
from portfolio_gen.views.parts.standing_marks import pips

Form = Literal["one", "several", "unnamed", "listed"]
"""Whose the site is: where one person stands, how many of several learn and help, or about nobody in particular; only
names where no figure may be about few."""


@dataclass(frozen=True, slots=True)
class CompetencyRow:
    """One competency in a list; figures that the form of the list has no column for are empty."""

    link: str
    replaced_by: str
    """The competency that has taken its place, as a link; empty if it is in use."""
    evidence: str
    """How many entries of evidence name it; an entry counts once, however often it does."""
    entries: str
    """How many entries about persons name it, of whatever kind."""
    learners: str
    """How many people have an active goal that aims at it."""
    helpers: str
    """How many people offer help with it."""
    shown: str
    """The level that the only person shows by evidence, as Markdown; empty if none is."""
    pips: tuple[str, ...]
    """One for each level: "full", "asked", "open"."""
    strength: str
    """How well the only person's evidence carries it, as a picture; empty without evidence."""
    notes: tuple[str, ...]
    """What to know about that evidence: "thin", "stale" and the like, in words."""


@dataclass(frozen=True, slots=True)
class Area:
    """The competencies of one area."""

    name: str
    """Markdown; empty for those without an area."""
    competencies: tuple[CompetencyRow, ...]
    """By name, those that are replaced last."""


@dataclass(frozen=True, slots=True)
class Areas:
    """Competencies by area."""

    form: Form
    areas: tuple[Area, ...]
    """In the order of the alphabet, those without an area last."""


@dataclass(frozen=True, slots=True)
class _People:
    """Who is on the site, and what concerns them."""

    form: Form
    learners: Mapping[EntryId, tuple[EntryId, ...]]
    helpers: Mapping[EntryId, tuple[EntryId, ...]]
    targets: Mapping[EntryId, int]
    """What the role of the only person asks for."""


def areas(context: Context, competencies: Iterable[Entry], at: str) -> Areas:
    """Competencies by area, with what stands behind each, for the page at a uri."""
    people = _people(context)
    return Areas(
        people.form,
        tuple(
            Area(escaped(name), tuple(_row(context, one, people, at) for one in sorted(found, key=_is_replaced)))
            for name, found in by_area(competencies).items()
        ),
    )


def _is_replaced(competency: Entry) -> bool:
    assert isinstance(competency.fields, CompetencyFields)
    return competency.fields.replaced_by is not None


def _people(context: Context) -> _People:
    if not context.names_people:
        return _People("listed", {}, {}, {})
    persons = tuple(context.index.claims)
    if len(persons) == 1:
        return _People("one", {}, {}, targets_for(persons[0], context.links))
    if not persons:
        return _People("unnamed", {}, {}, {})
    learners = learners_by_competency(context.portfolio, context.links)
    return _People("several", learners, helpers_by_competency(context.portfolio, context.links), {})


def _row(context: Context, competency: Entry, people: _People, at: str) -> CompetencyRow:
    number = context.words.number
    references = context.links.backlinks.get(competency.id, ())
    sources = {reference.source for reference in references if reference.field == "competencies"}
    entries = [context.entry(source) for source in sources if context.entry(source).kind.in_journal]
    replaced_by = context.links.in_field(competency.id, "replaced_by")
    stands = _standing(context, competency, people) if people.form == "one" else None
    return CompetencyRow(
        link=context.entry_link(competency.id, at),
        replaced_by=context.target(replaced_by[0].target, at) if replaced_by else "",
        evidence=number(sum(entry.kind_name == "evidence" for entry in entries)),
        entries=number(len(entries)),
        learners=number(len(people.learners.get(competency.id, ()))),
        helpers=number(len(people.helpers.get(competency.id, ()))),
        shown=level_mark(competency, stands.shown) if stands is not None and stands.shown else "",
        pips=pips(stands.shown, stands.target or 0, len(levels_of(competency))) if stands is not None else (),
        strength=strength_picture(context, stands) if stands is not None else "",
        notes=_notes(context, stands),
    )


def _notes(context: Context, stands: Standing | None) -> tuple[str, ...]:
    # Nobody has to look at what is replaced.
    if stands is None or stands.is_replaced:
        return ()
    return tuple(map(context.words.gettext, evidence_notes(stands)))


def _standing(context: Context, competency: Entry, people: _People) -> Standing:
    claims = context.index.claims_on.get(competency.id, ())
    return standing(competency, claims, people.targets.get(competency.id), context.portfolio, context.today)
