"""What was agreed in check-ins and is not done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portfolio_gen.figures.index import Index, index_of
from portfolio_gen.figures.people import entries_in
from portfolio_gen.linking.links import Links
from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.checkin import CheckinFields
from portfolio_gen.model.portfolio import Portfolio


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


def _open(checkin: Entry, person: EntryId, portfolio: Portfolio, links: Links, today: date) -> Iterable[Open]:
    assert isinstance(checkin.fields, CheckinFields)
    is_party = portfolio.persons.get(checkin.id) == person or person in entries_in(checkin.id, "with", links)
    promised = {
        int(named.mention.at[1])
        for named in links.in_field(checkin.id, "agreed")
        if named.target == ToEntry(person) and len(named.mention.at) > 1
    }
    for place, promise in enumerate(checkin.fields.agreed):
        if not promise.done and (is_party or place in promised):
            is_overdue = promise.by is not None and promise.by < today
            yield Open(checkin.id, place, promise.by, is_overdue, place in promised)
