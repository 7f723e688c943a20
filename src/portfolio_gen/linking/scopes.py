"""What names mean in an included folder: what is in it first, as at its owner's, then what the site has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from portfolio_gen.linking.resolution import (
    Ambiguous,
    NotShared,
    Resolver,
    Target,
    ToEntry,
    ToFile,
    ToPage,
    ToWords,
    Unknown,
)
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.field_types import Refers
from portfolio_gen.model.mention import TextLink

SHARED_KINDS = ("competency", "framework", "role", "activity", "team")
"""Kinds of which the site's own entry stands for one with the same id in an included folder."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked for the names in some sources, in two steps."""

    own: Resolver
    """Knows what is among these sources, by what it is called there, and the overviews, which the site has."""
    rest: Resolver
    """Knows what else they may name."""
    uris: Mapping[str, str]
    """By the uri in the site, what each of these sources is called among them."""
    ids: Mapping[EntryId, EntryId]
    """By the id among them, the id in the site."""
    files: Mapping[str, str]
    """By what a file is called among them, its uri in the site."""

    def field(self, name: str, refers: Refers, source_uri: str) -> Target:
        """What a value of a field means."""
        return self._first(lambda resolver: resolver.field(name, refers, self.uris[source_uri]))

    def link(self, link: TextLink, source_uri: str) -> Target:
        """What a link in a text means."""
        return self._first(lambda resolver: resolver.link(link, self.uris[source_uri]))

    def _first(self, ask: Callable[[Resolver], Target]) -> Target:
        own = self._in_site(ask(self.own))
        if not isinstance(own, NotShared | Unknown | ToWords | ToPage):
            return own
        other = ask(self.rest)
        match own, other:
            case NotShared(), ToEntry(id=entry) if self.rest.names.kinds[entry] in (*SHARED_KINDS, "person"):
                return other
            case NotShared(), _:
                return own
            case _, ToEntry() | NotShared() | Ambiguous():
                return other
        return own

    def _in_site(self, target: Target) -> Target:
        match target:
            case ToEntry(id=entry):
                return ToEntry(self.ids[entry])
            case Ambiguous(ids=ids):
                return Ambiguous(tuple(self.ids[entry] for entry in ids))
            case ToFile(uri=uri):
                return ToFile(self.files[uri])
        return target
