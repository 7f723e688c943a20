"""portfolio digest"""

from __future__ import annotations

import json
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests.builders import write_project
from tests.cli.runs import document, run
from tests.exports.digest.portfolios import TEAM


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", TEAM)


def digest(project: Path, *arguments: str) -> str:
    result = run("digest", "-C", project, *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_by_default_it_is_for_oneself(project: Path) -> None:
    assert "A secret doubt" in digest(project, "--person", "ada")
    assert "A secret doubt" in run("digest", "-C", project / "content/people/ada").stdout


def test_for_a_mentor_and_for_a_team(project: Path) -> None:
    assert "for Bo" in digest(project, "--for", "bo")
    assert "Test site" in digest(project, "--audience", "team")
    for arguments in (("--for", "bo"), ("--audience", "team"), ("--for", "bo", "--audience", "me")):
        assert "secret" not in digest(project, *arguments)


def test_the_days_are_those_that_are_asked_for(project: Path) -> None:
    rows = {since: document(run("digest", "-C", project, "--person", "ada", "--format", "json", "--since", since))
            for since in ("7d", "2w", "2026-11-17", "1d")}  # fmt: skip
    new = {
        since: [line["entry"].rpartition("/")[2] for section in found["sections"] for part in section["parts"]
                if part["code"] == "new" for line in part["lines"]]
        for since, found in rows.items()
    }  # fmt: skip
    assert new["7d"] == ["2026-11-17-rehearsal", "2026-11-16-note", "2026-11-13-secret"]
    assert new["2w"] == [*new["7d"], "2026-11-12-before", "2026-11-10-with-bo"]
    assert (new["2026-11-17"], new["1d"]) == (new["7d"][:1], [])


@pytest.mark.parametrize("since", ["", "yesterday", "-7d", "7", "2026-13-01", "2026-12-01"])
def test_what_is_no_day_that_was_is_a_wrong_command_line(project: Path, since: str) -> None:
    result = run("digest", "-C", project, "--audience", "team", "--since", since)
    assert result.exit_code == 2
    assert "write 2026-11-01, 7d, 2w or 3m" in result.stderr


def test_a_mail_is_for_whom_it_is_told(project: Path) -> None:
    result = run(
        "digest", "-C", project, "--for", "bo", "--format", "eml",
        "--to", "bo@example.org", "--to", "cy@example.org", "--from", "me@example.org",
    )  # fmt: skip
    mail = message_from_bytes(result.stdout_bytes, policy=default)
    assert (mail["To"], mail["From"]) == ("bo@example.org, cy@example.org", "me@example.org")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "eml", "--to", "bo@example.org\nBcc: all@example.org"),
        ("--format", "eml", "--from", "bo"),
        ("--to", "bo@example.org"),
        ("--url", "javascript:alert(1)"),
        ("--url", "https://example.org/\nx"),
        ("--person", "ada"),
        ("--for", "nobody"),
        ("--for", "ada"),
    ],
)
def test_what_can_not_be_meant_is_a_wrong_command_line(project: Path, arguments: tuple[str, ...]) -> None:
    result = run("digest", "-C", project, "--audience", "team", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")


def test_what_is_empty_prints_nothing_if_asked(project: Path) -> None:
    asked = ("--audience", "team", "--since", "1d")
    assert digest(project, *asked, "--quiet-if-empty") == ""
    assert "Nothing new since 19 November 2026." in digest(project, *asked)
    assert digest(project, "--audience", "team", "--quiet-if-empty")


def test_a_file_that_is_asked_for_is_empty_if_there_is_nothing_to_tell(project: Path) -> None:
    (project / "digest.eml").write_text("of last week")
    digest(project, "--audience", "team", "--since", "1d", "--quiet-if-empty", "-o", "digest.eml", "--format", "eml")
    assert (project / "digest.eml").read_bytes() == b""


def test_what_is_for_one_reader_is_a_file_for_its_owner(project: Path) -> None:
    for name, arguments in (("own", ("--person", "ada")), ("bo", ("--for", "bo")), ("all", ("--audience", "team"))):
        assert digest(project, *arguments, "-o", f"{name}.txt") == ""
    modes = {name: (project / f"{name}.txt").stat().st_mode & 0o077 for name in ("own", "bo", "all")}
    assert modes == {"own": 0, "bo": 0, "all": 0o044}


def test_the_site_counts_only_if_it_is_for_the_same_readers(tmp_path: Path) -> None:
    config = """
        site_name: Test site
        site_url: https://portfolio.example.org/team
        docs_dir: content
        plugins:
          - portfolio:
              today: 2026-11-20
              audience: team
        """
    project = write_project(tmp_path, TEAM, config=config)
    address = "https://portfolio.example.org/team/people/ada/journal/2026-11-17-rehearsal/"
    assert address in digest(project, "--audience", "team")
    assert "https://portfolio" not in digest(project, "--audience", "public") + digest(project, "--person", "ada")
    assert "https://portfolio" not in digest(project, "--for", "bo")
    given = digest(project, "--for", "bo", "--url", "https://mentor.example.org/x/")
    assert "https://mentor.example.org/x/people/ada/journal/2026-11-17-rehearsal/" in given


def test_what_programs_read_is_utf_8_whatever_the_console_is(project: Path) -> None:
    (project / "content/people/ada/journal/2026-11-19-x.md").write_text(
        "---\naudience: team\n---\n# Śmiało 中\n", encoding="utf-8"
    )
    for form in ("markdown", "html", "json"):
        result = run("digest", "-C", project, "--audience", "team", "--format", form)
        assert "Śmiało 中" in result.stdout_bytes.decode("utf-8")


def test_problems_are_told_beside_it(project: Path) -> None:
    (project / "content/people/ada/journal/2026-11-19-x.md").write_text("---\ngoals: [nowhere]\n---\n# X\n", "utf-8")
    result = run("digest", "-C", project, "--audience", "team", "--format", "json")
    assert result.exit_code == 0
    assert "2026-11-19-x.md" in result.stderr and "2026-11-19-x.md" not in result.stdout
    assert json.loads(result.stdout)["version"] == 1
