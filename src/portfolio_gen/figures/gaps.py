"""What a role asks for, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portfolio_gen.figures.index import Index, index_of
from portfolio_gen.figures.profile import Standing, standing
from portfolio_gen.figures.targets import targets_of
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Gap:
    """One competency that a role asks for, and how far somebody is from it."""

    competency: EntryId
    target: int
    shown: int | None
    """The level shown by evidence; None if none is, or without a person."""
    missing: int
    """How many levels are missing; 0 if the target is met."""
    next_level: int | None
    """The level to reach next; None if the target is met."""
    standing: Standing | None
    """Where the person stands, `target` being that of this role; None without a person."""


def gaps_of(
    role: EntryId,
    person: EntryId | None,
    portfolio: Portfolio,
    links: Links,
    today: date,
    index: Index | None = None,
) -> tuple[Gap, ...]:
    """What a role asks for, what most is missing of first; then what is thin, then what is stale, then in its order.

    The role need not be the person's own. Without a person, or for who is none of the people of the site, all of it
    is missing.
    """
    index = index or index_of(portfolio, links)
    claims = index.claims.get(person, ()) if person is not None else ()
    is_known = person in index.claims
    gaps = []
    for competency, target in targets_of(role, links).items():
        own = (claim for claim in claims if claim.competency == competency)
        stands = standing(portfolio.entries[competency], own, target, portfolio, today) if is_known else None
        gaps.append(_gap(competency, target, stands))
    return tuple(sorted(gaps, key=_urgency))


def _gap(competency: EntryId, target: int, stands: Standing | None) -> Gap:
    shown = stands.shown if stands is not None else None
    missing = max(0, target - (shown or 0))
    return Gap(competency, target, shown, missing, (shown or 0) + 1 if missing else None, stands)


def _urgency(gap: Gap) -> tuple[int, bool, bool]:
    stands = gap.standing
    return -gap.missing, stands is not None and not stands.is_thin, stands is not None and not stands.is_stale
