"""What must not be found on a site: the names and texts of everything that its audience may not see."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from portfolio_gen.auditing.plain_text import plain_text
from portfolio_gen.auditing.surfaces import as_text
from portfolio_gen.auditing.words import BREAK, is_telling, words_of
from portfolio_gen.linking.links import Links, texts_of
from portfolio_gen.linking.resolution import NotShared
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.paths import PAGE_ENDINGS, path_of
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.reading.sources import Source, Tree

RUN = 8
"""How many words of a withheld text in a row count as found: fewer are as often chance as not."""
_SHORT = 3
"""How many words a whole passage or link text needs to be looked for as a name is."""
_LEADING_DATE = re.compile(r"\A[\d-]*\d(?:-W\d+)?[ _-]+")
_HEADING = re.compile(r"^(?:#{1,2}[ \t]+(?P<atx>.+?)[ \t#]*|(?P<setext>\S.*)\n(?:=+|-{3,})[ \t]*)$", re.MULTILINE)
_WRITTEN = re.compile(
    r"^(?P<field>title|id)[ \t]*:[ \t]*(?:[>|][-+\d]*[ \t]*\r?\n)?[ \t]*(?P<text>(?:(?![ \t]\#).)+)", re.MULTILINE
)
_FENCE = re.compile(r"\A---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE | re.DOTALL)
_LEFT_OUT = re.compile(r"[^\w\s-]+")
_MOST = 4 * 1024 * 1024
"""How large a page may be that can't be read and is looked for all the same."""

Sort = Literal["title", "id", "alias", "tag", "file name", "passage", "link text", "text", "attachment"]
"""What of a source is looked for."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A name, or a short text, that must not be on the site."""

    sort: Sort
    uri: str
    """The source that it belongs to."""
    line: int
    """The 1-based line of it there; 1 for names of files."""
    words: tuple[str, ...]
    spelled: tuple[str, ...] = ()
    """What it is another spelling of: if that may be said, so may this; () if this is how it is written."""


@dataclass(frozen=True, slots=True)
class SoughtText:
    """A longer text, of which no RUN of words may be on the site."""

    uri: str
    """The source that it belongs to."""
    line: int
    """The 1-based line in which it begins."""
    text: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """Everything to look for."""

    names: tuple[Sought, ...]
    texts: tuple[SoughtText, ...]
    attachments: tuple[str, ...]
    """Uris of attachments that are not published."""


def withheld_from(
    tree: Tree, everything: Portfolio, visible: Portfolio, links: Links, attachments: frozenset[str]
) -> Withheld:
    """What one audience must not find of a content folder, in the order of the uris.

    `visible` and `links` are what the audience may see; `attachments` are those that are published. What
    could not be read is looked for as a whole: who may see it is unknown.
    """
    shown = {entry.uri: entry for entry in visible.entries.values()}
    by_uri = {entry.uri: entry for entry in everything.entries.values()}
    names: list[Sought] = []
    texts: list[SoughtText] = []
    for source in (*tree.sources, *_unreadable(tree)):
        entry = by_uri.get(source.uri)
        if source.uri not in shown:
            names += _names_of(entry) if entry is not None else _names_of_unread(source)
            names += _file_names(source.uri)
            texts.append(SoughtText(source.uri, 1, source.text))
        elif entry is not None and entry.is_cut:
            names += _passages(entry, shown[source.uri])
            texts.append(SoughtText(source.uri, entry.body_line, entry.body.text))
    hidden_files = (tree.attachments - attachments) | tree.unreadable
    for uri in sorted(hidden_files):
        names += _file_names(uri)
    names += _replaced_links(visible, links)
    told = tuple(dict.fromkeys(name for name in names if is_telling(name.words)))
    return Withheld(told, tuple(texts), tuple(sorted(hidden_files)))


def _unreadable(tree: Tree) -> Iterator[Source]:
    """The pages that are no text in UTF-8, or too large, as well as they can be read."""
    for uri in sorted(tree.unreadable):
        path = tree.path_of(uri)
        if path is None or not path.is_file() or path.is_symlink() or not uri.lower().endswith(PAGE_ENDINGS):
            continue
        try:
            with path.open("rb") as file:
                text = as_text(file.read(_MOST))
        except OSError:
            continue  # It can't have been published either.
        # What is no UTF-8 is read in two ways.
        yield from (Source(uri, reading) for reading in (text or "").split(BREAK) if reading)


def _sought(sort: Sort, uri: str, line: int, text: str) -> Sought:
    return Sought(sort, uri, line, tuple(words_of(text.replace(BREAK, " "))))


def _spellings(sort: Sort, uri: str, line: int, text: str) -> Iterator[Sought]:
    """A name as it is written, and as addresses and anchors are made of it where that gives other words."""
    written = _sought(sort, uri, line, text)
    yield written
    bare = _LEFT_OUT.sub("", unicodedata.normalize("NFKD", text))
    for slug in (bare, bare.encode("ascii", "ignore").decode()):
        words = tuple(words_of(slug))
        if words and words != written.words:
            yield Sought(sort, uri, line, words, written.words)


def _names_of(entry: Entry) -> Iterator[Sought]:
    lines = entry.lines
    heading = _HEADING.search(entry.body.text)
    heading_line = entry.body_line + entry.body.text.count("\n", 0, heading.start()) if heading is not None else 1
    yield from _spellings("title", entry.uri, lines.get("title", heading_line), entry.title)
    if heading is not None:
        yield from _spellings("title", entry.uri, heading_line, plain_text(heading["atx"] or heading["setext"]))
    if entry.common.id is not None:
        yield _sought("id", entry.uri, lines.get("id", 1), entry.id)
    for alias in entry.common.aliases:
        yield from _spellings("alias", entry.uri, lines.get("aliases", 1), alias)
    for tag in entry.common.tags:
        yield from _spellings("tag", entry.uri, lines.get("tags", 1), tag)
    text = entry.body.text
    body = _sought("passage", entry.uri, entry.body_line + _blank_lines(text), plain_text(text))
    if _SHORT <= len(body.words) < RUN:
        yield body


def _names_of_unread(source: Source) -> Iterator[Sought]:
    front = _FENCE.match(source.text)
    body = front.end() if front is not None else 0
    heading = _HEADING.search(source.text, body)
    found: list[tuple[Sort, re.Match[str], str]] = []
    for written in _WRITTEN.finditer(source.text, 0, body or len(source.text)):
        found.append(("id" if written["field"] == "id" else "title", written, written["text"]))
    if heading is not None:
        found.append(("title", heading, heading["atx"] or heading["setext"]))
    for sort, match, text in found:
        line = source.text.count("\n", 0, match.start()) + 1
        yield from _spellings(sort, source.uri, line, plain_text(text))


def _file_names(uri: str) -> Iterator[Sought]:
    """What a file is called, with and without its date; an index by its folder."""
    path = path_of(uri)
    name = posixpath.basename(path)
    if name in ("README", "index", ""):
        name = posixpath.basename(posixpath.dirname(path))
    yield _sought("file name", uri, 1, name)
    if without_date := _LEADING_DATE.sub("", name):
        yield _sought("file name", uri, 1, without_date)


def _passages(entry: Entry, shown: Entry) -> Iterator[Sought]:
    """The short ones; longer ones are found by their runs. What titles stand in them, too."""
    body = entry.body.text
    if entry.title != shown.title:
        yield from _spellings("title", entry.uri, entry.body_line, entry.title)
    for passage in entry.passages:
        line = entry.body_line + body.count("\n", 0, passage.inner_start)
        inner = body[passage.inner_start : passage.inner_end]
        short = _sought("passage", entry.uri, line + _blank_lines(inner), plain_text(inner))
        if _SHORT <= len(short.words) < RUN:
            yield short
        for heading in _HEADING.finditer(inner):
            name = _sought("title", entry.uri, line + inner.count("\n", 0, heading.start()), plain_text(heading[0]))
            if len(name.words) > 1:
                yield name


def _blank_lines(text: str) -> int:
    """How many lines a text has before the first one that says something."""
    return text.count("\n", 0, len(text) - len(text.lstrip()))


def _replaced_links(visible: Portfolio, links: Links) -> Iterator[Sought]:
    """The words of links that are not shared: they describe what they led to."""
    for entry in visible.entries.values():
        for path, text in texts_of(entry):
            for link, target in zip(text.links, links.texts[entry.id, path], strict=True):
                if isinstance(target, NotShared) and link.label:
                    words = _sought("link text", entry.uri, link.line, plain_text(link.label))
                    if len(words.words) >= _SHORT:
                        yield words
