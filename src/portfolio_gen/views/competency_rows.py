"""Competencies in lists, by area."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.views.context import Context

COLUMNS = ("goal", "evidence", "reflection", "feedback")
"""The kinds of entry that are counted apart."""


@dataclass(frozen=True, slots=True)
class CompetencyRow:
    """One competency in a list, and how much stands behind it."""

    link: str
    is_replaced: bool
    """Whether another competency has taken its place."""
    counts: tuple[int, ...]
    """How many entries of each kind of COLUMNS name it; an entry counts once, however often it does."""
    entries: int
    """How many entries about persons name it, of whatever kind."""


@dataclass(frozen=True, slots=True)
class Area:
    """The competencies of one area."""

    name: str
    """Markdown; empty for those without an area."""
    competencies: tuple[CompetencyRow, ...]
    """By name."""


def areas(context: Context, competencies: Iterable[Entry], at: str) -> tuple[Area, ...]:
    """Competencies by area, both in the order of the alphabet, those without an area last."""
    by_area: defaultdict[str, list[Entry]] = defaultdict(list)
    for competency in competencies:
        assert isinstance(competency.fields, CompetencyFields)
        by_area[competency.fields.area or ""].append(competency)
    return tuple(
        Area(escaped(name), tuple(_row(context, one, at) for one in sorted(by_area[name], key=_by_name)))
        for name in sorted(by_area, key=lambda name: (not name, name.casefold(), name))
    )


def _by_name(competency: Entry) -> tuple[str, str]:
    return competency.title.casefold(), competency.id


def _row(context: Context, competency: Entry, at: str) -> CompetencyRow:
    assert isinstance(competency.fields, CompetencyFields)
    sources = {
        reference.source
        for reference in context.links.backlinks.get(competency.id, ())
        if reference.field == "competencies"
    }
    kinds = Counter(context.entry(source).kind_name for source in sources if context.entry(source).kind.in_journal)
    return CompetencyRow(
        link=context.entry_link(competency.id, at),
        is_replaced=competency.fields.replaced_by is not None,
        counts=tuple(kinds[kind] for kind in COLUMNS),
        entries=kinds.total(),
    )
