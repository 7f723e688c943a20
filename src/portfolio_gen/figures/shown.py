"""What stands behind each competency in a time, the strongest first, and who rated it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portfolio_gen.figures.claims import Claimed
from portfolio_gen.figures.endorsement import is_by_others
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.assessment import AssessmentFields
from portfolio_gen.model.kinds.evidence import EvidenceFields
from portfolio_gen.model.portfolio import Portfolio

_RANKS = {"evidence": 0, "learning": 3, "reflection": 4}


@dataclass(frozen=True, slots=True)
class Shown:
    """One competency, and what stands behind it in the time."""

    competency: EntryId
    level: int | None
    """The highest that evidence of the time claims; None if none names one."""
    entries: tuple[EntryId, ...]
    """The strongest first; ratings of oneself are among `self_ratings`, and goals only aim."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A level that somebody gave in the time."""

    entry: EntryId
    competency: EntryId
    level: int | None


def strength(entry: Entry, level: int | None) -> tuple[int, int, bool, int, str]:
    """A key by which the strongest comes first.

    What claims a higher level, then evidence before ratings by others, feedback by others, learning, reflections and
    the rest, then what says what it changed, then what is newer.
    """
    if isinstance(entry.fields, AssessmentFields) and is_by_others(entry):
        rank = 1
    else:
        rank = 2 if is_by_others(entry) else _RANKS.get(entry.kind_name, 5)
    has_impact = isinstance(entry.fields, EvidenceFields) and bool(entry.fields.impact)
    day = entry.date.first.toordinal() if entry.date is not None else 0
    return -(level or 0), rank, not has_impact, -day, entry.uri


def shown_by_competency(claims: Iterable[Claimed], portfolio: Portfolio) -> list[Shown]:
    """What claims show: the highest level first, then the most evidence, then by title."""
    by_competency: defaultdict[EntryId, list[Claimed]] = defaultdict(list)
    for claim in claims:
        if claim.rater != "self":
            by_competency[claim.competency].append(claim)
    found: list[tuple[tuple[int, int, str, str], Shown]] = []
    for competency, own in by_competency.items():
        levels = [claim.level for claim in own if claim.rater == "evidence" and claim.level is not None]
        ordered = sorted(own, key=lambda claim: strength(portfolio.entries[claim.entry], claim.level))
        evidence = sum(claim.rater == "evidence" for claim in own)
        title = portfolio.entries[competency].title
        key = (-max(levels, default=0), -evidence, title.casefold(), competency)
        found.append((key, Shown(competency, max(levels, default=None), tuple(claim.entry for claim in ordered))))
    return [shown for _, shown in sorted(found, key=lambda one: one[0])]


def rated(entries: Iterable[Entry], claims: Iterable[Claimed], *, is_own: bool) -> Iterator[Rated]:
    """The levels that assessments among the entries give: one's own, or those of others."""
    by_entry: defaultdict[EntryId, list[Claimed]] = defaultdict(list)
    for claim in claims:
        by_entry[claim.entry].append(claim)
    for entry in entries:
        if isinstance(entry.fields, AssessmentFields) and (entry.fields.rater == "self") is is_own:
            yield from (Rated(entry.id, claim.competency, claim.level) for claim in by_entry[entry.id])
