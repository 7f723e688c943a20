"""What one person has shown, and what others say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio_gen.figures.claims import OTHERS, RATERS, Claimed, newest
from portfolio_gen.figures.index import Index, index_of
from portfolio_gen.figures.targets import aimed_at, targets_for
from portfolio_gen.linking.links import Links
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.model.kinds.evidence import EvidenceFields
from portfolio_gen.model.portfolio import Portfolio

ENOUGH_EVIDENCE = 2
"""With fewer entries of evidence a competency is thin."""
STALE_AFTER = 180
"""Days after which the newest entry is too old."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What one kind of rater says."""

    level: int | None
    """The highest level of the evidence, or the newest of a rater; None if none of the entries names one."""
    date: PartialDate | None
    """When the entry was written that decides; None without one, or if it has no date."""
    entries: int
    """How many stand behind it, those without a level included."""
    entry: EntryId | None
    """The one that decides; of evidence at the same level it is the newest."""


@dataclass(frozen=True, slots=True)
class Strength:
    """How well evidence carries a competency."""

    entries: int
    """Of evidence."""
    newest: PartialDate | None
    """The date of the newest; None if none has a date."""
    forms: tuple[str, ...]
    """The different forms that it has, in the order of the alphabet."""
    attested_by: tuple[str, ...]
    """Those of RATERS who rated besides the person."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands in one competency."""

    competency: EntryId
    ratings: Mapping[str, Rating]
    """By RATERS, in that order; only those that there are."""
    target: int | None
    """The level that the role asks for; None if it asks for none."""
    strength: Strength
    newest: PartialDate | None
    """The date of the newest entry for it, of any kind; None if none has a date."""
    is_thin: bool
    """Whether there are fewer than two entries of evidence; so it is too if there are none."""
    is_stale: bool
    """Whether the newest entry is older than 180 days."""
    is_untouched: bool
    """Whether no entry is about it."""
    is_met: bool | None
    """Whether the level shown reaches the target; None without a target."""
    is_replaced: bool = False
    """Whether another competency has taken its place; what was claimed stays valid, under its own name."""

    @property
    def shown(self) -> int | None:
        """The level shown: the highest that an entry of evidence claims."""
        return self.ratings["evidence"].level if "evidence" in self.ratings else None


def profile_of(
    person: EntryId, portfolio: Portfolio, links: Links, today: date, index: Index | None = None
) -> tuple[Standing, ...]:
    """Where a person stands in each competency of their role, that they claim, or that their goals aim at.

    Those of the role come first and in its order, the others by title. Goals that are done or dropped aim no more.
    Empty for who is none of the people of the site.
    """
    index = index or index_of(portfolio, links)
    if person not in index.claims:
        return ()
    claims: defaultdict[EntryId, list[Claimed]] = defaultdict(list)
    for claim in index.claims[person]:
        claims[claim.competency].append(claim)
    targets = targets_for(person, links)
    others = {*claims, *aimed_at(person, links, index)} - targets.keys()
    return tuple(
        standing(portfolio.entries[competency], claims[competency], targets.get(competency), portfolio, today)
        for competency in (*targets, *sorted(others, key=lambda one: (portfolio.entries[one].title.casefold(), one)))
    )


def standing(
    competency: Entry, claims: Iterable[Claimed], target: int | None, portfolio: Portfolio, today: date
) -> Standing:
    """Where a person stands in a competency, by that person's claims on it, the oldest first."""
    claims = tuple(claims)
    ratings = {rater: rating for rater in RATERS if (rating := _rating(rater, claims)) is not None}
    last = newest(claims)
    when = last.date if last is not None else None
    shown = ratings["evidence"].level if "evidence" in ratings else None
    strength = _strength(claims, ratings, portfolio)
    assert isinstance(competency.fields, CompetencyFields)
    return Standing(
        competency=competency.id,
        ratings=ratings,
        target=target,
        strength=strength,
        newest=when,
        is_thin=strength.entries < ENOUGH_EVIDENCE,
        is_stale=when is not None and (today - when.first).days > STALE_AFTER,
        is_untouched=not claims,
        is_met=(shown or 0) >= target if target is not None else None,
        is_replaced=competency.fields.replaced_by is not None,
    )


def _rating(rater: str, claims: tuple[Claimed, ...]) -> Rating | None:
    own = [claim for claim in claims if claim.rater == rater]
    if not own:
        return None
    levelled = [claim for claim in own if claim.level is not None]
    if rater == "evidence":
        highest = max((claim.level for claim in levelled if claim.level is not None), default=None)
        levelled = [claim for claim in levelled if claim.level == highest]
    deciding = newest(levelled)
    if deciding is None:
        return Rating(None, None, len(own), None)
    return Rating(deciding.level, deciding.date, len(own), deciding.entry)


def _strength(claims: tuple[Claimed, ...], ratings: Mapping[str, Rating], portfolio: Portfolio) -> Strength:
    evidence = [claim for claim in claims if claim.rater == "evidence"]
    last = newest(evidence)
    forms: dict[str, str] = {}
    for claim in evidence:
        fields = portfolio.entries[claim.entry].fields
        if isinstance(fields, EvidenceFields) and fields.form:
            forms.setdefault(fields.form.casefold(), fields.form)
    return Strength(
        entries=len(evidence),
        newest=last.date if last is not None else None,
        forms=tuple(forms[form] for form in sorted(forms)),
        attested_by=tuple(rater for rater in OTHERS if rater in ratings and ratings[rater].level is not None),
    )
