"""portfolio move"""

from __future__ import annotations

from pathlib import Path

from tests.builders import write_project
from tests.cli.runs import run

FILES = {
    "people/ada/index.md": "# Ada\n",
    "people/ada/goals/speak-up.md": "# Speak up\n",
    "people/ada/journal/2026-11-24-today.md": "---\ngoals: [speak-up]\n---\n[Goal](../goals/speak-up.md)\n",
}


def files_below(project: Path) -> dict[str, str]:
    content = project / "content"
    found = (path for path in content.rglob("*") if path.is_file())
    return {path.relative_to(content).as_posix(): path.read_text(encoding="utf-8") for path in found}


def test_a_move_mends_what_names_the_entry_and_says_what_it_wrote(tmp_path: Path) -> None:
    project = write_project(tmp_path, FILES)
    result = run("move", "-C", project, "speak-up", "say-it")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "Moved content/people/ada/goals/speak-up.md to content/people/ada/goals/say-it.md",
        "Wrote content/people/ada/journal/2026-11-24-today.md",
    ]
    assert files_below(project) == {
        "people/ada/index.md": "# Ada\n",
        "people/ada/goals/say-it.md": "# Speak up\n",
        "people/ada/journal/2026-11-24-today.md": "---\ngoals: [say-it]\n---\n[Goal](../goals/say-it.md)\n",
    }


def test_a_dry_run_shows_the_difference_and_changes_nothing(tmp_path: Path) -> None:
    project = write_project(tmp_path, FILES)
    result = run("move", "-C", project, "speak-up", "say-it", "--dry-run")
    assert result.exit_code == 0
    assert "rename content/people/ada/goals/speak-up.md -> content/people/ada/goals/say-it.md\n" in result.stdout
    assert "-goals: [speak-up]\n" in result.stdout
    assert "+goals: [say-it]\n" in result.stdout
    assert "\x1b[" not in result.stdout
    assert files_below(project) == FILES
    assert not (project / ".portfolio").exists()


def test_quiet_says_only_what_follows(tmp_path: Path) -> None:
    project = write_project(tmp_path, FILES)
    result = run("move", "-C", project, "today", "people/ada/learning/today.md", "--quiet")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "Note: people/ada/learning/today.md stays a reflection: 'type: reflection' is written in it",
        "Note: people/ada/learning/today.md keeps its date: 'date: 2026-11-24' is written in it",
    ]


def test_what_can_not_be_done_fails_in_words_and_changes_nothing(tmp_path: Path) -> None:
    project = write_project(tmp_path, FILES)
    result = run("move", "-C", project, "speak-up", "people/ada/index.md")
    assert result.exit_code == 1
    assert result.stderr == "Error: there is something at 'people/ada/index.md' already\n"
    assert files_below(project) == FILES


def test_an_interrupted_command_is_finished_first_and_that_is_said(tmp_path: Path) -> None:
    project = write_project(tmp_path, FILES)
    run("move", "-C", project, "speak-up", "say-it", "-q")
    pending = project / ".portfolio/pending"
    pending.mkdir()
    (pending / "journal.json").write_text(
        f'{{"here": {(project / ".portfolio/.gitignore").stat().st_ctime_ns}, "steps": [["{project.as_posix()}/x", '
        "null, null, null]]}",
        encoding="utf-8",
    )
    result = run("move", "-C", project, "say-it", "speak")
    assert result.exit_code == 0, result.output
    assert result.stderr.startswith("An earlier command was interrupted; its change to one file is finished now.\n")
    assert not pending.exists()
