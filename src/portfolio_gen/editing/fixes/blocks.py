"""Blocks of front matter whose fences or indentation slipped."""

from __future__ import annotations

import re

from portfolio_gen.editing.fixes.fix import Fix
from portfolio_gen.editing.source_text import Edit
from portfolio_gen.model.kinds import Kind
from portfolio_gen.problems import Problem

_FENCE = re.compile(r"---[ \t]*\Z")
_ALMOST = re.compile(r"[ \t]*(?:--|-{4,}|[\u2010-\u2015\u2212]{1,3})[ \t]*\Z")
_FIELD = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|\Z)")
_BELOW = re.compile(r"[ ]+\S|-[ ]\S|[ ]*#")
_DECIDING = re.compile(
    r"[ \t>*-]*[\"']?(?:audience|visibility|expires|consent|person|mentors|draft|private|publish(?:ed)?)[\"']?[ \t]*:",
    re.IGNORECASE,
)
_INDENT = re.compile(r"[ \t]*\t[ \t]*")


def closed_block(problem: Problem, text: str, _: Kind) -> Fix | None:
    """The missing end of a block, below the last of its fields, where a blank line or the title follows."""
    lines = text.split("\n")
    first = problem.line - 1
    if first >= len(lines) or not _FENCE.match(lines[first]):
        return None
    last = first + 1
    while last < len(lines) and (_FIELD.match(lines[last]) or (last > first + 1 and _is_below(lines[last]))):
        last += 1
    is_end = last == len(lines) or not lines[last].strip() or lines[last].startswith("# ")
    if last == first + 1 or not is_end:
        return None
    # The author may have meant the block to go on, and what it says there to narrow who sees the entry.
    rest = lines[last:]
    following = next((line for line in rest if line.strip()), "")
    if _FIELD.match(following) or any(_DECIDING.match(line) for line in rest):
        return None
    offset = sum(len(line) + 1 for line in lines[:last])
    missing = "\n---\n" if offset > len(text) else "---\n"
    edit = Edit(min(offset, len(text)), min(offset, len(text)), missing)
    return Fix(problem, (edit,), "the front matter ends with a line '---'")


def right_fences(problem: Problem, text: str, _: Kind) -> Fix | None:
    """Lines of exactly '---' around a block that has two, four or other dashes there."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None or problem.line != first + 1 or not _ALMOST.match(lines[first]):
        return None
    last = next((n for n in range(first + 1, len(lines)) if _FENCE.match(lines[n]) or _ALMOST.match(lines[n])), None)
    if last is None or last == first + 1 or not all(_is_of_block(line) for line in lines[first + 1 : last]):
        return None
    wrong = [number for number in (first, last) if not _FENCE.match(lines[number])]
    starts = {number: sum(len(line) + 1 for line in lines[:number]) for number in wrong}
    edits = tuple(Edit(starts[number], starts[number] + len(lines[number]), "---") for number in wrong)
    return Fix(problem, edits, "lines of three '-' stand around the front matter")


def without_tabs(problem: Problem, text: str, _: Kind) -> Fix | None:
    """Two spaces for each tab at the start of a line of the block."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    last = next((n for n in range(first + 1, len(lines)) if _FENCE.match(lines[n])), None)
    if last is None or not _FENCE.match(lines[first]) or not first < problem.line - 1 <= last:
        return None
    edits, offset = [], 0
    for number, line in enumerate(lines[:last]):
        if number > first and (match := _INDENT.match(line)):
            edits.append(Edit(offset, offset + match.end(), match[0].replace("\t", "  ")))
        offset += len(line) + 1
    return Fix(problem, tuple(edits), "spaces stand for tabs in the front matter") if edits else None


def _is_below(line: str) -> bool:
    # A line such as "# Title" is more likely the title than a comment, where the block was never closed.
    return bool(_BELOW.match(line)) and not line.startswith("# ")


def _is_of_block(line: str) -> bool:
    return not line.strip() or bool(_FIELD.match(line) or _BELOW.match(line))
