"""The first words of a text, where a list has room for no more."""

from __future__ import annotations

import re

from portfolio_gen.markdown.headings import plain_words

LENGTH = 200
"""How many signs an excerpt has at most."""

_BLOCKS = re.compile(r"\n[ \t]*\n")
_NO_PROSE = re.compile(
    r" {4}|\t| {0,3}(?:#|>|[-*+][ \t]|\d+[.)][ \t]|\||<|!\[|!!!|\?\?\?|\[\^|[-*_]{3,}\s*$)", re.MULTILINE
)
_UNDERLINED = re.compile(r"\n {0,3}(?:=+|-+)[ \t]*(?:\n|\Z)")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_END = re.compile(r"[.!?\u061f\u0964](?=[\"'\u201d\u2019)\]]*\s)[\"'\u201d\u2019)\]]*|[\u3002\uff01\uff1f]")
"""Where a sentence ends, in scripts with and without blanks."""


def excerpt(markdown: str, length: int = LENGTH) -> str:
    """The first sentences of a text as plain words; empty if it has no paragraph.

    Headings, lists, tables, quotations and code are passed over. A sentence that is too long by itself ends in "…".
    """
    for block in _BLOCKS.split(_FENCE.sub("", markdown)):
        if block.strip() and not _NO_PROSE.match(block.lstrip("\n")) and not _UNDERLINED.search(block):
            words = plain_words(" ".join(block.split()))
            if words:
                return _shortened(words, length)
    return ""


def _shortened(words: str, length: int) -> str:
    if len(words) <= length:
        return words
    ends = [match.end() for match in _END.finditer(words, 0, length + 1) if match.end() <= length]
    if ends:
        return words[: ends[-1]]
    cut = words.rfind(" ", length // 2, length)
    return words[: cut if cut > 0 else length - 1].rstrip(" ,;:") + "…"
