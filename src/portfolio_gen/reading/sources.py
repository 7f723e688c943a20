"""Files of a content folder, as text; what can't be read safely is a problem and stays out."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from portfolio_gen.model.paths import PAGE_ENDINGS
from portfolio_gen.problems import Problem
from portfolio_gen.settings.include import Included

MAX_BYTES = 1024 * 1024
"""How large a source may be. A megabyte is a book; more is a mistake or an attack on the parser."""


@dataclass(frozen=True, slots=True)
class Source:
    """A page of the content folder, as text."""

    uri: str
    """'/'-path below the content folder."""
    text: str
    """What it holds, decoded, with the line ends that it has."""
    included: Included | None = None
    """The included folder that it is from; None if it is the site's own."""
    own_uri: str = ""
    """Its path below the content folder of its owner, if it is from an included folder."""


@dataclass(frozen=True, slots=True)
class Part:
    """The files of one included folder."""

    included: Included
    uris: Mapping[str, str] = field(default_factory=dict)
    """By the uri in the site, the path below the content folder of their owner."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Everything in a content folder."""

    sources: tuple[Source, ...] = ()
    """The pages that could be read, by uri."""
    attachments: frozenset[str] = frozenset()
    """Uris of all other files."""
    unreadable: frozenset[str] = frozenset()
    """Uris of files that nobody may see, since who may is unknown."""
    problems: tuple[Problem, ...] = ()
    """Why they could not be read."""
    root: Path | None = None
    """The folder on disk; None if it is only in memory, where attachments have a name and no more."""
    parts: tuple[Part, ...] = ()
    """What is from included folders."""

    def without(self, uris: frozenset[str]) -> Tree:
        """The same folder without some of its pages."""
        if not uris:
            return self
        sources = tuple(source for source in self.sources if source.uri not in uris)
        problems = tuple(problem for problem in self.problems if problem.uri not in uris)
        return replace(self, sources=sources, unreadable=self.unreadable - uris, problems=problems)

    def is_included(self, uri: str) -> bool:
        """Whether a file is from an included folder."""
        return any(uri in part.uris for part in self.parts)

    def path_of(self, uri: str) -> Path | None:
        """Where a file is on disk; None if it is only in memory."""
        for part in self.parts:
            if uri in part.uris:
                return part.included.content / part.uris[uri]
        return self.root / uri if self.root is not None else None

    def by_root(self, uris: Iterable[str]) -> Iterator[tuple[Path | None, Mapping[str, str]]]:
        """Files by the folder on disk that they are in: their uris there, and for each the uri in the site."""
        left = set(uris)
        for part in self.parts:
            found = {part.uris[uri]: uri for uri in sorted(left & part.uris.keys())}
            left -= part.uris.keys()
            yield part.included.content, found
        yield self.root, {uri: uri for uri in sorted(left)}


def read_tree(root: Path, only: Container[str] | None = None, *, foreign: Container[str] = ()) -> Tree:
    """All pages and attachments below a folder.

    With `only`, other uris are passed over: a host that excludes files decides so. Without it, what starts
    with a dot is passed over, and `templates/` at the top, as MkDocs does (structure/files.py, 1.6.1). So are folders
    whose name is `foreign`.
    """
    sources: list[Source] = []
    attachments: set[str] = set()
    unreadable: set[str] = set()
    problems: list[Problem] = []
    is_passed_over = None if only is not None else lambda uri: _is_hidden(uri) or uri.rpartition("/")[2] in foreign
    for uri, path, trouble in _files(root, is_passed_over):
        is_folder = trouble is not None and path.is_dir()
        if _is_hidden(uri) if only is None or is_folder else uri not in only:
            continue
        if trouble is not None:
            problems.append(trouble)
            unreadable.add(uri)
        elif uri.endswith(PAGE_ENDINGS):
            match read_source(path, uri):
                case Source() as source:
                    sources.append(source)
                case Problem() as problem:
                    problems.append(problem)
                    unreadable.add(uri)
        elif uri.lower().endswith(PAGE_ENDINGS):
            problems.append(_problem(uri, "file-name", "hosts take this for an attachment, not for a page"))
            unreadable.add(uri)
        elif path.is_file():
            attachments.add(uri)
        else:
            # A pipe would keep a host waiting for ever, a dangling link would stop it.
            problems.append(_problem(uri, "not-a-file", "this is not an ordinary file", "remove it"))
            unreadable.add(uri)
    return Tree(tuple(sources), frozenset(attachments), frozenset(unreadable), tuple(problems), root)


def read_source(path: Path, uri: str) -> Source | Problem:
    """A page as text, or why it can't be read."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            return _problem(uri, "not-a-file", "this is not an ordinary file", "remove it, or rename it")
        if size > MAX_BYTES:
            return _problem(
                uri, "too-large", f"{size:,} bytes is more than a page may have ({MAX_BYTES:,})",
                "split it, or keep it as an attachment under another ending",
            )  # fmt: skip
        return decoded(uri, path.read_bytes())
    except OSError as error:
        return _problem(uri, "unreadable", f"the file can't be opened: {error.strerror or error}")


def decoded(uri: str, data: bytes) -> Source | Problem:
    """A page's bytes as text; a byte order mark is left out, anything but UTF-8 is a problem."""
    try:
        text = data.decode("utf-8-sig")
        if "\0" not in text:
            return Source(uri, text)
        return _problem(uri, "encoding", "there are NUL signs in this file, as in UTF-16", "save the file as UTF-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        is_utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        what = "this is UTF-16" if is_utf16 else f"byte 0x{data[error.start]:02x} is not UTF-8"
        return Problem(uri, line, column, "encoding", what, "save the file as UTF-8")


def _files(root: Path, is_passed_over: Callable[[str], bool] | None) -> Iterator[tuple[str, Path, Problem | None]]:
    """Each file with its uri, sorted, and the trouble with its place if it must not be read.

    Folders that are passed over, by their uri, are not looked into.
    """
    real_root = os.path.realpath(root)
    for folder, subfolders, names in os.walk(root, followlinks=True):
        relative = Path(folder).relative_to(root).as_posix()
        prefix = "" if relative == "." else f"{relative}/"
        if is_passed_over is not None:
            subfolders[:] = [name for name in subfolders if not is_passed_over(prefix + name)]
        trouble = _trouble_of_folder(prefix, folder, real_root)
        if trouble is not None:
            # Nothing below is read, but hosts that follow links must know that it is there.
            subfolders[:] = [] if trouble.code == "outside" else sorted(subfolders)
            yield prefix.rstrip("/"), Path(folder), trouble
        subfolders.sort()
        for name in sorted(names):
            path = Path(folder, name)
            yield prefix + name, path, trouble or _trouble_of_file(prefix + name, path, real_root)


def _trouble_of_folder(prefix: str, folder: str, real_root: str) -> Problem | None:
    uri = prefix.rstrip("/")
    if Path(folder).is_symlink():
        target = os.path.realpath(folder)
        if target in (os.path.realpath(parent) for parent in Path(folder).parents):
            return _problem(
                uri, "outside", "this symbolic link leads back to a folder above it, without end", "remove the link"
            )
        if not _is_below(target, real_root):
            return _problem(
                uri, "outside", "this symbolic link leads out of the content folder",
                "copy the files, or remove the link",
            )  # fmt: skip
    page = next((part for part in uri.split("/") if part.lower().endswith(PAGE_ENDINGS)), None)
    if page is not None:
        return _problem(uri, "not-a-file", f"the folder '{page}' has the name of a page", "rename the folder")
    return None


def _trouble_of_file(uri: str, path: Path, real_root: str) -> Problem | None:
    if not uri.isascii() and not _is_encodable(uri):
        return _problem(uri, "unreadable", "the name of this file is not UTF-8", "rename it")
    if path.is_symlink() and not _is_below(os.path.realpath(path), real_root):
        return _problem(
            uri,
            "outside",
            "this symbolic link leads out of the content folder",
            "copy the file, or remove the link",
        )
    return None


def _is_encodable(uri: str) -> bool:
    try:
        uri.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _is_below(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)


def _is_hidden(uri: str) -> bool:
    return uri.startswith("templates/") or any(part.startswith(".") for part in uri.split("/"))


def _problem(uri: str, code: str, message: str, hint: str = "") -> Problem:
    return Problem(uri, 1, 1, code, message, hint)
