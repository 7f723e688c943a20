"""Files at other places, with every reference to them and in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from portfolio_gen.build.author import Authored, authored
from portfolio_gen.build.changing.consequences import consequences, in_configuration
from portfolio_gen.build.changing.move_places import uris_meant
from portfolio_gen.build.changing.rewriting import Rewritten, Step, Steps, held_by, reread, rewritten, setting
from portfolio_gen.editing.files.changes import Change
from portfolio_gen.editing.references.meaning import Renamed
from portfolio_gen.editing.references.moving import MoveError, moved_uris
from portfolio_gen.editing.references.spellings import Named, spellings
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.paths import PAGE_ENDINGS
from portfolio_gen.reading.inference import date_from_uri, kind_from_uri
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.settings.project import Project


@dataclass(frozen=True, slots=True)
class Move:
    """A move, thought out in full."""

    changes: tuple[Change, ...]
    """What it does to files."""
    notes: tuple[str, ...]
    """What its author should know: what follows from it, and what is left to do by hand."""


def moved(old: str, new: str, base: Path, tree: Tree, project: Project, excluded: Iterable[str] = ()) -> Move:
    """What it takes to move an entry, a file or a folder somewhere else; `base` is where paths on disk are seen from.

    What a folder or a file's name told about an entry and no longer tells is written into it, so that its kind,
    its person and its date stay.

    Raises:
        MoveError: it can't go there, or something would mean something else.
    """
    whole = authored(tree, project.settings, excluded)
    source, target = uris_meant(old, new, whole, project.content, base)
    files = files_of(whole)
    _check_owners(source, target, whole)
    renamed = Renamed(moved_uris(source, target, files), {}, None if source in files else (source, target))
    _check_readable(whole, renamed)
    settings, notes = _settings_after(whole, renamed, project.settings)
    first = _place_fields(whole, renamed, settings)
    result = rewritten(whole, settings, renamed, first, lambda now, renamed: _person_fields(whole, now, renamed))
    notes += consequences(whole, result)
    return Move(changes_of(result, project), (*notes, *in_configuration(project, result.renamed)))


def files_of(whole: Authored) -> frozenset[str]:
    """The uris of the site's own files."""
    tree = whole.tree
    pages = {source.uri for source in tree.sources if source.included is None} | tree.unreadable
    return frozenset(uri for uri in pages | tree.attachments if not tree.is_included(uri))


def changes_of(result: Rewritten, project: Project) -> tuple[Change, ...]:
    """What was thought out, as changes to files.

    Raises:
        MoveError: a file can't be read, or is a symbolic link.
    """
    content = content_of(project)
    found: list[Change] = []
    uris = dict(result.renamed.uris)
    if result.renamed.folder is not None:
        uris = {**_on_disk(content, result.renamed.folder), **uris}
    for uri, fresh in sorted(uris.items()):
        path = content / uri
        held = _read(path, uri)
        if result.held.get(uri, held) != held:
            raise MoveError(f"{uri} was changed meanwhile; try again")
        found.append(Change(content / fresh, None, result.holds.get(uri, held), path))
        found.append(Change(path, held, None))
    for uri in sorted(result.holds.keys() - uris.keys()):
        found.append(Change(content / uri, result.held[uri], result.holds[uri]))
    return tuple(found)


def content_of(project: Project) -> Path:
    """The content folder, below the root as that is on disk."""
    if project.content.is_relative_to(project.root):
        return project.root.resolve() / project.content.relative_to(project.root)
    return project.content.absolute()


def _on_disk(content: Path, folder: tuple[str, str]) -> dict[str, str]:
    """All files below a folder, those included that no site has, with their new uris."""
    old, new = folder
    below = (path for path in (content / old).rglob("*") if path.is_symlink() or not path.is_dir())
    uris = [path.relative_to(content).as_posix() for path in below]
    return {uri: new + uri.removeprefix(old) for uri in uris}


def _read(path: Path, uri: str) -> bytes:
    if path.is_symlink():
        raise MoveError(f"'{uri}' is a symbolic link; move it by hand")
    try:
        return path.read_bytes()
    except OSError as error:
        raise MoveError(f"{uri}: {error.strerror or error}") from error


def _check_owners(old: str, new: str, whole: Authored) -> None:
    """Stop at what belongs to the owner of an included folder."""
    for part in whole.tree.parts:
        folder = part.included.folder
        for uri in (old, new):
            if f"{uri}/".startswith(f"{folder}/") or f"{folder}/".startswith(f"{uri}/"):
                raise MoveError(f"'{uri}' is, or holds, the included folder of somebody else; nothing there is changed")


def _check_readable(whole: Authored, renamed: Renamed) -> None:
    """Stop at a page whose own references nobody knows."""
    readable = {entry.uri for entry in whole.portfolio.entries.values()}
    for uri in renamed.uris:
        if uri.endswith(PAGE_ENDINGS) and uri not in readable:
            raise MoveError(
                f"{uri} is left out of the site or can't be read for certain, so its links can't be mended; "
                "see 'portfolio check', and mend it first"
            )


def _settings_after(whole: Authored, renamed: Renamed, settings: Settings) -> tuple[Settings, tuple[str, ...]]:
    """The options with the new names of persons in them, and what has to be written into them by hand."""
    notes: list[str] = []
    changed: dict[str, str] = {}
    for option, name in (("person", settings.person), ("reader", settings.reader)):
        meant = whole.resolver.names.meant_by(name, ("person",)) if name else ()
        if len(meant) != 1 or (uri := whole.portfolio.entries[meant[0]].uri) not in renamed.uris:
            continue
        now, ids = reread(whole, {one: held_by(whole, one) for one in _own_pages(whole, renamed)}, renamed, settings)
        named = Named(uri, renamed.uri(uri), meant[0], ids.id(meant[0]))
        names = (name, *spellings(name, named, "", ""))
        fresh = next((one for one in names if now.resolver.names.meant_by(one, ("person",)) == (named.new_id,)), name)
        if fresh != name:
            changed[option] = fresh
            notes.append(f"by hand: the option '{option}' in the configuration names '{name}'; write '{fresh}'")
    return replace(settings, person=changed.get("person", settings.person)), tuple(notes)


def _own_pages(whole: Authored, renamed: Renamed) -> Iterator[str]:
    return (entry.uri for entry in whole.portfolio.entries.values() if entry.uri in renamed.uris)


def _place_fields(whole: Authored, renamed: Renamed, settings: Settings) -> Steps:
    """What is written into sources since their new place doesn't tell it, as the former did: kind and date."""
    steps: dict[str, list[Step]] = {}
    for uri in _own_pages(whole, renamed):
        entry = whole.portfolio.entries[whole.resolver.names.by_uri[uri]]
        new = renamed.uri(uri)
        fields: dict[str, Any] = {}
        if entry.common.type is None and kind_from_uri(new, settings.folders) != entry.kind_name:
            fields["type"] = entry.kind_name
        if entry.common.date is None and entry.date is not None and date_from_uri(new) is None:
            fields["date"] = entry.date.first if len(entry.date.text) == 10 else entry.date.text
        if fields:
            steps[uri] = [setting((name,), value) for name, value in fields.items()]
    return steps


def _person_fields(whole: Authored, now: Authored, renamed: Renamed) -> Steps:
    """The person, written into sources that were theirs by their place and are no longer."""
    steps: dict[str, list[Step]] = {}
    words: dict[EntryId, str] = {}
    for uri in _own_pages(whole, renamed):
        entry = whole.portfolio.entries[whole.resolver.names.by_uri[uri]]
        person = whole.portfolio.persons.get(entry.id)
        if person is None or now.portfolio.persons.get(renamed.id(entry.id)) == renamed.id(person):
            continue
        if not words:
            words = {one: word for word, one in now.resolver.names.words(("person",))}
        name = words.get(renamed.id(person))
        if name is None:
            raise MoveError(
                f"{uri} is an entry of '{person}', who has no page to be named by; make one first, such as "
                f"{person}/index.md, and move it then"
            )
        if entry.common.person is not None:
            raise MoveError(f"{uri} would no longer be an entry of '{person}'; nothing was changed")
        steps[uri] = [setting(("person",), name)]
    return steps
