"""HTML, XML and SVG: what they show, what their attributes say, and what is in comments and scripts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from portfolio_gen.auditing.surfaces.encodings import readings
from portfolio_gen.auditing.surfaces.surface import Surface
from portfolio_gen.auditing.words import BREAK

_DEPTH = 2
"""How often markup may be wrapped in markup: a page in a feed is, once."""
_TAG_LIKE = re.compile(r"<[A-Za-z/!?][^<>\x1f]*>")
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_PROGRAM = re.compile(r"<(script|style)\b([^<>]*)>(.*?)(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
# No tag goes across BREAK: what stands on both sides of it belongs to different texts.
_REST = r"(?:[^<>\"'\x1f]|\"[^\"\x1f]*\"|'[^'\x1f]*')*"
_TAG = re.compile(rf"<[A-Za-z/!?]{_REST}>")
_INLINE = (
    "a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|"
    "sub|sup|time|tspan|tt|u|var|wbr|"
    # Office programs cut words and sentences in pieces.
    r"w:(?!(?:p|tc|tr|tbl|br|tab)\b)\w+|a:(?!(?:p|tc|tr|tbl|br)\b)\w+|text:(?:span|s|a)|r|t|rPr"
)
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE})(?:\s{_REST})?/?>", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"<(?!/?(?:{_INLINE})[\s/>])[A-Za-z/!?]{_REST}>", re.IGNORECASE)
_TOUCHING = re.compile(rf"<(?<=\w<)/?(?:{_INLINE})\b[^<>]*>(?:</?(?:{_INLINE})\b[^<>]*>)*\w", re.IGNORECASE)
_LINE_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[\s\"']([A-Za-z_:][\w:.@-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>`]+))")
_SWITCHES = (
    "allowfullscreen|async|autofocus|autoplay|checked|compact|controls|crossorigin|default|defer|disabled|download|"
    "hidden|inert|ismap|itemscope|loop|multiple|muted|nomodule|novalidate|open|playsinline|readonly|required|reversed|"
    "selected"
)
_WELL_FORMED = re.compile(
    r"<[A-Za-z][\w:.-]*"
    rf"(?:\s+(?:[\w:.@-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>`]+)|(?:{_SWITCHES})(?=[\s/>])))*"
    r"\s*/?>|</[A-Za-z][\w:.-]*\s*>|<!doctype html>",
    re.IGNORECASE,
)
_LONG_NAME = re.compile(r"\s(?:data-)?([a-z\d]+(?:[-_][a-z\d]+)+)\s*=", re.IGNORECASE)
_FIGURES = frozenset({"d", "points", "viewBox", "transform"})
"""Attributes of drawings, which hold numbers."""


def is_markup(text: str) -> bool:
    """Whether there are tags in a text."""
    return "<" in text and _TAG_LIKE.search(text) is not None


def markup_surfaces(text: str, depth: int = 0) -> Iterator[Surface]:
    """What markup holds. Blocks, values and cells are kept apart by BREAK, parts of a word are joined."""
    if "<!--" in text:
        yield from _read("comment", BREAK.join(_COMMENT.findall(text)), depth)
        text = _COMMENT.sub("", text)
    if "<![CDATA[" in text:
        text = _CDATA.sub(lambda match: f"{BREAK}{match[1].replace('<', '&lt;')}{BREAK}", text)
    programs = _PROGRAM.findall(text)
    if programs:
        yield from _read("script", BREAK.join(program for _, _, program in programs), depth)
        text = _PROGRAM.sub(r"<\1\2></\1>", text)
    tags = "".join([tag for tag in _TAG.findall(text) if "=" in tag or " " in tag or "\n" in tag or "\t" in tag])
    yield from _read("attribute", _attributes(tags), depth)
    # What a browser takes for a tag and a person for words ("<Jane Doe>"), and tags that are broken.
    if odd := _WELL_FORMED.sub(BREAK, tags).strip(BREAK):
        yield from _read("tag", odd.replace("<", " ").replace(">", f" {BREAK} "), depth)
    blocks = _BLOCK_TAG.sub(BREAK, _LINE_BREAK.sub(" ", text))
    yield from _read("text", _INLINE_TAG.sub("", blocks), depth)
    if _TOUCHING.search(blocks):
        # "<b>Two</b><i>words</i>" may be meant as two words or as one.
        touching = (block for block in blocks.split(BREAK) if _TOUCHING.search(block))
        yield from _read("text", _INLINE_TAG.sub(" ", BREAK.join(touching)), depth)


def _read(name: str, text: str, depth: int) -> Iterator[Surface]:
    """A text with its escapes undone, and what is markup once they are."""
    for reading in readings(html.unescape(text) if "&" in text else text):
        yield Surface(name, reading)
        if depth < _DEPTH and is_markup(reading):
            yield from (surface.inside(f"escaped {name}") for surface in markup_surfaces(reading, depth + 1))


def _attributes(tags: str) -> str:
    """The values of all attributes, kept apart, and their names of several words; numbers of drawings are left out."""
    values: list[str] = []
    for name, double, single, bare in _ATTRIBUTE.findall(tags):
        written = double or single or bare
        if name == "class":
            # One word of it is the theme's; several joined by hyphens may be a name, and so may all of them.
            values += written.split()
        if written and name not in _FIGURES:
            values.append(written)
    values += sorted(set(_LONG_NAME.findall(tags)))
    return BREAK.join(values)
