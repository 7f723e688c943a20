"""Whose entry each entry is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from portfolio_gen.linking.names import Names, names_of
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.paths import person_folder


@dataclass(frozen=True, slots=True)
class PersonNames:
    """What persons are called. Those who are shared are asked first, so nobody else makes a name ambiguous."""

    shared: Names
    everybody: Names

    def meant_by(self, name: str) -> tuple[EntryId, ...]:
        """The persons that a name may mean."""
        return self.shared.meant_by(name) or self.everybody.meant_by(name)

    def of_folder(self, folder: str) -> EntryId:
        """The person whose folder it is, with or without a page."""
        return self.shared.by_place.get(folder) or self.everybody.by_place.get(folder) or EntryId(folder)


def person_names(entries: Iterable[Entry], shared: Collection[EntryId | None]) -> PersonNames:
    """The names of the persons among some entries, of which some are shared."""
    persons = tuple(entry for entry in entries if entry.kind_name == "person")
    return PersonNames(names_of(person for person in persons if person.id in shared), names_of(persons))


def owners(
    entries: Mapping[EntryId, Entry], default: str = "", shared: Collection[EntryId | None] = ()
) -> Mapping[EntryId, EntryId]:
    """The person of each entry that is somebody's: as written, else by its folder, else the default.

    The person need not have an entry: a folder below `people/` is enough. What is written and can't be
    resolved makes the entry nobody's. A person is their own. `shared` are entries whose names count first.
    """
    persons = person_names(entries.values(), shared)
    found: dict[EntryId, EntryId] = {}
    for entry in entries.values():
        if entry.kind_name == "person":
            found[entry.id] = entry.id
        elif entry.common.person is not None:
            meant = _meant_in(entry, entries) or persons.meant_by(entry.common.person)
            if len(meant) == 1:
                found[entry.id] = meant[0]
        elif entry.kind.about_a_person and entry.origin is not None:
            found[entry.id] = EntryId(entry.origin.folder)
        elif entry.kind.about_a_person:
            folder = person_folder(entry.uri)
            if folder is not None:
                found[entry.id] = persons.of_folder(folder)
            elif default:
                meant = persons.meant_by(default)
                found[entry.id] = meant[0] if len(meant) == 1 else EntryId(default)
    return found


def _meant_in(entry: Entry, entries: Mapping[EntryId, Entry]) -> tuple[EntryId, ...]:
    """The owner of an included folder, if an entry in it means the owner: nobody else is a person there."""
    if entry.origin is None or entry.common.person is None:
        return ()
    owner = EntryId(entry.origin.folder)
    names = {owner, owner.rpartition("/")[2]}
    page = entries.get(owner)
    if page is not None and page.origin is not None:
        names |= {page.origin.id, page.origin.id.rpartition("/")[2], *page.common.aliases}
    return (owner,) if entry.common.person in names else ()


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
