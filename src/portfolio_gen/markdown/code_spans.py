"""Which parts of a Markdown text are code, where nothing is a link."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

_FENCE = re.compile(r"^[ \t>]*(?P<mark>`{3,}|~{3,})(?P<rest>.*)$", re.MULTILINE)
_TICKS = re.compile(r"`+")
_CONTAINER = re.compile(r"[ ]*(?:[-*+][ \t]|\d+[.)][ \t]|\[\^[^\]]+\]:|!!!|\?\?\?|===|:[ \t])")


def code_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of all code in a text: fenced and indented blocks and spans in back-ticks, in order, apart.

    As Python-Markdown reads it: a fence that is never closed is text, and lines that are indented below a
    list item, footnote or admonition belong to it.
    """
    blocks = _fenced(text)
    if "\n    " in text or "\n\t" in text or text.startswith(("    ", "\t")):
        blocks = sorted([*blocks, *_indented(text, blocks)])
    return sorted([*blocks, *_spans(text, blocks)]) if "`" in text else blocks


def _fenced(text: str) -> list[tuple[int, int]]:
    if "```" not in text and "~~~" not in text:
        return []
    found: list[tuple[int, int]] = []
    fences = list(_FENCE.finditer(text))
    number = 0
    while number < len(fences):
        opening = fences[number]
        number += 1
        if opening["mark"][0] == "`" and "`" in opening["rest"]:
            continue  # A span on one line.
        for later in range(number, len(fences)):
            closing = fences[later]
            if closing["mark"].startswith(opening["mark"]) and not closing["rest"].strip():
                found.append((opening.start(), closing.end()))
                number = later + 1
                break
    return found


def _indented(text: str, fenced: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Blocks of four spaces after a blank line, beyond what their list or admonition is indented by."""
    found: list[tuple[int, int]] = []
    offset, allowed, after_blank, in_code = 0, 0, True, False
    inside = iter([*fenced, (len(text) + 1, len(text) + 1)])
    fence = next(inside)
    for line in text.split("\n"):
        start, offset = offset, offset + len(line) + 1
        while start >= fence[1]:
            fence = next(inside)
        if start >= fence[0]:
            after_blank, in_code = False, False
            continue
        if not line.strip():
            after_blank = True
            continue
        expanded = line.expandtabs(4)
        indent = len(expanded) - len(expanded.lstrip())
        if indent >= allowed + 4 and (after_blank or in_code):
            found.append((start, start + len(line)))
            in_code = True
        else:
            in_code = False
            if _CONTAINER.match(expanded):
                allowed = indent // 4 * 4 + 4
            elif after_blank:
                allowed = indent // 4 * 4
        after_blank = False
    return found


def _spans(text: str, blocks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of back-ticks with a run of the same length behind them in the same paragraph."""
    found: list[tuple[int, int]] = []
    edges = [0, *(edge for block in blocks for edge in block), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        for paragraph_start, paragraph_end in _paragraphs(text, start, end):
            found += _spans_of_paragraph(text, paragraph_start, paragraph_end)
    return found


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        blank = text.find("\n\n", start, end)
        yield start, end if blank < 0 else blank
        start = end if blank < 0 else blank + 2


def _spans_of_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    runs = [match.span() for match in _TICKS.finditer(text, start, end)]
    # Where the runs of each length are, the last first, so that those passed by are popped once.
    by_length: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(len(runs) - 1, -1, -1):
        by_length[runs[number][1] - runs[number][0]].append(number)
    number = 0
    while number < len(runs):
        opening = runs[number]
        later = by_length[opening[1] - opening[0]]
        while later and later[-1] <= number:
            later.pop()
        if opening[0] and text[opening[0] - 1] == "\\":
            number += 1  # An escaped back-tick opens nothing, but may close.
        elif later:
            closing = later.pop()
            yield opening[0], runs[closing][1]
            number = closing + 1
        else:
            number += 1
