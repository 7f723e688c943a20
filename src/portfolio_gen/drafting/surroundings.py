"""What a content folder holds, told by the names of its files alone: ten thousand entries cost a walk, no reading."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from portfolio_gen.model.paths import PAGE_ENDINGS, person_folder
from portfolio_gen.reading.inference import kind_from_uri


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What there is besides a new entry."""

    uris: frozenset[str]
    """All pages."""
    persons: tuple[str, ...]
    """The folders of persons with a page in them ("people/lena"), sorted."""
    by_kind: Mapping[str, tuple[str, ...]]
    """The pages of each kind that folders tell, sorted. A `type` that is written may say otherwise."""


def surroundings(content: Path, folders: Mapping[str, str]) -> Surroundings:
    """The names of all pages of a content folder. What readers pass over (hidden, `templates/`) isn't there.

    Folders that are symbolic links are not followed, so that no link leads round in circles.
    """
    return surroundings_of(_pages(content), folders)


def surroundings_of(uris: Iterable[str], folders: Mapping[str, str]) -> Surroundings:
    """The same for pages of which the uris are known."""
    by_folder: defaultdict[str, list[str]] = defaultdict(list)
    for uri in uris:
        by_folder[uri.rpartition("/")[0]].append(uri)
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    persons = set()
    for found in by_folder.values():
        persons.add(person_folder(found[0]))
        # All but the few with names of their own are of the kind that their folder tells.
        usual = kind_from_uri(found[0].rpartition("/")[0] + "/x.md", folders)
        for uri in found:
            is_index = uri.rpartition("/")[2].startswith(("index.", "README."))
            by_kind[kind_from_uri(uri, folders) if is_index else usual].append(uri)
    return Surroundings(
        frozenset(uri for found in by_folder.values() for uri in found),
        tuple(sorted(person for person in persons if person is not None)),
        {kind: tuple(sorted(found)) for kind, found in by_kind.items()},
    )


def _pages(root: Path) -> Iterator[str]:
    folders = [("", os.fspath(root))]
    while folders:
        prefix, folder = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue  # What can't be looked into is no neighbour. `check` reports it.
        for entry in entries:
            if entry.name.startswith(".") or (not prefix and entry.name == "templates"):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append((f"{prefix}{entry.name}/", entry.path))
            elif entry.name.endswith(PAGE_ENDINGS):
                yield prefix + entry.name
