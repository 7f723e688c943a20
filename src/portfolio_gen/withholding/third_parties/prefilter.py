"""A quick look at a text: nearly all texts hold no name, and need no closer one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from portfolio_gen.withholding.third_parties.shown import shown
from portfolio_gen.withholding.third_parties.spellings import WORD, NameIndex

_CAPITALISED = re.compile(r"[^\W_a-z][^\W_]*")
_ACCENTS = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufe0f\ufeff]")
_OTHER_SCRIPT = re.compile(
    # Signs that are compared as others, and scripts with further accents than those above.
    "[\u00c6\u00d0\u00d8\u00de\u00df\u00e6\u00f0\u00f8\u00fe\u0110\u0111\u0131\u0141\u0142\u0152\u0153\u1e9e"
    "\u0483-\u0489\u0591-\u1dff\u20d0-\u20ff\u2c80-\ud7ff\ufb00-\ufdff\ufe20-\ufe2f\U00010000-\U0010ffff]"
)
_GLUED = str.maketrans(dict.fromkeys("*`~[]\\=^+_"))
_JOINT = re.compile(r"[*`~\[\]\\=^+_](?<=[^\W_].)[*`~\[\]\\=^+_]*[^\W_]")
"""Marks within a word: J*ane, which is one word on a page."""
_HARD = re.compile(
    # A word that goes on behind a link, a tag, a comment or a footnote, or is written with other signs.
    r"[)\]}>][*`~_=^+]*[^\W_]|\[\[(?<=[^\W_]..)|&(?:\#|[A-Za-z])\w*;|%[0-9A-Fa-f]{2}"
)


def may_hold_name(text: str, index: NameIndex) -> bool:
    """Whether a Markdown text may hold a name; False is certain."""
    if not text.isascii():
        if _OTHER_SCRIPT.search(text):
            return _may_be_shown(text, index)
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    if _has_first_word(text, index):
        return True
    if _JOINT.search(text) and _has_first_word(text.translate(_GLUED), index):
        return True
    return _HARD.search(text) is not None and _may_be_shown(text, index)


def may_hold_name_in_paths(paths: Iterable[str], index: NameIndex) -> bool:
    """Whether paths, ids or tags may hold a name, in small letters too; False is certain."""
    text = "\n".join(paths)
    if not text.isascii() or "%" in text or "&" in text:
        return True
    return not index.by_first.keys().isdisjoint(WORD.findall(text.lower()))


def _has_first_word(text: str, index: NameIndex) -> bool:
    if index.firsts and not index.firsts.isdisjoint(WORD.findall(text.lower())):
        return True
    capitalised = _CAPITALISED.findall(text) if index.capitalised_firsts else ()
    return not index.capitalised_firsts.isdisjoint([word.lower() for word in capitalised])


def _may_be_shown(text: str, index: NameIndex) -> bool:
    seen = shown(text)
    if seen.has_joints or _has_first_word(seen.text, index):
        return True
    return index.unspaced_names is not None and index.unspaced_names.search(seen.text.lower()) is not None
