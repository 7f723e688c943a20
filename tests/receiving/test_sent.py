"""Files that somebody sent, of whatever form."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from portfolio_gen.receiving.answer import RefusedError
from portfolio_gen.receiving.sent import sent_in
from tests.receiving.answers import mail, written
from tests.receiving.test_plain_answer import ANSWERS, filled, quoted


def words(data: bytes) -> list[dict[str, str]]:
    return [dict(answer.words) for answer in sent_in(data).answers]


FORM = {name: text for name, text in ANSWERS.items() if name != "consent"}
ASKED = {"behaviour": "You asked first."}


def attached(*texts: str, kind: str = "markdown", name: str = "answer.md") -> EmailMessage:
    message = mail("See the file.")
    for text in texts:
        message.add_attachment(text, subtype=kind, filename=name)
    return message


@pytest.mark.parametrize("data", [
    written().encode(), b"\xef\xbb\xbf" + written().encode(), written().replace("\n", "\r\n").encode(),
], ids=["lf", "bom", "crlf"])  # fmt: skip
def test_the_file_of_a_form_is_an_answer(data: bytes) -> None:
    assert words(data) == [ASKED]


def test_a_form_in_a_text_file_is_an_answer() -> None:
    sent = sent_in(filled(**ANSWERS).encode())
    assert [answer.via for answer in sent.answers] == ["form"]
    assert words(filled(**ANSWERS).encode()) == [FORM]


def test_a_mail_with_the_file_is_an_answer() -> None:
    assert words(attached(written()).as_bytes()) == [ASKED]
    assert words(attached(written(), kind="plain").as_bytes()) == [ASKED]


def test_a_mail_with_several_files_is_several() -> None:
    assert words(attached(written(), written(behaviour="Again.")).as_bytes()) == [ASKED, {"behaviour": "Again."}]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_mail_with_the_form_in_its_text_is_an_answer(encoding: str) -> None:
    message = mail("x")
    message.set_content(f"Hi!\n\n{quoted(filled(**ANSWERS))}\n", cte=encoding)
    assert words(message.as_bytes()) == [FORM]


def test_a_mail_of_html_alone_is_read_as_its_reader_sees_it() -> None:
    lines = "".join(f"<div>{line.replace('&', '&amp;')}</div>" for line in filled(**ANSWERS).splitlines())
    message = mail(f"<html><head><style>p {{}}</style></head><body>{lines}</body></html>", subtype="html")
    assert [" ".join(one["situation"].split()) for one in words(message.as_bytes())] == ["On Tuesday, in the review."]


def test_a_forwarded_mail_is_looked_into() -> None:
    outer = mail("Look:")
    outer.add_attachment(attached(written()))
    assert words(outer.as_bytes()) == [ASKED]


def test_a_charset_that_nobody_knows_is_no_reason_to_stop() -> None:
    raw = mail(filled(**ANSWERS)).as_bytes().replace(b'charset="utf-8"', b'charset="x-unknown"')
    assert words(raw) == [FORM]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (mail("Thanks!").as_bytes(), "there is no answer in this mail"),
        (b"", "no answer"),
        (b"\xff\xfe\x00", "no text in UTF-8"),
        (b"x" * 1_000_001, "larger than 1000 kB"),
        (b"Thanks!", "no answer"),
        (b"---\ntype: goal\n---\n", "first field is not 'type: feedback'"),
        (b"---\ntype: [feedback]\n---\n", "first field is not"),
        (written().encode() + b"\nAnd then some.\n", "text below its fields"),
        (attached(*["x"] * 60).as_bytes(), "more than 50 parts"),
    ],
)
def test_what_is_no_answer_is_told(data: bytes, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        sent_in(data)
