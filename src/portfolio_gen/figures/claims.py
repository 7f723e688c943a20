"""What people's entries say about competencies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio_gen.figures.people import people_of
from portfolio_gen.linking.links import Links
from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.assessment import AssessmentFields
from portfolio_gen.model.portfolio import Portfolio

RATERS = ("evidence", "self", "mentor", "peer", "credential")
"""What tells a level, in the order in which it is shown: the evidence, and those who rate."""
OTHERS = ("mentor", "peer", "credential")
"""Those of RATERS who are not the person."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """One competency that an entry is about."""

    entry: EntryId
    person: EntryId
    """Whose entry it is."""
    competency: EntryId
    level: int | None
    """Counted from 1; None if none is named. Of several levels in one entry it is the highest."""
    date: PartialDate | None
    """That of the entry."""
    rater: str | None
    """One of RATERS: "evidence" for evidence, who rates for an assessment; None for other kinds of entry."""


def claims_by_person(portfolio: Portfolio, links: Links) -> Mapping[EntryId, tuple[Claimed, ...]]:
    """What each person's entries say about competencies, the oldest first, those without a date last.

    Each of the people of the site is a key. An entry counts once for a competency, however often it names it.
    Goals only aim, so they claim nothing.
    """
    found: dict[EntryId, list[Claimed]] = {person: [] for person in people_of(portfolio)}
    for entry in portfolio.entries.values():
        person = portfolio.persons.get(entry.id)
        if person in found and entry.kind.in_journal and entry.kind_name != "goal":
            found[person] += _claims(entry, person, links)
    return {person: tuple(sorted(found[person], key=_when)) for person in found}


def day_of(claim: Claimed) -> date:
    """The day that a claim counts for where days are compared; before all others without a date."""
    return claim.date.first if claim.date is not None else date.min


def newest(claims: Iterable[Claimed]) -> Claimed | None:
    """The newest of some claims; of several on one day the first in order of their sources, as in all lists."""
    return max(claims, key=day_of, default=None)


def _claims(entry: Entry, person: EntryId, links: Links) -> Iterable[Claimed]:
    levels: dict[EntryId, int | None] = {}
    for named in links.in_field(entry.id, "competencies"):
        if isinstance(named.target, ToEntry):
            known = levels.get(named.target.id)
            levels[named.target.id] = max(filter(None, (known, named.level)), default=None)
    for competency, level in levels.items():
        yield Claimed(entry.id, person, competency, level, entry.date, _rater(entry))


def _rater(entry: Entry) -> str | None:
    if isinstance(entry.fields, AssessmentFields):
        return entry.fields.rater
    return "evidence" if entry.kind_name == "evidence" else None


def _when(claim: Claimed) -> date:
    return claim.date.first if claim.date is not None else date.max
