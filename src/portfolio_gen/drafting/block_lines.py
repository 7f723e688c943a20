"""The lines of a block of front matter that belong to one field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portfolio_gen.model.mention import FieldPath
from portfolio_gen.reading.yaml_loader import Position


def lines_of(name: str, lines: Sequence[str], keys: Mapping[FieldPath, Position]) -> tuple[int, int]:
    """The 0-based first line of a field, and the one behind its last.

    Empty lines and comments in the first column before the next field belong to that one.
    """
    start = keys[(name,)][0] - 1
    following = [line - 1 for path, (line, _) in keys.items() if len(path) == 1 and line - 1 > start]
    end = min(following, default=len(lines))
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return start, end
