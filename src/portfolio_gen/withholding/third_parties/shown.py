"""What a reader sees of a Markdown text, for finding words in it, and where each sign of that stands."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

FILLER = "\u2060"
"""A sign that is not seen: what is taken out of a text becomes as many of them, so that no offset changes."""

_ANYWHERE = (
    r"(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<percent>(?:%[0-9A-Fa-f]{2})+)"
    r"|(?P<wide>[^\x00-\x7f]+)"
)
_SIGN = re.compile(_ANYWHERE)
TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~\n])"
    r"|(?P<comment><!--[^<]*?-->)"
    r"|(?P<tag></?[A-Za-z][^<>]*>)"
    r"|(?P<wiki>!?\[\[(?:[^\[\]|\n]*\|)?)"
    r"|(?P<footnote>\[\^[^\[\]\s]*\])"
    r"|(?P<close>\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]\n<>*\\]*\])?)"
    r"|(?P<open>!?\[)"
    r"|(?P<mark>[*`~]+|(?<![^\W_])_+|_+(?![^\W_])|==|\^\^|\+\+)"
    r"|(?P<attributes>\{:?[ ]*[.#][^{}\n]*\})"
    rf"|{_ANYWHERE}",
    re.DOTALL,
)
"""Everything in a Markdown text that is not shown as it is written."""

_WITH_WORDS = frozenset({"comment", "tag", "wiki", "footnote", "close", "attributes"})
"""The tokens in which words may stand that are published but no part of the line around them."""
_BLOCK = re.compile(r"</?(?:p|div|t[dhr]|li|h[1-6]|section|article|dd|dt|blockquote|summary)\b", re.IGNORECASE)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_APART = "\n\n"
_PLAIN = {
    "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "\u0131": "i", "æ": "ae",
    "Æ": "AE", "œ": "oe", "Œ": "OE", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    **dict.fromkeys("\u2018\u2019\u02bc", "'"), **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A text without its markup and accents."""

    text: str
    """What is seen, then what is published out of sight: addresses, attributes, comments, each apart."""
    _pieces: tuple[tuple[int, int, int, bool], ...]
    """Where each piece begins here, its offsets in the source, and whether it is as it was written."""
    has_joints: bool
    """Whether there are words that only markup keeps apart, so that they may be one: **J**ane, **Jane**and."""
    _source: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the source of a stretch that is not empty, signs that only change its last letter included."""
        at, first, _, is_plain = self._piece(start)
        source_start = first + start - at if is_plain else first
        at, first, last, is_plain = self._piece(end - 1)
        source_end = first + end - at if is_plain else last
        while source_end < len(self._source) and unicodedata.category(self._source[source_end]) == "Mn":
            source_end += 1
        return source_start, source_end

    def _piece(self, offset: int) -> tuple[int, int, int, bool]:
        return self._pieces[bisect_right(self._pieces, offset, key=lambda piece: piece[0]) - 1]


def shown(text: str, *, is_markdown: bool = True, is_split: bool = False) -> Shown:
    """What is seen of a text; of one that is no Markdown, all of it.

    With `is_split` a blank stands wherever markup alone keeps two words apart.
    """
    pieces: list[tuple[int, int, int, bool]] = []
    words: list[str] = []
    at = joints = 0
    is_behind_markup = False
    for piece, start, end, is_plain in _pieces(text, is_markdown):
        if not piece:
            is_behind_markup |= not is_plain
            continue
        if is_behind_markup and words and words[-1][-1].isalnum() and piece[0].isalnum():
            joints += 1
            if is_split:
                words.append(" ")
                pieces.append((at, start, start, False))
                at += 1
        is_behind_markup = False
        words.append(piece)
        pieces.append((at, start, end, is_plain))
        at += len(piece)
    return Shown("".join(words), tuple(pieces), joints > 0, text)


def plain(text: str) -> str:
    """A text as it is compared: no accents, one encoding, in small letters."""
    return "".join(_plain_sign(sign) for sign in text).lower()


Piece = tuple[str, int, int, bool]


def _pieces(text: str, is_markdown: bool) -> Iterator[Piece]:
    """The pieces of what is seen, each with its offsets and whether it is as written; markup is an empty one."""
    hidden: list[tuple[int, int]] = []
    yield from _read(text, TOKEN if is_markdown else _SIGN, 0, len(text), hidden)
    for start, end in hidden:
        yield _APART, start, end, False
        # From the second sign on, it is another token; what that hides comes later in the list.
        yield from _read(text, TOKEN, start + 1, end, hidden)


def _read(text: str, tokens: re.Pattern[str], start: int, end: int, hidden: list[tuple[int, int]]) -> Iterator[Piece]:
    """The pieces of a stretch; what else is published of it is added to `hidden`."""
    position = start
    for match in tokens.finditer(text, start, end):
        yield text[position : match.start()], position, match.start(), True
        position = match.end()
        kind = str(match.lastgroup)
        yield from _piece_of(kind, match[0], *match.span())
        if kind in _WITH_WORDS:
            hidden.append(match.span())
    yield text[position:end], position, end, True


def _piece_of(kind: str, written: str, start: int, end: int) -> Iterator[Piece]:
    """What is seen of a token."""
    match kind:
        case "escape":
            yield written[1:], start, end, False
        case "entity" | "percent":
            signs = map(_plain_sign, html.unescape(written) if kind == "entity" else unquote(written))
            yield from ((sign, start, end, False) for sign in signs if sign)
        case "tag" if _BREAK.match(written):
            yield "\n", start, end, False
        case "tag" if _BLOCK.match(written):
            yield _APART, start, end, False
        case "wide":
            yield from _wide_pieces(written, start)
        case _:
            yield "", start, end, False


def _wide_pieces(written: str, start: int) -> Iterator[Piece]:
    signs = [_plain_sign(sign) for sign in written]
    if "".join(signs) == written:
        yield written, start, start + len(written), True
    else:
        yield from ((sign, start + n, start + n + 1, False) for n, sign in enumerate(signs) if sign)


@cache
def _plain_sign(sign: str) -> str:
    """A sign without its accent; nothing for what is an accent or not seen."""
    if sign in _PLAIN:
        return _PLAIN[sign]
    parts = unicodedata.normalize("NFKD", sign)
    return "".join(_PLAIN.get(one, one) for one in parts if unicodedata.category(one) not in ("Mn", "Cf"))
