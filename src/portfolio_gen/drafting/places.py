"""Where a new entry goes."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import count

from portfolio_gen.drafting.slugs import slug
from portfolio_gen.drafting.surroundings import Surroundings
from portfolio_gen.model.dates import PartialDate, date_in_name
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.model.paths import place_of

_USUAL = {"reflection": "journal"}
"""The folder for the first entry of a kind that may live in several."""
_BETWEEN_FIGURES = re.compile(r"(?<=\d)-(?=\d)", re.ASCII)


def place_for(
    kind: str, title: str, day: date | PartialDate, person: str | None, around: Surroundings, folders: Mapping[str, str]
) -> str:
    """The uri of a new entry, never one that is taken, nor one that differs from such only in case.

    What the journal lists has its date in front, and stands in the folder of its person ("people/lena"), if there is
    one. The folder is the one that the person uses most for the kind, else the project, else the kind's first.
    """
    return next(places_for(kind, title, day, person, around, folders))


def places_for(
    kind: str, title: str, day: date | PartialDate, person: str | None, around: Surroundings, folders: Mapping[str, str]
) -> Iterator[str]:
    """The same, and those that come next if somebody is faster."""
    name, folder = slug(title, kind), "people/" if kind == "person" else _folder(kind, person, around, folders)
    beside = len(posixpath.join(folder, ""))
    near = folder.rstrip("/").casefold()
    taken = {place_of(uri).casefold() for uri in around.uris if uri[:beside].rstrip("/").casefold() == near}
    for number in count(1):
        numbered = name if number == 1 else f"{name}-{number}"
        stem = dated(numbered, str(day)) if KINDS[kind].in_journal else numbered
        uri = posixpath.join(folder, f"{stem}/index.md" if kind == "person" else f"{stem}.md")
        if place_of(uri).casefold() not in taken:
            yield uri


def dated(name: str, day: str) -> str:
    """A name with a date in front, and no other date in it: figures that would be read as one are joined."""
    plain = f"{day}-{name}"
    joined = _BETWEEN_FIGURES.sub("", name)
    expected = None if day.isdecimal() else day  # A year counts only if it is the whole name.
    for stem in (plain, f"{day}-{joined}", f"{day}_{joined}"):
        found = date_in_name(stem)
        if (found and found.text) == expected:
            return stem
    return plain


def _folder(kind: str, person: str | None, around: Surroundings, folders: Mapping[str, str]) -> str:
    """The folder for entries of a kind; empty for the content folder itself."""
    base = f"{person}/" if person else ""
    if not KINDS[kind].folders:
        return base
    there = around.by_kind.get(kind, ())
    own = _most_used((uri[len(base) :] for uri in there if uri.startswith(base)), folders)
    if own:
        return base + own
    # Elsewhere only what the folder is called counts, not whose it is.
    usual = posixpath.basename(_most_used(there, folders))
    return base + (usual or _USUAL.get(kind) or KINDS[kind].folders[0])


def _most_used(uris: Iterable[str], folders: Mapping[str, str]) -> str:
    """The folder that tells the kind of most of the pages, as a path; empty without any."""
    used = Counter(_telling_folder(uri, folders) for uri in uris)
    return min(used, key=lambda folder: (-used[folder], folder), default="")


def _telling_folder(uri: str, folders: Mapping[str, str]) -> str:
    parts = uri.split("/")[:-1]
    while parts and parts[-1] not in folders:
        parts.pop()
    return "/".join(parts)
