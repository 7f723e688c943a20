"""How the names of third parties are written, and all of them for looking up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+")
"""A word of a name, as it is compared."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a name."""

    words: tuple[str, ...]
    """As they are compared."""
    role: str
    """What stands for it."""
    needs_capital: bool
    """Whether it is one word that may be an ordinary one in small letters: Will, Rose."""


@dataclass(frozen=True, slots=True)
class NameIndex:
    """All names, for looking them up."""

    by_first: Mapping[str, tuple[Spelling, ...]]
    """By the first word, and by all of it as one word; the longest come first."""
    firsts: frozenset[str]
    """The keys of names that count in small letters too."""
    capitalised_firsts: frozenset[str]
    """The keys of names that don't."""
    unspaced: Mapping[str, str]
    """The roles of names that are found within words too."""
    unspaced_names: re.Pattern[str] | None


def index_of(spellings: Iterable[Spelling], unspaced: Mapping[str, str]) -> NameIndex:
    """The index of some spellings, and of names that are found within words with their roles."""
    by_first: defaultdict[str, list[Spelling]] = defaultdict(list)
    for one in sorted(spellings, key=lambda one: (-len(one.words), one.words)):
        by_first[one.words[0]].append(one)
        by_first[_joined(one)].append(one)
    longest_first = sorted(unspaced, key=lambda name: (-len(name), name))
    in_any_case = {first for first, found in by_first.items() if not all(one.needs_capital for one in found)}
    return NameIndex(
        {first: tuple(found) for first, found in by_first.items()},
        frozenset(in_any_case),
        frozenset(by_first.keys() - in_any_case),
        unspaced,
        re.compile("|".join(map(re.escape, longest_first))) if unspaced else None,
    )


def _joined(one: Spelling) -> str:
    """What a name is as one word: "janedoe", or "janes" of a name that is one word already."""
    return "".join(one.words) if len(one.words) > 1 else f"{one.words[0]}s"
