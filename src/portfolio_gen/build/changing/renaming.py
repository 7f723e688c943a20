"""A competency under another name, with every reference to it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from functools import partial

from portfolio_gen.build.author import authored
from portfolio_gen.build.changing.consequences import consequences, in_configuration
from portfolio_gen.build.changing.move_places import entry_meant
from portfolio_gen.build.changing.moving import Move, changes_of, files_of
from portfolio_gen.build.changing.rewriting import Step, rewritten, setting
from portfolio_gen.drafting.slugs import slug
from portfolio_gen.editing.references.meaning import Renamed
from portfolio_gen.editing.references.moving import MoveError, folder_of_page, in_place, moved_uris
from portfolio_gen.editing.references.renaming import aliased, former_names, new_id, titled
from portfolio_gen.model.entry import Entry
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings.project import Project


def renamed_competency(
    old: str, new: str, title: str | None, tree: Tree, project: Project, excluded: Iterable[str] = ()
) -> Move:
    """What it takes to give a competency another name, and another title if there is one.

    Its file gets the name as a slug, in its folder; its `id`, if it has one, too. Every reference by a name that it
    loses is written anew, and that name stays as an alias, so that what others wrote elsewhere still means it.

    Raises:
        MoveError: there is no such competency, the name is taken, or something would mean something else.
    """
    whole = authored(tree, project.settings, excluded)
    entry = entry_meant(old, whole, ("competency",))
    if entry.origin is not None:
        raise MoveError(f"'{entry.id}' belongs to the owner of an included folder; nothing there is changed")
    name = slug(new, "competency")
    renamed = _renamed(entry, name, files_of(whole))
    fresh_id = new_id(entry, name)
    names = former_names(entry, renamed.uri(entry.uri), fresh_id)
    first: list[Step] = [setting(("id",), fresh_id)] if fresh_id not in (None, entry.common.id) else []
    last: list[Step] = [partial(aliased, name=one) for one in names]
    if title is not None:
        last.insert(0, partial(titled, entry=entry, title=title))
    if not (renamed.uris or first or last):
        raise MoveError(f"'{entry.id}' is called so already")
    result = rewritten(whole, project.settings, renamed, {entry.uri: first}, lambda *_: {entry.uri: last})
    notes = consequences(whole, result)
    return Move(changes_of(result, project), (*notes, *in_configuration(project, result.renamed)))


def _renamed(entry: Entry, name: str, files: frozenset[str]) -> Renamed:
    """The file, or the folder that the competency is, by its new name; nothing if it has it already."""
    folder = folder_of_page(entry.uri)
    old = folder or entry.uri
    new = posixpath.join(posixpath.dirname(folder), name) if folder else in_place(entry.uri, name)
    if old == new:
        return Renamed({}, {})
    return Renamed(moved_uris(old, new, files), {}, (old, new) if folder else None)
