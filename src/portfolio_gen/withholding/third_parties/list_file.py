"""The list of names itself, which is published for nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings.names_list import LIST_NAME, NamesList


def without_list(tree: Tree, *lists: NamesList) -> Tree:
    """The files without the lists of names, by whatever path they can be reached."""
    return replace(tree, attachments=tree.attachments - frozenset(_list_uris(tree, lists)))


def _list_uris(tree: Tree, lists: Iterable[NamesList]) -> Iterator[str]:
    # A link to a list is the list, and so is another spelling of its name where case doesn't count.
    known = {_identity(path) for names in lists for path in names.files}
    for root, uris in tree.by_root(tree.attachments):
        for own, uri in uris.items():
            is_on_top = "/" not in own and own.lower() == LIST_NAME
            if is_on_top or (known and root is not None and _identity(root / own) in known):
                yield uri


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
