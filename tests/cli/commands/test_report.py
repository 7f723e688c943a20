"""portfolio report"""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.builders import write_project
from tests.cli.runs import run
from tests.views.reports.test_report import FILES


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "p", FILES)


def test_a_report_is_printed_as_markdown_for_the_team(project: Path) -> None:
    result = run("report", "-C", project)
    assert result.exit_code == 0
    assert result.stdout.startswith("# Report: Ada\n\n20 November 2025 to 20 November 2026\n")
    assert "Zebra" not in result.stdout
    assert result.stderr == (
        "Note: 1 entry has no date, and so is in no report\n"
        "Report: Ada, 20 November 2025 to 20 November 2026, of what your team may read\n"
    )


def test_the_reader_of_a_site_for_one_mentor_does_not_count(tmp_path: Path) -> None:
    files = {
        **FILES,
        "people/tom/index.md": "---\naudience: team\n---\n# Tom\n",
        "people/tom/journal/2026-06-07-own.md": "---\n---\n# Okapi\n",
    }
    project = write_project(tmp_path / "p", files, "audience: team\nreader: tom")
    assert "Okapi" not in run("report", "-C", project, "--person", "tom").stdout
    asked = run("report", "-C", project, "--person", "tom", "--reader", "tom")
    assert "Okapi" in asked.stdout
    assert asked.stderr.endswith("of what your team and tom may read\n")


def test_feedback_that_may_not_be_passed_on_is_told(tmp_path: Path) -> None:
    files = {**FILES, "people/ada/feedback/2026-06-03-f.md": "---\ngiver_role: boss\nbehaviour: So.\n---\n# F\n"}
    project = write_project(tmp_path / "p", files)
    result = run("report", "-C", project, "--shape", "nmc", "--audience", "me")
    assert "Note: it holds feedback that its givers have not agreed to pass on\n" in result.stderr
    assert "- [F](people/ada/feedback/2026-06-03-f.md) (feedback, from boss, 3 June 2026)\n    - So.\n" in result.stdout
    assert "agreed" not in run("report", "-C", project, "--shape", "nmc").stderr


def test_for_oneself_everything_is_in_it(project: Path) -> None:
    assert "Zebra" in run("report", "-C", project, "--audience", "me", "-q").stdout


@pytest.mark.parametrize(
    ("name", "start"), [("r.md", b"# Appraisal"), ("r.html", b"<!doctype html>"), ("r.pdf", b"%PDF")]
)
def test_a_file_is_of_the_form_that_its_ending_says(project: Path, tmp_path: Path, name: str, start: bytes) -> None:
    result = run("report", "-C", project, "--shape", "appraisal", "-o", tmp_path / name)
    assert result.exit_code == 0, result.output
    assert (tmp_path / name).read_bytes().startswith(start)
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_a_month_or_a_year_ends_on_its_last_day(project: Path) -> None:
    text = run("report", "-C", project, "--from", "2026-04", "--to", "2026-04", "-q").stdout
    assert "1 April 2026 to 30 April 2026" in text
    assert "2025 to 31 December 2025" in run("report", "-C", project, "--from", "2025", "--to", "2025", "-q").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--from", "soon"], "--from: 'soon' is no day; write 2026-01-01, 7d, 3m or 1y"),
        (["--to", "never"], "--to: 'never' is no day"),
        (["--from", "2026-05-01", "--to", "2026-04-01"], "--from (2026-05-01) is after --to (2026-04-01)"),
        (["--shape", "apraisal"], "there is no shape 'apraisal'; use appraisal"),
        (["--person", "bo"], "nobody whom this audience sees is called 'bo'; there are people/ada"),
        (["-o", "report.doc"], "'report.doc' ends in none of .md, .html, .pdf"),
        (["--url", "x.example"], "--url: 'x.example' is no address"),
    ],
)
def test_what_can_not_be_is_told(project: Path, arguments: list[str], words: str) -> None:
    result = run("report", "-C", project, *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
