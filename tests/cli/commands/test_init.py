"""portfolio init"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio_gen.model.kinds import KINDS
from tests.cli.runs import run
from tests.plugin.sites import html_of, run_mkdocs

GOAL = "goals/2026-11-24-write-one-entry-a-week"


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Midnight of 24 November 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")


def files_in(folder: Path) -> dict[str, bytes]:
    """All files but our own."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".portfolio" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("extra", [(), ("--team", "--person", "Maren", "--person", "Lena")], ids=["person", "team"])
def test_a_new_portfolio_builds_at_once_without_a_warning(extra: tuple[str, ...], tmp_path: Path):
    project = tmp_path / "new one"
    assert run("init", project, "--yes", *extra).exit_code == 0
    checked = run("check", "-C", project, "--strict")
    assert (checked.exit_code, checked.stdout) == (0, "No problems.\n")
    done = run_mkdocs(project, "build", "--strict")
    assert (done.returncode, "WARNING" in done.stderr) == (0, False), done.stderr
    home = html_of(project / "site", "index.html")
    assert ("Our team" if extra else "What I am learning") in home
    assert (GOAL in home) == bool(extra)
    assert "Three things to do first" not in home


def test_what_it_says_last_is_what_to_type_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    lines = run("init", "my portfolio", "--yes").stdout.splitlines()
    assert lines[0] == "Made 30 files in my portfolio. Next:"
    assert lines[2].split("  ")[1] == "cd 'my portfolio'"
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    lines = run("init", "--yes").stdout.splitlines()
    assert lines[0] == "Made 30 files in this folder. Next:"
    assert not any("cd " in line for line in lines)


def test_programs_that_the_shell_does_not_find_are_named_by_their_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    said = run("init", "new", "--yes").stdout
    shown = [line.split()[0] for line in said.splitlines() if "mkdocs" in line or "portfolio" in line]
    for program in shown:
        assert os.access(tmp_path / "new" / program, os.X_OK), program
    assert len(shown) == 2


def test_files_that_are_there_are_kept_and_named(tmp_path: Path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_bytes(b"# Mine\r\n")
    (tmp_path / ".gitignore").write_bytes(b"mine/\n")
    (tmp_path / "notes.txt").write_bytes(b"mine")
    result = run("init", tmp_path, "--yes")
    assert result.exit_code == 0
    assert (
        "Kept .gitignore, which was there already.\nKept content/index.md, which was there already.\n" in result.stdout
    )
    kept = files_in(tmp_path)
    assert kept["content/index.md"] == b"# Mine\r\n"
    assert kept[".gitignore"] == b"mine/\n"
    assert kept["notes.txt"] == b"mine"
    assert "mkdocs.yml" in kept


def test_a_dangling_link_is_kept_too(tmp_path: Path):
    (tmp_path / "requirements.txt").symlink_to(tmp_path / "nowhere")
    assert run("init", tmp_path, "--yes").exit_code == 0
    assert (tmp_path / "requirements.txt").is_symlink()
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.yaml", "properdocs.yml"])
def test_a_folder_that_is_a_project_is_refused_and_left_alone(name: str, tmp_path: Path):
    (tmp_path / name).write_text("site_name: Mine\n", encoding="utf-8")
    result = run("init", tmp_path, "--yes")
    assert result.exit_code == 2
    assert "portfolio new" in result.stderr
    assert set(files_in(tmp_path)) == {name}


def test_a_second_run_is_refused_and_changes_nothing(tmp_path: Path):
    run("init", tmp_path, "--yes")
    before = files_in(tmp_path)
    assert run("init", tmp_path, "--yes").exit_code == 2
    assert files_in(tmp_path) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("file",),
        ("--person", "Ada", "--person", "Bea"),
        ("--person", " "),
        ("--name", "a\nb"),
        ("--person", "x" * 101),
        ("--audience", "everyone"),
        ("inner",),
    ],
    ids=["a file", "persons without a team", "no name", "two lines", "too long", "no audience", "a file in the way"],
)
def test_what_can_not_be_is_refused(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").touch()
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/content").touch()
    monkeypatch.chdir(tmp_path)
    result = run("init", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert set(files_in(tmp_path)) == {"file", "inner/content"}


def test_a_dry_run_shows_all_and_makes_nothing(tmp_path: Path):
    result = run("init", tmp_path / "new", "--yes", "--dry-run")
    assert result.exit_code == 0
    assert "+++ mkdocs.yml" in result.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_can_not_be_made_is_said_in_words(tmp_path: Path):
    (tmp_path / "file").touch()
    result = run("init", tmp_path / "file/new", "--yes")
    assert result.exit_code == 1
    assert "Not a directory" in result.stderr


def test_quiet_is_quiet(tmp_path: Path):
    assert run("init", tmp_path, "-y", "-q").output == ""


def test_without_a_terminal_nothing_is_asked(tmp_path: Path):
    result = run("init", tmp_path / "new")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "# Me\n" in (tmp_path / "new/content/people/me/index.md").read_text("utf-8")


def test_the_schemas_that_the_linter_is_told_of_are_there(tmp_path: Path):
    run("init", tmp_path, "--yes")
    _, (_, options) = json.loads((tmp_path / ".remarkrc.json").read_text("utf-8"))["plugins"]
    schemas = {path.relative_to(tmp_path).as_posix() for path in (tmp_path / ".vscode/portfolio").iterdir()}
    assert schemas >= set(options["schemas"])
    assert {f".vscode/portfolio/{kind}.schema.json" for kind in KINDS} <= schemas


def answered(folder: Path, answers: str, *arguments: str) -> str:
    """What somebody sees at a terminal who types these answers."""
    import pty  # Windows has none.

    owner, terminal = pty.openpty()
    try:
        os.write(owner, answers.encode())
        code = "from portfolio_gen.cli import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", code, "init", str(folder), *arguments],
            stdin=terminal, stderr=terminal, stdout=subprocess.PIPE, timeout=60, check=False,
        )  # fmt: skip
        seen = os.read(owner, 100_000).decode()
    finally:
        os.close(owner)
        os.close(terminal)
    assert done.returncode == 0, seen
    return seen


def test_at_a_terminal_it_asks_at_most_three_questions(tmp_path: Path):
    asked = answered(tmp_path / "new", "Lantern\nMaren Okonkwo\norganisation\n", "--team")
    assert asked.count("?") == 3
    files = files_in(tmp_path / "new")
    assert f"content/people/maren-okonkwo/{GOAL}.md" in files
    assert "content/teams/lantern.md" in files
    assert b"audience: organisation" in files["mkdocs.yml"]
