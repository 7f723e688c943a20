"""Text behind the escapes of HTML, JSON, addresses, mail and calendars."""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
from collections.abc import Iterator
from urllib.parse import unquote

from portfolio_gen.auditing.words import BREAK

_DEPTH = 3
"""How often a text may have been escaped over and over: a feed holds HTML in XML."""
_ESCAPED = re.compile(r"&(?:#|[A-Za-z])[0-9A-Za-z]*;|%[0-9A-Fa-f]{2}|\\[0-9A-Za-z/\"'\\,;]")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_BACKSLASH = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([ntrfbN/\"'\\,;]))")
_HALF = re.compile("[\ud800-\udfff]")
_FOLD = re.compile(r"\r?\n[ \t]")
_SOFT_BREAK = re.compile(r"=\r?\n|=[0-9A-F]{2}")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}(?:\r?\n[ \t]*[A-Za-z0-9+/_-]+)*={0,2}")


def readings(text: str) -> Iterator[str]:
    """A text as it is, and then those of its blocks that read otherwise once their escapes are undone."""
    yield text
    for _ in range(_DEPTH):
        changed = [undone for block in _escaped(text) if (undone := _undone(block)) != block]
        if not changed:
            return
        text = BREAK.join(changed)
        yield text


def _escaped(text: str) -> Iterator[str]:
    """The blocks of a text in which there are escapes."""
    if not ("&" in text or "%" in text or "\\" in text):
        return
    end = 0
    while (match := _ESCAPED.search(text, end)) is not None:
        start = text.rfind(BREAK, 0, match.start()) + 1
        end = text.find(BREAK, match.end())
        end = len(text) if end < 0 else end
        yield text[start:end]


def unfolded(text: str) -> Iterator[str]:
    """The parts of a text whose lines are broken as calendars, cards and mails do, put together; none if none are."""
    parts = text.split(BREAK)
    folded = [_FOLD.sub("", part) for part in parts if _FOLD.search(part)]
    quoted = [_unquoted(part) for part in parts if len(_SOFT_BREAK.findall(part)) > 1]
    if folded or quoted:
        yield BREAK.join([*folded, *quoted])


def _unquoted(text: str) -> str:
    return quopri.decodestring(text.encode("utf-8")).decode("utf-8", "replace")


def from_base64(text: str) -> Iterator[bytes]:
    """What stretches of a text hold that look like Base64."""
    for match in _BASE64.finditer(text):
        if match[0].islower() or match[0].isupper():
            continue  # The path of a page, most likely.
        lines = match[0].split()
        # The line before may be a boundary, and the one behind it a word.
        for written in (lines, lines[1:], lines[:-1]) if len(lines) > 1 else (lines,):
            yield from _decoded("".join(written))


def _decoded(written: str) -> Iterator[bytes]:
    signs = written.rstrip("=").replace("-", "+").replace("_", "/")
    signs = signs[: len(signs) - (len(signs) % 4 == 1)]
    try:
        yield base64.b64decode(signs + "=" * (-len(signs) % 4), validate=True)
    except binascii.Error:
        return


def _undone(text: str) -> str:
    if "&" in text:
        text = html.unescape(text)
    if "%" in text and _PERCENT.search(text):
        undone = unquote(text)
        # Addresses of old programs are in Latin-1.
        text = undone if undone.count("\ufffd") == text.count("\ufffd") else unquote(text, "latin-1")
    return _joined(_BACKSLASH.sub(_sign, text)) if "\\" in text else text


def _joined(text: str) -> str:
    """A text with the halves of rare signs put together, which scripts write one by one."""
    if not _HALF.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


_LETTERS = {"n": "\n", "N": "\n", "t": "\t", "r": "\r", "f": "\f", "b": "\b"}


def _sign(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code is None:
        return _LETTERS.get(match[4], match[4])
    number = int(code, 16)
    return chr(number) if number < 0x110000 else match[0]
