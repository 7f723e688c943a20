"""Values that come into a list and go from it, in the list's own style."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from portfolio_gen.editing.errors import EditError
from portfolio_gen.editing.fields.blocks import Block
from portfolio_gen.editing.fields.scalars import key_written, written
from portfolio_gen.editing.fields.yaml_nodes import Node
from portfolio_gen.editing.source_text import Edit


def added(block: Block, node: Node, value: Any, former: Any = None) -> list[Edit]:
    """The edits, in the block, that add a value at the end of a list; one value (`former`) becomes a list of two."""
    if node.is_shared:
        raise EditError("other places share this list; change it by hand")
    if node.shape != "sequence":
        return [_second(block, node, value, former)]
    if node.style == "[":
        return _into_brackets(block, node, written(value, is_in_flow=True))
    last = node.items[-1]
    indent = " " * block.column_of(_dash(block, last))
    end = _line_end(block, last.end)
    is_over_lines = last.shape == "mapping" and last.style != "["
    words = _over_lines(value, indent) if isinstance(value, Mapping) and is_over_lines else written(value)
    return [Edit(end, end, f"\n{indent}- {words}")]


def items_written(values: Sequence[Any], indent: int) -> str:
    """Values as a list over several lines; the first line begins where the list does."""
    return f"\n{' ' * indent}".join(f"- {written(one)}" for one in values)


def removed(block: Block, node: Node, gone: Sequence[int]) -> list[Edit]:
    """The edits, in the block, that take values out of a list that keeps some; numbers count empty places."""
    if node.is_shared or node.shape != "sequence":
        raise EditError("this list can't be changed safely; change it by hand")
    if node.style != "[":
        return [_without_lines(block, node, one) for one in gone]
    own_lines = [_own_line(block, node.items[one]) for one in gone]
    lines = [line for line in own_lines if line is not None]
    return lines if len(lines) == len(gone) else _from_brackets(node, gone)


def _into_brackets(block: Block, node: Node, words: str) -> list[Edit]:
    """A value behind the last one; on a line of its own if the last one has that."""
    if not node.items:
        return [Edit(node.start + 1, node.start + 1, words)]
    last = node.items[-1]
    line = block.yaml.rfind("\n", 0, last.start) + 1
    indent = block.yaml[line : last.start]
    end = _line_end(block, last.end)
    if indent.strip() or line <= node.start or end >= node.end:
        return [Edit(last.end, last.end, f", {words}")]
    has_comma = block.yaml[last.end : end].lstrip().startswith(",")
    return [
        *([] if has_comma else [Edit(last.end, last.end, ",")]),
        Edit(end, end, f"\n{indent}{words}{',' * has_comma}"),
    ]


def _from_brackets(node: Node, gone: Sequence[int]) -> list[Edit]:
    """Each run of values goes with the commas behind it, or at the end with those before it."""
    edits: list[Edit] = []
    kept = [number for number in range(len(node.items)) if number not in gone]
    for number in gone:
        later = [one for one in kept if one > number]
        if later:
            edits.append(Edit(node.items[number].start, node.items[number + 1].start, ""))
        else:
            edits.append(Edit(node.items[number - 1].end, node.items[number].end, ""))
    return edits


def _own_line(block: Block, item: Node) -> Edit | None:
    """The edit that takes away the line on which nothing but one value of brackets stands, and its comment."""
    start, end = block.yaml.rfind("\n", 0, item.start) + 1, _line_end(block, item.end)
    behind = block.yaml[item.end : end].strip().removeprefix(",").lstrip()
    if block.yaml[start : item.start].strip() or (behind and not behind.startswith("#")):
        return None
    return Edit(start, min(end + 1, len(block.yaml)), "")


def _without_lines(block: Block, node: Node, number: int) -> Edit:
    item = node.items[number]
    dash = _dash(block, item)
    start = block.yaml.rfind("\n", 0, dash) + 1
    if block.yaml[start : item.start].strip() != "-":
        raise EditError("this list can't be changed safely; change it by hand")
    return Edit(start, min(_line_end(block, item.end) + 1, len(block.yaml)), "")


def _second(block: Block, node: Node, value: Any, former: Any) -> Edit:
    """The edit that makes a list of one value and a further one."""
    words = block.yaml[node.start : node.end]
    if "\n" in words or node.style in ("|", ">"):
        raise EditError("this value stands on several lines; make it a list by hand")
    if isinstance(former, str) and not node.style:
        words = written(former, is_in_flow=True)
    return Edit(node.start, node.end, f"[{words}, {written(value, is_in_flow=True)}]")


def _dash(block: Block, item: Node) -> int:
    """The offset of the dash of a value in a list over several lines."""
    return block.yaml.rfind("-", 0, item.start + (1 if item.is_blank else 0))


def _line_end(block: Block, offset: int) -> int:
    end = block.yaml.find("\n", offset)
    return end if end >= 0 else len(block.yaml)


def _over_lines(value: Mapping[str, Any], indent: str) -> str:
    lines = [f"{key_written(str(name))}: {written(one)}" for name, one in value.items()]
    return f"\n{indent}  ".join(lines)
