from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio_gen.drafting.templates import templates
from portfolio_gen.model.kinds import KINDS
from tests.builders import COMPETENCY, Files, write_project
from tests.cli.runs import run

ADA = {
    "people/ada/index.md": "# Ada\n",
    "people/ada/goals/2026-03-01-say-no.md": "# Say no earlier\n",
    "people/bob/goals/write.md": "---\nid: g-7\naliases: [daily pages]\n---\n# Write\n",
    "people/ada/goals/write.md": "# Write\n",
    "people/bob/2024/odd.md": "---\ntype: goal\nid: b-9\n---\n# Odd\n",
    "competencies/testing.md": COMPETENCY,
}


@pytest.fixture(autouse=True)
def _no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR", "PORTFOLIO_PERSON"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in which there is nothing yet; one is in its folder."""
    monkeypatch.chdir(write_project(tmp_path, {"index.md": "# Home\n"}))
    return tmp_path


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two; one is in Ada's folder."""
    write_project(tmp_path, ADA)
    monkeypatch.chdir(tmp_path / "content/people/ada")
    return tmp_path


def made(*words: str) -> tuple[str, str]:
    """The path that was printed, and what the file holds."""
    result = run("new", *words)
    assert result.exit_code == 0, result.stderr
    path = result.stdout.removesuffix("\n")
    return Path(path).as_posix(), Path(path).read_text("utf-8")


def refused(*words: str) -> str:
    result = run("new", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr.partition("Error: ")[2].strip()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_can_be_started_and_has_no_errors(alone: Path, kind: str) -> None:
    path, text = made(kind, "A", "title")
    assert "A title" in text and "a-title" in path
    assert run("check", "--strict").exit_code == 0


def test_each_template_can_be_started(alone: Path) -> None:
    for name in templates(alone)[0]:
        made("-t", name)
    assert run("check", "--strict").exit_code == 0


@pytest.mark.parametrize("word", ["reflection", "Reflections", "journal", "gibbs"])
def test_a_kind_has_several_names(alone: Path, word: str) -> None:
    assert made(word, "x")[0] == "content/journal/2026-11-20-x.md"


@pytest.mark.parametrize("word", ["checkin", "check-in", "check-ins", "checkins"])
def test_a_check_in_may_have_its_hyphen(alone: Path, word: str) -> None:
    assert made(word, "x")[0] == "content/checkins/2026-11-20-x.md"


def test_a_template_stands_for_its_kind(alone: Path) -> None:
    assert "model: gibbs" in made("-t", "gibbs", "A", "hard", "week")[1]
    assert "# A hard week" in made("gibbs", "A", "hard", "week")[1]


def test_what_is_no_kind_gets_the_nearest(alone: Path) -> None:
    assert refused("refection").startswith("'refection' is no kind of entry; did you mean 'reflection'")
    assert refused("goal", "-t", "gibbs").startswith("the template 'gibbs' is for reflections; for goals there are")
    assert refused("goal", "-t", "wop").startswith("there is no template 'wop'; did you mean 'woop'")


def test_without_a_terminal_nobody_is_asked(alone: Path) -> None:
    assert "portfolio new KIND [TITLE]" in refused()


def test_no_file_is_ever_written_over(alone: Path) -> None:
    paths = [made("goal", "Say no")[0] for _ in range(3)]
    assert paths == [f"content/goals/2026-11-20-say-no{end}.md" for end in ("", "-2", "-3")]
    (alone / "content/goals/2026-11-20-x.md").symlink_to(alone / "nowhere")
    assert made("goal", "x")[0] == "content/goals/2026-11-20-x-2.md"


@pytest.mark.parametrize("title", ["../../x", "CON", ".", "😀", "a" * 300, "日本語", "a: [b] #c", "-x", "\t"])
def test_any_title_makes_an_entry_that_is_right(alone: Path, title: str) -> None:
    made("goal", "--", title)
    made("competency", "--", title)
    made("page", "--", title)
    assert run("check", "--strict").exit_code == 0
    assert {path.name for path in alone.iterdir()} == {"content", "mkdocs.yml", ".portfolio"}


def test_an_entry_without_a_title_is_called_as_its_kind(alone: Path) -> None:
    assert made("reflection")[0] == "content/journal/2026-11-20-reflection.md"


@pytest.mark.parametrize(
    ("day", "start"),
    [("today", "2026-11-20"), ("Yesterday", "2026-11-19"), ("2026-W47", "2026-W47"), ("2026-11", "2026-11")],
)
def test_the_date_stands_in_the_name(alone: Path, day: str, start: str) -> None:
    path, text = made("reflection", "x", "--date", day)
    assert path == f"content/journal/{start}-x.md" and "\ndate:" not in text


def test_a_year_stands_in_the_entry_too_since_no_name_tells_it(alone: Path) -> None:
    path, text = made("reflection", "x", "--date", "2025")
    assert path == "content/journal/2025-x.md" and "\ndate: 2025\n" in text


def test_a_date_that_is_none_is_refused(alone: Path) -> None:
    assert refused("goal", "x", "--date", "2026-13").startswith("--date: '2026-13' is no date; write today, yesterday")


def test_the_path_is_that_from_where_one_is(team: Path) -> None:
    assert made("goal", "x")[0] == "goals/2026-11-20-x.md"
    assert made("competency", "x")[0] == "../../competencies/x.md"


def test_whose_entry_it_is_decides_the_folder(team: Path) -> None:
    assert made("goal", "x", "--person", "bob")[0] == "../bob/goals/2026-11-20-x.md"
    assert refused("competency", "x", "--person", "bob") == "--person: a competency is in nobody's folder"


def test_among_several_persons_one_has_to_be_named(team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(team)
    assert refused("goal", "x").startswith("there are several persons (ada, bob)")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("say-no", "say-no"),
        ("2026-03-01-say-no", "2026-03-01-say-no"),
        ("people/ada/goals/2026-03-01-say-no", "2026-03-01-say-no"),
        ("goals/2026-03-01-say-no.md", "2026-03-01-say-no"),
        ("write", "ada/goals/write"),
        ("bob/goals/write", "bob/goals/write"),
        ("g-7", "g-7"),
        ("daily pages", "daily pages"),
        ("b-9", "b-9"),
        ("odd", "odd"),
        ("https://example.org/goal", '"https://example.org/goal"'),
    ],
)
def test_a_goal_is_written_as_it_is_called(team: Path, name: str, written: str) -> None:
    assert f"\ngoals: [{written}]\n" in made("reflection", "x", "--goal", name)[1]
    assert run("check", "-C", team, "--audience", "me", "--strict").exit_code == 0


def test_what_files_do_not_tell_everything_tells(team: Path) -> None:
    (team / "content/people/ada/goals/write.md").write_text('---\naliases: ["\\x64iary"]\n---\n# Write\n', "utf-8")
    assert "goals: [diary]" in made("reflection", "x", "--goal", "diary")[1]


def test_a_goal_that_is_none_is_refused_with_the_nearest(team: Path) -> None:
    assert refused("reflection", "x", "--goal", "say-now").startswith(
        "there is no goal 'say-now'; did you mean 'say-no'"
    )
    assert refused("reflection", "x", "--goal", "testing") == "'testing' is a competency, not a goal"
    assert refused("reflection", "x", "--goal", " ") == "the name of the goal is empty"


def test_a_name_of_several_is_refused(team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(team)
    write_project(team, {"people/cy/index.md": "# Cy\n"})
    said = refused("reflection", "x", "--person", "cy", "--goal", "write")
    assert said == "'write' may mean 'ada/goals/write' or 'bob/goals/write'; write one of them"


@pytest.mark.parametrize(
    ("claim", "written"),
    [
        ("testing", "[testing]"),
        ("testing:2", "[{id: testing, level: 2}]"),
        ("testing:reliable", "[{id: testing, level: Reliable}]"),
        ("../../competencies/testing.md:1", "[{id: testing, level: 1}]"),
    ],
)
def test_a_competency_may_have_a_level(team: Path, claim: str, written: str) -> None:
    assert f"competencies: {written}" in made("evidence", "x", "--competency", claim)[1]


@pytest.mark.parametrize("level", ["4", "0", "great"])
def test_a_level_has_to_be_one_of_the_competency(team: Path, level: str) -> None:
    said = refused("evidence", "x", "--competency", f"testing:{level}")
    assert said == f"'testing' has no level '{level}'; use 1 (Starting), 2 (Practising), 3 (Reliable)"


def test_who_may_read_it_stands_in_the_entry(alone: Path) -> None:
    assert "audience: me\n" in made("goal", "x")[1]
    assert "audience:" not in made("competency", "x")[1]
    assert "audience: team\n" in made("goal", "x", "--audience", "Team")[1]


def test_the_defaults_of_the_project_are_written_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_project(tmp_path, {"index.md": "# Home\n"}, "defaults: {goal: mentor}"))
    assert "audience: mentor\n" in made("goal", "x")[1]


def test_who_else_may_read_it_is_said(alone: Path) -> None:
    assert run("new", "goal", "x", "--audience", "team").stderr == "Your team may read this (audience: team)\n"
    assert run("new", "goal", "x", "--audience", "team", "--quiet").stderr == ""
    assert run("new", "goal", "x").stderr == ""


def test_printing_files_nothing_and_says_what_a_folder_would_tell(team: Path) -> None:
    before = sorted(team.rglob("*"))
    result = run("new", "goal", "Say no", "--print", "--date", "2026-W47", "-C", team)
    assert result.stdout.startswith("---\ntype: goal\naudience: me\ndate: 2026-W47\n") and result.stderr == ""
    assert sorted(team.rglob("*")) == before


def test_the_editor_opens_the_file_at_its_first_empty_place(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = alone.parent / "nano"
    script.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > {alone}/said\nprintf -- "---\\nwish: [\\n---\\n" > "$2"\nexit 3\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))
    result = run("new", "goal", "x", "--edit")
    place, path = (alone / "said").read_text().splitlines()
    assert place == "+3,7" and path.endswith("content/goals/2026-11-20-x.md")
    assert "ended with 3; the entry is kept" in result.stderr
    assert "goals/2026-11-20-x.md:2:" in result.stderr and "[front-matter-syntax]" in result.stderr
    assert (result.exit_code, result.stdout) == (0, "content/goals/2026-11-20-x.md\n")


def test_without_an_editor_the_entry_waits(alone: Path) -> None:
    result = run("new", "goal", "x", "--edit")
    assert result.exit_code == 0 and "no editor is set" in result.stderr
    assert (alone / result.stdout.strip()).is_file()


def test_a_template_of_the_project_that_is_wrong_is_told(alone: Path) -> None:
    own = alone / "templates/entries/mine.md"
    own.parent.mkdir(parents=True)
    own.write_text("---\ntemplate: {kind: gaol, description: x}\n---\n", "utf-8")
    assert "templates/entries/mine.md:2:" in run("new", "goal", "x").stderr


def test_a_folder_that_cannot_be_written_is_told_in_words(alone: Path) -> None:
    (alone / "content/goals").write_text("", "utf-8")
    result = run("new", "goal", "x")
    assert (result.exit_code, result.stdout) == (1, "") and result.stderr.startswith("Error: ")


def test_at_a_terminal_it_asks_with_the_likely_answers_first(tmp_path: Path) -> None:
    files: Files = {**ADA, **{f"people/ada/evidence/2026-11-{day}-x.md": "# X\n" for day in (10, 11)}}
    write_project(tmp_path, files, "person: ada")
    ours, theirs = pty.openpty()
    os.write(ours, b"1\nBetter tests\n1\n")
    command = [sys.executable, "-c", "from portfolio_gen.cli import main; main()", "new", "--quiet"]
    done = subprocess.run(command, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, text=True, cwd=tmp_path)
    os.close(theirs)
    asked = os.read(ours, 20_000).decode()
    os.close(ours)
    path = tmp_path / done.stdout.strip()
    assert path.as_posix().endswith("people/ada/evidence/2026-11-20-better-tests.md"), asked
    assert "goals: [2026-03-01-say-no]" in path.read_text("utf-8") and "Say no earlier" in asked
