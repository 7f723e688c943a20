"""Where in a text the value is of which a problem speaks."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.editing.errors import EditError
from portfolio_gen.editing.fields.blocks import Block, block_of
from portfolio_gen.editing.fields.yaml_nodes import Node
from portfolio_gen.editing.source_text import Edit
from portfolio_gen.problems import Problem


def scalar_at(problem: Problem, text: str) -> tuple[Block, Node] | None:
    """The block and the scalar in it, a key or a value, that begins where a problem is; None if there is none.

    One that other places share is none: a change would be seen there too.
    """
    try:
        block = block_of(text)
    except EditError:
        return None
    if block is None or block.root is None:
        return None
    offset = offset_of(text, problem.line, problem.column) - block.start
    found = next((node for node in _scalars(block.root) if node.start == offset and not node.is_shared), None)
    return (block, found) if found is not None else None


def instead(block: Block, node: Node, words: str) -> Edit:
    """The edit of the source's text that writes something in the place of a value."""
    return Edit(block.start + node.start, block.start + node.end, words)


def bare(block: Block, node: Node) -> str:
    """What a scalar on one line says, without its quotes."""
    written = block.yaml[node.start : node.end]
    return written[1:-1] if node.style in ("'", '"') else written


def offset_of(text: str, line: int, column: int) -> int:
    """The offset of a place that is counted from 1; that of the end if the text is shorter."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if start == 0:
            return len(text)
    return start + column - 1


def _scalars(node: Node) -> Iterator[Node]:
    if node.shape == "scalar":
        yield node
    for key, _, value in node.pairs:
        yield from (key, *_scalars(value))
    for item in node.items:
        yield from _scalars(item)
