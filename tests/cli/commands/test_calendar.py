"""portfolio calendar"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import write_project
from tests.cli.runs import run
from tests.exports.calendar.reading import events

FILES = {
    "people/ada/index.md": "# Ada\n",
    "people/ada/goals/read.md": "---\ntitle: Read Kudu\ndue: 2026-12-01\n---\n",
    "people/bea/index.md": "# Bea\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, FILES)


def test_it_writes_two_calendars_and_says_where(project: Path):
    result = run("calendar", "--person", "ada", "-C", project)
    assert result.exit_code == 0
    folder = project / "calendar"
    assert result.stdout.splitlines() == [
        f"{folder / 'subscribe.ics'}: 1 day, to subscribe to",
        f"{folder / 'reminders.ics'}: your time to write, to import once",
    ]
    assert sorted(path.name for path in folder.iterdir()) == ["reminders.ics", "subscribe.ics"]
    assert [str(one["SUMMARY"]) for one in events((folder / "subscribe.ics").read_bytes())] == ["Something is due"]


def test_it_names_what_is_due_if_told_to_and_writes_over_the_former_ones(project: Path):
    assert run("calendar", "--person", "ada", "-C", project, "-o", "a/b").exit_code == 0
    result = run("calendar", "--person", "ada", "-C", project, "-o", "a/b", "--detailed", "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    found = events((project / "a/b/subscribe.ics").read_bytes())
    assert [str(one["SUMMARY"]) for one in found] == ["Due: Read Kudu"]


def test_it_asks_whose_if_there_are_several_persons(project: Path):
    result = run("calendar", "-C", project)
    assert result.exit_code == 2
    assert "say whose" in result.stderr
    assert not (project / "calendar").exists()


def test_a_folder_that_cannot_be_made_is_told_in_words(project: Path):
    (project / "taken").write_text("", encoding="utf-8")
    assert run("calendar", "--person", "ada", "-C", project, "-o", "taken").exit_code == 2
    result = run("calendar", "--person", "ada", "-C", project, "-o", "taken/inside")
    assert result.exit_code == 1 and "taken" in result.stderr


def test_what_is_wrong_is_said_and_left_out(project: Path):
    (project / "content/people/ada/goals/bad.md").write_text("---\ndue: soon\n---\n", encoding="utf-8")
    result = run("calendar", "--person", "ada", "-C", project)
    assert result.exit_code == 0
    assert "people/ada/goals/bad.md:2" in result.stderr
