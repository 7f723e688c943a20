"""Where a writer goes on in a new entry: fields without a value, and headings with nothing below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from portfolio_gen.reading.yaml_loader import load_yaml

EMPTY_FIELD = re.compile(r"(?P<name>\"[^\"]*\"|'[^']*'|[^:#\s][^:]*):(?P<comment>[ \t]*(?:[ \t]#.*)?)\Z")
"""A line of front matter with a field and no value."""

_LATER = re.compile(r"\s*#\s*later\b", re.IGNORECASE)
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|\Z)")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def first_empty_field(block: Sequence[str]) -> tuple[int, int] | None:
    """The 0-based line of the first field that waits for a value, and the 1-based column where it goes.

    A field whose comment begins with "later" does not wait. None if there is none.
    """
    values, loader = load_yaml("\n".join(block))
    for (name, *inner), (line, _) in loader.keys.items():
        match = EMPTY_FIELD.match(block[line - 1])
        if not inner and values[name] is None and match and not _LATER.match(match["comment"]):
            return line - 1, match.end("name") + 3
    return None


def below_headings(body: Sequence[str]) -> list[int]:
    """The 0-based line below each heading and its help; below the title only if there is no other heading."""
    found: list[tuple[int, int]] = []
    in_code = False
    for number, line in enumerate(body):
        in_code ^= bool(_FENCE.match(line))
        if (match := _HEADING.match(line)) and not in_code:
            found.append((len(match[1]), _below_help(body, number + 1)))
    return [place for level, place in found if level > 1] or [place for _, place in found[:1]]


def _below_help(body: Sequence[str], start: int) -> int:
    """The line below the comments that begin at a line; without any, the second one if the first is empty."""
    place = start
    while place < len(body) and body[place].lstrip().startswith("<!--"):
        place = next((number for number in range(place, len(body)) if "-->" in body[number]), len(body) - 1) + 1
    return place + 1 if place == start and place < len(body) and not body[place].strip() else place


def first_empty_heading(body: Sequence[str]) -> int | None:
    """The 0-based line below the first heading that has nothing but help below it; None if there is none."""
    for place in below_headings(body):
        following = next((line for line in body[place:] if line.strip()), None)
        if following is None or _HEADING.match(following):
            return place
    return None


def behind_text(body: Sequence[str]) -> int:
    """The 0-based line behind everything that is written and an empty line; 0 if nothing is."""
    return max((number for number, line in enumerate(body, 2) if line.strip()), default=0)


def with_room(body: Sequence[str], place: int) -> list[str]:
    """The body with an empty line to write on at a place, and another between it and what follows."""
    before, after = [*body[:place], *[""] * (place - len(body))], list(body[place:])
    room = next((number for number, line in enumerate(after) if line.strip()), len(after))
    return [*before, *[""] * max(0, 2 - room), *after]
