"""Markdown as engines render it, and what is dangerous in the result."""

from __future__ import annotations

import re

import nh3
from material.extensions.emoji import to_svg, twemoji
from pymdownx.superfences import fence_code_format

from markdown import Markdown
from portfolio_gen.cleaning.allowed import ATTRIBUTES, SCHEMES, TAGS

PLAIN = ("toc", "tables", "fenced_code", "attr_list", "md_in_html")
"""What MkDocs and our pages need; the least that an engine renders with."""

EMOJI = "https://cdn.jsdelivr.net/gh/jdecked/twemoji"

MATERIAL = (
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.arithmatex",
    "pymdownx.betterem", "pymdownx.blocks.admonition", "pymdownx.blocks.caption", "pymdownx.blocks.html",
    "pymdownx.caret", "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.highlight",
    "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.progressbar",
    "pymdownx.smartsymbols", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
)  # fmt: skip
"""What Material's manual tells people to switch on."""

_OPTIONS = {
    "toc": {"permalink": True},
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.emoji": {"emoji_index": twemoji, "emoji_generator": to_svg},
    "pymdownx.highlight": {"anchor_linenums": True, "line_spans": "__span", "pygments_lang_class": True},
    "pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid", "format": fence_code_format}]},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}

_BAD_WORDS = """
script style iframe object embed applet noscript noembed noframes template form button select textarea base meta link
frame frameset math foreignobject use animate set image dialog marquee title isindex
"""
_BAD_TAGS = frozenset(_BAD_WORDS.split())
_BAD_ATTRIBUTES = frozenset(
    {"style", "srcdoc", "srcset", "formaction", "action", "data", "background", "ping", "xlink:href", "poster"}
)


def rendered(text: str, extensions: tuple[str, ...] = MATERIAL) -> str:
    """The HTML of some Markdown."""
    options = {name: _OPTIONS[name] for name in extensions if name in _OPTIONS}
    return Markdown(extensions=list(extensions), extension_configs=options).convert(text)


def dangers(html: str) -> list[str]:
    """What runs, asks elsewhere or covers the page in some HTML, as a browser's parser sees it."""
    found: list[str] = []

    def note(tag: str, name: str, value: str) -> str | None:
        # Emoji of the engine's own are its owner's choice.
        is_picture = name == "src" and (":" in value or "//" in value) and not value.startswith((EMOJI, "x"))
        if name.startswith("on") or name in _BAD_ATTRIBUTES - {"style"} or is_picture or value.startswith("__se"):
            found.append(f"{tag} {name}={value}")
        if name == "style" and any(word in value for word in ("url", "fixed", "\\")):
            found.append(f"{tag} {name}={value}")
        if name == "href" and ":" in re.split("[/#]", value)[0] and value.split(":")[0].lower() not in SCHEMES:
            found.append(f"{tag} {name}={value}")
        return value

    names = set().union(*ATTRIBUTES.values()) | _BAD_ATTRIBUTES
    tags = set(TAGS | _BAD_TAGS) - {"title"}
    schemes = set(SCHEMES) | {"javascript", "vbscript", "data", "file", "blob", "ms-msdt"}
    plain = nh3.clean(
        html, tags=tags, clean_content_tags=set(), attributes={"*": names}, generic_attribute_prefixes={"on"},
        url_schemes=schemes, attribute_filter=note, link_rel=None,
    )  # fmt: skip
    found += [tag for tag in sorted(_BAD_TAGS) if f"<{tag}" in plain]
    return found
