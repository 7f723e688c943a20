"""The list of names itself, which is published for nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings.names_list import LIST_NAME, NamesList


def without_list(tree: Tree, names: NamesList) -> Tree:
    """The content folder without the list of names, by whatever path it can be reached."""
    return replace(tree, attachments=tree.attachments - frozenset(_list_uris(tree, names)))


def _list_uris(tree: Tree, names: NamesList) -> Iterator[str]:
    yield from (uri for uri in tree.attachments if "/" not in uri and uri.lower() == LIST_NAME)
    if names.files and tree.root is not None:
        # A link to the list is the list, and so is another spelling of its name where case doesn't count.
        lists = {_identity(path) for path in names.files}
        yield from (uri for uri in tree.attachments if _identity(tree.root / uri) in lists)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
