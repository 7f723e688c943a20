"""Sources with other names: every reference to them, and in them, means afterwards what it meant before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from portfolio_gen.build.author import Authored
from portfolio_gen.build.linked import resolver_of_everything
from portfolio_gen.editing.errors import EditError
from portfolio_gen.editing.fields.front_matter import set_field
from portfolio_gen.editing.references.meaning import Renamed, Said, changed_meanings, everything_said
from portfolio_gen.editing.references.moving import MoveError
from portfolio_gen.editing.references.respelling import respelt
from portfolio_gen.editing.references.spellings import Named, destination, relative, spellings
from portfolio_gen.editing.source_text import Edit, edited, source_text
from portfolio_gen.linking.links import link
from portfolio_gen.linking.resolution import Resolver, Target, ToEntry, ToFile
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.mention import FieldMention, FieldPath, TextLink
from portfolio_gen.problems import errors
from portfolio_gen.reading.entries import read_entry
from portfolio_gen.reading.sources import Source, decoded
from portfolio_gen.settings import Settings
from portfolio_gen.withholding.publishing import whole_portfolio

Step = Callable[[str], Iterable[Edit]]
"""Edits of a source's text."""
Steps = Mapping[str, Sequence[Step]]
"""By the uri that a source had, what is done to it, one after the other."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Sources with other names, thought out in full."""

    renamed: Renamed
    """What has another name."""
    held: Mapping[str, bytes]
    """What each source held that changes, by the uri that it had."""
    holds: Mapping[str, bytes]
    """What it is to hold."""
    after: Authored
    """Everything as it is then."""
    lost: tuple[Said, ...]
    """References in included folders that meant something before and don't any more. They are their owners' to mend."""


def rewritten(
    whole: Authored, settings: Settings, renamed: Renamed, first: Steps, last: Callable[[Authored, Renamed], Steps]
) -> Rewritten:
    """Everything with the files of `renamed` elsewhere, and every reference mended that would mean something else.

    `first` is done before anything is linked anew, and what `last` says of how it is linked then afterwards.
    `renamed` need not know ids.

    Raises:
        MoveError: something would mean something else, and can't be mended.
    """
    own = {entry.uri for entry in whole.portfolio.entries.values() if entry.origin is None}
    held = {uri: held_by(whole, uri) for uri in {*first, *(own & renamed.uris.keys())}}
    holds = {uri: _done(uri, data, first.get(uri, ())) for uri, data in held.items()}
    now, renamed = reread(whole, holds, renamed, settings)
    mended, lost = _mended(whole, now, renamed)
    steps: dict[str, list[Step]] = {uri: [partial(respelt, fresh=pairs)] for uri, pairs in mended.items()}
    for uri, more in last(now, renamed).items():
        steps.setdefault(uri, []).extend(more)
    for uri, some in steps.items():
        held.setdefault(uri, held_by(whole, uri))
        holds[uri] = _done(uri, holds.get(uri, held[uri]), some)
    after, renamed = reread(whole, holds, renamed, settings)
    _verify(whole, after, renamed)
    changed = {uri: data for uri, data in holds.items() if data != held[uri]}
    return Rewritten(renamed, held, changed, after, lost)


def setting(path: FieldPath, value: Any) -> Step:
    """The step that writes a field."""
    return lambda text: set_field(text, path, value)


def reread(
    whole: Authored, fresh: Mapping[str, bytes], renamed: Renamed, settings: Settings
) -> tuple[Authored, Renamed]:
    """Everything with some sources read again, at the place and with the content that they have now, linked anew.

    `fresh` is by the uri that a source had. What it is renamed to comes back with the ids that follow.

    Raises:
        MoveError: one can't be read any more, or two have one id.
    """
    entries: dict[EntryId, Entry] = {}
    ids: dict[EntryId, EntryId] = dict(_pageless(whole, renamed))
    namesakes = {group[0].id: group[0] for group in whole.loaded.namesakes}
    for entry in whole.loaded.entries.values():
        new = entry if entry.uri not in fresh else _read(renamed.uri(entry.uri), fresh[entry.uri], settings)
        other = entries.get(new.id) or namesakes.get(new.id)
        if other is not None and other.uri != new.uri:
            there = new if other.uri in renamed.uris.values() else other
            raise MoveError(f"the name '{new.id}' is that of {there.uri} already; choose another")
        entries[new.id] = new
        if new.id != entry.id:
            ids[entry.id] = new.id
    entries = dict(sorted(entries.items(), key=lambda row: row[1].uri))
    unread = frozenset(map(renamed.uri, whole.unread))
    tree = replace(whole.tree, attachments=frozenset(map(renamed.uri, whole.tree.attachments)))
    everything = whole_portfolio(entries, settings)
    resolver = resolver_of_everything(everything, whole.loaded.apart, unread, tree)
    links = link(entries.values(), resolver)
    loaded = replace(whole.loaded, entries=entries)
    return Authored(tree, loaded, unread, everything, links, resolver), replace(renamed, ids=ids)


def held_by(whole: Authored, uri: str) -> bytes:
    """What the file of a source holds; without one, what would be in it.

    Raises:
        MoveError: it is not what was read, or can't be read.
    """
    source = next(source for source in whole.tree.sources if source.uri == uri)
    path = whole.tree.path_of(uri)
    if path is None:
        return source.text.encode()
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MoveError(f"{uri}: {error.strerror or error}") from error
    found = decoded(uri, data)
    if not isinstance(found, Source) or found.text != source.text:
        raise MoveError(f"{uri} was changed meanwhile; try again")
    return data


def _read(uri: str, data: bytes, settings: Settings) -> Entry:
    source = decoded(uri, data)
    assert isinstance(source, Source)
    entry, problems = read_entry(source, settings.folders)
    wrong = errors(problems)
    if entry is None or wrong:
        raise MoveError(f"{wrong[0]}; nothing was changed")
    return entry


def _pageless(whole: Authored, renamed: Renamed) -> Iterator[tuple[EntryId, EntryId]]:
    """The ids of persons who have a folder and no page."""
    for person in set(whole.portfolio.persons.values()) - whole.portfolio.entries.keys():
        if renamed.folder is not None and f"{person}/".startswith(f"{renamed.folder[0]}/"):
            yield person, EntryId(renamed.place(person))


def _done(uri: str, data: bytes, steps: Sequence[Step]) -> bytes:
    for step in steps:
        try:
            source = source_text(data)
            data = edited(source, step(source.text))
        except EditError as error:
            raise MoveError(f"{uri}: {error}") from error
    return data


def _mended(
    whole: Authored, now: Authored, renamed: Renamed
) -> tuple[Mapping[str, list[tuple[Said, str]]], tuple[Said, ...]]:
    """By the uri that a source had, what has to be written anew in it; and what stands in sources of others."""
    before = everything_said(whole.portfolio.entries, whole.links)
    after = everything_said(now.portfolio.entries, now.links)
    mended: defaultdict[str, list[tuple[Said, str]]] = defaultdict(list)
    lost: list[Said] = []
    for old, new in changed_meanings(before, after, renamed):
        if old.entry.origin is not None:
            lost.append(old)
        else:
            mended[old.entry.uri].append((new, _spelling(old, new, whole, now, renamed)))
    return mended, tuple(lost)


def _spelling(old: Said, new: Said, whole: Authored, now: Authored, renamed: Renamed) -> str:
    """What is to be written for a reference, so that it means what it meant.

    Raises:
        MoveError: nothing that could be written means that.
    """
    if old.is_by_place and isinstance(new.where, TextLink):
        raw = _text_of(new)[slice(*new.where.destination)]
        return destination(raw, relative(new.where.target, renamed.place(old.place), new.entry.uri))
    wanted = renamed.target(old.target)
    named = _named(old.target, whole, now, renamed)
    if named is not None:
        for name in spellings(old.where.target, named, old.entry.uri, new.entry.uri):
            if _means(name, new, now.resolver) == wanted:
                return name
    raise _changed(old)


def _named(target: Target, whole: Authored, now: Authored, renamed: Renamed) -> Named | None:
    match target:
        case ToEntry(id=entry):
            new = renamed.id(entry)
            old_uri, new_uri = whole.portfolio.entries[entry].uri, now.portfolio.entries[new].uri
            return Named(old_uri, new_uri, entry, new)
        case ToFile(uri=uri):
            return Named(uri, renamed.uri(uri))
    return None


def _means(name: str, said: Said, resolver: Resolver) -> Target:
    if isinstance(said.where, FieldMention):
        return resolver.field(name, said.where.refers, said.entry.uri)
    return resolver.link(replace(said.where, target=name), said.entry.uri)


def _text_of(said: Said) -> str:
    return said.entry.texts[said.text].text if said.text else said.entry.body.text


def _verify(whole: Authored, after: Authored, renamed: Renamed) -> None:
    """Stop unless every reference of the site's own sources means what it meant.

    Raises:
        MoveError: one means something else.
    """
    before = everything_said(whole.portfolio.entries, whole.links)
    now = everything_said(after.portfolio.entries, after.links)
    for old, _ in changed_meanings(before, now, renamed):
        if old.entry.origin is None:
            raise _changed(old)


def _changed(said: Said) -> MoveError:
    return MoveError(
        f"{said.spot}: '{said.where.target}' would mean something else, and there is no other way to write it; "
        "change it first, or choose another name. Nothing was changed"
    )
