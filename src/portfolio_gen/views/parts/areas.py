"""Competencies by the part of their framework that they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.competency import CompetencyFields


def by_area(competencies: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    """Competencies by area, both in the order of the alphabet; those without an area are last, under ""."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for competency in sorted(competencies, key=lambda one: (one.title.casefold(), one.id)):
        assert isinstance(competency.fields, CompetencyFields)
        found[competency.fields.area or ""].append(competency)
    return {area: tuple(found[area]) for area in sorted(found, key=lambda area: (not area, area.casefold(), area))}
