"""Entries together, and who they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import Entry, EntryId


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A set of entries that belong together: all of them, or those that one audience may see."""

    entries: Mapping[EntryId, Entry]
    """By id, sorted by uri."""
    persons: Mapping[EntryId, EntryId]
    """Whose entry it is, for the entries that are somebody's; the person need not be in `entries`."""
    audiences: Mapping[EntryId, Audience]
    """Who may see each entry, after all rules."""

    def of_kind(self, *names: str) -> tuple[Entry, ...]:
        """The entries of these kinds, by uri."""
        return tuple(entry for entry in self.entries.values() if entry.kind_name in names)

    def person_of(self, entry: Entry) -> Entry | None:
        """The person whose entry it is; None without one, or if the person is not in this portfolio."""
        person = self.persons.get(entry.id)
        return self.entries.get(person) if person is not None else None


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By date, the newest first; what has no date comes last, and equals are in order of their uris."""
    by_uri = sorted(entries, key=lambda entry: entry.uri)
    dated = [entry for entry in by_uri if entry.date is not None]
    dated.sort(key=lambda entry: entry.date.first.toordinal() if entry.date else 0, reverse=True)
    return (*dated, *(entry for entry in by_uri if entry.date is None))
