"""The files of a finished site, and what is in them that should not be."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from portfolio_gen.auditing.attachments import HiddenFiles
from portfolio_gen.auditing.index import Index, line_of
from portfolio_gen.auditing.sought import Sought, SoughtText
from portfolio_gen.auditing.surfaces import Closed, Payload, Surface, as_text, surfaces_of, text_surfaces
from portfolio_gen.auditing.surfaces.encodings import readings
from portfolio_gen.auditing.surfaces.markup import is_markup
from portfolio_gen.auditing.words import BREAK, words_of

_WINDOW = 4_000_000
"""How many characters are looked at together."""
_OVERLAP = 4_000
"""How many of them are looked at twice, so that nothing is cut in two."""


_NAME = 64
"""In how many bytes a script gives a name to a JSON document."""


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """Something withheld on a site. It says where, and never what."""

    file: str
    """The file of the site, as a '/'-path below it."""
    surface: str
    """Where in the file: "text", "attribute", "image metadata"."""
    sort: str
    """What of the source it is: its title, its id, a run of its text."""
    uri: str
    """The source that it belongs to."""
    line: int
    """The 1-based line of it there."""

    def __str__(self) -> str:
        return f"{self.file}: {self.surface}: the {self.sort} of {self.uri}:{self.line}"


@dataclass(frozen=True, slots=True)
class Found:
    """Something sought, and where it was found."""

    file: str
    surface: str
    sought: Sought


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read of a site."""

    files: int
    """How many files there are."""
    known: int
    """How many of them were passed over: the theme's own, and attachments that are published."""
    found: frozenset[Found]
    closed: tuple[tuple[str, str], ...]
    """Files with parts that can't be looked into, and what these are; sorted."""


def leaks_of(found: Iterable[Found], texts: Mapping[str, SoughtText]) -> tuple[Leak, ...]:
    """What was found, each place once, sorted; runs of words are told by the line in which they begin."""
    leaks: set[Leak] = set()
    lines: dict[Sought, int] = {}
    for one in found:
        if one.sought not in lines:
            text = texts.get(one.sought.uri) if one.sought.sort == "text" else None
            below = line_of(one.sought.words, text.text) if text is not None else None
            lines[one.sought] = one.sought.line + (below or 0)
        leaks.add(Leak(one.file, one.surface, one.sought.sort, one.sought.uri, lines[one.sought]))
    return tuple(sorted(leaks))


def seen_on(
    files: Iterable[tuple[str, Path]],
    index: Index,
    hidden: HiddenFiles,
    is_known: Callable[[str, Path], bool],
    *,
    is_thorough: bool,
) -> Seen:
    """What some files of a site hold of what is sought; each is its '/'-path and its place on disk.

    `is_known` says of a file, by its '/'-path and its place on disk, whether it is known and so passed over.
    Lines that many pages share are read on the first one only, unless thoroughly: then each page is named.
    """
    found: set[Found] = set()
    closed: set[tuple[str, str]] = set()
    read = _Read()
    count = known = 0
    novel = (lambda text: text) if is_thorough else read.novel
    for uri, path in files:
        count += 1
        found |= {Found(uri, "file name", one) for name in readings(uri) for one in index.found_in(words_of(name))}
        if not path.is_file():
            continue
        if is_known(uri, path):
            known += 1
            continue
        content = path.read_bytes()
        found |= {Found(uri, "whole file", one) for one in hidden.same_as(content)}
        for part in _parts(content if is_thorough else read.unread(content), novel):
            match part:
                case Surface():
                    text = part.text if is_thorough else read.fresh(part.text)
                    for window in _windows(text):
                        found |= {Found(uri, part.name, one) for one in index.found_in(words_of(window))}
                case Payload():
                    found |= {Found(uri, f"file in {part.name}", one) for one in hidden.same_as(part.content)}
                case Closed():
                    closed.add((uri, part.name))
    return Seen(count, known, frozenset(found), tuple(sorted(closed)))


def seen_together(parts: Iterable[Seen]) -> Seen:
    """What was read of a site in parts."""
    seen = tuple(parts)
    return Seen(
        files=sum(one.files for one in seen),
        known=sum(one.known for one in seen),
        found=frozenset[Found]().union(*(one.found for one in seen)),
        closed=tuple(sorted({closed for one in seen for closed in one.closed})),
    )


def files_in_halves(site: Path) -> tuple[list[tuple[str, Path]], list[tuple[str, Path]]]:
    """The files of a site, sorted, in two parts that take about as long to read.

    Files that differ only in their ending stay together: what they share is read once. Pages are mostly frame.
    """
    groups: defaultdict[str, list[tuple[str, Path]]] = defaultdict(list)
    for uri, path in sorted(files_below(site)):
        groups[uri.rpartition(".")[0] or uri].append((uri, path))
    halves: tuple[list[tuple[str, Path]], list[tuple[str, Path]]] = ([], [])
    weights = [0, 0]
    for weight, _, group in sorted(((_weight(group), name, group) for name, group in groups.items()), reverse=True):
        lighter = weights.index(min(weights))
        weights[lighter] += weight
        halves[lighter].extend(group)
    return sorted(halves[0]), sorted(halves[1])


def _weight(group: Iterable[tuple[str, Path]]) -> int:
    sizes = ((uri, path.lstat().st_size) for uri, path in group)
    return max(size if uri.endswith(".html") else 3 * size for uri, size in sizes)


def files_below(site: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder with its '/'-path, and every folder without files; a repository in it is no part."""
    walked: set[str] = set()
    for folder, folders, names in os.walk(site, followlinks=True):
        # A link to a folder above would lead round for ever.
        real = os.path.realpath(folder)
        if real in walked:
            folders.clear()
            names = []
        walked.add(real)
        if ".git" in folders:
            folders.remove(".git")
        for name in names or ([""] if Path(folder) != site else ()):
            path = Path(folder, name)
            yield os.fsencode(path.relative_to(site).as_posix()).decode("utf-8", "replace"), path


def _windows(text: str) -> Iterator[str]:
    """A text in parts that can be held as words, each with the end of the one before."""
    yield text[:_WINDOW]
    for start in range(_WINDOW, len(text), _WINDOW):
        yield text[start - _OVERLAP : start + _WINDOW]


def _parts(content: bytes, novel: Callable[[str], str]) -> Iterator[Surface | Payload | Closed]:
    text = as_text(content) if content[:1].isspace() or content[:1] == b"<" else None
    if text is not None and is_markup(text):
        return text_surfaces(novel(text))
    return surfaces_of(content)


class _Read:
    """What an audit has read before: the frame of every page, and whatever stands in a search index too."""

    def __init__(self) -> None:
        self._pairs: set[tuple[str, str]] = set()
        self._blocks: set[int] = set()
        self._documents: set[int] = set()

    def unread(self, content: bytes) -> bytes:
        """A file, less a whole JSON document in it that another file held too, as search indexes come in two forms."""
        start = content.find(b"{", 0, _NAME)
        if start < 0:
            return content
        document = hash(content[start:].rstrip(b"\n;"))
        if document in self._documents:
            return content[:start]
        self._documents.add(document)
        return content

    def fresh(self, text: str) -> str:
        """The blocks of a text that are new. Nothing is looked for across blocks, so nothing is missed."""
        blocks = {hash(block): block for block in map(str.strip, text.split(BREAK))}
        new = blocks.keys() - self._blocks
        self._blocks |= new
        return BREAK.join([block for key, block in blocks.items() if key in new])

    def novel(self, text: str) -> str:
        """The lines of a page that are new, or new together, each with the lines beside it."""
        lines = text.split("\n")
        pairs = list(pairwise(lines))
        fresh = [number for number, pair in enumerate(pairs) if pair not in self._pairs]
        self._pairs.update(pairs)
        if not pairs:
            return text
        kept: list[str] = []
        upto = 0
        for number in fresh:
            start = max(upto, number - 1)
            if start > upto:
                # What is left out must not bring its neighbours together.
                kept.append("<hr>")
            kept += lines[start : number + 3]
            upto = max(upto, number + 3)
        return "\n".join(kept)
