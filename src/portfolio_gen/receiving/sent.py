"""A file that somebody sent, of whatever form, as the answers in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portfolio_gen.receiving.answer import MOST_BYTES, Answer, RefusedError
from portfolio_gen.receiving.answer_file import answer_in_file
from portfolio_gen.receiving.mail import answers_in_mail, is_mail
from portfolio_gen.receiving.plain_answer import answer_in_text, holds_form


@dataclass(frozen=True, slots=True)
class Sent:
    """What a file holds."""

    answers: tuple[Answer, ...]
    day: date | None = None
    """The day on which it was sent, as it says; None if it doesn't."""


def sent_in(data: bytes) -> Sent:
    """The answers in a file: a mail, the file of a form, or a form in plain text.

    Raises:
        RefusedError: there is none in it, or it can't be read for certain.
    """
    if len(data) > MOST_BYTES:
        raise RefusedError(f"this is larger than {MOST_BYTES // 1000} kB, which no answer is")
    if is_mail(data):
        mail = answers_in_mail(data)
        return Sent(mail.answers, mail.day)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedError("this is no text in UTF-8, and no mail") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Sent((answer_in_text(text) if holds_form(text) and not text.startswith("---") else answer_in_file(text),))
