"""portfolio status"""

from __future__ import annotations

import shlex
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from portfolio_gen.cli import main
from portfolio_gen.figures.next_step import STEPS
from tests.builders import COMPETENCY, Files, write_project
from tests.cli.runs import document, run
from tests.figures import generated, sources

HOME = {
    "people/ada/index.md": "# Ada\n",
    "people/ada/journal/2026-11-19-now.md": "---\nmodel: what\n---\n\n# Now\n\nI did.\n",
}


def status(folder: Path, *arguments: str) -> str:
    """What it says, at a width that nothing is wrapped at."""
    result = CliRunner().invoke(main, ["status", "-C", str(folder), *arguments], env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    return result.stdout


def told(folder: Path, *arguments: str) -> Any:
    """The same as JSON."""
    return document(run("status", "-C", folder, "--format", "json", *arguments))


def made(folder: Path, files: Files) -> Path:
    return write_project(folder, {**HOME, **files})


@pytest.mark.parametrize("seed", [300, 304])
def test_figures_are_those_that_one_counts_in_the_sources(seed: int, tmp_path: Path) -> None:
    files = {one.uri: generated.written(one) for one in generated.portfolio(seed)}
    write_project(tmp_path, files)
    seen, today = sources.visible(files, "me", "", generated.TODAY), generated.TODAY
    for person in sources.people(seen)[:3]:
        found = told(tmp_path, "--person", person)
        goals = {
            name: figures
            for name, figures in sources.goals(seen, today).items()
            if seen[name].person == person and seen[name].meta["status"] == "active"
        }
        assert {sources.last(one["goal"]) for one in found["goals"]} == set(goals)
        for one in found["goals"]:
            figures = goals[sources.last(one["goal"])]
            moved = figures["moved"].isoformat() if figures["moved"] else None
            assert (one["days_left"], one["last_moved"]) == (figures["left"], moved)
            assert (one["is_overdue"], one["is_without_movement"]) == (figures["overdue"], figures["still"])
        assert {(sources.last(one["entry"]), one["since"], one["days"]) for one in found["looks"]} == {
            (name, day.isoformat(), days) for name, day, days in sources.due(person, seen, today)
        }
        assert {
            (sources.last(one["checkin"]), one["index"], one["is_overdue"], one["is_own"]) for one in found["promises"]
        } == set(sources.promises(person, seen, today))
        weeks = sources.weeks(person, seen, today)
        mondays = [today - timedelta(today.weekday()) - timedelta(weeks=ago) for ago in reversed(range(12))]
        assert found["weeks"] == [{"monday": day.isoformat(), "is_written": day in weeks} for day in mondays]
        profile = sources.profile(person, seen, today)
        thin = {name for name, row in profile.items() if row["thin"] and "replaced_by" not in seen[name].meta}
        assert {sources.last(one["competency"]) for one in found["thin"]} == thin
        for one in found["thin"]:
            row = profile[sources.last(one["competency"])]
            assert (one["evidence"], one["target"]) == (row["evidence"], row["target"])
        aimed = [one["is_aimed_at"] for one in found["thin"]]
        assert aimed == sorted(aimed, reverse=True)
        assert (found["inbox"], found["errors"], found["today"]) == (0, 0, today.isoformat())


BUSY = {
    "competencies/testing.md": COMPETENCY,
    "people/ben/index.md": "---\nthird_party: true\n---\n\n# Ben\n",
    "people/ada/goals/late.md": "---\ndue: 2026-11-19\nprogress: 40\ncompetencies: [testing]\n---\n\n# Late goal\n",
    "people/ada/goals/open.md": "---\ndue: 2026-11-21\n---\n\n# Open goal\n",
    "people/ada/journal/2026-10-21-look.md": "---\nnext_action: Ask first.\ngoals: [open]\n---\n\n# A hard week\n",
    "people/ada/journal/2026-08-05-again.md": "---\nrevisit: 2026-11-19\n---\n\n# Read me again\n",
    "people/ada/checkins/2026-10-05-talk.md": """
        ---
        with: [ben]
        agreed:
          - {what: Done already., done: true}
          - {what: Send the outline, who: ada, by: 2026-11-18}
          - {what: Read it, who: ben}
        ---

        # Talk
        """,
    "people/ada/goals/broken.md": "---\nstatus: doing\n---\n\n# Broken\n",
}


def test_the_screen_says_all_in_words(tmp_path: Path) -> None:
    made(tmp_path, BUSY)
    (tmp_path / "inbox.md").write_text("one\ntwo\n")
    said = status(tmp_path, "--person", "ada").replace(f" -C {tmp_path}", " -C PLACE")
    assert said.startswith("""\
Ada, 20 November 2026

Goals
  Late goal
    overdue by 1 day, 40 % done, standing still: no entry yet
  Open goal
    1 day left, last entry 30 days ago

Second look
  Read me again
    since 19 November 2026: you wanted to read it again
  A hard week
    since 20 November 2026. A month on: has it changed anything?
    The step: Ask first.
  All of them, one key each: portfolio review

Promises
  You: Send the outline
    by 18 November 2026, overdue by 2 days
    agreed in 'Talk'
    done? portfolio set talk agreed.2.done=true -C PLACE
  Ben: Read it
    agreed in 'Talk'
    done? portfolio set talk agreed.3.done=true -C PLACE

Little evidence
  Testing
    no entry of evidence yet; a goal of yours aims at it

Waiting
  2 lines in the inbox: portfolio sort
  1 problem: portfolio check

""")


def test_each_suggested_command_takes_the_step(tmp_path: Path) -> None:
    made(tmp_path, {**BUSY, "people/ada/goals/broken.md": "# Not broken\n"})
    (tmp_path / "inbox.md").write_text("one\n")
    steps = []
    for _ in range(8):
        found = told(tmp_path)["next"]
        name, *words = found["command"]
        assert name == "portfolio"
        steps.append(found["step"])
        asks = {"new": ["--no-edit"]}.get(words[0], [])
        result = CliRunner().invoke(main, [*words, *asks], input="p\n" if words[0] == "look" else "r\n")
        assert result.exit_code == 0, (words, result.output)
        assert told(tmp_path)["next"] != found
        if words[0] == "new":
            break
    assert steps == ["keep_promise", "look_again", "look_again", "decide_goal", "sort", "move_goal"]


def test_nothing_presses_if_all_is_well(tmp_path: Path) -> None:
    made(tmp_path, {})
    text = status(tmp_path)
    assert text.splitlines()[-1].strip() == "Nothing presses. Enjoy it."
    assert told(tmp_path)["next"] == {"step": "rest", "entry": None, "index": None, "uri": None, "command": []}


def test_who_has_no_entry_is_told_how_to_begin(tmp_path: Path) -> None:
    write_project(tmp_path, {"index.md": "# Home\n"})
    text = status(tmp_path)
    assert "Weeks" not in text
    assert text.splitlines()[-1].strip() == f"portfolio new reflection -C {shlex.quote(str(tmp_path))}"


def test_a_portfolio_without_persons_is_its_writers(tmp_path: Path) -> None:
    write_project(tmp_path, {"goals/a.md": "# A goal\n", "journal/2026-11-19-x.md": "See [[a]].\n"})
    assert [one["goal"] for one in told(tmp_path)["goals"]] == ["goals/a"]


def test_several_persons_have_to_be_told_apart(tmp_path: Path) -> None:
    write_project(tmp_path, {"people/a/index.md": "# A\n", "people/b/index.md": "# B\n"})
    assert run("status", "-C", tmp_path).exit_code == 2
    assert run("status", "-C", tmp_path, "--person", "b").stdout.startswith("B, ")


@pytest.mark.parametrize(
    ("weeks", "is_mentioned"),
    [((46,), False), ((45,), False), ((44,), True), ((40, 43), True), ((47, 44), False), ((), False)],
)
def test_only_two_weeks_missed_in_a_row_are_mentioned(
    tmp_path: Path, weeks: tuple[int, ...], is_mentioned: bool
) -> None:
    files = {f"people/ada/journal/2026-W{week}-x.md": "Some text.\n" for week in weeks}
    write_project(tmp_path, {"people/ada/index.md": "# Ada\n", **files})
    assert ("Two weeks without" in status(tmp_path)) == is_mentioned


def test_weeks_are_told_without_colour(tmp_path: Path) -> None:
    made(tmp_path, {})
    assert "  \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u25a0\n" in status(tmp_path)
    assert "\x1b" not in status(tmp_path)


def test_it_is_readable_on_forty_columns(tmp_path: Path) -> None:
    made(tmp_path, BUSY)
    result = CliRunner().invoke(main, ["status", "-C", str(tmp_path), "--person", "ada"], env={"COLUMNS": "40"})
    *lines, command = result.stdout.splitlines()
    assert max(map(len, lines)) <= 40
    assert all(line == line.rstrip() for line in lines)
    assert command.startswith("  portfolio ")
    assert "    standing still: no entry yet" in result.stdout or "standing" in result.stdout


def test_signs_that_act_on_a_terminal_are_not_passed_on(tmp_path: Path) -> None:
    made(tmp_path, {"people/ada/goals/x.md": '---\ntitle: "a\\x1b[31mb"\n---\n'})
    assert "a\\x1b[31mb" in status(tmp_path)


def test_one_hint_at_most_is_shown_for_the_newest_entry(tmp_path: Path) -> None:
    made(tmp_path, {"people/ada/journal/2026-11-20-empty.md": "# Empty\n"})
    text = status(tmp_path)
    assert text.count("A hint") == 1
    assert "A hint\n  Empty\n" in text


def test_nothing_of_it_is_written_anywhere(tmp_path: Path) -> None:
    made(tmp_path, BUSY)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    status(tmp_path, "--person", "ada")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_every_field_of_the_document_is_explained(tmp_path: Path) -> None:
    made(tmp_path, BUSY)
    manual = (Path(__file__).parents[3] / "docs/status.md").read_text("utf-8")

    def names(value: Any) -> set[str]:
        if isinstance(value, list):
            return {name for one in value for name in names(one)}
        return {*value, *(name for one in value.values() for name in names(one))} if isinstance(value, dict) else set()

    found = names(told(tmp_path, "--person", "ada"))
    assert len(found) > 25
    assert {name for name in found if f"`{name}`" not in manual} == set()
    assert {step for step in STEPS if f"`{step}`" not in manual} == set()
