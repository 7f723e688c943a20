"""A portfolio turned around, for the functions that ask about one person or one competency at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass

from portfolio_gen.figures.claims import Claimed, claims_by_person
from portfolio_gen.figures.people import entries_in, people_of
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Index:
    """What belongs to whom. It is whole: nothing changes it later."""

    claims: Mapping[EntryId, tuple[Claimed, ...]]
    """By person, the oldest first; each of the people of the site is a key."""
    claims_on: Mapping[EntryId, tuple[Claimed, ...]]
    """By competency, the oldest first within each person; one that nobody claims is no key."""
    entries: Mapping[EntryId, tuple[Entry, ...]]
    """By person, in order of their uris; each of the people of the site is a key."""
    checkins: Mapping[EntryId, tuple[EntryId, ...]]
    """By person, sorted: the check-ins that they wrote, take part in or promised something in. Without any no key."""


def index_of(portfolio: Portfolio, links: Links) -> Index:
    """The index of a portfolio, made in one pass."""
    claims = claims_by_person(portfolio, links)
    claims_on: defaultdict[EntryId, list[Claimed]] = defaultdict(list)
    for claim in (claim for own in claims.values() for claim in own):
        claims_on[claim.competency].append(claim)
    entries: dict[EntryId, list[Entry]] = {person: [] for person in claims}
    for entry in portfolio.entries.values():
        person = portfolio.persons.get(entry.id)
        if person in entries:
            entries[person].append(entry)
    return Index(
        claims=claims,
        claims_on={competency: tuple(claims_on[competency]) for competency in sorted(claims_on)},
        entries={person: tuple(own) for person, own in entries.items()},
        checkins=_checkins(claims, portfolio, links),
    )


def entries_of(person: EntryId, portfolio: Portfolio, index: Index | None) -> tuple[Entry, ...]:
    """The entries of one of the people of the site in order of their uris; empty for anybody else."""
    if index is not None:
        return index.entries.get(person, ())
    if person not in people_of(portfolio):
        return ()
    return tuple(entry for entry in portfolio.entries.values() if portfolio.persons.get(entry.id) == person)


def _checkins(people: Container[EntryId], portfolio: Portfolio, links: Links) -> Mapping[EntryId, tuple[EntryId, ...]]:
    found: defaultdict[EntryId, set[EntryId]] = defaultdict(set)
    for checkin in portfolio.of_kind("checkin"):
        concerned = {*entries_in(checkin.id, "with", links), *entries_in(checkin.id, "agreed", links)}
        if checkin.id in portfolio.persons:
            concerned.add(portfolio.persons[checkin.id])
        for person in concerned:
            if person in people:
                found[person].add(checkin.id)
    return {person: tuple(sorted(found[person])) for person in sorted(found)}
