"""The HTML of a page without what runs, asks elsewhere, covers the page or poses as the theme's."""

from __future__ import annotations

import html
import re
import secrets
from collections.abc import Callable, Collection
from functools import cache

import nh3

from portfolio_gen.cleaning.allowed import (
    ATTRIBUTES,
    GONE_WITH_CONTENT,
    SCHEMES,
    STYLES,
    TAGS,
    THEME_CLASSES,
)
from portfolio_gen.cleaning.names import is_safe_name

_MAX_ROUNDS = 4
_ELSEWHERE = re.compile(r"[\x00-\x20]*(?:[A-Za-z][A-Za-z0-9+.\-\t\r\n]*:|[/\\][\t\r\n]*[/\\])")
_WEB = re.compile(r"(?:https?:)?//[^\s]", re.IGNORECASE)
_ASKING_STYLE = re.compile(r"url|image|expression|import|src|\\|@|/\*", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "input"})
"""Elements whose ids are made from words: those of tabs are, if they are told to."""
_INPUT = re.compile(r"<input\b[^<>]*>")
_IS_TABLE_OF_TASKS_OR_TABS = re.compile(r' type="(?:checkbox|radio)"')
_MARK = f"elsewhere-{secrets.token_hex(16)}:"
"""Before the address of a picture that is not ours, until it is a link; no author can know it."""
_REMOTE_PICTURE = re.compile(rf'<img\b[^<>]* src="{_MARK}(?P<address>[^"<>]*)"[^<>]*>')
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_EMOJI = re.compile(r' class="(?:twemoji|emojione|gemoji)"')
_LINK_ELSEWHERE = re.compile(r'<a\b(?=[^<>]* href="(?:https?:)?//)', re.IGNORECASE)
_ALT = re.compile(r' alt="(?P<alt>[^"<>]*)"')


def clean_html(text: str, without_classes: Collection[str] = ()) -> str:
    """The HTML of a page's content, as far as nobody has to be trusted for it.

    What Markdown and its usual extensions produce stays. A picture from elsewhere becomes a link to it.
    `without_classes` are classes that are taken away, for what a script would do with them. Cleaning what is
    clean changes nothing.
    """
    cleaner = _cleaner(frozenset(without_classes))
    for _ in range(_MAX_ROUNDS):
        # Once more until nothing changes: a browser has to read the result as we did (mutation XSS).
        clean = _LINK_ELSEWHERE.sub('<a rel="noopener noreferrer"', _INPUT.sub(_known_input, cleaner.clean(text)))
        if _MARK in clean:
            clean = _REMOTE_PICTURE.sub(_link_to_picture, clean)
        if clean == text:
            return clean
        text = clean
    return text if cleaner.clean(text) == text else html.escape(text)


@cache
def _cleaner(without_classes: frozenset[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(GONE_WITH_CONTENT),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        generic_attribute_prefixes={"aria-"},
        attribute_filter=_attribute_filter(without_classes),
        filter_style_properties=set(STYLES),
        url_schemes={*SCHEMES, _MARK.removesuffix(":")},
        link_rel=None,
        strip_comments=True,
    )


def _attribute_filter(without_classes: frozenset[str]) -> Callable[[str, str, str], str | None]:
    def value_of(tag: str, name: str, value: str) -> str | None:
        """The value that stays; None if the attribute goes."""
        match name:
            case "class":
                return _classes(value, without_classes)
            case "id" | "for":
                return value if is_safe_name(value, is_generated=tag in _HEADINGS or name == "for") else None
            case "name":
                return value if is_safe_name(value) and (tag == "a" or value.startswith("__tabbed_")) else None
            case "style":
                return None if _ASKING_STYLE.search(value) else value
            case "src" | "poster":
                return _source(tag, name, value)
            case "fill" | "stroke":
                return None if _ASKING_STYLE.search(value) else value
            case "target":
                return value if value == "_blank" else None
            case "href":
                return value
            case _:
                return without_markup(value)

    return value_of


def without_markup(text: str) -> str:
    """A text in which nothing is a tag, even for a script that takes it for HTML.

    Material does so with titles in tooltips, be they an author's or those of a long navigation (bundle.ts, 9.8.1).
    """
    return _TAG.sub("\u2039", text)


def _classes(value: str, without: frozenset[str]) -> str | None:
    names = [
        name for name in value.split() if name not in without and (not name.startswith("md-") or name in THEME_CLASSES)
    ]
    return " ".join(names) or None


def _source(tag: str, name: str, value: str) -> str | None:
    """The address of a picture, sound or film that lies on the site itself."""
    if not _ELSEWHERE.match(value):
        return value
    if tag == "img" and name == "src" and _WEB.match(value.strip()):
        return _MARK + value.strip()
    return None


def _link_to_picture(match: re.Match[str]) -> str:
    alt = _ALT.search(match[0])
    address = match["address"]
    words = alt["alt"].strip() if alt is not None else ""
    if words and _EMOJI.search(match[0]):
        return words
    return f'<a rel="noopener noreferrer" href="{address}">{words or address}</a>'


def _known_input(match: re.Match[str]) -> str:
    return match[0] if _IS_TABLE_OF_TASKS_OR_TABS.search(match[0]) else ""
