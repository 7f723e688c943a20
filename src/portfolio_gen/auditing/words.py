"""Text as the words that it is compared by, whatever stands between them and however they are written."""

from __future__ import annotations

import re
import unicodedata

BREAK = "\x1f"
"""A word of its own: nothing that is looked for goes across it. It stands between blocks, cells and values."""

_ASCII_WORD = re.compile(r"[a-z0-9]+|\x1f")
UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Signs of Thai, Chinese and Japanese, which put no blanks between words, so each counts as one."""
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+|\x1f")
_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+"
)
"""Accents on their own, soft hyphens and other signs that a reader doesn't see."""


def words_of(text: str) -> list[str]:
    """The words of a text in their order, without case, accents and punctuation; BREAK is one of them."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    folded = _UNSEEN.sub("", unicodedata.normalize("NFKD", text)).casefold()
    # Case folding makes new accents of some signs ("İ").
    return _WORD.findall(_UNSEEN.sub("", folded))


def is_unspaced(word: str) -> bool:
    """Whether a word is one sign of a script that puts no blanks between words."""
    return len(word) == 1 and re.match(f"[{UNSPACED}]", word) is not None


_NUMBERLIKE = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("mon", "tue", "wed", "thu", "fri", "sat", "sun", "st", "nd", "rd", "th", "q1", "q2", "q3", "q4"),
        *("day", "week", "month", "quarter", "year", "days", "weeks", "months", "years"),
    )
)

_SMALL = frozenset(
    (
        *(
            "a",
            "about",
            "an",
            "and",
            "at",
            "by",
            "for",
            "from",
            "her",
            "his",
            "in",
            "my",
            "of",
            "on",
            "or",
            "our",
            "re",
        ),
        *("s", "the", "their", "to", "via", "vs", "with", "your"),
        *("an", "bei", "das", "der", "die", "fur", "im", "mit", "uber", "und", "vom", "von", "zu", "zum", "zur"),
        *("au", "avec", "con", "d", "de", "del", "des", "du", "el", "en", "et", "l", "la", "le", "les", "par", "para"),
        *("por", "pour", "sur", "un", "une", "y"),
    )
)
"""Words that stand before a name in any text: "by Jane", "to Jane"."""


def only_word_of(words: tuple[str, ...]) -> str | None:
    """The word of a longer name that tells something, if there is only one such word."""
    telling = [word for word in words if word not in _SMALL]
    return telling[0] if len(telling) == 1 < len(words) else None


def is_telling(words: tuple[str, ...]) -> bool:
    """Whether words are enough of a name to be looked for.

    Numbers, days and months are on every site, and so are words of a few letters.
    """
    telling = [word for word in words if not word.isdecimal() and word not in _NUMBERLIKE]
    if len(words) > 1:
        return sum(map(len, telling)) >= 4 or sum(map(is_unspaced, telling)) >= 2
    return bool(telling) and len(telling[0]) >= 4


def is_telling_run(words: tuple[str, ...]) -> bool:
    """Whether a run of words is prose rather than figures, an alphabet or a ruler."""
    return len({word for word in words if (len(word) >= 3 and not word.isdecimal()) or is_unspaced(word)}) >= 3
