"""The links in a Markdown text, with the offsets that a rewriter needs."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from portfolio_gen.markdown.code_spans import code_spans, is_escaped
from portfolio_gen.model.mention import Form, LinkedText, TextLink

_WIKI = re.compile(r"(?P<embed>!?)\[\[(?P<inside>[^\[\]\n]+)\]\]")
_MIDDLE = re.compile(r"\]\((?!https?://)")
_TITLE = re.compile(r"""[ \t\n]+(?:"[^"]*"|'[^']*')[ \t]*\Z""", re.DOTALL)
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[(?!\^)(?P<label>[^\]\n]+)\]:[ \t]*\n?[ \t]*"
    r"(?:<(?P<angled>[^>\n]*)>|(?P<bare>[^\s<>]+))"
    r"(?:[ \t]*\n?[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$",
    re.MULTILINE,
)
_TAG = re.compile(r"<(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?P<inside>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?:href|src|srcset|poster|data)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))",
    re.IGNORECASE,
)
_SOURCE_OF_SET = re.compile(r"[^\s,][^\s]*[^\s,]|[^\s,]")
_WEB = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|mailto:")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_MAX_DESTINATION = 2_000
_MAX_BRACKETS = 8
"""How deep brackets in a destination nest; more is text that was never closed."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A link as it stands in a text, before it is known whether it counts."""

    form: Form
    start: int
    end: int
    destination: tuple[int, int]
    written: str
    label: str


def linked_text(text: str, *, line: int = 1, column: int = 1) -> LinkedText:
    """A text and its links: wiki-links, Markdown links and images, definitions, and HTML attributes.

    `line` and `column` are the place of the text's first character in its source. Links to web addresses
    are left out: nothing of ours depends on them.
    """
    if "[" not in text and "<" not in text:
        return LinkedText(text)
    found = [*_wiki_links(text), *_markdown_links(text), *_definitions(text), *_html_links(text)]
    if not found:
        return LinkedText(text)
    code = code_spans(text)
    starts = [start for start, _ in code]

    def is_code(offset: int) -> bool:
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < code[index][1]

    ordered = sorted((one for one in found if not is_code(one.start)), key=lambda one: (one.start, -one.end))
    links = [one for one in _placed(ordered, text, line, column) if not _leads_away(one)]
    return LinkedText(text, tuple(_apart(links)))


def without_links_in(text: LinkedText, stretches: Sequence[tuple[int, int]]) -> LinkedText:
    """The same text; what stands in some stretches of it, in order and apart, is no link."""
    if not stretches or not text.links:
        return text
    starts = [start for start, _ in stretches]

    def is_outside(link: TextLink) -> bool:
        index = bisect_right(starts, link.start) - 1
        return index < 0 or link.start >= stretches[index][1]

    return replace(text, links=tuple(link for link in text.links if is_outside(link)))


def _wiki_links(text: str) -> Iterator[_Found]:
    for match in _WIKI.finditer(text):
        if not is_escaped(text, match.start("embed") + len(match["embed"])):
            name, _, label = match["inside"].replace("\\|", "|").partition("|")
            form: Form = "embed" if match["embed"] else "wiki"
            yield _Found(form, *match.span(), match.span("inside"), name.strip(), label.strip())


def _markdown_links(text: str) -> Iterator[_Found]:
    for middle in _MIDDLE.finditer(text):
        if not is_escaped(text, middle.start()) and (whole := _inline(text, middle.start())) is not None:
            form, start, end, destination, label = whole
            yield _Found(form, start, end, destination, text[slice(*destination)], label)


def _definitions(text: str) -> Iterator[_Found]:
    for match in _DEFINITION.finditer(text):
        group = "angled" if match["angled"] is not None else "bare"
        yield _Found("definition", *match.span(), match.span(group), match[group], match["label"])


def _html_links(text: str) -> Iterator[_Found]:
    for match in _TAG.finditer(text):
        end, label = _element_end(text, match)
        for destination in _attribute_values(text, match):
            yield _Found("html", match.start(), end, destination, html.unescape(text[slice(*destination)]), label)


def _placed(found: list[_Found], text: str, line: int, column: int) -> Iterator[TextLink]:
    """Links with their targets and places; `found` is in the order of the text."""
    counted = 0
    for one in found:
        line += text.count("\n", counted, one.start)
        counted = one.start
        line_start = text.rfind("\n", 0, one.start) + 1
        target, _, fragment = one.written.partition("#")
        if one.form not in ("wiki", "embed"):
            target = _unescaped(target.partition("?")[0])
        yield TextLink(
            one.form, one.start, one.end, target, fragment, one.label, one.destination,
            line, one.start - line_start + (1 if line_start else column),
        )  # fmt: skip


def _leads_away(link: TextLink) -> bool:
    """Whether it is a web address; a wiki-link may have a colon in its name."""
    is_wiki = link.form in ("wiki", "embed")
    return (_WEB if is_wiki else _ADDRESS).match(link.target) is not None


def _apart(links: list[TextLink]) -> Iterator[TextLink]:
    """The links in order, less those that begin inside another and end outside of it."""
    ends: list[int] = []
    for link in links:
        while ends and ends[-1] <= link.start:
            ends.pop()
        if not ends or link.end <= ends[-1]:
            ends.append(link.end)
            yield link


def _inline(text: str, middle: int) -> tuple[Form, int, int, tuple[int, int], str] | None:
    """The link around a "](": its form, start, end, the offsets of its destination, and its label."""
    start = _opening_bracket(text, middle)
    if start is None:
        return None
    depth, end = 1, middle + 2
    limit = min(len(text), end + _MAX_DESTINATION)
    while end < limit and depth:
        sign = text[end]
        if sign == "\\":
            end += 1
        elif sign == "(":
            depth += 1
            if depth > _MAX_BRACKETS:
                return None
        elif sign == ")":
            depth -= 1
        elif sign == "\n" and text.startswith("\n\n", end):
            return None
        end += 1
    if depth:
        return None
    first, last = middle + 2, end - 1
    if title := _TITLE.search(text, first, last):
        last = title.start()
    inside = text[first:last]
    first += len(inside) - len(inside.lstrip())
    last = first + len(inside.strip())
    if text[first:last].startswith("<") and text[first:last].endswith(">"):
        first, last = first + 1, last - 1
    is_image = start > 0 and text[start - 1] == "!" and not text[: start - 1].endswith("\\")
    label = text[start + 1 : middle]
    return ("image" if is_image else "link", start - is_image, end, (first, last), label)


def _opening_bracket(text: str, closing: int) -> int | None:
    """The '[' that belongs to the ']' at an offset, in the same paragraph."""
    depth = 0
    nearest = max(0, closing - _MAX_DESTINATION)
    paragraph = text.rfind("\n\n", nearest, closing) + 1
    for offset in range(closing - 1, max(paragraph, nearest) - 1, -1):
        sign = text[offset]
        if sign not in "[]" or is_escaped(text, offset):
            continue
        if sign == "]":
            depth += 1
        elif depth:
            depth -= 1
        else:
            return offset
    return None


def _attribute_values(text: str, tag: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Offsets of every address in a tag."""
    for match in _ATTRIBUTE.finditer(text, *tag.span("inside")):
        start, end = next(match.span(name) for name in ("double", "single", "bare") if match[name] is not None)
        if match[0].lower().startswith("srcset"):
            # "a.png 1x, b.png 2x": every other word is an address.
            yield from (one.span() for one in list(_SOURCE_OF_SET.finditer(text, start, end))[::2])
        else:
            yield start, end


def _element_end(text: str, match: re.Match[str]) -> tuple[int, str]:
    """Where an HTML element ends and the words in it; for all but links, the tag alone."""
    if match["tag"].lower() != "a":
        return match.end(), ""
    closing = re.compile(r"</a\s*>", re.IGNORECASE).search(text, match.end())
    return (closing.end(), text[match.end() : closing.start()]) if closing else (match.end(), "")


def _unescaped(destination: str) -> str:
    return unquote(re.sub(r"\\([()<>\[\]\\ _*#])", r"\1", destination.strip()))
