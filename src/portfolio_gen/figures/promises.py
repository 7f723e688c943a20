"""What was agreed in check-ins, and whether it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from portfolio_gen.figures.index import Index, index_of
from portfolio_gen.figures.people import entries_in
from portfolio_gen.linking.links import Links
from portfolio_gen.linking.resolution import Target, ToEntry, ToWords
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.checkin import CheckinFields
from portfolio_gen.model.portfolio import Portfolio

_MYSELF = frozenset({"me", "i", "myself", "ich", "moi", "je", "yo"})
"""How the writer of a check-in says who they are."""


@dataclass(frozen=True, slots=True)
class Open:
    """A promise that is not done."""

    checkin: EntryId
    """Where it was agreed."""
    index: int
    """Its place in `agreed`, counted from 0."""
    by: date | None
    """The day by which; None if none was named."""
    is_overdue: bool
    """Whether that day is past."""
    is_own: bool
    """Whether the person promised it; false if nobody is named."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Something that two people agreed."""

    checkin: EntryId
    index: int
    """Its place in `agreed`, counted from 0."""
    by: date | None
    """The day by which; None if none was named."""
    state: Literal["overdue", "open", "done"]


def open_promises(
    person: EntryId, portfolio: Portfolio, links: Links, today: date, index: Index | None = None
) -> tuple[Open, ...]:
    """The open promises of check-ins that a person wrote or takes part in, and what they promised in others.

    By the day on which they are due, those without one last.
    """
    index = index or index_of(portfolio, links)
    checkins = [portfolio.entries[checkin] for checkin in index.checkins.get(person, ())]
    found = (one for checkin in checkins for one in _open(checkin, person, portfolio, links, today))
    return tuple(sorted(found, key=lambda one: (one.by or date.max, one.checkin, one.index)))


def promiser(checkin: EntryId, target: Target, portfolio: Portfolio) -> EntryId | None:
    """The person who is named by `who` in a check-in, whose writer is "me"; None if it is nobody known here."""
    if isinstance(target, ToEntry):
        return target.id
    if isinstance(target, ToWords) and target.words.strip().lower() in _MYSELF:
        return portfolio.persons.get(checkin)
    return None


def _open(checkin: Entry, person: EntryId, portfolio: Portfolio, links: Links, today: date) -> Iterable[Open]:
    assert isinstance(checkin.fields, CheckinFields)
    is_party = portfolio.persons.get(checkin.id) == person or person in entries_in(checkin.id, "with", links)
    promised = {
        int(named.mention.at[1])
        for named in links.in_field(checkin.id, "agreed")
        if promiser(checkin.id, named.target, portfolio) == person and len(named.mention.at) > 1
    }
    for place, promise in enumerate(checkin.fields.agreed):
        if not promise.done and (is_party or place in promised):
            is_overdue = promise.by is not None and promise.by < today
            yield Open(checkin.id, place, promise.by, is_overdue, place in promised)


def agreed_between(
    person: EntryId,
    reader: EntryId,
    portfolio: Portfolio,
    links: Links,
    today: date,
    index: Index | None = None,
    since: date | None = None,
) -> tuple[Agreed, ...]:
    """What two people agreed with each other: all that is open, then what is done of check-ins since a day.

    Check-ins count in which both are, whoever wrote them. By the day on which it is due, what has none last.
    """
    index = index or index_of(portfolio, links)
    both = set(index.checkins.get(person, ())) & set(index.checkins.get(reader, ()))
    return _agreed(map(portfolio.entries.__getitem__, both), today, since)


def agreed_with(
    person: EntryId, words: str, portfolio: Portfolio, links: Links, today: date, index: Index | None = None
) -> tuple[Agreed, ...]:
    """As `agreed_between`, with somebody who is no person of the portfolio and named by the same words in `with`."""
    index = index or index_of(portfolio, links)
    checkins = map(portfolio.entries.__getitem__, index.checkins.get(person, ()))
    return _agreed((one for one in checkins if _is_with(one, words)), today, None)


def _is_with(checkin: Entry, words: str) -> bool:
    assert isinstance(checkin.fields, CheckinFields)
    return words.casefold() in (name.casefold() for name in checkin.fields.with_)


def _agreed(checkins: Iterable[Entry], today: date, since: date | None) -> tuple[Agreed, ...]:
    found: list[Agreed] = []
    for checkin in checkins:
        assert isinstance(checkin.fields, CheckinFields)
        is_recent = since is None or (checkin.date is not None and checkin.date.first >= since)
        for place, promise in enumerate(checkin.fields.agreed):
            if promise.done and is_recent:
                found.append(Agreed(checkin.id, place, promise.by, "done"))
            elif not promise.done:
                is_overdue = promise.by is not None and promise.by < today
                found.append(Agreed(checkin.id, place, promise.by, "overdue" if is_overdue else "open"))
    return tuple(sorted(found, key=lambda one: (one.state == "done", one.by or date.max, one.checkin, one.index)))
