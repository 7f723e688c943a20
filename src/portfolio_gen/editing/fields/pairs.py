"""Fields that come and go: whole lines of a block, or parts of what stands in braces."""

from __future__ import annotations

from typing import Any

from portfolio_gen.editing.errors import EditError
from portfolio_gen.editing.fields.blocks import Block
from portfolio_gen.editing.fields.scalars import key_written, over_lines, written
from portfolio_gen.editing.fields.yaml_nodes import Node
from portfolio_gen.editing.source_text import Edit
from portfolio_gen.model.mention import FieldPath


def new_block(text: str, fields: dict[str, Any]) -> Edit:
    """The edit that puts a block before a source that has none."""
    lines = "".join(f"{_on_own_line(name, value, 0)}\n" for name, value in fields.items())
    gap = "\n" if text.strip() and not text.startswith("\n") else ""
    return Edit(0, 0, f"---\n{lines}---\n{gap}")


def added_pair(block: Block, mapping: Node | None, name: str, value: Any) -> Edit:
    """The edit, in the block, that adds a field behind the others of a mapping; None is a block without fields."""
    if mapping is None:
        return Edit(len(block.yaml), len(block.yaml), f"{_on_own_line(name, value, 0)}\n")
    if mapping.shape != "mapping" or mapping.is_shared:
        raise EditError(f"'{name}' has no place there; write it by hand")
    if mapping.style == "[":
        pair = f"{key_written(name, is_in_flow=True)}: {written(value, is_in_flow=True)}"
        end = max((max(key.end, one.end) for key, _, one in mapping.pairs), default=mapping.start + 1)
        return Edit(end, end, f", {pair}" if mapping.pairs else pair)
    indent = block.column_of(mapping.pairs[0][0].start)
    end = _line_end(block.yaml, mapping.end)
    last = mapping.pairs[-1][2]
    if last.style in ("|", ">") and "+" in block.yaml[last.start :].split("\n", 1)[0].partition("#")[0]:
        # The blank lines behind it are part of the text.
        end += len(block.yaml[end:]) - len(block.yaml[end:].lstrip("\n")) - 1
    return Edit(end, end, f"\n{' ' * indent}{_on_own_line(name, value, indent)}")


def removed_pair(block: Block, path: FieldPath) -> Edit:
    """The edit, in the block, that takes a field away, with the rest of its line."""
    assert block.root is not None
    mapping = block.root.at(path[:-1])
    assert mapping is not None
    number = next(number for number, (_, name, _) in enumerate(mapping.pairs) if name == path[-1])
    key, _, value = mapping.pairs[number]
    end = max(key.end, value.end)
    if mapping.style == "[":
        return removed_part([(one.start, max(one.end, inner.end)) for one, _, inner in mapping.pairs], number)
    start = block.yaml.rfind("\n", 0, key.start) + 1
    if block.yaml[start : key.start].strip():
        raise EditError(f"'{path[-1]}' begins a place of a list; take it away by hand")
    end = _line_end(block.yaml, end)
    return Edit(start, min(end + 1, len(block.yaml)), "")


def removed_part(parts: list[tuple[int, int]], number: int) -> Edit:
    """The edit that takes one of some parts with commas between them, and one comma."""
    start, end = parts[number]
    if number + 1 < len(parts):
        return Edit(start, parts[number + 1][0], "")
    return Edit(parts[number - 1][1] if number else start, end, "")


def _on_own_line(name: str, value: Any, indent: int) -> str:
    """A field as a line, or as a block of lines below its name if it is a text of several."""
    if isinstance(value, str) and "\n" in value:
        former = "|\n" + " " * (indent + 2)
        return f"{key_written(name)}: {over_lines(value, former)}"
    return f"{key_written(name)}: {written(value)}"


def _line_end(yaml: str, offset: int) -> int:
    end = yaml.find("\n", offset)
    return end if end >= 0 else len(yaml)
