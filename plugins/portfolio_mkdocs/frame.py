"""The theme's frame around a page, without the blanks that its templates leave."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig

from portfolio_mkdocs.theme import is_material

_BLANKS = re.compile(r"[ \t]*\n\s*")
_BEGIN, _END = "<article", "</article>"
_KEEPS_BLANKS = ("<pre", "<textarea")


def without_blanks(html: str, config: MkDocsConfig) -> str:
    """A page of Material less the indentation and the empty lines of its frame: a fifth of an ordinary page.

    What stands in the page's article stays as it is, and so does a frame in which blanks may mean something.
    """
    begin, end = html.find(_BEGIN), html.rfind(_END)
    if not is_material(config) or begin < 0 or end < 0:
        return html
    before, after = html[:begin], html[end:]
    if any(name in part for name in _KEEPS_BLANKS for part in (before, after)):
        return html
    return f"{_BLANKS.sub(chr(10), before)}{html[begin:end].rstrip()}{_BLANKS.sub(chr(10), after)}"
