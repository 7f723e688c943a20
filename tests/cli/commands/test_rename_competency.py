"""portfolio rename-competency"""

from __future__ import annotations

from pathlib import Path

from tests.builders import write_project
from tests.cli.commands.test_move import files_below
from tests.cli.runs import run

FILES = {"competencies/testing.md": "# Testing\n", "journal/a.md": "---\ncompetencies: [testing]\n---\n"}


def test_a_competency_gets_another_name_and_title_everywhere(tmp_path: Path) -> None:
    project = write_project(tmp_path, FILES)
    result = run("rename-competency", "-C", project, "testing", "Test automation", "--title", "Test automation", "-q")
    assert (result.exit_code, result.output) == (0, "")
    assert files_below(project) == {
        "competencies/test-automation.md": "---\naliases: [testing]\n---\n\n# Test automation\n",
        "journal/a.md": "---\ncompetencies: [test-automation]\n---\n",
    }
    assert run("check", project).exit_code == 0


def test_a_dry_run_shows_the_difference_and_changes_nothing(tmp_path: Path) -> None:
    project = write_project(tmp_path, FILES)
    result = run("rename-competency", "-C", project, "testing", "checks", "--dry-run")
    assert "+aliases: [testing]\n" in result.stdout
    assert files_below(project) == FILES


def test_a_wrong_command_line_is_told_from_what_the_world_refuses(tmp_path: Path) -> None:
    project = write_project(tmp_path, FILES)
    assert run("rename-competency", "-C", project, "testing", "checks", "--title", " ").exit_code == 2
    result = run("rename-competency", "-C", project, "test", "checks")
    assert result.exit_code == 1
    assert result.stderr == "Error: there is no competency 'test'; did you mean 'testing'?\n"
