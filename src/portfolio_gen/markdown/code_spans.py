"""Which parts of a Markdown text are code, where nothing is a link."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

_OPENING = re.compile(
    # As the fenced_code extension reads it (markdown/extensions/fenced_code.py, 3.11), with SuperFences' options.
    r"^(?P<quote>[ \t>]*)(?P<mark>`{3,}|~{3,})[ \t]*(?:\{[^{}\n]*\}|\.?[\w#.+-]*)"
    r"(?:[ \t]+[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'))*[ \t]*$",
    re.MULTILINE,
)
_CLOSING = re.compile(r"^[ \t>]*(?P<mark>`{3,}|~{3,})[ \t]*$", re.MULTILINE)
_TICKS = re.compile(r"`+")
_QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?)*")
_CONTAINER = re.compile(r"[ ]*(?:[-*+][ \t]|\d+\.[ \t]|\[\^[^\]]+\]:|!!!|\?\?\?|===|:[ \t])")
_ENDS_BLOCK = re.compile(r"[ ]{0,3}(?:#{1,6}|=+[ \t]*\Z|-+[ \t]*\Z|(?:[-*_][ \t]*){3,}\Z)")
_STARTS_BLOCK = re.compile(r"[ \t]*(?:[-*+][ \t]|\d+[.)][ \t]|#)")


def code_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of all code in a text: fenced and indented blocks and spans in back-ticks, in order, apart.

    As Python-Markdown reads it: a fence that is never closed is text, and lines that are indented below a
    list item, footnote or admonition belong to it.
    """
    blocks = _fenced(text)
    if "    " in text or "\t" in text:
        blocks = sorted([*blocks, *_indented(text, blocks)])
    return sorted([*blocks, *_spans(text, blocks)]) if "`" in text else blocks


def _fenced(text: str) -> list[tuple[int, int]]:
    if "```" not in text and "~~~" not in text:
        return []
    found: list[tuple[int, int]] = []
    closings = list(_CLOSING.finditer(text))
    position = 0
    while opening := _OPENING.search(text, position):
        same = (one for one in closings if one.start() > opening.end() and one["mark"] == opening["mark"])
        closing = next(same, None)
        if closing is None:
            position = opening.end()
        else:
            found.append((opening.start(), closing.end()))
            position = closing.end()
    return found


def _indented(text: str, fenced: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Blocks of four spaces after a blank line, beyond what their list or admonition is indented by."""
    found: list[tuple[int, int]] = []
    offset, allowed, quotes, after_blank, in_code = 0, 0, 0, True, False
    inside = iter([*fenced, (len(text) + 1, len(text) + 1)])
    fence = next(inside)
    for whole in text.split("\n"):
        start, offset = offset, offset + len(whole) + 1
        while start >= fence[1]:
            fence = next(inside)
        if start >= fence[0]:
            after_blank, in_code = False, False
            continue
        quote = _QUOTE.match(whole)
        line = whole[quote.end() :].expandtabs(4) if quote else whole
        if quote and quote[0].count(">") != quotes:
            quotes, allowed, after_blank = quote[0].count(">"), 0, True
        if not line.strip():
            after_blank = True
            continue
        indent = len(line) - len(line.lstrip())
        if indent >= allowed + 4 and (after_blank or in_code):
            found.append((start, start + len(whole)))
            in_code = True
        else:
            in_code = False
            if _CONTAINER.match(line):
                allowed = indent // 4 * 4 + 4
            elif after_blank:
                allowed = indent // 4 * 4
        # What is indented right below a heading or a rule is code without a blank line between.
        after_blank = not in_code and bool(_ENDS_BLOCK.match(line))
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
    """Stretches that a span can't leave: up to a blank line, a heading, a rule, or the next item of a list."""
    first = offset = start
    for line in text[start:end].split("\n"):
        quote = _QUOTE.match(line)
        bare = line[quote.end() :] if quote else line
        is_edge = not bare.strip() or _STARTS_BLOCK.match(bare)
        if is_edge and first < offset:
            yield first, offset
            first = offset
        offset += len(line) + 1
        if not bare.strip() or _ENDS_BLOCK.match(bare):
            if bare.strip():
                yield first, min(offset, end)
            first = offset
    if first < end:
        yield first, end


def _spans_of_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    runs = [match.span() for match in _TICKS.finditer(text, start, end)]
    # Where the runs of each length are, the last first, so that those passed by are popped once.
    by_length: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(len(runs) - 1, -1, -1):
        by_length[runs[number][1] - runs[number][0]].append(number)
    number = 0
    while number < len(runs):
        opening = runs[number]
        if is_escaped(text, opening[0]):
            number += 1  # An escaped back-tick opens nothing, but may close.
            continue
        closing = None
        # A run that nothing of its length closes may still open with fewer back-ticks.
        for length in range(opening[1] - opening[0], 0, -1):
            later = by_length[length]
            while later and later[-1] <= number:
                later.pop()
            if later:
                closing = later.pop()
                break
        if closing is None:
            number += 1
        else:
            yield opening[0], runs[closing][1]
            number = closing + 1


def is_escaped(text: str, offset: int) -> bool:
    """Whether the sign at an offset has an odd number of backslashes before it."""
    before = offset
    while before and text[before - 1] == "\\":
        before -= 1
    return (offset - before) % 2 == 1
