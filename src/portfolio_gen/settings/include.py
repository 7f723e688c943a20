"""The folders of others that a site includes, each with what its owner has decided for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from portfolio_gen.model.audience import Audience
from portfolio_gen.model.kinds import FOLDERS
from portfolio_gen.model.paths import PAGE_ENDINGS
from portfolio_gen.settings.errors import SettingsError
from portfolio_gen.settings.mkdocs_yml import CONFIG_NAMES, excluded_patterns, plugin_options, read_config
from portfolio_gen.settings.names_list import NamesError, NamesList, names_at

_EXAMPLE = "[{path: ../lena, person: lena}]"
_NAME = re.compile(r"(?!\.)[^\s\x00-\x1f\x7f-\x9f/\\|#\[\]<>\":*?%]+")
OWNERS = ("defaults", "folders", "names", "pseudonyms", "person")
"""The options that count as the owner of an included project has written them."""

ReadOptions = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Makes of written options what they mean, or raises SettingsError."""


@dataclass(frozen=True, slots=True)
class Included:
    """A folder of somebody else, and what its owner has decided."""

    person: str
    """What its owner is called in the site: "lena"."""
    root: Path
    """The folder that `path` names."""
    content: Path
    """The folder of its sources; the root itself unless it is a project."""
    config: Path | None = None
    """Its mkdocs.yml; None if it has none."""
    mistake: str = ""
    """Why nobody knows what its owner has decided; then nothing of it is for anybody. Else empty."""
    excludes: tuple[str, ...] = ()
    """Patterns of files that the owner's host leaves out, in gitignore's form."""
    called: frozenset[str] = frozenset()
    """Names of folders below people/ that are the owner's."""
    defaults: Mapping[str, Audience] = field(default_factory=dict)
    """As in Settings, and so are those below."""
    folders: Mapping[str, str] = field(default_factory=lambda: dict(FOLDERS))
    names: NamesList = field(default_factory=NamesList)
    pseudonyms: bool = False

    @property
    def folder(self) -> str:
        """Where it stands in the site: "people/lena"."""
        return f"people/{self.person}"


def included_in(written: object, folder: Path | None, content: Path | None, read: ReadOptions) -> tuple[Included, ...]:
    """The folders that an option names, each once, in its order; paths are relative to `folder`.

    `content` is the site's own content folder. Without `folder` nothing is looked for on disk.

    Raises:
        SettingsError: something can't be right; the message has a line for each mistake.
    """
    if not isinstance(written, list | tuple):
        raise SettingsError(f"include: {written!r} is no list; write it as {_EXAMPLE}")
    mistakes = [mistake for one in written for mistake in _mistakes(one)]
    pairs = [(str(one["path"]), _person(one)) for one in written if not list(_mistakes(one))]
    mistakes += _twice([person for _, person in pairs])
    if folder is not None:
        mistakes += _misplaced(pairs, folder, content)
    if mistakes:
        raise SettingsError("\n".join(f"include: {mistake}" for mistake in mistakes))
    return tuple(_included(folder / path, person, read) for path, person in pairs) if folder is not None else ()


def included_near(path: Path, includes: Iterable[Included]) -> Included | None:
    """The included folder into which a site at a path would be written, or that would lie in it; None without one."""
    place = path.resolve()
    return next((one for one in includes if _overlap(place, one.content.resolve())), None)


def _mistakes(one: object) -> Iterator[str]:
    """What is wrong with an item of the list by itself."""
    if not isinstance(one, Mapping) or not {"path", "person"} <= one.keys() <= {"path", "person"}:
        yield f"{one!r} is not a path and a person; write {_EXAMPLE}"
        return
    if not isinstance(one["path"], str) or not one["path"].strip() or "\0" in one["path"]:
        yield f"path: {one['path']!r} is no path; write it as ../lena"
    person = _person(one) if isinstance(one["person"], str) else ""
    if not _NAME.fullmatch(person) or person.lower().endswith(PAGE_ENDINGS):
        yield f"person: {one['person']!r} is no name for a folder; write one word, as in people/lena"


def _person(one: Mapping[str, Any]) -> str:
    return str(one["person"]).strip().removeprefix("people/")


def _twice(persons: Sequence[str]) -> Iterator[str]:
    # Disks that don't tell capitals apart would write both into one folder.
    folded = [person.casefold() for person in persons]
    for number, person in enumerate(persons):
        if folded.index(folded[number]) < number:
            yield f"person: '{person}' is named twice; name each person once"


def _misplaced(pairs: Sequence[tuple[str, str]], folder: Path, content: Path | None) -> Iterator[str]:
    """What is wrong with where the folders are, and with what the site has at their places itself."""
    seen: list[tuple[str, Path]] = []
    for path, person in pairs:
        root = (folder / path).resolve()
        if not root.is_dir():
            yield f"path: there is no folder '{path}'; write its path from the configuration's folder"
            continue
        if content is not None and _overlap(root, content.resolve()):
            yield f"path: '{path}' and the site's own content folder overlap; keep them apart"
        for other, place in seen:
            if _overlap(root, place):
                which = "is named twice" if root == place else f"and '{other}' overlap"
                yield f"path: '{path}' {which}; name each folder once"
        seen.append((path, root))
        taken = (content / "people" / f"{person}{ending}" for ending in ("", *PAGE_ENDINGS)) if content else ()
        if any(place.exists() for place in taken):
            yield f"person: the site's own content has people/{person} too; move it into '{path}', or rename one"


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _included(root: Path, person: str, read: ReadOptions) -> Included:
    config = next((root / name for name in CONFIG_NAMES if (root / name).is_file()), None)
    try:
        written = read_config(config) if config is not None else {}
        content = _content(root, written) if config is not None else root
        options = plugin_options(written) or {}
        given = read({name: options[name] for name in OWNERS if options.get(name) is not None})
        names = names_at(root, content, given.get("names", ""))
    except SettingsError as error:
        return Included(person, root, root, config, mistake=str(error))
    except NamesError:
        # What is wrong with the list is for its owner to read.
        return Included(person, root, root, config, mistake="the list of names is not there, or can't be read")
    own = str(given.get("person", "")).rpartition("/")[2]
    return Included(
        person, root, content, config, "", excluded_patterns(written), frozenset({person, own} - {""}),
        **{name: given[name] for name in ("defaults", "folders", "pseudonyms") if name in given}, names=names,
    )  # fmt: skip


def _content(root: Path, written: Mapping[str, Any]) -> Path:
    docs_dir = written.get("docs_dir", "docs")
    if not isinstance(docs_dir, str) or "\0" in docs_dir or not (root / docs_dir).is_dir():
        raise SettingsError(f"docs_dir: there is no folder {docs_dir!r} beside it")
    content = root / docs_dir
    # The owner decides what is read of this folder, and of no other.
    if not content.resolve().is_relative_to(root.resolve()):
        raise SettingsError(f"docs_dir: {docs_dir!r} leads out of the project")
    return content
