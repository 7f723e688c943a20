"""The block of front matter in a source: what it says, and the proof that an edit says what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from portfolio_gen.editing.errors import EditError
from portfolio_gen.editing.fields.scalars import same
from portfolio_gen.editing.fields.yaml_nodes import Node, root_of
from portfolio_gen.editing.source_text import Edit, with_edits
from portfolio_gen.reading.front_matter import FrontMatterError, split_front_matter
from portfolio_gen.reading.yaml_loader import load_yaml


@dataclass(frozen=True, slots=True)
class Block:
    """The lines between the fences of a source."""

    start: int
    """Offset of the first of them in the source's text."""
    yaml: str
    """The lines."""
    fields: dict[str, Any]
    """What they say."""
    root: Node | None
    """Where each value stands, in offsets of `yaml`; None if there is none."""

    def line_of(self, offset: int, text: str) -> int:
        """The 1-based line of the source in which an offset of the block is."""
        return text.count("\n", 0, self.start + offset) + 1

    def column_of(self, offset: int) -> int:
        """How many signs stand before an offset on its line."""
        return offset - (self.yaml.rfind("\n", 0, offset) + 1)


def block_of(text: str) -> Block | None:
    """The block of a source's text; None if there is none.

    Raises:
        EditError: it can't be read for certain.
    """
    try:
        split = split_front_matter(text)
        if split.yaml is None:
            return None
        value, _ = load_yaml(split.yaml, first_line=split.yaml_line)
    except FrontMatterError as error:
        raise EditError(f"{error.message}; mend that first", line=error.line) from None
    if value is not None and not isinstance(value, dict):
        raise EditError("the front matter is not a list of fields; mend that first", line=split.yaml_line)
    start = 0
    for _ in range(split.yaml_line - 1):
        start = text.index("\n", start) + 1
    return Block(start, split.yaml, value or {}, root_of(split.yaml) if value is not None else None)


def fields_of(text: str) -> dict[str, Any]:
    """What the front matter of a source's text says; empty without one.

    Raises:
        EditError: it can't be read for certain.
    """
    block = block_of(text)
    return block.fields if block is not None else {}


def proved(text: str, edits: Iterable[Edit], meant: Mapping[str, Any], what: str, line: int = 1) -> list[Edit]:
    """The edits, if the source then says just what is meant and its body is what it was.

    Raises:
        EditError: it would say something else; `what` is what has to be changed by hand.
    """
    found = sorted(edits)
    try:
        before, after = split_front_matter(text), split_front_matter(with_edits(text, found))
        value = load_yaml(after.yaml or "")[0] or {}
    except FrontMatterError:
        value = None
    if value is None or not same(value, meant) or after.body.lstrip("\n") != before.body.lstrip("\n"):
        raise EditError(f"{what} is written in a way that can't be changed safely; change it by hand", line=line)
    return found
