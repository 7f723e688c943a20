"""What a writer means by the name of a goal or a competency, without reading the whole portfolio."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from portfolio_gen.drafting.surroundings import Surroundings
from portfolio_gen.linking.names import names_of
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.paths import PAGE_ENDINGS, path_of, undated
from portfolio_gen.problems import PortfolioError
from portfolio_gen.reading.entries import read_entry
from portfolio_gen.reading.sources import Source, read_source

_HEAD = 4096
"""How many bytes of a file are looked at for the names that it gives itself."""
_MOST = 100
"""How many files are read for one name; more, and reading everything tells more than it costs."""


class NamingError(PortfolioError):
    """A name means nothing, or several things; the message says what would be right."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """Where names are looked for."""

    content: Path
    """The content folder."""
    folders: Mapping[str, str]
    """The kind that a folder's name stands for."""
    around: Surroundings
    """What is in it."""
    person: str | None
    """Who writes, as "people/lena". Their own goal is meant before another's of the same name."""


@dataclass(frozen=True, slots=True)
class Meant:
    """An entry, and how to refer to it."""

    name: str
    """What to write: the name that the writer used, or the shortest that means it alone."""
    entry: Entry
    """What it means."""


def meant_nearby(name: str, kind: str, nearby: Nearby) -> Meant | None:
    """The entry of a kind that a name means, by the names of files, else by the ids and aliases in their first lines.

    None if neither tells; then only reading everything does.

    Raises:
        NamingError: it may mean several.
    """
    for uris in (_called(name, nearby.around), _calling_themselves(name, nearby)):
        some = tuple(uri for _, uri in zip(range(_MOST + 1), uris, strict=False))
        if len(some) > _MOST:
            return None
        entries = {entry.id: entry for entry in read_some(some, nearby)}
        found = [entries[one] for one in names_of(entries.values()).meant_by(name, (kind,))]
        own = [entry for entry in found if nearby.person and entry.uri.startswith(f"{nearby.person}/")]
        if len(found) == 1:
            is_path = name.endswith(PAGE_ENDINGS) or ("/" in name and name == found[0].path)
            return Meant(short_name(found[0], nearby.around) if is_path else name, found[0])
        if len(own) == 1:
            return Meant(short_name(own[0], nearby.around), own[0])
        if found:
            several = " or ".join(sorted(f"'{short_name(entry, nearby.around)}'" for entry in found[:5]))
            raise NamingError(f"'{name}' may mean {several}; write one of them")
    return None


def uris_called(name: str, nearby: Nearby) -> tuple[str, ...] | None:
    """The pages, of whatever kind, that a name may mean, by the names of files and by their first lines.

    Pages that can't be read are among them. None if too many files would have to be read to know.
    """
    uris = {*_called(name, nearby.around), *_calling_themselves(name, nearby)}
    if len(uris) > _MOST:
        return None
    entries = tuple(read_some(sorted(uris), nearby))
    names = names_of(entries, uris - {entry.uri for entry in entries})
    meant = set(names.meant_by(name))
    return tuple(uri for uri, one in names.by_uri.items() if one in meant)


def short_name(entry: Entry, around: Surroundings) -> str:
    """The shortest tail of its path that means an entry alone among those that may be of its kind; else its id."""
    rivals = {path_of(uri) for kind in (entry.kind_name, "page") for uri in around.by_kind.get(kind, ())}
    ends = [f"/{rival}" for rival in rivals - {entry.path}]
    return next((tail for tail in _tails(entry.path) if not any(end.endswith(f"/{tail}") for end in ends)), entry.id)


def short_names(
    around: Surroundings, kind: str | None = None, *, is_dated: bool = True, is_path: bool = False
) -> Mapping[str, str]:
    """By uri, the shortest name of each page, or of each of a kind, that no other of them has, by their names.

    Without `is_dated`, less the date in front where the rest is enough. With `is_path`, the whole path.
    """
    uris = sorted(around.uris) if kind is None else around.by_kind.get(kind, ())
    paths = {uri: path_of(uri) for uri in uris}
    if is_path:
        return paths
    tails = {uri: [*([] if is_dated else _tails(undated(path))[:1]), *_tails(path)] for uri, path in paths.items()}
    used = Counter(tail for own in tails.values() for tail in set(own))
    return {uri: next((tail for tail in own if used[tail] == 1), paths[uri]) for uri, own in tails.items()}


def _tails(path: str) -> list[str]:
    """The ends of a path, the shortest first."""
    parts = path.split("/")
    return ["/".join(parts[start:]) for start in range(len(parts) - 1, -1, -1)]


def read_some(uris: Iterable[str], nearby: Nearby) -> Iterator[Entry]:
    """The entries of some pages, those that can be read."""
    for uri in uris:
        source = read_source(nearby.content / uri, uri)
        entry = read_entry(source, nearby.folders)[0] if isinstance(source, Source) else None
        if entry is not None:
            yield entry


def heads(uris: Iterable[str], content: Path) -> Iterator[tuple[str, bytes]]:
    """The first bytes of some pages, enough for most front matter; what can't be opened is passed over."""
    root = f"{os.fspath(content)}{os.sep}"
    for uri in uris:
        try:
            # Of ten thousand files, most of the time goes into making objects.
            file = os.open(root + uri, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            try:
                yield uri, os.read(file, _HEAD)
            finally:
                os.close(file)
        except OSError:
            continue


def _called(name: str, around: Surroundings) -> Iterator[str]:
    """The pages whose path ends so, with or without the date in front of the file's name."""
    end = f"/{path_of(name)}"
    last = end.rpartition("/")[2]
    for uri in sorted(around.uris):
        if last in uri and (f"/{path_of(uri)}".endswith(end) or f"/{undated(path_of(uri))}".endswith(end)):
            yield uri


def _calling_themselves(name: str, nearby: Nearby) -> Iterator[str]:
    """The pages in whose first lines the name may be an id or an alias."""
    wanted = name.encode("utf-8", "replace")
    own = re.compile(rb"(?m)^[\"']?id[\"']?\s*:.*" + re.escape(wanted))
    for uri, head in heads(sorted(nearby.around.uris), nearby.content):
        if wanted in head and (b"aliases" in head or own.search(head)):
            yield uri
