"""A giver's words as Markdown that shows just these words and does nothing: no link, no picture, no HTML.

Emphasis, lists and paragraphs stay as they are written: they are harmless, and part of the words.
"""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, and those that turn the order of what is read. What joins and parts letters stays."""
_RULES = (
    # An entity would be read as the sign that it stands for.
    (re.compile(r"&(?=#?\w+;)"), "&amp;"),
    (re.compile(r"<(?=[A-Za-z/!?])"), "&lt;"),
    # A backslash before a sign that it would escape, or that is escaped below.
    (re.compile(r"\\(?=[\\`*_{}\[\]()#+.!<>~|\"'$%&,/:;=?@^-])"), r"\\\\"),
    (re.compile(r"([`\[\]])"), r"\\\1"),
    # Attributes, macros and templates of hosts; snippets that they would read from the disk.
    (re.compile(r"\{"), "&#123;"),
    (re.compile(r"^([ \t]*)-(-+)8<", re.MULTILINE), r"\1&#45;\g<2>8&lt;"),
    (re.compile(r"^([ \t]*)~(?=~~)", re.MULTILINE), r"\1&#126;"),
    # A heading would be one of the page, and four blanks make code, in which nothing is escaped.
    (re.compile(r"^([ \t]*)#", re.MULTILINE), r"\1\\#"),
    (re.compile(r"^(?: {4,}|[ ]*\t[ \t]*)", re.MULTILINE), "   "),
)


def without_unseen(text: str) -> tuple[str, bool]:
    """A text without signs that nobody sees, and whether there were any."""
    clean = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return clean, clean != text.replace("\r\n", "\n").replace("\r", "\n")


def harmless(text: str) -> str:
    """Words as Markdown that does nothing."""
    for pattern, written in _RULES:
        text = pattern.sub(written, text)
    return text.strip("\n")
