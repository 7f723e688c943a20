"""Markdown that any engine may render: what runs or asks elsewhere is shown as the words that it was written in.

Engines differ, so nothing here depends on how one of them reads a text: a sign stays only if no reading of it does
harm. That shows a sign too many now and then, in code that only some engines take for code.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

from portfolio_gen.cleaning.addresses import harmless_addresses
from portfolio_gen.cleaning.attribute_lists import escaped_braces, harmless_braces
from portfolio_gen.cleaning.fences import certain_code
from portfolio_gen.markdown.writing import escaped

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufff9-\uffff]")
_PLAIN_TAGS = "abbr|b|bdi|br|cite|code|del|dfn|em|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|strong|sub|sup|u|var|wbr"
"""Elements of a line of text that may stay if they carry no attribute."""
_PIECE = re.compile(
    r"(?<![\\`])(?P<ticks>`+)(?!`)(?P<code>[^\n]*?[^`\n])(?P=ticks)(?!`)"
    r"|(?P<view><!--[ \t]*portfolio:[ \t]*[\w-]*[ \t]*-->)"
    rf"|(?P<tag></?(?:{_PLAIN_TAGS})[ ]?/?>)"
    r"|\]\([ \t]*<(?P<angled>[^<>\n:&\\`\"'{}\[\]()]+)>"
    r"|<(?P<address>(?:https?://|mailto:)[^\s<>\"'`\\]+)>"
    r"|<(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"
    r"|<(?![ \t\n\d=]|\Z)",
    re.IGNORECASE,
)
_ACTING_IN_CODE = re.compile(r"[<{}\[\]!]")
_BLOCK = re.compile(
    # Blocks of pymdownx can write any element, and take attributes from the lines below them.
    r"^(?P<indent>[ \t>]*)/(?=/{2,}[ \t]*(?!(?:figure-|table-)?caption\b[^\n]*\n(?![ \t]))\S)",
    re.MULTILINE,
)


def harmless_markdown(text: str) -> str:
    """A text of an author who need not be trusted, for engines that clean nothing themselves.

    It has to stand at the left edge of its page, between blank lines. Kept as they are: fenced code that every engine
    reads as code, plain links, pictures of the site, and lists of classes and ids. Tags are escaped but for a few
    that carry no attributes, other attributes go, links that lead neither to the site nor to the web are no links
    any more, and pictures from elsewhere are links.
    """
    text = _without_controls(text)
    pieces: list[str] = []
    position = 0
    for start, end, opening in certain_code(text):
        first_line_end = text.index("\n", start)
        pieces += [_harmless_text(text[position:start], harmless_braces), opening, text[first_line_end:end]]
        position = end
    return "".join([*pieces, _harmless_text(text[position:], harmless_braces)])


def harmless_words(text: str) -> str:
    """The same for a text that stands anywhere, and whose lines may be joined: no code in it is certain."""
    return _harmless_text(_without_controls(text), escaped_braces)


def _without_controls(text: str) -> str:
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _harmless_text(text: str, braces: Callable[[str], str]) -> str:
    return _BLOCK.sub(r"\g<indent>&#47;", braces(harmless_addresses(_without_tags(text))))


def _without_tags(text: str) -> str:
    return _PIECE.sub(_harmless_piece, text) if "<" in text or "`" in text else text


def _harmless_piece(match: re.Match[str]) -> str:
    if (code := match["code"]) is not None:
        return f"<code>{escaped(code.strip())}</code>" if _ACTING_IN_CODE.search(code) else match[0]
    if match["view"] or match["tag"]:
        return match[0]
    if path := match["angled"]:
        return f"]({quote(path.strip(), safe='/#?%.~!*+,;=@$')}"
    if address := match["address"] or match["mail"]:
        full = address if match["address"] else f"mailto:{address}"
        return f"[{escaped(address)}]({quote(full, safe=_IN_ADDRESSES)})"
    return "&lt;"


_IN_ADDRESSES = "/#?%.~*+,;=@$&:-"
