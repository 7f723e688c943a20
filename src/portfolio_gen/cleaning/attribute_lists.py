"""Lists of attributes in Markdown: `{: .wide #totals width=300 }` stays, and one that could do more is words."""

from __future__ import annotations

import re

from portfolio_gen.cleaning.allowed import THEME_CLASSES
from portfolio_gen.cleaning.names import is_safe_name

_BRACES = re.compile(r"[{}]")
_LIST = re.compile(r"\{:?[ ]*(?P<words>[^{}\n\"'<>&]*?)[ ]*\}")
_SIZE = re.compile(r"(?:width|height)=\d{1,4}%?|align=(?:left|right|center)|loading=lazy")
_WORD = re.compile(r"[.#][A-Za-z][\w-]*")
_ESCAPED = {"{": "&#123;", "}": "&#125;"}


def harmless_braces(text: str) -> str:
    """The text with every brace escaped, but for those of one list of harmless attributes in a line."""
    if "{" not in text and "}" not in text:
        return text
    return "\n".join(_harmless_line(line) if "{" in line or "}" in line else line for line in text.split("\n"))


def _harmless_line(line: str) -> str:
    # One in a line: engines look for the last brace of a line, not for the next.
    kept = next((match for match in _LIST.finditer(line) if _is_harmless(match["words"])), None)
    start, end = kept.span() if kept is not None else (len(line), len(line))
    return f"{escaped_braces(line[:start])}{line[start:end]}{escaped_braces(line[end:])}"


def _is_harmless(words: str) -> bool:
    return bool(words) and all(_is_harmless_word(word) for word in words.split(" ") if word)


def _is_harmless_word(word: str) -> bool:
    if _SIZE.fullmatch(word):
        return True
    if not _WORD.fullmatch(word):
        return False
    name = word[1:]
    if word.startswith("."):
        return not name.startswith("md-") or name in THEME_CLASSES
    return is_safe_name(name)


def escaped_braces(text: str) -> str:
    """The text with every brace escaped."""
    return _BRACES.sub(lambda match: _ESCAPED[match[0]], text)
