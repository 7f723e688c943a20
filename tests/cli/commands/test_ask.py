"""portfolio ask"""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from portfolio_gen.receiving.sent import sent_in
from tests.builders import write_project
from tests.cli.runs import run
from tests.receiving.answers import PORTFOLIO


@pytest.fixture
def project(tmp_path: Path) -> Path:
    secret = {"people/lena/goals/secret.md": "# Okapi\n"}
    return write_project(tmp_path / "p", {**PORTFOLIO, **secret})


def mail(path: Path) -> EmailMessage:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_request_is_a_draft_with_the_pack_for_who_is_asked(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "ask.eml"
    result = run("ask", "tom", "-C", project, "--about", "speak", "--question", "Was I clear?", "-o", path)
    assert result.exit_code == 0, result.output
    message = mail(path)
    assert (message["Subject"], message["X-Unsent"], message["To"], message["Date"]) == (
        "A question about: Speak up", "1", None, None,
    )  # fmt: skip
    (pack,) = message.iter_attachments()
    assert (pack.get_content_type(), pack.get_filename()) == ("text/html", "pack.html")
    assert "Lena: since we last met" in pack.get_content()
    text = message.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert text.startswith("Hello Tom,\r\n")
    assert "Was I clear?" in text


def test_what_is_written_into_the_mail_comes_back(project: Path) -> None:
    text = run("ask", "tom", "-C", project, "--about", "speak", "--print").stdout
    answered = text.replace("[behaviour", "\nYes, to me.\n[behaviour").replace("[end", "paraphrased\n[end")
    (answer,) = sent_in(answered.encode()).answers
    assert (answer.person, answer.about) == ("people/lena", ("people/lena/goals/speak",))
    assert (dict(answer.words), answer.consent) == ({"situation": "Yes, to me."}, "paraphrased")


def test_somebody_who_is_no_person_here_gets_the_form_and_no_pack(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "ask.eml"
    assert run("ask", "my", "manager", "-C", project, "--about", "speak", "-o", path).exit_code == 0
    assert list(mail(path).iter_attachments()) == []
    assert "Hello my manager," in mail(path).get_content()


def test_a_goal_that_the_reader_may_not_see_is_asked_about_by_nobody(project: Path) -> None:
    result = run("ask", "tom", "-C", project, "--about", "secret", "--print")
    assert result.exit_code == 2
    assert "tom may see no goal 'secret': is its audience mentor or team?" in result.stderr
    assert "Okapi" not in result.output


def test_a_request_is_never_written_over_another(project: Path) -> None:
    assert run("ask", "tom", "-C", project, "--about", "speak").exit_code == 0
    again = run("ask", "tom", "-C", project, "--about", "speak")
    assert (again.exit_code, "is there already; name another file with -o" in again.stderr) == (1, True)


def test_equal_requests_are_equal_files(project: Path, tmp_path: Path) -> None:
    for name in ("a.eml", "b.eml"):
        run("ask", "tom", "-C", project, "--about", "speak", "-o", tmp_path / name)
    assert (tmp_path / "a.eml").read_bytes() == (tmp_path / "b.eml").read_bytes()
