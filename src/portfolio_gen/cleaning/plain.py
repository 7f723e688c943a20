"""Words of authors as one line on which nothing acts: in the header of a mail, a feed, a chat or a terminal."""

from __future__ import annotations

import re

_BREAKS = re.compile(r"[\s\x85\u2028\u2029]+")
_ACTING = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    r"\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls, signs that turn the direction of what follows, halves of signs, and what is no sign at all.

Joiners stay: some scripts are written with them.
"""


def harmless_line(words: str) -> str:
    """Plain words on one line, without signs that act on what stands around them, or that XML forbids."""
    return _BREAKS.sub(" ", _ACTING.sub("", _BREAKS.sub(" ", words))).strip()


def shortened(words: str, most: int) -> str:
    """The words, or as many of them as have room, and "…"."""
    if len(words) <= most:
        return words
    cut = words.rfind(" ", most // 2, most)
    return words[: cut if cut > 0 else most - 1].rstrip(" ,;:") + "…"
