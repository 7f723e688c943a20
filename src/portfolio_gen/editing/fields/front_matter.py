"""Fields of front matter changed in place: comments, order, quotes and blanks stay as their author wrote them.

Every function returns the edits of a source's text, proved: the strict loader reads the result as just what is
meant. A path counts places of lists from 0, empty ones aside. Each raises EditError where a value can't be
changed safely, and says what to do by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portfolio_gen.editing.errors import EditError
from portfolio_gen.editing.fields import lists
from portfolio_gen.editing.fields.blocks import Block, block_of, fields_of, proved
from portfolio_gen.editing.fields.field_paths import apart, as_written, nested, path_name, places, put, value_at
from portfolio_gen.editing.fields.pairs import added_pair, new_block, removed_pair
from portfolio_gen.editing.fields.scalars import Plain, key_written, over_lines, written
from portfolio_gen.editing.fields.yaml_nodes import Node
from portfolio_gen.editing.source_text import Edit
from portfolio_gen.model.mention import FieldPath

__all__ = ["Plain", "add_to_list", "fields_of", "remove_field", "remove_from_list", "replace_scalar", "set_field"]


def set_field(text: str, path: FieldPath, value: Plain) -> list[Edit]:
    """The edits that give a field a value: in place if it has one, else on a line of its own behind the others."""
    block = block_of(text)
    fields = block.fields if block is not None else {}
    path = as_written(fields, path)
    meant = apart(fields)
    put(meant, path, value)
    if block is None:
        return proved(text, [new_block(text, nested(path, value))], meant, path_name(path))
    node = block.root.at(path) if block.root is not None else None
    if node is None or (node.shape == "scalar" and node.is_blank and not node.style):
        edits = _added(block, path, value, node)
    else:
        edits = [_replaced(block, node, value, path, text)]
    return _proved(text, block, edits, meant, path)


def remove_field(text: str, path: FieldPath) -> list[Edit]:
    """The edits that take a field away with its line; none if it isn't there."""
    block = block_of(text)
    path = as_written(block.fields, path) if block is not None else path
    node = block.root.at(path) if block is not None and block.root is not None else None
    if block is None or block.root is None or node is None:
        return []
    meant = apart(block.fields)
    parent = value_at(meant, path[:-1])
    if isinstance(parent, list):
        return _without(text, block, path[:-1], [places(parent)[int(path[-1])]])
    holder = block.root.at(path[:-1])
    if len(path) > 1 and len(parent) == 1 and holder is not None and holder.style != "[":
        return remove_field(text, path[:-1])
    del parent[path[-1]]
    return _proved(text, block, [removed_pair(block, path)], meant, path)


def add_to_list(text: str, path: FieldPath, value: Plain) -> list[Edit]:
    """The edits that add a value at the end of a list, in its own style; one value becomes a list of two."""
    block = block_of(text)
    node = block.root.at(path) if block is not None and block.root is not None else None
    if block is None or node is None or (node.is_blank and not node.style):
        return set_field(text, path, [value])
    meant = apart(block.fields)
    former = value_at(meant, path)
    listed = former if isinstance(former, list) else [former]
    put(meant, path, [*listed, value])
    return _proved(text, block, lists.added(block, node, value, former), meant, path)


def remove_from_list(text: str, path: FieldPath, is_it: Callable[[Any], bool]) -> list[Edit]:
    """The edits that take values out of a list; the field goes with the last of them. None if no value is meant."""
    block = block_of(text)
    node = block.root.at(path) if block is not None and block.root is not None else None
    if block is None or node is None:
        return []
    former = value_at(block.fields, path)
    listed = former if isinstance(former, list) else [former]
    return _without(text, block, path, [number for number in places(listed) if is_it(listed[number])])


def replace_scalar(text: str, path: FieldPath, fresh: str, *, key: bool = False) -> Edit:
    """The edit that replaces one text, or with `key` the name at the end of a path, in the quotes that it has."""
    block = block_of(text)
    parent = block.root.at(path[:-1]) if block is not None and block.root is not None else None
    node = (
        next((one for one, name, _ in parent.pairs if name == path[-1]), None) if parent is not None and key else None
    )
    node = block.root.at(path) if block is not None and block.root is not None and not key else node
    if block is None or node is None:
        raise EditError(f"{path_name(path)} is not there")
    is_in_flow = _is_in_flow(block, path)
    meant = apart(block.fields)
    if key:
        holder = value_at(meant, path[:-1])
        put(meant, path[:-1], {fresh if name == path[-1] else name: one for name, one in holder.items()})
        words = key_written(fresh, style=node.style, is_in_flow=is_in_flow)
    else:
        put(meant, path, fresh)
        words = written(fresh, style=node.style, is_in_flow=is_in_flow)
    return _proved(text, block, [Edit(node.start, node.end, words)], meant, path)[0]


def _without(text: str, block: Block, path: FieldPath, gone: list[int]) -> list[Edit]:
    """The edits that take values out of a list by their numbers, which count empty places too."""
    node = block.root.at(path) if block.root is not None else None
    if not gone or node is None:
        return []
    meant = apart(block.fields)
    former = value_at(meant, path)
    listed = former if isinstance(former, list) else [former]
    left = [one for number, one in enumerate(listed) if number not in gone]
    if not places(left):
        return remove_field(text, path)
    put(meant, path, left)
    return _proved(text, block, lists.removed(block, node, gone), meant, path)


def _added(block: Block, path: FieldPath, value: Plain, blank: Node | None) -> list[Edit]:
    """The edits that write a value where there is none: behind its key, in a list, or as a new pair."""
    assert path
    if blank is not None:
        is_behind_blank = blank.start > 0 and block.yaml[blank.start - 1] in " \t"
        words = written(value, is_in_flow=_is_in_flow(block, path))
        rest = block.yaml[blank.end :].partition("\n")[0]
        end = blank.end if rest.strip() else blank.end + len(rest)
        return [Edit(blank.start, end, words if is_behind_blank else f" {words}")]
    depth = next(n for n in range(len(path) - 1, -1, -1) if n == 0 or (block.root and block.root.at(path[:n])))
    parent = block.root.at(path[:depth]) if block.root is not None else None
    rest = nested(path[depth + 1 :], value)
    if parent is not None and parent.shape == "scalar" and parent.is_blank:
        return _added(block, path[:depth], nested(path[depth:], value), parent)
    if parent is not None and parent.shape == "sequence":
        return lists.added(block, parent, rest)
    return [added_pair(block, parent, str(path[depth]), rest)]


def _replaced(block: Block, node: Node, value: Plain, path: FieldPath, text: str) -> Edit:
    is_in_flow = _is_in_flow(block, path)
    style = node.style if node.style in ("'", '"') and isinstance(value, str) else ""
    line = block.line_of(node.start, text)
    if node.is_shared:
        raise EditError(f"other places share the value of {path_name(path)}; change it by hand", line=line)
    if (
        "#" in block.yaml[node.start : node.end]
        and "\n" in block.yaml[node.start : node.end]
        and node.shape != "scalar"
    ):
        raise EditError(f"there may be comments in {path_name(path)}; change it by hand", line=line)
    start = node.start
    words = written(value, style=style, is_in_flow=is_in_flow)
    if node.style in ("|", ">") and isinstance(value, str):
        return Edit(start, node.end, over_lines(value, block.yaml[start : node.end]))
    if node.shape == "sequence" and node.style != "[" and isinstance(value, list) and value:
        return Edit(start, node.end, lists.items_written(value, block.column_of(start)))
    if node.shape != "scalar" and node.style != "[":
        # A list over several lines begins on the line below its key.
        start = len(block.yaml[:start].rstrip())
        words = f" {words}"
    return Edit(start, node.end, words)


def _proved(text: str, block: Block, edits: list[Edit], meant: dict[str, Any], path: FieldPath) -> list[Edit]:
    moved = [Edit(edit.start + block.start, edit.end + block.start, edit.text) for edit in edits]
    line = block.line_of(edits[0].start, text) if edits else 1
    return proved(text, moved, meant, path_name(path), line)


def _is_in_flow(block: Block, path: FieldPath) -> bool:
    """Whether a value stands in brackets or braces."""
    above = (block.root.at(path[:depth]) for depth in range(len(path))) if block.root is not None else ()
    return any(node is not None and node.style == "[" for node in above)
