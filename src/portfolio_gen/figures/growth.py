"""How levels changed over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio_gen.figures.claims import RATERS, Claimed
from portfolio_gen.figures.index import Index, index_of
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Step:
    """A level from one day on."""

    date: date
    level: int
    entry: EntryId
    """The one that says so."""


def growth_of(
    competency: EntryId,
    portfolio: Portfolio,
    links: Links,
    person: EntryId | None = None,
    index: Index | None = None,
) -> Mapping[EntryId, Mapping[str, tuple[Step, ...]]]:
    """The levels over time in a competency, by person and rater; of one person only, if one is named.

    Each rater's steps are in order of time, one a day. Evidence makes a step each time that it shows a higher level
    than before, a rater with each assessment. What has no date or no level is left out, and so is who has no step.
    Persons come by name, raters in the order of RATERS.
    """
    index = index or index_of(portfolio, links)
    found: defaultdict[EntryId, list[Claimed]] = defaultdict(list)
    for claim in index.claims_on.get(competency, ()):
        if claim.date is not None and claim.level is not None and person in (None, claim.person):
            found[claim.person].append(claim)
    lines = {one: _lines(claims) for one, claims in found.items()}
    return {one: own for one, own in lines.items() if own}


def _lines(claims: Iterable[Claimed]) -> Mapping[str, tuple[Step, ...]]:
    by_rater: defaultdict[str | None, list[Step]] = defaultdict(list)
    for claim in claims:
        if claim.date is not None and claim.level is not None:
            by_rater[claim.rater].append(Step(claim.date.first, claim.level, claim.entry))
    return {
        rater: _rises(by_rater[rater]) if rater == "evidence" else _by_day(by_rater[rater])
        for rater in RATERS
        if rater in by_rater
    }


def _rises(steps: Iterable[Step]) -> tuple[Step, ...]:
    rises: list[Step] = []
    for step in sorted(steps, key=lambda step: (step.date, -step.level)):
        if not rises or step.level > rises[-1].level:
            rises.append(step)
    return tuple(rises)


def _by_day(steps: Iterable[Step]) -> tuple[Step, ...]:
    days: dict[date, Step] = {}
    for step in steps:
        days.setdefault(step.date, step)
    return tuple(days.values())
