"""The headings of a Markdown text."""

from __future__ import annotations

import re

from portfolio_gen.markdown.code_spans import code_spans
from portfolio_gen.model.mention import LinkedText

_ATX = re.compile(r"^ {0,3}#{1,6}[ \t]*(?P<text>[^#\s].*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_SETEXT = re.compile(r"^ {0,3}(?P<text>[^\s#>*+`|-][^\n|]*)\n {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*[.#][^{}]*\}\s*\Z")


def first_heading(body: str) -> tuple[int, int] | None:
    """Offsets of the text of the first heading that is not in code; None without one."""
    if "#" not in body and "\n=" not in body and "\n-" not in body:
        return None
    code = code_spans(body)
    for match in sorted([*_ATX.finditer(body), *_SETEXT.finditer(body)], key=lambda found: found.start()):
        if not any(start <= match.start() < end for start, end in code):
            return match.span("text")
    return None


def plain_words(markdown: str) -> str:
    """A line of Markdown as plain text: links by their words, no emphasis, no code marks, no attributes."""
    text = _ATTRIBUTES.sub("", markdown)
    text = re.sub(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", text)
    text = re.sub(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])", r"\1", text)
    text = re.sub(r"<[^<>]*>", "", text)
    text = re.sub(r"(?<![\\\w])(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", text)
    text = re.sub(r"`+([^`]+)`+", r"\1", text)
    return " ".join(re.sub(r"\\([\\`*_{}\[\]()#+.!|<>-])", r"\1", text).split())


def heading_title(body: LinkedText) -> tuple[str, bool]:
    """The first heading as plain text ("" without one), and whether there are links in it."""
    span = first_heading(body.text)
    if span is None:
        return "", False
    has_links = any(link.start < span[1] and link.end > span[0] for link in body.links)
    return plain_words(body.text[span[0] : span[1]]), has_links


_TOP_ATX = re.compile(r"\A\s*#[ \t]+\S.*(?:\n|\Z)")
_TOP_SETEXT = re.compile(r"\A\s*[^\s#>*+`|-][^\n]*\n {0,3}=+[ \t]*(?:\n|\Z)")
_ANY_TOP = re.compile(r"^#[ \t]+\S|^[^\s#>*+`|-][^\n]*\n {0,3}=+[ \t]*$", re.MULTILINE)


def top_heading_end(body: str) -> int | None:
    """Where the text goes on after a title that stands at its top; 0 if a title comes later, None without one."""
    if match := _TOP_ATX.match(body) or _TOP_SETEXT.match(body):
        return match.end()
    code = code_spans(body)
    later = _ANY_TOP.finditer(body)
    return 0 if any(not any(start <= m.start() < end for start, end in code) for m in later) else None
