"""The part of a portfolio that one audience may see."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from portfolio_gen.linking.scopes import SHARED_KINDS
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.person import PersonFields
from portfolio_gen.model.mention import LinkedText
from portfolio_gen.model.paths import title_from_uri
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.reading.load import Loaded
from portfolio_gen.settings import Settings, SettingsError
from portfolio_gen.withholding.audiences import audience_of
from portfolio_gen.withholding.owners import owners, person_names, with_only_person
from portfolio_gen.withholding.passages import without_passages


@dataclass(frozen=True, slots=True)
class Published:
    """What one audience may see, and the rest."""

    portfolio: Portfolio
    """The entries that the audience may see."""
    withheld: tuple[Entry, ...]
    """The rest."""


def told_apart(loaded: Loaded, settings: Settings) -> Loaded:
    """The same, with the most open one of entries that share an id, if there is just one such.

    Whoever sees only that one must not learn from its absence that there is another.
    """
    kept: list[Entry] = []
    for namesakes in loaded.namesakes:
        *_, next_open, most_open = sorted(namesakes, key=lambda entry: audience_of(entry, settings))
        if audience_of(next_open, settings) < audience_of(most_open, settings):
            kept.append(most_open)
    entries = sorted((*loaded.entries.values(), *kept), key=lambda entry: entry.uri)
    broken = loaded.broken - {entry.uri for entry in kept}
    return replace(loaded, entries={entry.id: entry for entry in entries}, broken=broken)


def whole_portfolio(entries: Mapping[EntryId, Entry], settings: Settings) -> Portfolio:
    """All entries, with whose each is and who may see it."""
    audiences = {entry.id: audience_of(entry, settings) for entry in entries.values()}
    return Portfolio(entries, owners(entries, settings.person, _shared(audiences, settings)), audiences)


def publishable(everything: Portfolio, settings: Settings, hidden: Collection[str]) -> Published:
    """What the audience of the settings may see.

    `hidden` are uris of sources that nobody may see. Persons who have entries here but no page of their
    own are added. Who is the only person is asked among what is visible, so that somebody who is withheld
    changes nothing.

    Raises:
        SettingsError: the reader is no person.
    """
    reader = _reader(everything, settings)
    mentees = _mentees(everything, settings, reader)
    # Whose an entry is for its reader. What the site says of it is asked again below, among what is visible.
    owned = with_only_person(everything.entries, everything.persons)

    def sees(entry: Entry) -> Audience:
        """The least open audience whose part of an entry is for whoever reads this build."""
        # Whoever an included entry is about, its owner alone decides who reads it.
        person = owned.get(entry.id) if entry.origin is None else entry.origin.folder
        if reader is not None and person == reader:
            return Audience.ME
        built_for = _built_for(entry, settings)
        return min(Audience.MENTOR, built_for) if person in mentees else built_for

    visible = {
        entry.id: without_passages(entry, sees(entry))
        for entry in everything.entries.values()
        if entry.uri not in hidden
        and _is_open(everything.audiences[entry.id], sees(entry), _built_for(entry, settings))
    }
    visible = {key: entry for key, entry in visible.items() if not _gives_way(entry, visible)}
    # Of a README.md and an index.md in one folder hosts publish the index (mkdocs/structure/files.py, 1.6.1).
    indexes = {entry.path for entry in visible.values() if entry.uri == f"{entry.path}/index.md"}
    indexes |= {""} if any(entry.uri == "index.md" for entry in visible.values()) else set()
    visible = {
        key: entry
        for key, entry in visible.items()
        if posixpath.basename(entry.uri) != "README.md" or posixpath.dirname(entry.uri) not in indexes
    }
    withheld = [entry for entry in everything.entries.values() if entry.id not in visible]
    visible |= _persons_without_page(visible, everything, settings, reader)
    persons = {entry: person for entry, person in everything.persons.items() if entry in visible}
    portfolio = replace(everything, entries=visible, persons=with_only_person(visible, persons))
    return Published(portfolio, tuple(withheld))


def _built_for(entry: Entry, settings: Settings) -> Audience:
    """The audience of the site for an entry. A site for its author is for the team where others are the authors."""
    return Audience.TEAM if entry.origin is not None and settings.audience is Audience.ME else settings.audience


def _gives_way(entry: Entry, visible: Mapping[EntryId, Entry]) -> bool:
    """Whether an entry of an included folder is one that the site has itself and shows."""
    if entry.origin is None or entry.kind_name not in SHARED_KINDS:
        return False
    other = visible.get(EntryId(entry.origin.id))
    return other is not None and other.origin is None and other.kind_name == entry.kind_name


def _is_open(own: Audience, sees: Audience, built_for: Audience) -> bool:
    """Whether an entry is in a build, by its own audience; mentors see `mentor` entries, and no other narrower ones."""
    return own >= built_for or sees is Audience.ME or (own is Audience.MENTOR and sees is Audience.MENTOR)


def _shared(audiences: Mapping[EntryId, Audience], settings: Settings) -> set[EntryId | None]:
    """The entries that are open to the audience of the settings, whoever reads."""
    return {entry for entry, audience in audiences.items() if audience >= settings.audience}


def _reader(everything: Portfolio, settings: Settings) -> EntryId | None:
    if not settings.reader:
        return None
    shared = _shared(everything.audiences, settings)
    meant = person_names(everything.entries.values(), shared).meant_by(settings.reader)
    if len(meant) != 1:
        raise SettingsError(f"reader: '{settings.reader}' is the id of no person")
    return meant[0]


def _mentees(everything: Portfolio, settings: Settings, reader: EntryId | None) -> frozenset[EntryId]:
    """The persons who name the reader among their mentors."""
    shared = _shared(everything.audiences, settings) | {reader}
    names = person_names(everything.entries.values(), shared)
    return frozenset(
        person.id
        for person in everything.of_kind("person")
        if isinstance(person.fields, PersonFields)
        and any(names.meant_by(mentor) == (reader,) for mentor in person.fields.mentors)
    )


def _persons_without_page(
    visible: Mapping[EntryId, Entry], everything: Portfolio, settings: Settings, reader: EntryId | None
) -> Mapping[EntryId, Entry]:
    """Persons of visible entries who exist only as a folder or an option, if persons may be seen at all."""
    named = sorted({everything.persons[entry] for entry in visible if entry in everything.persons})
    return {
        person: _person(person)
        for person in named
        if person not in everything.entries
        and (settings.defaults_at(f"{person}/").get("person", Audience.ME) >= settings.audience or person == reader)
    }


def _person(person: EntryId) -> Entry:
    uri = f"{person}/index.md" if "/" in person else f"people/{person}/index.md"
    return Entry(
        id=person, kind_name="person", uri=uri, title=title_from_uri(uri), title_from_body=False, date=None,
        common=CommonFields(), fields=PersonFields(), meta={}, body=LinkedText(""), body_line=1, passages=(), unsaid=(),
        texts={}, mentions=(), lines={}, is_written=False,
    )  # fmt: skip
