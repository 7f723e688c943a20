"""Which uris somebody means who types where something is and where it is to be."""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path

from portfolio_gen.build.author import Authored
from portfolio_gen.editing.references.moving import MoveError, folder_of_page, in_place, with_ending
from portfolio_gen.linking.names import normal_uri
from portfolio_gen.linking.nearest import in_words
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.paths import PAGE_ENDINGS

_BRACKETS = re.compile(r"!?\[\[([^\[\]|#^]+)(?:[#^][^\[\]|]*)?(?:\|[^\[\]]*)?\]\]\Z")


def uris_meant(old: str, new: str, whole: Authored, content: Path, base: Path) -> tuple[str, str]:
    """The uris of what moves and of where to: of files or, if a folder moves, of folders, without '/' at the end.

    `old` is a path on disk, a uri, or what a reference may say. `new` is a uri, a path on disk, or a folder, in which
    the name stays. Without '/' it is a new name in the same folder if `old` had none either. `base` is the folder
    from which paths on disk are seen.

    Raises:
        MoveError: it is nothing, or may be several things.
    """
    files = _files(whole)
    source, is_place = _old(old, whole, files, content, base)
    return source, _new(new, source, files, content, base, is_name="/" not in old and not is_place)


def entry_meant(name: str, whole: Authored, kinds: tuple[str, ...] = ()) -> Entry:
    """The entry that a name means: an id, a path or its tail, an alias, a [[wiki-link]].

    Raises:
        MoveError: none, or several.
    """
    match = _BRACKETS.match(name.strip())
    words = match[1].strip() if match else name.strip()
    meant = whole.resolver.names.meant_by(words, kinds)
    if len(meant) > 1:
        listed = ", ".join(f"'{one}'" for one in meant[:4])
        raise MoveError(f"'{name}' may mean {listed}{' and others' if len(meant) > 4 else ''}; write more of the path")
    found = meant[0] if meant else whole.resolver.names.at(normal_uri(words, "") or "")
    if found is None or (kinds and whole.portfolio.entries[found].kind_name not in kinds):
        near = in_words(whole.resolver.nearest(words, kinds))
        raise MoveError(f"there is no {kinds[0] if kinds else 'entry'} '{name}'{f'; {near}' if near else ''}")
    return whole.portfolio.entries[found]


def _old(old: str, whole: Authored, files: frozenset[str], content: Path, base: Path) -> tuple[str, bool]:
    """What moves, and whether it was named by its place."""
    written = old.replace("\\", "/") if os.name == "nt" else old
    for uri in (_on_disk(written, content, base), normal_uri(written, "")):
        if uri and (uri in files or _has(uri, files)):
            page = next((f"{uri}{ending}" for ending in PAGE_ENDINGS if f"{uri}{ending}" in files), None)
            if page is not None and not written.endswith("/"):
                raise MoveError(f"'{old}' may mean the folder or the page; write '{uri}/' or '{page}'")
            return uri, True
    if _on_disk(written, content, base) == ".":
        raise MoveError("the content folder itself can't be moved")
    entry = entry_meant(old, whole)
    return folder_of_page(entry.uri) or entry.uri, False


def _new(new: str, source: str, files: frozenset[str], content: Path, base: Path, *, is_name: bool) -> str:
    written = new.replace("\\", "/") if os.name == "nt" else new
    on_disk = _on_disk(written, content, base)
    is_folder = _has(written, files) or (on_disk is not None and (on_disk == "." or _has(on_disk, files)))
    if is_name and "/" not in written and not is_folder:
        target = in_place(source, written) if source in files else posixpath.join(posixpath.dirname(source), written)
        return _with_ending(target, source, files)
    target = _place(written, files, content, base)
    if written.endswith("/") or any(one.startswith(f"{target}/") for one in files) or target == ".":
        return posixpath.normpath(posixpath.join(target, posixpath.basename(source)))
    return _with_ending(target, source, files)


def _with_ending(target: str, source: str, files: frozenset[str]) -> str:
    return with_ending(target, source) if source in files else target


def _place(new: str, files: frozenset[str], content: Path, base: Path) -> str:
    """The uri of a new place: on disk where that is meant for certain or its folder is there, else below content."""
    on_disk = _on_disk(new, content, base)
    uri = normal_uri(new, "")
    if Path(new).is_absolute() or new.startswith(("./", "../")):
        if on_disk is None:
            raise MoveError(f"'{new}' is outside of the content folder")
        return on_disk
    if on_disk is not None and (
        on_disk == "." or not posixpath.dirname(on_disk) or _has(posixpath.dirname(on_disk), files)
    ):
        return on_disk
    if uri is None:
        raise MoveError(f"'{new}' is outside of the content folder")
    return uri


def _has(folder: str, files: frozenset[str]) -> bool:
    return any(one.startswith(f"{folder}/") for one in files)


def _on_disk(written: str, content: Path, base: Path) -> str | None:
    """The uri of a path on disk, "." for the content folder; None if it is outside."""
    path = Path(os.path.normpath(base.absolute() / written))
    for one, root in ((path, content.absolute()), (path.parent.resolve() / path.name, content.resolve())):
        if one.is_relative_to(root):
            return one.relative_to(root).as_posix()
    return None


def _files(whole: Authored) -> frozenset[str]:
    tree = whole.tree
    pages = {source.uri for source in tree.sources} | tree.unreadable
    return frozenset(pages | tree.attachments)
