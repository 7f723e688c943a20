"""Markdown that means what it says: escaped words, relative links, attributes."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

PAGE_EXTENSIONS = ("attr_list", "md_in_html", "tables")
"""The extensions of Python-Markdown that the pages need to be rendered."""

_BACKSLASHED = re.compile(r"([\\`*_])")
_ENTITIES = {sign: f"&#{ord(sign)};" for sign in "[]{}|~^$=+"} | {"<": "&lt;", ">": "&gt;"}
_TO_ENTITY = re.compile("[" + re.escape("".join(_ENTITIES)) + "]")
_REFERENCE = re.compile(r"&(?=#?\w+;)")
_SHORTCODE = re.compile(r":(?=[\w+-]+:)")
_BLOCK_SIGN = re.compile(r"\A(?:#|-|:(?=\s)|\d(?=\d*[.)]\s))|#(?=#*\s*\Z)")
_UNSAFE_IN_DESTINATION = re.compile(r"[^\w/.~-]")


def escaped(words: str) -> str:
    """Plain words as Markdown that shows just these words, in a line, a list, a link or a table cell."""
    text = _REFERENCE.sub("&amp;", words)
    text = _BACKSLASHED.sub(r"\\\1", text)
    text = _TO_ENTITY.sub(lambda match: _ENTITIES[match[0]], text)
    text = _SHORTCODE.sub("&#58;", text)
    # A line that starts so would be a heading, a list or a rule; a heading that ends in "#" would lose it.
    return _BLOCK_SIGN.sub(lambda match: f"&#{ord(match[0])};", text)


def destination(uri: str, at: str, fragment: str = "") -> str:
    """The way from one page to another, as the destination of a Markdown link."""
    path = _way(uri, posixpath.dirname(at) or ".")
    return f"{path}#{fragment}" if fragment else path


@lru_cache(maxsize=16_384)
def _way(uri: str, folder: str) -> str:
    """The relative path, with what would end it in Markdown quoted; many pages of a folder lead to the same places."""
    return _UNSAFE_IN_DESTINATION.sub(lambda match: quote(match[0], safe=""), posixpath.relpath(uri, folder))


def link_to(words: str, uri: str, at: str, fragment: str = "") -> str:
    """A Markdown link that shows plain words."""
    return f"[{escaped(words)}]({destination(uri, at, fragment)})"


def one_line(markdown: str) -> str:
    """Markdown text on one line, for a list or a table cell."""
    return " ".join(markdown.split())


def cell(markdown: str) -> str:
    """Markdown text for a table cell: one line, with no sign that would end the cell."""
    return one_line(markdown).replace("|", "&#124;")


def slug(heading: str) -> str:
    """The anchor of a heading, as Python-Markdown's toc extension makes it (markdown/extensions/toc.py)."""
    text = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", text).strip().lower())
