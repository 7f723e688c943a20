"""A competency under another name, in its own source."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from portfolio_gen.editing.fields.front_matter import add_to_list, set_field
from portfolio_gen.editing.references.moving import MoveError
from portfolio_gen.editing.source_text import Edit
from portfolio_gen.markdown.headings import first_heading
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.paths import path_of
from portfolio_gen.reading.front_matter import split_front_matter


def new_id(entry: Entry, name: str) -> str | None:
    """The id that goes with a new name, in the same part of the namespace; None if the entry has none written."""
    written = entry.common.id
    return posixpath.join(posixpath.dirname(written), name) if written is not None else None


def former_names(entry: Entry, new_uri: str, fresh_id: str | None) -> tuple[str, ...]:
    """The names that an entry loses: its former id, and the name of its file. None that it keeps, or has as alias."""
    names = [entry.common.id, posixpath.basename(path_of(entry.uri))]
    kept = {fresh_id, posixpath.basename(path_of(new_uri)), *entry.common.aliases}
    return tuple(dict.fromkeys(name for name in names if name is not None and name not in kept))


def titled(text: str, entry: Entry, title: str) -> Iterable[Edit]:
    """The edits that give an entry another title: where it stands now, in the field or the first heading.

    Raises:
        MoveError: the heading holds more than words.
    """
    body = split_front_matter(text).body
    span = None if entry.common.title else first_heading(body)
    if span is None:
        return set_field(text, ("title",), title)
    if entry.title_from_body:
        raise MoveError(f"{entry.uri}: there are links in its heading; write the new title by hand")
    start = len(text) - len(body)
    return [Edit(start + span[0], start + span[1], escaped(title))]


def aliased(text: str, name: str) -> Iterable[Edit]:
    """The edits that add an alias."""
    return add_to_list(text, ("aliases",), name)
