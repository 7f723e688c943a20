"""The headings of a Markdown text."""

from __future__ import annotations

import heapq
import html
import re
from collections.abc import Iterable, Iterator

from portfolio_gen.markdown.code_spans import code_spans
from portfolio_gen.model.mention import LinkedText

_ATX = re.compile(r"^ {0,3}#{1,6}[ \t]*(?P<text>[^#\s].*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_SETEXT = re.compile(r"^ {0,3}(?P<text>[^\s#>*+`|-][^\n|]*)\n {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_CODE = re.compile(r"[`~]|^(?: {4}|\t)", re.MULTILINE)
_CODE_SPAN = re.compile(r"(?<!\\)(`+)(.+?)(?<!`)\1(?!`)")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*[.#][^{}]*\}\s*\Z")


def first_heading(body: str) -> tuple[int, int] | None:
    """Offsets of the text of the first heading that is not in code; None without one."""
    found = heapq.merge(_ATX.finditer(body), _SETEXT.finditer(body), key=lambda match: match.start())
    return next((match.span("text") for match in _outside_code(found, body)), None)


def _outside_code(matches: Iterable[re.Match[str]], body: str) -> Iterator[re.Match[str]]:
    code: list[tuple[int, int]] | None = None
    for match in matches:
        # Most texts begin with their title, and need no look at the rest.
        if code is None and _CODE.search(body, 0, match.start()):
            code = code_spans(body)
        if not any(start <= match.start() < end for start, end in code or ()):
            yield match


def plain_words(markdown: str) -> str:
    """A line of Markdown as plain text: links by their words, no emphasis, no code marks, no attributes."""
    parts = _CODE_SPAN.split(_ATTRIBUTES.sub("", markdown))
    # Every third part is code, which is shown as it is; the one before it are its back-ticks.
    words = [part if index % 3 == 2 else _without_marks(part) for index, part in enumerate(parts) if index % 3 != 1]
    return " ".join("".join(words).split())


def _without_marks(text: str) -> str:
    text = re.sub(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", text)
    for _ in range(2):  # A picture may stand in a link, emphasis in emphasis.
        text = re.sub(r"!?\[([^\[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])", r"\1", text)
        text = re.sub(r"(?<![\\\w])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", text)
    text = re.sub(r"<[^<>]*>", "", text)
    return html.unescape(re.sub(r"\\([\\`*_{}\[\]()#+.!|<>-])", r"\1", text))


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
    return 0 if any(_outside_code(_ANY_TOP.finditer(body), body)) else None


_TOP_LOWER_ATX = re.compile(r"\A(\s*)#{2,6}(?=[ \t]+\S)")
_TOP_LOWER_SETEXT = re.compile(r"\A(\s*)([^\s#>*+`|-][^\n|]*)\n {0,3}-+[ \t]*(?=\n|\Z)")


def with_title_on_top(body: str) -> str:
    """The same text; a heading at its top becomes the page's title, of whatever level it was."""
    return _TOP_LOWER_SETEXT.sub(r"\1# \2", _TOP_LOWER_ATX.sub(r"\1#", body, count=1), count=1)
