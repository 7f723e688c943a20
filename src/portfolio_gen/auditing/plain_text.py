"""Markdown as a reader of the page sees it."""

from __future__ import annotations

import re

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]"), r"\1"),
    (re.compile(r"!\[([^\[\]]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"), r" "),
    (re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"), r"\1"),
    (re.compile(r"\[([^\[\]]*)\]\[[^\[\]]*\]"), r"\1"),
    (re.compile(r"\[\^[^\[\]\s]+\]"), ""),
    (re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL), " "),
    (re.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (re.compile(r"\{:?[ \t]*[#.][^{}\n]*\}"), " "),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_MARKED = re.compile(r"[\[<{\\]")


def shown_otherwise(markdown: str) -> list[str]:
    """The paragraphs of a text in which a reader sees other words than are written, as they are seen."""
    if not _MARKED.search(markdown):
        return []
    found = (part for part in _PARAGRAPH.split(markdown) if _MARKED.search(part))
    return [shown for part in found if (shown := plain_text(part)) != part]


def plain_text(markdown: str) -> str:
    """A text with its links, pictures, tags and comments reduced to the words that show."""
    if not _MARKED.search(markdown):
        return markdown
    for pattern, instead in _STEPS:
        markdown = pattern.sub(instead, markdown)
    return markdown
