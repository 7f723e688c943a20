"""References that lead nowhere and could only have meant one thing."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import replace

from portfolio_gen.editing.fixes.fix import meant_for_certain
from portfolio_gen.editing.fixes.words import DECIDING
from portfolio_gen.editing.references.meaning import Said
from portfolio_gen.editing.references.spellings import destination, relative
from portfolio_gen.linking.resolution import Resolver, Target, ToEntry, ToPage, Unknown
from portfolio_gen.model.mention import FieldMention, TextLink
from portfolio_gen.model.paths import path_of, person_folder

_EVERYWHERE = ("index", "README")
"""Names that any folder may have, so that the same name elsewhere tells nothing."""


def meant_instead(said: Said, resolver: Resolver, files: Iterable[str]) -> str | None:
    """What is to be written for a reference that leads nowhere; None if there is any doubt.

    `files` are the uris of all pages and attachments. Of a link in a text it is the whole destination, of any
    other reference the name.
    """
    if isinstance(said.where, FieldMention):
        if said.where.field in DECIDING or not isinstance(said.target, Unknown):
            return None
        return _name(said, resolver, said.where.refers.kinds)
    if said.where.form in ("wiki", "embed"):
        return _name(said, resolver, ()) if isinstance(said.target, Unknown) else None
    return _destination(said, said.where, files) if isinstance(said.target, ToPage | Unknown) else None


def _name(said: Said, resolver: Resolver, kinds: tuple[str, ...]) -> str | None:
    folder, _, written = said.where.target.rpartition("/")
    written = written.removesuffix(".md")
    if written in _EVERYWHERE:
        return None
    # The nearest three are enough to see that the second of them is far.
    name = meant_for_certain(written, resolver.nearest(written, kinds))
    target = _meant(name, said, resolver) if name is not None else None
    if not isinstance(target, ToEntry):
        return None
    uri = resolver.entries[target.id].uri
    is_there = f"/{path_of(uri)}".rpartition("/")[0].endswith(f"/{folder}") if folder else True
    return name if is_there or (name == written and _is_of_one(f"{folder}/{written}", uri)) else None


def _meant(name: str, said: Said, resolver: Resolver) -> Target:
    if isinstance(said.where, FieldMention):
        return resolver.field(name, said.where.refers, said.entry.uri)
    return resolver.link(replace(said.where, target=name), said.entry.uri)


def _is_of_one(place: str, uri: str) -> bool:
    """Whether a place and a file are in one person's folder, or both in nobody's."""
    return person_folder(place) == person_folder(uri)


def _destination(said: Said, link: TextLink, files: Iterable[str]) -> str | None:
    """The way to a file of that name that is elsewhere, or to one in the same folder whose name is misspelt."""
    folder, name = posixpath.split(said.place)
    if "." not in name or posixpath.splitext(name)[0] in _EVERYWHERE:
        return None
    found = tuple(files)
    same = [uri for uri in found if posixpath.basename(uri) == name]
    if not all(_is_of_one(said.place, uri) for uri in same):
        return None
    if not same:
        stem, ending = posixpath.splitext(name)
        beside = {posixpath.splitext(uri) for uri in found if posixpath.dirname(uri) == folder}
        other = meant_for_certain(stem, [posixpath.basename(path) for path, end in beside if end == ending])
        same = [posixpath.join(folder, other + ending)] if other is not None else []
    if len(same) != 1 or not link.target:
        return None
    text = said.entry.texts[said.text].text if said.text else said.entry.body.text
    return destination(text[slice(*link.destination)], relative(link.target, same[0], said.entry.uri))


def nowhere(said: Iterable[Said], places: frozenset[tuple[str, int, int]]) -> Iterator[Said]:
    """Those references that stand where a problem was found."""
    return (one for one in said if (one.entry.uri, one.where.line, one.where.column) in places)
