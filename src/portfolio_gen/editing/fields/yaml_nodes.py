"""A block of YAML as a tree of stretches: where each key and value begins and ends, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from portfolio_gen.model.mention import FieldPath
from portfolio_gen.reading.yaml_loader import as_parsed, plain_value

Shape = Literal["scalar", "mapping", "sequence", "alias"]


@dataclass(frozen=True, slots=True)
class Node:
    """A value in a block."""

    shape: Shape
    start: int
    """Offset of its first character in the block."""
    end: int
    """Offset behind its last character: of a list over several lines, behind the last of its values."""
    style: str
    """Of a scalar its quote, "|" or ">", "" if it is plain; of a mapping or sequence "[" if it stands in brackets."""
    is_blank: bool = False
    """Whether it is an empty place."""
    is_shared: bool = False
    """Whether other places may refer to it, or it carries a tag."""
    pairs: tuple[tuple[Node, str, Node], ...] = ()
    """Of a mapping, each key, its name, and its value."""
    items: tuple[Node, ...] = ()
    """Of a sequence, its values, empty places included."""

    def at(self, path: FieldPath) -> Node | None:
        """The value at a path, counted as the loader does, empty places of lists aside; None without one."""
        node: Node | None = self
        for part in path:
            node = node._below(part) if node is not None else None
        return node

    def _below(self, part: str | int) -> Node | None:
        if isinstance(part, str):
            return next((value for _, name, value in self.pairs if name == part), None)
        kept = [one for one in self.items if not one.is_blank]
        return kept[part] if 0 <= part < len(kept) else None


def root_of(block: str) -> Node | None:
    """The tree of a block that the strict loader has read; None if it holds nothing."""
    events = list(yaml.parse(as_parsed(block), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    inside = [event for event in events if isinstance(event, yaml.events.NodeEvent | yaml.events.CollectionEndEvent)]
    return _node(inside, 0, block)[0] if inside else None


def _node(events: list[Any], number: int, block: str) -> tuple[Node, int]:
    """The node whose events begin at a number, and the number behind them."""
    event = events[number]
    start, end = event.start_mark.index, event.end_mark.index
    is_shared = getattr(event, "anchor", None) is not None or getattr(event, "tag", None) not in (None, "!")
    if isinstance(event, AliasEvent):
        return Node("alias", start, end, "", is_shared=True), number + 1
    if isinstance(event, ScalarEvent):
        end = start + len(block[start:end].rstrip("\n")) if event.style in ("|", ">") else end
        is_blank = event.implicit[0] and plain_value(event.value) is None
        return Node("scalar", start, end, event.style or "", is_blank, is_shared), number + 1
    if isinstance(event, MappingStartEvent):
        return _mapping(events, number, block, is_shared)
    assert isinstance(event, SequenceStartEvent)
    return _sequence(events, number, block, is_shared)


def _mapping(events: list[Any], number: int, block: str, is_shared: bool) -> tuple[Node, int]:
    first = events[number]
    pairs: list[tuple[Node, str, Node]] = []
    number += 1
    while not isinstance(events[number], MappingEndEvent):
        name = str(events[number].value)
        key, number = _node(events, number, block)
        value, number = _node(events, number, block)
        pairs.append((key, name, value))
    end = _end(first, events[number], [max(key.end, value.end) for key, _, value in pairs])
    style = "[" if first.flow_style else ""
    return Node("mapping", first.start_mark.index, end, style, is_shared=is_shared, pairs=tuple(pairs)), number + 1


def _sequence(events: list[Any], number: int, block: str, is_shared: bool) -> tuple[Node, int]:
    first = events[number]
    items: list[Node] = []
    number += 1
    while not isinstance(events[number], SequenceEndEvent):
        item, number = _node(events, number, block)
        items.append(item)
    end = _end(first, events[number], [item.end for item in items])
    style = "[" if first.flow_style else ""
    return Node("sequence", first.start_mark.index, end, style, is_shared=is_shared, items=tuple(items)), number + 1


def _end(first: Any, last: Any, inner: list[int]) -> int:
    # The parser ends what stands in no brackets where the next thing begins, behind blank lines and comments.
    return int(last.end_mark.index) if first.flow_style else max(inner, default=first.start_mark.index)
