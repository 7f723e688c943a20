"""An answer that came as a mail: attached, or written into it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from portfolio_gen.receiving.answer import Answer, RefusedError
from portfolio_gen.receiving.answer_file import answer_in_file
from portfolio_gen.receiving.plain_answer import answer_in_text, holds_form

_MOST_PARTS = 50
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^>]*>", re.IGNORECASE)
_GONE = re.compile(r"<(script|style|head|title)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_HEADERS = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*(?:\r?\n[ \t][^\n]*)*\r?\n){2,}\r?\n")


@dataclass(frozen=True, slots=True)
class Mail:
    """The answers in a mail."""

    answers: tuple[Answer, ...]
    day: date | None
    """The day on which it was sent, as it says; None if it doesn't."""


def is_mail(data: bytes) -> bool:
    """Whether a file is a mail, by its headers."""
    return _HEADERS.match(data) is not None and b"\nfrom:" in b"\n" + data[:20_000].lower()


def answers_in_mail(data: bytes) -> Mail:
    """All answers in a mail: files that are attached first, else what is written into it.

    Raises:
        RefusedError: there is none, or one of them can't be read.
    """
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    parts = list(_parts(message))
    attached = [text for name, kind, text in parts if name.endswith((".md", ".markdown")) or kind == "text/markdown"]
    if attached:
        found = [answer_in_file(text) for text in attached]
    else:
        texts = [text if kind != "text/html" else _plain(text) for _, kind, text in parts]
        with_form = next((text for text in texts if holds_form(text)), None)
        if with_form is None:
            raise RefusedError("there is no answer in this mail: neither a file with one, nor a form in its text")
        found = [answer_in_text(with_form)]
    return Mail(tuple(replace(one, via="mail") for one in found), _day(message))


def _parts(message: EmailMessage) -> Iterator[tuple[str, str, str]]:
    """The name, kind and text of each part that is text; plain text before HTML."""
    found = []
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            raise RefusedError(f"this mail has more than {_MOST_PARTS} parts")
        kind, name = part.get_content_type(), (part.get_filename() or "").lower()
        if part.is_multipart() or not (kind.startswith("text/") or name.endswith(".md")):
            continue
        found.append((name, kind, _text(part)))
    yield from sorted(found, key=lambda one: one[1] == "text/html")


def _text(part: EmailMessage) -> str:
    """The text of a part, whatever it says of its encoding."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    for encoding in (part.get_content_charset() or "utf-8", "utf-8"):
        try:
            return data.decode(encoding).removeprefix("\ufeff").replace("\r\n", "\n")
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1").replace("\r\n", "\n")


def _plain(text: str) -> str:
    """HTML of a mail as the lines that its reader sees."""
    without = _TAG.sub("", _BREAK.sub("\n", _GONE.sub("", text)))
    return html.unescape(without)


def _day(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message["date"])).date() if message["date"] else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
