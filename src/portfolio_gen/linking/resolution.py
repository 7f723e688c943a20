"""What a name in a field or a text means to one audience."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from portfolio_gen.linking.names import Names, folded_places, names_of, normal_uri
from portfolio_gen.linking.nearest import Spellings
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.field_types import Refers
from portfolio_gen.model.mention import TextLink
from portfolio_gen.model.paths import PAGE_ENDINGS, place_of

_ADDRESS = re.compile(r"(?!javascript:|data:|vbscript:)[A-Za-z][A-Za-z0-9+.-]*://|www\.|mailto:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ToEntry:
    """It means an entry that the audience may see."""

    id: EntryId


@dataclass(frozen=True, slots=True)
class ToFile:
    """It means an attachment."""

    uri: str


@dataclass(frozen=True, slots=True)
class ToAddress:
    """It is a web address."""

    url: str


@dataclass(frozen=True, slots=True)
class ToPage:
    """It is a place below the content folder at which there may be a generated page."""

    uri: str


@dataclass(frozen=True, slots=True)
class ToWords:
    """It is plain words, and means nobody here."""

    words: str


@dataclass(frozen=True, slots=True)
class NotShared:
    """It means something that the audience may not see."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It may mean several entries."""

    ids: tuple[EntryId, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """It means nothing here."""


Target = ToEntry | ToFile | ToAddress | ToPage | ToWords | NotShared | Ambiguous | Unknown


class Asked(Protocol):
    """Who answers for some sources in place of a resolver."""

    def field(self, name: str, refers: Refers, source_uri: str) -> Target:
        """What a value of a field means."""

    def link(self, link: TextLink, source_uri: str) -> Target:
        """What a link in a text means."""


class Resolver:
    """Answers what names mean, for one audience."""

    def __init__(
        self,
        entries: Mapping[EntryId, Entry],
        withheld: Names | None = None,
        attachments: frozenset[str] = frozenset(),
        always_there: frozenset[str] = frozenset(),
        instead: Mapping[str, Asked] | None = None,
    ) -> None:
        """`always_there` are uris of pages that there are for every audience, written or generated.

        `instead` answers for names in the sources that are its keys.
        """
        self.entries = entries
        self.names = names_of(entries.values())
        self._withheld = withheld.spellings if withheld is not None else frozenset()
        self._attachments = attachments
        self._always_there = always_there | {place_of(uri) for uri in always_there}
        self._instead = instead or {}

    def field(self, name: str, refers: Refers, source_uri: str) -> Target:
        """What a value of a field means.

        What is visible is asked first, so that nothing withheld can make a name ambiguous.
        """
        if source_uri in self._instead:
            return self._instead[source_uri].field(name, refers, source_uri)
        if refers.elsewhere and _ADDRESS.match(name):
            return ToAddress(name)
        meant = self.names.meant_by(name, refers.kinds)
        if len(meant) > 1:
            return Ambiguous(meant)
        if meant:
            return ToEntry(meant[0])
        uri = normal_uri(name, source_uri)
        if uri is not None and (entry := self.names.at(uri)) and self._fits(entry, refers):
            return ToEntry(entry)
        if refers.elsewhere and (found := self._attachment(name, source_uri)):
            return ToFile(found)
        if self._is_withheld(name, uri):
            return NotShared()
        return ToWords(name) if refers.free else Unknown()

    def link(self, link: TextLink, source_uri: str) -> Target:
        """What a link in a text means."""
        if source_uri in self._instead:
            return self._instead[source_uri].link(link, source_uri)
        uri = normal_uri(link.target, source_uri) if link.target else source_uri
        if link.form in ("wiki", "embed"):
            return self._wiki(link.target, uri, source_uri)
        if uri is None:
            return Unknown()
        if entry := self.names.by_uri.get(uri):
            return ToEntry(entry)
        if uri in self._attachments:
            return ToFile(uri)
        if self.is_always_there(uri):
            return ToPage(uri)
        if self._is_withheld(uri, uri):
            return NotShared()
        return ToPage(uri)

    def _wiki(self, name: str, uri: str | None, source_uri: str) -> Target:
        if not name:
            return ToPage("")
        meant = self.names.meant_by(name)
        if len(meant) > 1:
            return Ambiguous(meant)
        if meant:
            return ToEntry(meant[0])
        if uri is not None and (entry := self.names.at(uri)):
            return ToEntry(entry)
        if found := self._attachment(name, source_uri):
            return ToFile(found)
        return NotShared() if self._is_withheld(name, uri) else Unknown()

    def _attachment(self, name: str, source_uri: str) -> str | None:
        """The attachment that a name means in a source: at that place, else the nearest whose path ends so.

        Names are never ambiguous here: which other files there are must not show, and most are not published.
        """
        uri = normal_uri(name, source_uri)
        if uri in self._attachments:
            return uri
        if name.endswith(PAGE_ENDINGS):
            return None
        path = posixpath.normpath(name.lstrip("/"))
        found = self._attachments_by_name.get(posixpath.basename(path), ())
        fitting = [one for one in found if one == path or one.endswith(f"/{path}")]
        folder = posixpath.dirname(source_uri)
        return min(fitting, key=lambda one: (_distance(one, folder), one), default=None)

    def _is_withheld(self, name: str, uri: str | None) -> bool:
        """Whether a name, or the place that it means as a relative link, is that of something withheld.

        The only question that what is withheld is ever asked. Case and encoding are passed over: who
        misspells a private name has still written it.
        """
        return not self._withheld.isdisjoint(folded_places(name, uri))

    def _fits(self, entry: EntryId, refers: Refers) -> bool:
        return not refers.kinds or self.names.kinds[entry] in refers.kinds

    def is_always_there(self, uri: str) -> bool:
        """Whether there is a page at a uri, or at an address, for every audience."""
        return (uri if uri.endswith(PAGE_ENDINGS) else place_of(uri)) in self._always_there

    def kind_called(self, name: str) -> str | None:
        """The kind of the visible entry that has a name, whether or not it fits a field."""
        meant = self.names.meant_by(name)
        return self.names.kinds[meant[0]] if len(meant) == 1 else None

    def nearest(self, name: str, kinds: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The names most like it, among what the audience may see."""
        if kinds not in self._spellings:
            self._spellings[kinds] = Spellings(self.names.words(kinds))
        return self._spellings[kinds].nearest(name)

    @cached_property
    def _spellings(self) -> dict[tuple[str, ...], Spellings]:
        return {}

    @cached_property
    def _attachments_by_name(self) -> Mapping[str, list[str]]:
        by_name: defaultdict[str, list[str]] = defaultdict(list)
        for uri in sorted(self._attachments):
            by_name[posixpath.basename(uri)].append(uri)
        return by_name


def _distance(uri: str, folder: str) -> int:
    """How many folders one goes up and down from a folder to a file."""
    return posixpath.relpath(uri, folder or ".").count("/")
