"""The names nearest to a misspelt one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

_ENOUGH = 0.4
"""How alike two names must be for one to be suggested: rather three guesses than none, but no nonsense."""
_CANDIDATES = 40
"""How many names with the most letter groups in common are compared closely."""


class Spellings:
    """Names to suggest from. Built once; a question costs no more with ten thousand names than with a hundred."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        self._meaning = dict(words)
        self._by_group: defaultdict[str, list[str]] = defaultdict(list)
        self._sizes: dict[str, int] = {}
        for word in sorted(self._meaning):
            groups = _groups(word)
            self._sizes[word] = len(groups)
            for group in groups:
                self._by_group[group].append(word)

    def nearest(self, name: str, most: int = 3) -> tuple[str, ...]:
        """Up to three names, the most alike first, no two of which mean the same."""
        groups = _groups(name)
        common = Counter(word for group in groups for word in self._by_group.get(group, ()))
        ranked = sorted(common, key=lambda word: (-common[word] / (self._sizes[word] + len(groups)), word))
        close = [(_likeness(name, word), word) for word in ranked[:_CANDIDATES]]
        best: dict[str, str] = {}
        for likeness, word in sorted(close, key=lambda pair: (-pair[0], len(pair[1]), pair[1])):
            if likeness >= _ENOUGH:
                best.setdefault(self._meaning[word], word)
        return tuple(best.values())[:most]


def in_words(names: tuple[str, ...]) -> str:
    """A question that suggests names; empty without any."""
    if not names:
        return ""
    quoted = [f"'{name}'" for name in names]
    return f"did you mean {', '.join(quoted[:-1])}{' or ' if len(quoted) > 1 else ''}{quoted[-1]}?"


def _groups(word: str) -> set[str]:
    padded = f"^{word.lower()}$"
    return {padded[index : index + 2] for index in range(len(padded) - 1)}


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, a.lower(), b.lower(), autojunk=False).ratio()
