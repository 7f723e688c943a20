"""How well a group of people covers what is asked of them. It says how many, never who."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from portfolio_gen.figures.index import Index, index_of
from portfolio_gen.figures.profile import Standing, profile_of
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Coverage:
    """One competency, over a group of people."""

    competency: EntryId
    people: int
    """How many of the group are asked for it, claim it or aim at it: those about whom the row speaks."""
    asked: int | None
    """Of how many their role asks it; None if that is nobody, or fewer than may be shown."""
    met: int | None
    """How many of those reach what is asked; None with `asked`."""
    shown: int
    """How many show a level by evidence."""
    thin: int
    """For how many there are fewer than two entries of evidence, those without any included."""
    stale: int
    """For how many the newest entry is older than 180 days."""
    untouched: int
    """For how many no entry is about it."""


def coverage_of(
    persons: Iterable[EntryId],
    portfolio: Portfolio,
    links: Links,
    today: date,
    min_group: int,
    index: Index | None = None,
) -> tuple[Coverage, ...]:
    """How well a group covers each competency that is asked of it, claimed in it or aimed at, by title.

    A row that would speak about fewer people than `min_group` is left out, as if there were none.
    """
    index = index or index_of(portfolio, links)
    found: defaultdict[EntryId, list[Standing]] = defaultdict(list)
    for person in dict.fromkeys(persons):
        for stands in profile_of(person, portfolio, links, today, index):
            found[stands.competency].append(stands)
    return tuple(
        _coverage(competency, found[competency], min_group)
        for competency in sorted(found, key=lambda one: (portfolio.entries[one].title.casefold(), one))
        if len(found[competency]) >= min_group
    )


def _coverage(competency: EntryId, group: Sequence[Standing], min_group: int) -> Coverage:
    asked = [stands for stands in group if stands.target is not None]
    is_told = len(asked) >= max(1, min_group)
    return Coverage(
        competency=competency,
        people=len(group),
        asked=len(asked) if is_told else None,
        met=sum(stands.is_met is True for stands in asked) if is_told else None,
        shown=sum(stands.shown is not None for stands in group),
        thin=sum(stands.is_thin for stands in group),
        stale=sum(stands.is_stale for stands in group),
        untouched=sum(stands.is_untouched for stands in group),
    )
