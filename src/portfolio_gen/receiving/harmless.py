"""A giver's words as Markdown that shows just these words and does nothing: no link, no picture, no HTML, no code.

Emphasis, lists, quotations and paragraphs stay as they are written: they are harmless, and part of the words. What an
extension of a host would act on is written so that none does, whichever of them the host has: the words stand in
pages of the author, where Markdown is trusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff]"
)
"""Control characters, and those that turn the order of what is read. What joins and parts letters stays."""
_LEAD = r"^(?P<lead>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)"
"""What may stand in a line before that which makes a block of it."""
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BACKSLASH = re.compile(r"\\(?:(?P<sign>[*_])|(?=[^\w\s]|[ \t]*$))", re.MULTILINE)
"""A backslash that would escape what follows, which is then a sign of its own."""
_RULES = (
    # Emphasis begins and ends at words; within one it would swallow signs, as in "2*3*4".
    (re.compile(r"(?<=\w)\*(?=\w)"), r"\\*"),
    (re.compile(r"`"), r"\\`"),
    (re.compile(r"<(?=[A-Za-z/!?])"), "&lt;"),
    # Links, pictures, footnotes, abbreviations, boxes; not with a backslash, which would make mathematics of it.
    (re.compile(r"\["), "&#91;"),
    # Attributes, macros and templates of hosts; snippets that they would read from the disk, and blocks of pymdownx.
    (re.compile(r"\{"), "&#123;"),
    (re.compile(r"(?<=-)8<(?=-)"), "8&lt;"),
    (re.compile(r"/(?=//)"), "&#47;"),
    # Addresses, which some make links of, and pictures that come from elsewhere.
    (re.compile(r"(?<=\w)://"), "&#58;//"),
    (re.compile(r"\b(www)\.(?=\w)", re.IGNORECASE), r"\1&#46;"),
    (re.compile(r"\b(mailto):", re.IGNORECASE), r"\1&#58;"),
    (re.compile(r"@(?=\w)"), "&#64;"),
    (re.compile(r":(?!\d\d?:)(?=[\w+-]+:)"), "&#58;"),
    # A heading would be one of the page; so would a line of signs below other words, which may be a rule as well.
    (re.compile(rf"{_LEAD}#", re.MULTILINE), r"\g<lead>\\#"),
    (re.compile(r"^([ \t>]*)([-*_])(?=(?:[ \t]*\2)*[ \t]*$)", re.MULTILINE), r"\1\\\2"),
    (re.compile(rf"{_LEAD}=(?==|[ \t]*$)", re.MULTILINE), r"\g<lead>&#61;"),
    # Admonitions, details, definitions, directives, fences.
    (re.compile(rf"{_LEAD}!(?=!!)", re.MULTILINE), r"\g<lead>&#33;"),
    (re.compile(rf"{_LEAD}\?(?=\?\?)", re.MULTILINE), r"\g<lead>&#63;"),
    (re.compile(rf"{_LEAD}:(?=[:\s])", re.MULTILINE), r"\g<lead>&#58;"),
    (re.compile(rf"{_LEAD}~(?=~~)", re.MULTILINE), r"\g<lead>&#126;"),
    # Four blanks make code, in which nothing is escaped.
    (re.compile(r"^(?: {4,}|[ ]*\t[ \t]*)", re.MULTILINE), "   "),
)
_PAIRS = ((re.compile(r"~+"), "~"), (re.compile(r"\^+"), "^"), (re.compile(r"\$+"), "$"), (re.compile(r"=="), "="),
          (re.compile(r"\+\+"), "+"))  # fmt: skip
"""What means something to extensions where it stands twice, and the sign of it."""
_RULER = re.compile(r"^(?=[^\n]*\|)(?=[^\n]*-)[|:> \t-]+$", re.MULTILINE)
"""The line that makes a table of those around it."""
_NUMBERED = re.compile(r"([ \t>]*)(\d+)(?=[.)][ \t])")


def without_unseen(text: str) -> tuple[str, bool]:
    """A text without signs that nobody sees, and whether there were any."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = _UNSEEN.sub("", plain)
    return clean, clean != plain


def harmless(text: str) -> str:
    """Words as Markdown that does nothing."""
    paired = [sign for pattern, sign in _PAIRS if len(pattern.findall(text)) > 1]
    # First of all: what is written as an entity below is none of the giver's.
    text = _ENTITY.sub("&amp;", text)
    text = _BACKSLASH.sub(lambda match: rf"\\\{match['sign']}" if match["sign"] else r"\\", text)
    for pattern, written in _RULES:
        text = pattern.sub(written, text)
    for sign in paired:
        text = text.replace(sign, f"&#{ord(sign)};")
    text = _RULER.sub(lambda match: match[0].replace("|", "&#124;"), text)
    return "\n".join(_with_own_numbers(text.split("\n"))).strip("\n")


def _with_own_numbers(lines: Iterable[str]) -> Iterator[str]:
    """A list counts for itself, so a number begins a line of one only if it would be the same there."""
    last, is_behind_gap = 0, True
    for line in lines:
        match = _NUMBERED.match(line)
        last = last if match or not is_behind_gap or not line.strip() else 0
        is_behind_gap = not line.strip()
        if match and match[2] == str(last + 1):
            last += 1
        elif match:
            line, last = f"{match[0]}\\{line[match.end() :]}", 0
        yield line
