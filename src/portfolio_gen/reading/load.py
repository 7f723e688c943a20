"""All sources as entries, and all problems of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.problems import Problem, errors
from portfolio_gen.reading.entries import read_entry
from portfolio_gen.reading.included import of_the_site, speaks_for_another
from portfolio_gen.reading.sources import Source, Tree


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be read for certain, and what not."""

    entries: Mapping[EntryId, Entry]
    """By id, sorted by uri."""
    broken: frozenset[str]
    """Uris of sources that are published for nobody, since something about them is wrong."""
    problems: tuple[Problem, ...]
    """In no order."""
    namesakes: tuple[tuple[Entry, ...], ...] = ()
    """Entries that share an id, and so are broken."""
    apart: tuple[Entry, ...] = ()
    """Entries of included folders that are about other persons than their owners, and so are broken here."""


def load(tree: Tree, folders: Mapping[str, str]) -> Loaded:
    """The entries of a content folder; reading goes on after each mistake.

    A source with an error is broken, and so is each of several sources with one id.
    """
    problems = list(tree.problems)
    read: dict[EntryId, list[Entry]] = {}
    apart: list[Entry] = []
    broken = set(tree.unreadable)
    for source in sorted(tree.sources, key=lambda source: source.uri):
        entry, found = _read(source, folders)
        if entry is not None and source.included and speaks_for_another(entry, source.included.called):
            apart.append(entry)
            broken.add(source.uri)
            continue
        problems += found
        if entry is None or errors(found):
            broken.add(source.uri)
        else:
            read.setdefault(entry.id, []).append(entry)
    shared_ids = tuple(tuple(namesakes) for namesakes in read.values() if len(namesakes) > 1)
    for namesakes in shared_ids:
        problems += [_duplicate(entry, namesakes) for entry in namesakes]
        broken |= {entry.uri for entry in namesakes}
    entries = {entry_id: namesakes[0] for entry_id, namesakes in read.items() if len(namesakes) == 1}
    return Loaded(entries, frozenset(broken), tuple(problems), shared_ids, tuple(apart))


def _read(source: Source, folders: Mapping[str, str]) -> tuple[Entry | None, list[Problem]]:
    """The entry of a source, read as its owner means it, and its problems at its place in the site."""
    if source.included is None:
        return read_entry(source, folders)
    entry, found = read_entry(replace(source, uri=source.own_uri), source.included.folders)
    problems = [replace(problem, uri=source.uri) for problem in found]
    return of_the_site(entry, source) if entry is not None else None, problems


def _duplicate(entry: Entry, namesakes: tuple[Entry, ...]) -> Problem:
    others = ", ".join(other.uri for other in namesakes if other is not entry)
    return Problem(
        entry.uri, entry.lines.get("id", 1), 1, "duplicate-id", f"the id '{entry.id}' is also that of {others}",
        "give one of them another id",
    )  # fmt: skip
