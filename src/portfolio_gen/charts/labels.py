"""Words in a picture: escaped, no wider than their place, and safe whichever way they are written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ELLIPSIS = "…"
_SIGN = re.compile(r"[!-$&'*+/:-@\[-`{-~]")
_NOT_SHOWN = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, and the control signs."""
_ROUNDED = 0.001
"""What reckoning with fractions may be off by."""
_NARROW = frozenset("iljtfrI.,:;'|!()[] ")
_WIDE = frozenset("mwMWÆŒ@%")


def shown(text: str) -> str:
    """Words on one line as text or attribute of SVG; signs of Markdown are written as numbers, as those of XML are.

    A host may take a picture that stands in a line or in a block of Markdown for Markdown.
    """
    words = " ".join(_NOT_SHOWN.sub(" ", text).split())
    return _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", words)


def label(text: str) -> str:
    """The same for a label: what is written from right to left keeps its order among signs and numbers."""
    if any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text):
        return f"\N{FIRST STRONG ISOLATE}{shown(text)}\N{POP DIRECTIONAL ISOLATE}"
    return shown(text)


def width(text: str) -> float:
    """About how wide a text is, in units of its size: no font is known here."""
    return sum(map(_sign_width, text))


def shortened(text: str, room: float) -> str:
    """A text that takes no more room than there is, in units of its size; what was left out is marked with "…"."""
    words = " ".join(text.split())
    if width(words) <= room + _ROUNDED:
        return words
    kept, used = "", width(ELLIPSIS)
    for cluster in _clusters(words):
        used += width(cluster)
        if used > room:
            break
        kept += cluster
    return kept.rstrip(" -,.;:/(") + ELLIPSIS


def in_lines(text: str, room: float, most: int) -> tuple[str, ...]:
    """A text in up to `most` lines of some room, broken between words; the last one is shortened."""
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}") <= room + _ROUNDED:
            line = f"{line} {words.pop(0)}"
        lines.append(shortened(line, room))
    return (*lines, shortened(" ".join(words), room)) if words else tuple(lines)


@lru_cache(maxsize=4096)
def _sign_width(sign: str) -> float:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(sign) in ("W", "F"):
        return 1.0
    if sign in _NARROW:
        return 0.32
    if sign in _WIDE:
        return 0.88
    return 0.66 if sign.isupper() else 0.56


def _clusters(text: str) -> list[str]:
    """Signs together with the marks that belong to them."""
    found: list[str] = []
    for sign in text:
        joins = found and (unicodedata.category(sign) in ("Mn", "Mc", "Me", "Cf") or found[-1].endswith("\u200d"))
        if joins:
            found[-1] += sign
        else:
            found.append(sign)
    return found
