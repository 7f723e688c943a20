"""What entries can be called, and which of them a name means."""

from __future__ import annotations

import posixpath
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.paths import PAGE_ENDINGS, path_of, place_of, undated


@dataclass(frozen=True, slots=True)
class Names:
    """An index of entries by everything that they can be called."""

    kinds: Mapping[EntryId, str]
    """The kind of each entry."""
    by_uri: Mapping[str, EntryId]
    """By the source file."""
    by_place: Mapping[str, EntryId]
    """By the address that a host would give it."""
    by_name: Mapping[str, tuple[EntryId, ...]]
    """By every alias and every tail of a path, however many entries share it."""
    by_undated: Mapping[str, tuple[EntryId, ...]]
    """By every tail of a path without the date in front of the file's name, if there is one."""

    def meant_by(self, name: str, kinds: tuple[str, ...] = ()) -> tuple[EntryId, ...]:
        """The entries that a name may mean: none, the one, or several if it is ambiguous.

        An id means its entry, whatever else is called so. Otherwise aliases and tails of paths count alike, and if
        there are none, tails without the date in front. Where only some kinds fit, others are passed over.
        """
        name = _without_ending(name)
        exact = EntryId(name)
        if exact in self.kinds and (not kinds or self.kinds[exact] in kinds):
            return (exact,)
        for names in (self.by_name, self.by_undated):
            fitting = tuple(entry for entry in names.get(name, ()) if not kinds or self.kinds[entry] in kinds)
            if fitting:
                return fitting
        return ()

    def at(self, uri: str) -> EntryId | None:
        """The entry at a place below the content folder, written as its file or as a browser's address."""
        return self.by_place.get(place_of(uri))

    @property
    def spellings(self) -> frozenset[str]:
        """Every name and path, without regard to case and to how accents are encoded."""
        return frozenset(
            folded(name) for names in (self.kinds, self.by_place, self.by_name, self.by_undated) for name in names
        )

    def words(self, kinds: tuple[str, ...] = ()) -> Iterable[tuple[str, EntryId]]:
        """What one would write for each entry: a short name that means it alone, else the shortest that does."""
        own: defaultdict[EntryId, list[str]] = defaultdict(list)
        for name, meant in self.by_name.items():
            if len(meant) == 1 and not name.endswith("/index"):
                own[meant[0]].append(name)
        for name, meant in self.by_undated.items():
            if len(meant) == 1 and name not in self.by_name and name not in self.kinds:
                own[meant[0]].append(name)
        for entry, kind in self.kinds.items():
            if not kinds or kind in kinds:
                short = [name for name in (*own[entry], entry) if "/" not in name]
                yield from ((name, entry) for name in short or [min([*own[entry], entry], key=len)])


def names_of(entries: Iterable[Entry], uris: Iterable[str] = ()) -> Names:
    """The index of some entries, and of sources of which only the uri is known.

    Equal entries make an equal index, in whatever order they come.
    """
    by_name: defaultdict[str, set[EntryId]] = defaultdict(set)
    by_undated: defaultdict[str, set[EntryId]] = defaultdict(set)
    by_place: dict[str, EntryId] = {}
    kinds: dict[EntryId, str] = {}
    by_uri: dict[str, EntryId] = {}
    rows = [(entry.id, entry.kind_name, entry.uri, _further_names(entry)) for entry in entries]
    rows += [(EntryId(path_of(uri)), "page", uri, ()) for uri in uris]
    for entry_id, kind, uri, aliases in sorted(rows):
        path = path_of(uri)
        kinds[entry_id] = kind
        by_uri[uri] = entry_id
        by_place[place_of(uri)] = entry_id
        tails = _tails(path)
        as_file = (f"{tail}/index" for tail in tails) if uri.startswith(f"{path}/index.") else ()
        for name in (*aliases, *tails, *as_file):
            by_name[name].add(entry_id)
        if (without := undated(path)) != path:
            for name in _tails(without):
                by_undated[name].add(entry_id)
    return Names(kinds, by_uri, by_place, _sorted(by_name), _sorted(by_undated))


def _sorted(names: Mapping[str, set[EntryId]]) -> Mapping[str, tuple[EntryId, ...]]:
    return {name: tuple(sorted(found)) for name, found in names.items()}


def _further_names(entry: Entry) -> tuple[str, ...]:
    """What an entry is called besides its path.

    What its owner calls it, too, if it is from an included folder. A person from one is called there as the site's
    owner says: who could take any name would be taken for the mentor of others.
    """
    if entry.origin is None:
        return entry.common.aliases
    return () if entry.kind_name == "person" else (*entry.common.aliases, entry.origin.id)


def folded(name: str) -> str:
    """A name without regard to case and to how accents are encoded, for questions where a near miss counts too."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def folded_places(name: str, uri: str | None) -> frozenset[str]:
    """Everything that a name, or the place that it means as a relative link, may be spelt as."""
    paths = () if uri is None else (place_of(uri), uri)
    return frozenset(folded(spelling) for spelling in (_without_ending(name), name, *paths))


def normal_uri(target: str, source_uri: str) -> str | None:
    """The place that a relative link means, below the content folder; None if it leads out of it.

    A leading "/" means the content folder itself.
    """
    base = "" if target.startswith("/") else posixpath.dirname(source_uri)
    uri = posixpath.normpath(posixpath.join(base, target.lstrip("/")))
    return None if uri == ".." or uri.startswith("../") else uri


def _tails(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[start:]) for start in range(len(parts))]


def _without_ending(name: str) -> str:
    for ending in PAGE_ENDINGS:
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name
