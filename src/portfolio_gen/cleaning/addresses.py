"""Destinations of links in Markdown: those that lead to the site or the web stay."""

from __future__ import annotations

import html
import re

_PLAIN = r"[^\s:<>\"'`\[\]&\\{}]"
_WEB = re.compile(r"\s*(?:https?://|mailto:|tel:)", re.IGNORECASE)
# Up to a sign with which the destination ends for everyone, or that no name of a scheme can hold.
_OWN = re.compile(rf"\s*(?:\)|{_PLAIN}+(?:\)|[ \t]*\n?[ \t]*[\"']))")
_DEFINED = re.compile(r"[ \t]*\n?[ \t]*(?P<word>[^\s]+)")
_HARMLESS_WORD = re.compile(rf"(?:https?://|mailto:|tel:)\S*|{_PLAIN}*:?", re.IGNORECASE)
_PLACE = re.compile(r"\](?P<sign>[(:])")
_PICTURE = re.compile(r"!+(?=\[)")
_OWN_PICTURE = re.compile(rf"!\[[^\[\]\n]*\]\([ \t]*(?!//|\\){_PLAIN}+(?:\)|[ \t]+[\"'])")
_ESCAPED = {"(": "&#40;", ":": "&#58;"}


def harmless_addresses(text: str) -> str:
    """The text without links that run something, however they are disguised, and without pictures from elsewhere.

    A destination stays if it begins plainly with the name of a scheme of the web, or if there is no colon in it, nor
    any sign behind which an engine could find one. Otherwise its bracket is escaped, and it is words.
    """
    if "](" not in text and "]:" not in text:
        return text
    # First, because a picture that stays must be one in the text as it will be.
    text = _PICTURE.sub(lambda match: "!" if _OWN_PICTURE.match(text, match.end() - 1) else "", text)
    return _PLACE.sub(lambda match: f"]{_sign(text, match)}", text)


def _sign(text: str, match: re.Match[str]) -> str:
    """What follows the bracket: what was there, or the same as a character reference."""
    sign = match["sign"]
    if sign == "(":
        is_harmless = any(pattern.match(text, match.end()) for pattern in (_WEB, _OWN))
    else:
        word = _DEFINED.match(text, match.end())
        is_harmless = word is None or _HARMLESS_WORD.fullmatch(html.unescape(word["word"])) is not None
    return sign if is_harmless else _ESCAPED[sign]
