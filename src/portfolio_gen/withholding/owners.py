"""Whose entry each entry is."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.linking.names import names_of
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.paths import person_folder


def owners(entries: Mapping[EntryId, Entry], default: str = "") -> Mapping[EntryId, EntryId]:
    """The person of each entry that is somebody's: as written, else by its folder, else the default.

    The person need not have an entry: a folder below `people/` is enough. What is written and can't be
    resolved makes the entry nobody's. A person is their own.
    """
    persons = names_of(entry for entry in entries.values() if entry.kind_name == "person")
    found: dict[EntryId, EntryId] = {}
    for entry in entries.values():
        if entry.kind_name == "person":
            found[entry.id] = entry.id
        elif entry.common.person is not None:
            meant = persons.meant_by(entry.common.person, ("person",))
            if len(meant) == 1:
                found[entry.id] = meant[0]
        elif entry.kind.about_a_person:
            folder = person_folder(entry.uri)
            if folder is not None:
                found[entry.id] = persons.by_place.get(folder, EntryId(folder))
            elif default:
                meant = persons.meant_by(default)
                found[entry.id] = meant[0] if len(meant) == 1 else EntryId(default)
    return found


def with_only_person(entries: Mapping[EntryId, Entry], found: Mapping[EntryId, EntryId]) -> Mapping[EntryId, EntryId]:
    """The same, and what is nobody's belongs to the only person among the entries, if there is just one."""
    persons = [entry.id for entry in entries.values() if entry.kind_name == "person"]
    if len(persons) != 1:
        return found
    ownerless = (
        entry.id
        for entry in entries.values()
        if entry.id not in found and entry.kind.in_journal and entry.common.person is None
    )
    return {**found, **dict.fromkeys(ownerless, persons[0])}
