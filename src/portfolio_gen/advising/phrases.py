"""Words and phrases, and where they stand in a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Words = tuple[str, ...]
"""Words in small letters, with straight apostrophes."""

ANY = "*"
"""Stands for the rest of a word."""
MORE = "..."
"""Stands for the rest of a heading."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Some phrases, for looking them up."""

    by_first: Mapping[str, tuple[Words, ...]]
    """By their first word, where that is written out."""
    by_part: tuple[Words, ...]
    """Those whose first word is a part of one."""
    starts: tuple[str, ...]
    """What such first words begin with: "learn"."""
    ends: tuple[str, ...]
    """What such first words end with: "ed"."""


def phrases(written: Iterable[str]) -> Phrases:
    """Phrases from their plain spelling: "next time", "learn*" for all that begins so, "*ed" for what ends so.

    "..." at the end says that more may follow, where a phrase has to be all there is.
    """
    by_first: defaultdict[str, list[Words]] = defaultdict(list)
    by_part: list[Words] = []
    for one in written:
        words = tuple(one.lower().split())
        if ANY in words[0]:
            by_part.append(words)
        else:
            by_first[words[0]].append(words)
    starts = tuple(words[0].removesuffix(ANY) for words in by_part if words[0].endswith(ANY))
    ends = tuple(words[0].removeprefix(ANY) for words in by_part if words[0].startswith(ANY))
    return Phrases({first: tuple(found) for first, found in by_first.items()}, tuple(by_part), starts, ends)


def places(found: Phrases, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where phrases stand in a sentence: the number of the first word and that behind the last one, in order."""
    for number, word in enumerate(words):
        # Most words begin no phrase, and a long text has many.
        if word in found.by_first or word.startswith(found.starts) or word.endswith(found.ends):
            fitting = (one for one in _candidates(found, word) if _stands(one, words, number))
            if (phrase := next(fitting, None)) is not None:
                yield number, number + len(phrase)


def holds(found: Phrases, words: Sequence[str]) -> bool:
    """Whether one of the phrases stands in a sentence."""
    return next(places(found, words), None) is not None


def begins(found: Phrases, words: Sequence[str]) -> bool:
    """Whether a sentence begins with one of the phrases."""
    return bool(words) and any(_stands(phrase, words, 0) for phrase in _candidates(found, words[0]))


def is_one_of(found: Phrases, words: Sequence[str]) -> bool:
    """Whether words are one of the phrases and no more, but for those that let more follow."""
    if not words:
        return False
    for phrase in _candidates(found, words[0]):
        if phrase[-1] == MORE and _stands(phrase[:-1], words, 0):
            return True
        if len(phrase) == len(words) and _stands(phrase, words, 0):
            return True
    return False


def _candidates(found: Phrases, word: str) -> tuple[Words, ...]:
    return (*found.by_first.get(word, ()), *found.by_part)


def _stands(phrase: Words, words: Sequence[str], at: int) -> bool:
    if at + len(phrase) > len(words):
        return False
    return all(_is(wanted, words[at + number]) for number, wanted in enumerate(phrase))


def _is(wanted: str, word: str) -> bool:
    if wanted.endswith(ANY):
        return word.startswith(wanted[:-1])
    return word.endswith(wanted[1:]) if wanted.startswith(ANY) else word == wanted
