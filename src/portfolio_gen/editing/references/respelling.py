"""A reference written anew in its source, and nothing else of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from portfolio_gen.editing.errors import EditError
from portfolio_gen.editing.fields.front_matter import fields_of, replace_scalar, set_field
from portfolio_gen.editing.references.meaning import Said
from portfolio_gen.editing.source_text import Edit
from portfolio_gen.model.field_types import WrittenNumber
from portfolio_gen.model.mention import FieldMention, FieldPath, TextLink

_WIKI = re.compile(r"\s*!?\[\[(?P<name>[^\[\]|#^]+)")
_MARKDOWN = re.compile(r"\s*\[[^\[\]]*\]\(\s*<?(?P<name>[^()<>\"']+?)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)\s*\Z")
_BARE = re.compile(r"(?P<name>.*)\Z", re.DOTALL)
_QUOTES = frozenset("'\"\\")
_NAME_IN_LINK = re.compile(r"\s*(?P<name>[^#|\\]*?)\s*(?=[#|\\]|\Z)")


def respelt(text: str, fresh: Iterable[tuple[Said, str]]) -> list[Edit]:
    """The edits that make references in a source's text read as is said of each: a name, or a whole destination.

    Brackets, words that are shown, fragments, quotes and blanks stay.

    Raises:
        EditError: that can't be done safely.
    """
    edits: list[Edit] = []
    in_prose: defaultdict[FieldPath, list[tuple[TextLink, str]]] = defaultdict(list)
    texts: dict[FieldPath, str] = {}
    for said, name in fresh:
        if isinstance(said.where, FieldMention):
            edits.append(_in_field(text, said.where, name))
        elif not said.text:
            edits.append(_in_link(said.where, name, _offset(text, said.entry.body_line, 1), said.entry.body.text))
        else:
            in_prose[said.text].append((said.where, name))
            texts[said.text] = said.entry.texts[said.text].text
    for path, links in in_prose.items():
        edits += _in_prose(text, path, texts[path], links)
    return edits


def _in_link(link: TextLink, fresh: str, start: int, holder: str) -> Edit:
    """The edit of a link in a text that begins at an offset of the source."""
    first, last = link.destination
    if link.form in ("wiki", "embed"):
        match = _NAME_IN_LINK.match(holder[first:last])
        assert match is not None
        first, last = first + match.start("name"), first + match.end("name")
    return Edit(start + first, start + last, fresh)


def _in_prose(text: str, path: FieldPath, prose: str, links: Collection[tuple[TextLink, str]]) -> list[Edit]:
    """The edits of links in a field, which YAML may have folded, indented or escaped: then it is written anew."""
    edits: list[Edit] = []
    whole = prose
    for link, name in sorted(links, key=lambda one: one[0].destination, reverse=True):
        offset = _offset(text, link.line, link.column)
        # A sign that means something in quotes has to be written as YAML wants it.
        is_there = text.startswith(prose[link.start : link.end], offset) and not _QUOTES.intersection(name)
        edits += [_in_link(link, name, offset - link.start, prose)] if is_there else []
        edit = _in_link(link, name, 0, prose)
        whole = whole[: edit.start] + edit.text + whole[edit.end :]
    is_plain = len({edit.start for edit in edits}) == len(links)
    return edits if is_plain else list(set_field(text, path, whole))


def _in_field(text: str, mention: FieldMention, fresh: str) -> Edit:
    """The edit of a name in a field, bare, in the brackets of a link, or a key."""
    if len(mention.at) == 2 and isinstance(mention.at[1], str):
        return replace_scalar(text, mention.at, _with_name(str(mention.at[-1]), fresh), key=True)
    value, path = _written(fields_of(text), mention.at)
    is_unwrapped = False
    while isinstance(value, list) and len(value) == 1:
        value, path, is_unwrapped = value[0], (*path, 0), True
    if isinstance(value, list | dict):
        raise EditError(f"{mention.field}: '{mention.target}' can't be changed here", line=mention.line)
    written = value.text if isinstance(value, WrittenNumber) else str(value)
    named = _with_name(f"[[{written}", fresh)[2:] if is_unwrapped else _with_name(written, fresh)
    return replace_scalar(text, path, named)


def _with_name(written: str, fresh: str) -> str:
    """A reference with another name in it."""
    match = _WIKI.match(written) or _MARKDOWN.match(written) or _BARE.match(written)
    assert match is not None
    name = match["name"]
    blanks = len(name) - len(name.lstrip()), len(name.rstrip())
    start = match.start("name")
    return written[: start + blanks[0]] + fresh + written[start + blanks[1] :]


def _written(fields: dict[str, Any], at: FieldPath) -> tuple[Any, FieldPath]:
    """The value at a path as far as it was written, one value standing for a list of one, and the path to it.

    Places that somebody left blank in a list are not counted, as in all paths.
    """
    value: Any = fields
    path: FieldPath = ()
    for part in at:
        if isinstance(value, dict) and part in value:
            value = value[part]
        elif isinstance(value, list) and isinstance(part, int):
            value = [one for one in value if one is not None][part]
        elif part == 0 or part == "id":
            continue
        path = (*path, part)
    return value, path


def _offset(text: str, line: int, column: int) -> int:
    """The offset of a place that is counted from 1."""
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1
