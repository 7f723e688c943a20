"""A mistake that was mended, and how alike two words are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from portfolio_gen.editing.source_text import Edit
from portfolio_gen.problems import Problem

_SHORTEST = 4
"""How many letters a word needs for a slip in it to be one: shorter ones are all alike."""
_LONG = 6
"""From how many letters on two slips may be in a word."""
_PART = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Fix:
    """How one problem is mended."""

    problem: Problem
    edits: tuple[Edit, ...]
    """Of the source's text."""
    words: str
    """What is other than before, for the author."""


def meant_for_certain(written: str, known: Iterable[str]) -> str | None:
    """The one of some words that was meant for certain; None if there is any doubt.

    It differs by case alone, or by one slip (in words of six letters and more by two): a letter too many, too few,
    wrong, or in its neighbour's place. Every other word differs by two slips more at least. Numbers are the
    same, and so are short parts and the first letter of each part: "week-5" is not "week-4", nor "inactive" "active".
    """
    words = tuple(dict.fromkeys(known))
    same = [word for word in words if word.casefold() == written.casefold()]
    if len(same) == 1:
        return same[0]
    if same or len(written) < _SHORTEST:
        return None
    ranked = sorted((slips(written.casefold(), word.casefold()), word) for word in words)
    if not ranked or ranked[0][0] > (2 if len(written) >= _LONG else 1):
        return None
    is_alone = len(ranked) == 1 or ranked[1][0] >= ranked[0][0] + 2
    return ranked[0][1] if is_alone and _is_a_slip(written.casefold(), ranked[0][1].casefold()) else None


def _is_a_slip(written: str, word: str) -> bool:
    """Whether one text may be the other with a slip, rather than another word that is alike."""
    if re.findall(r"\d+", written) != re.findall(r"\d+", word):
        return False
    one, other = _PART.findall(written), _PART.findall(word)
    if len(one) != len(other):
        # A sign between two parts is missing, or one too many.
        return "".join(one)[:1] == "".join(other)[:1]
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return all(min(len(a), len(b)) >= _SHORTEST and (a[0] == b[0] or a[:2] == b[1::-1]) for a, b in pairs)


def slips(one: str, other: str) -> int:
    """How many letters have to be added, left out, replaced or swapped with their neighbour to make one the other."""
    if abs(len(one) - len(other)) > 4:
        return abs(len(one) - len(other))
    rows = [list(range(len(other) + 1))]
    for number, letter in enumerate(one, 1):
        row = [number]
        for place, sign in enumerate(other, 1):
            cost = min(row[-1] + 1, rows[-1][place] + 1, rows[-1][place - 1] + (letter != sign))
            if number > 1 and place > 1 and letter == other[place - 2] and one[number - 2] == sign:
                cost = min(cost, rows[-2][place - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
