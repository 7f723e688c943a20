"""Everything that is sought, arranged so that a text is asked for all of it at once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from portfolio_gen.auditing.plain_text import shown_otherwise
from portfolio_gen.auditing.sought import RUN, Sought, SoughtText, Withheld
from portfolio_gen.auditing.words import BREAK, is_telling_run, only_word_of, words_of

_Words = tuple[str, ...]
_Pair = tuple[str, str]
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_STRETCH = 4_000
"""How many words are looked at together: few enough that most pairs of words aren't among them."""


@dataclass(frozen=True, slots=True)
class Index:
    """Names by a word or by two words in a row, texts by each run of words."""

    names: Mapping[_Words, tuple[Sought, ...]]
    """All names; the same one may be that of several sources."""
    single: frozenset[str]
    """Names of one word."""
    by_pair: Mapping[_Pair, tuple[str, ...]]
    """Longer names, their words with blanks around, by the two words in a row that are found least elsewhere."""
    runs: Mapping[int, SoughtText]
    """Texts by the hash of every RUN of their words."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.names or self.runs)

    def found_in(self, words: Sequence[str]) -> Iterator[Sought]:
        """What of it a text holds, in no order; of each source no more than one run of words."""
        for name in self.names_in(words):
            yield from self.names[name]
        if self.runs and len(words) >= RUN and (found := self.runs.keys() & set(map(hash, _runs(words)))):
            yield from self._runs_among(found, words)

    def names_in(self, words: Sequence[str]) -> Iterator[_Words]:
        """The names among it that a text holds, in no order; one may come more than once."""
        if self.single:
            yield from ((word,) for word in self.single.intersection(words))
        for stretch in _stretches(words) if self.by_pair else ():
            pairs = self.by_pair.keys() & set(pairwise(stretch))
            if pairs:
                joined = f" {' '.join(stretch)} "
                yield from (
                    tuple(name.split()) for pair in pairs for name in self.by_pair[pair] if _is_in(name, joined)
                )

    def _runs_among(self, found: Collection[int], words: Sequence[str]) -> Iterator[Sought]:
        told: set[str] = set()
        for run in _runs(words):
            text = self.runs.get(hash(run)) if hash(run) in found else None
            if text is None or text.uri in told or BREAK in run or not is_telling_run(run):
                continue
            told.add(text.uri)
            yield Sought("text", text.uri, text.line, run)


def index_of(withheld: Withheld) -> Index:
    """The index of everything that must not be found."""
    names: defaultdict[_Words, list[Sought]] = defaultdict(list)
    for name in withheld.names:
        names[name.words].append(name)
    runs: dict[int, SoughtText] = {}
    for text in withheld.texts:
        runs.update(dict.fromkeys(map(hash, _runs(words_in(text.text))), text))
    return _index({words: tuple(found) for words, found in names.items()}, runs, frozenset())


def without_published(index: Index, texts: Iterable[str]) -> Index:
    """The index less all that the texts of the published sources hold too."""
    words = words_of(f" {BREAK} ".join(texts))
    left = without_words(index, words)
    return _index(left.names, left.runs, frozenset(pairwise(words)) if left.names else frozenset())


def without_words(index: Index, words: Sequence[str]) -> Index:
    """The index less all that words in a row hold too."""
    said = set(index.names_in(words))
    # "By Jane" is no more than "Jane", wherever that is said.
    only = {name: word for name in index.names if (word := only_word_of(name)) is not None}
    single = frozenset(only.values()).intersection(words)
    said |= {name for name, word in only.items() if word in single}
    names: dict[_Words, tuple[Sought, ...]] = {}
    for name, found in index.names.items():
        left = tuple(one for one in found if one.spelled not in said) if name not in said else ()
        if left:
            names[name] = left
    gone = index.runs.keys() & set(map(hash, _runs(words))) if index.runs else ()
    runs = {key: text for key, text in index.runs.items() if key not in gone} if gone else index.runs
    return _index(names, runs, frozenset())


def narrowed(index: Index, found: Iterable[Sought]) -> Index:
    """The index less the names that were not found, and less all texts if none of them was."""
    told = tuple(found)
    names = {one.words: index.names[one.words] for one in told if one.words in index.names}
    runs = index.runs if any(one.sort == "text" for one in told) else {}
    return _index(names, runs, frozenset())


def words_in(text: str) -> list[str]:
    """The words of a source as they are written and, in paragraphs of their own, as they are shown."""
    return words_of(f" {BREAK} ".join([text, *shown_otherwise(text)]))


def line_of(run: _Words, text: str) -> int | None:
    """The line of a text, counted from 0, in which a run of words begins; None if it isn't there."""
    if not _holds(text, run):
        return None
    lines = text.split("\n")
    low, high = 0, len(lines) - 1
    while low < high:
        # Of all lines from which on the run can still be read, the last is where it begins.
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _holds("\n".join(lines[middle:]), run) else (low, middle - 1)
    return low


def _holds(text: str, run: _Words) -> bool:
    return f" {' '.join(run)} " in f" {' '.join(words_in(text))} "


def _is_in(name: str, joined: str) -> bool:
    """Whether a name stands among words.

    A number at its end must not be that of a day that follows, and that of a short name be no part of a date.
    """
    if name not in joined:
        return False
    words = name.split()
    if not (words[0].isdecimal() or words[-1].isdecimal()):
        return True
    is_short = sum(not word.isdecimal() for word in words) < 2
    before = r"(?<!\d)" if is_short and words[0].isdecimal() else ""
    day = rf"(?:{_MONTHS})[a-z]* "
    after = (rf"(?!{day}|\d)" if is_short else rf"(?!{day})") if words[-1].isdecimal() else ""
    return re.search(f"{before}{re.escape(name)}{after}", joined) is not None


def _index(
    names: Mapping[_Words, tuple[Sought, ...]], runs: Mapping[int, SoughtText], elsewhere: frozenset[_Pair]
) -> Index:
    longer = [name for name in names if len(name) > 1]
    frequency = Counter(pair for name in longer for pair in set(pairwise(name)))
    by_pair: defaultdict[_Pair, list[str]] = defaultdict(list)
    for name in longer:
        rarest = min(pairwise(name), key=lambda pair: (pair in elsewhere, frequency[pair], pair))
        by_pair[rarest].append(f" {' '.join(name)} ")
    return Index(
        names=names,
        single=frozenset(name[0] for name in names if len(name) == 1),
        by_pair={pair: tuple(found) for pair, found in by_pair.items()},
        runs=runs,
    )


def _stretches(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """A text in parts that end between blocks, so that no name is cut in two."""
    start = 0
    while len(words) - start > 2 * _STRETCH:
        try:
            end = words.index(BREAK, start + _STRETCH)
        except ValueError:
            break
        yield words[start:end]
        start = end
    yield words[start:]


def _runs(words: Sequence[str]) -> Iterator[_Words]:
    return zip(*(words[start:] for start in range(RUN)), strict=False)
