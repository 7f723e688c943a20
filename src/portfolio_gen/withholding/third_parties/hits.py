"""Where the names of third parties stand in a text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from portfolio_gen.withholding.third_parties.shown import Shown, plain, shown
from portfolio_gen.withholding.third_parties.spellings import WORD, NameIndex, Spelling

_GAP = re.compile(r"(?=.)(?:[-.'_+]?(?:\n[ \t>]*)?|[ \t]+(?:\n[ \t>]*)?)\Z", re.DOTALL)
"""What may stand between the words of a name. A blank line, a comma or the mark of a list is none."""
_GAP_OF_INITIAL = re.compile(r"\.?[ \t]*(?:\n[ \t>]*)?\Z")
_POSSESSIVE = re.compile(r"'s(?![^\W_])")
_LEADING_DATE = re.compile(r"\A\d{4}(?:-\d\d){0,2}[ _-]*")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a text."""

    start: int
    """Offset in the source."""
    end: int
    """Offset behind it, with the ending of a possessive."""
    role: str
    is_possessive: bool


def hits(text: str, index: NameIndex, *, is_markdown: bool = True) -> tuple[Hit, ...]:
    """The names in a text, in its order, apart; of two that overlap the one that begins first, or is longer."""
    if not text:
        return ()
    seen = shown(text, is_markdown=is_markdown)
    found = _hits_in(seen, index)
    if seen.has_joints:
        found += _hits_in(shown(text, is_markdown=is_markdown, is_split=True), index)
    return tuple(_apart(found))


def _hits_in(seen: Shown, index: NameIndex) -> list[Hit]:
    low = seen.text.lower()
    found: list[Hit] = []
    if not index.by_first.keys().isdisjoint(WORD.findall(low)):
        found += (_hit(seen, start, end, role, owns) for start, end, role, owns in _spaced(seen.text, low, index))
    if index.unspaced_names is not None:
        for match in index.unspaced_names.finditer(low):
            found.append(_hit(seen, *match.span(), index.unspaced[match[0]], False))
    return found


def hits_in_word(text: str, index: NameIndex) -> tuple[Hit, ...]:
    """The names in a tag, or in one part of a path or an id.

    All of it may be a name of one word in small letters, where nobody writes capitals. The ending of a file
    and a date before it are no part of it.
    """
    if found := hits(text, index, is_markdown=False):
        return found
    words = WORD.findall(plain(_LEADING_DATE.sub("", posixpath.splitext(text)[0])))
    fitting = (one for one in index.by_first.get(words[0], ()) if one.words == tuple(words)) if words else ()
    return tuple(Hit(0, len(text), one.role, False) for one in fitting)


def hits_in_path(path: str, index: NameIndex) -> tuple[Hit, ...]:
    """The names in the parts of a path or an id; their offsets are those in the part."""
    return tuple(hit for part in path.split("/") for hit in hits_in_word(part, index))


def _spaced(written: str, low: str, index: NameIndex) -> Iterator[tuple[int, int, str, bool]]:
    """Names made of words: offsets, role, and whether it is a possessive."""
    words = list(WORD.finditer(low))
    number = 0
    while number < len(words):
        for one in index.by_first.get(words[number][0], ()):
            if _is_camel_case(one, words[number], written):
                yield *words[number].span(), one.role, False
                break
            end = _end_of(one, words, number, written, low)
            if end is not None:
                yield words[number].start(), end[0], one.role, end[1]
                number += len(one.words) - 1
                break
        number += 1


def _is_camel_case(one: Spelling, word: re.Match[str], written: str) -> bool:
    """Whether a word is a whole name as handles and file names have it: JaneDoe."""
    if len(one.words) == 1 or word[0] != "".join(one.words):
        return False
    starts = accumulate(map(len, one.words[:-1]), initial=word.start())
    return all(written[start].isupper() for start in starts)


def _end_of(one: Spelling, words: list[re.Match[str]], number: int, written: str, low: str) -> tuple[int, bool] | None:
    """Where a name ends that begins with a word, and whether it is a possessive; None if it isn't there."""
    if number + len(one.words) > len(words):
        return None
    there = words[number : number + len(one.words)]
    if any(word[0] != expected for word, expected in zip(there[:-1], one.words[:-1], strict=True)):
        return None
    if any(not _is_gap(low, before, after) for before, after in pairwise(there)):
        return None
    if one.needs_capital and written[there[0].start()].islower():
        return None
    return _ending(one, there, low)


def _ending(one: Spelling, there: list[re.Match[str]], low: str) -> tuple[int, bool] | None:
    last, end = there[-1][0], there[-1].end()
    is_quoted = low[: there[0].start()].endswith("'")
    if last == one.words[-1]:
        if _POSSESSIVE.match(low, end):
            return end + 2, True
        owns = last.endswith("s") and low.startswith("'", end) and not is_quoted
        return (end + 1, True) if owns else (end, False)
    if last == f"{one.words[-1]}s":
        if low.startswith("'", end) and not is_quoted:
            return end + 1, True
        # "Marias Plan" in German. A single word with an s may be another one: Marks, Wills.
        return (end, True) if len(one.words) > 1 else None
    return None


def _is_gap(low: str, before: re.Match[str], after: re.Match[str]) -> bool:
    gap = low[before.end() : after.start()]
    if _GAP.match(gap):
        return True
    return len(before[0]) == 1 and _GAP_OF_INITIAL.match(gap) is not None


def _hit(seen: Shown, start: int, end: int, role: str, is_possessive: bool) -> Hit:
    return Hit(*seen.span(start, end), role, is_possessive)


def _apart(found: list[Hit]) -> Iterator[Hit]:
    end = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            yield one
            end = one.end
