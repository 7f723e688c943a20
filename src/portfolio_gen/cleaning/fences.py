"""Fenced code that every engine reads as code."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(
    r"^(?P<before>[^\w`~\n]*(?:\d+[.)][^\w`~\n]*)?)(?P<mark>`{3,}|~{3,})(?P<rest>[^\n]*)$", re.MULTILINE
)
_LANGUAGE = re.compile(r"[ \t]*\{?[ \t]*\.?(?P<name>[\w#+-]*)")


def certain_code(text: str) -> list[tuple[int, int, str]]:
    """Offsets of the fenced blocks that nobody can read otherwise, each with the line to open it with.

    They stand at the left edge and hold no other fence. Their first line names a language at most: whatever else
    was on it keeps some engine from taking it for a fence. If one fence of a text has no clear partner, all
    that follows may be read in two ways, so there are none.
    """
    found = list(_pairs(text))
    return [] if None in found else [pair for pair in found if pair is not None and pair[2]]


def _pairs(text: str) -> Iterator[tuple[int, int, str] | None]:
    """Each pair of fences; with no opening line if it is inside of something, None for a fence without a partner."""
    lines = iter(_FENCE.finditer(text))
    for opening in lines:
        closing = next(lines, None)
        if closing is None or not _is_pair(opening, closing):
            yield None
            return
        language = _LANGUAGE.match(opening["rest"])
        name = language["name"] if language is not None else ""
        yield opening.start(), closing.end(), "" if opening["before"] else f"{opening['mark']}{name}"


def _is_pair(opening: re.Match[str], closing: re.Match[str]) -> bool:
    if opening["before"].strip(" \t") == "" and re.search(r"[`~]", opening["rest"]):
        return False
    return (
        opening["before"] == closing["before"]
        and opening["mark"] == closing["mark"]
        and not closing["rest"].strip(" \t")
    )
