from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.shell_completion import ZshComplete

from portfolio_gen.cli import main
from tests.builders import COMPETENCY, write_project
from tests.cli.runs import run

FILES = {
    "people/ada/index.md": "# Ada\n",
    "people/ada/goals/2026-11-24-say-no.md": "# Say no\n",
    "people/ada/goals/write.md": "# Write\n",
    "people/bob/goals/write.md": "# Write\n",
    "competencies/testing.md": COMPETENCY,
}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(write_project(tmp_path, FILES))
    yield tmp_path


def completed(*words: str) -> dict[str, str | None]:
    """What a shell would offer for the last of the words, with what it would say about each."""
    *before, incomplete = words
    items = ZshComplete(main, {}, "portfolio", "_PORTFOLIO_COMPLETE").get_completions(list(before), incomplete)
    return {str(item.value): item.help for item in items}


def test_commands_come_with_their_help() -> None:
    assert completed("ne") == {"new": "Start an entry where it belongs, in your editor."}
    assert "--version" in completed("--")


def test_listing_commands_imports_none_of_them() -> None:
    code = (
        "import sys; from click.shell_completion import ZshComplete; from portfolio_gen.cli import main;"
        "ZshComplete(main, {}, 'portfolio', 'X').get_completions([], '');"
        "print([name for name in sys.modules if name.startswith('portfolio_gen.cli.commands.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_kinds_and_templates_come_with_what_they_are_for() -> None:
    found = completed("new", "g")
    assert {"goal", "gibbs", "grow"} <= found.keys() and found["goal"] and found["gibbs"]


def test_a_kind_has_its_own_templates_only() -> None:
    found = completed("new", "goal", "-t", "")
    assert "woop" in found and "gibbs" not in found


def test_goals_and_competencies_come_as_short_as_they_can_be_named() -> None:
    assert completed("new", "reflection", "--goal", "") == {
        "say-no": "Say no",
        "ada/goals/write": "Write",
        "bob/goals/write": "Write",
    }
    assert list(completed("new", "reflection", "--goal", "2")) == ["2026-11-24-say-no"]
    assert list(completed("new", "reflection", "--competency", "te")) == ["testing"]


def test_persons_audiences_and_days_are_known() -> None:
    assert list(completed("new", "--person", "a")) == ["ada"]
    assert list(completed("new", "--audience", "m")) == ["me", "mentor"]
    assert list(completed("new", "--date", "y")) == ["yesterday"]


@pytest.mark.parametrize("command", ["set", "tag", "move"])
def test_entries_are_known_to_commands_that_change_them(command: str) -> None:
    assert "say-no" in completed(command, "sa")


def test_goals_are_known_to_the_command_for_them() -> None:
    assert "say-no" in completed("goal", "done", "sa")


def test_a_broken_configuration_gives_silence(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "mkdocs.yml").write_text("plugins: [portfolio: {audience: nobody}]\n", "utf-8")
    assert completed("new", "--goal", "") == {}
    assert capsys.readouterr() == ("", "")


def test_the_project_that_the_command_line_names_is_asked(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert list(completed("new", "-C", str(project), "--competency", "")) == ["testing"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_silent_if_the_command_fails(shell: str) -> None:
    script = run("completion", shell).stdout
    assert "2>/dev/null" in script and f"_PORTFOLIO_COMPLETE={shell}_complete" in script


def test_bash_completes(project: Path) -> None:
    script = f"{run('completion', 'bash').stdout}\nCOMP_WORDS=(portfolio new --competency te)\nCOMP_CWORD=3\n"
    script += '_portfolio_completion portfolio\nprintf "%s\\n" "${COMPREPLY[@]}"\n'
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, cwd=project, env={**os.environ, "PATH": path}
    )
    assert (done.stdout, done.stderr) == ("testing\n", "")
