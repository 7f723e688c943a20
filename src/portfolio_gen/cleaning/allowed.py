"""The HTML that may stay on a page: what Markdown and its usual extensions produce, and nothing that acts or asks."""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TEXT = (
    "a abbr address b bdi bdo blockquote br cite code dd del details dfn dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li "
    "mark ol p pre q rp rt ruby s samp small span strong sub summary sup time u ul var wbr"
)
_BLOCKS = (
    "article aside center div figcaption figure footer header hgroup main nav section caption col colgroup table tbody "
    "td tfoot th thead tr"
)
_MEDIA = "audio img picture source track video"
_CONTROLS = "input label"  # Task lists and content tabs.
_PICTURES = "svg circle defs desc ellipse g line path polygon polyline rect text title tspan"

TAGS = _words(f"{_TEXT} {_BLOCKS} {_MEDIA} {_CONTROLS} {_PICTURES}")
"""Elements that stay. All others go, and the text in them stays."""

GONE_WITH_CONTENT = _words("script style iframe object embed applet noscript noembed noframes template frameset")
"""Elements that go with all that is in them."""

_DRAWN = _words(
    "d cx cy r rx ry x y x1 x2 y1 y2 dx dy points width height fill fill-opacity fill-rule clip-rule stroke "
    "stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity stroke-width opacity font-size font-weight "
    "text-anchor dominant-baseline"
)
_CELL = frozenset({"align", "colspan", "rowspan", "scope", "headers", "valign"})
_FILM = frozenset({"src", "controls", "loop", "muted", "width", "height", "poster", "preload"})

ATTRIBUTES: Mapping[str, set[str]] = {
    "*": {
        "id", "class", "style", "title", "lang", "dir", "role", "hidden", "align",
        "data-search-exclude", "data-linenos", "data-tabs", "data-preview", "data-title", "data-description",
    },
    "a": {"href", "hreflang", "name", "target", "download", "type"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "audio": set(_FILM),
    "video": set(_FILM),
    "source": {"src", "type", "media"},
    "track": {"src", "kind", "srclang", "label", "default"},
    "details": {"open"},
    "input": {"type", "name", "checked", "disabled"},
    "label": {"for"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "td": set(_CELL),
    "th": set(_CELL),
    "col": {"span", "width"},
    "colgroup": {"span"},
    "time": {"datetime"},
    # Not `transform`, which would move a whole picture over the page.
    "svg": {"viewBox", "xmlns", "preserveAspectRatio", "focusable", "direction", *_DRAWN},
    **{name: {"transform", *_DRAWN} for name in _words("circle ellipse g line path polygon polyline rect text tspan")},
}  # fmt: skip
"""Attributes that stay, by element; `*` is for all."""

STYLES = _words(
    "text-align vertical-align width min-width max-width height min-height max-height color background-color font-size "
    "font-style font-weight text-decoration white-space list-style-type fill stroke"
)
"""Properties of CSS that can neither ask for a file nor cover the page."""

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What links may lead to, besides places on the site."""

THEME_CLASSES = frozenset(
    {"md-button", "md-button--primary", "md-tag", "md-tag-icon", "md-tag-shadow", "md-tags", "md-annotation"}
)
"""Classes of the theme that authors may use. Its others would let them build a window, or a header."""
