"""portfolio check"""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import yaml

from tests.builders import write_project
from tests.cli.runs import document, run
from tests.conftest import CHECKOUT

CLEAN = {"competencies/testing.md": "# Testing\n"}
WARNED = {"competencies/testing.md": "---\ncolour: red\n---\n"}
WRONG = {"competencies/testing.md": "---\narea: [a]\naudience: publik\n---\n"}
NOTED = {"journal/note.md": "# Note\n"}


@pytest.mark.parametrize(
    ("files", "plain", "strict"),
    [(CLEAN, 0, 0), (NOTED, 0, 0), (WARNED, 0, 1), (WRONG, 1, 1)],
    ids=["clean", "notes", "warnings", "errors"],
)
def test_the_exit_status_says_whether_there_are_errors_or_in_strict_runs_warnings(
    tmp_path: Path, files: dict[str, str], plain: int, strict: int
):
    project = write_project(tmp_path, files)
    assert run("check", project).exit_code == plain
    assert run("check", project, "--strict").exit_code == strict


def test_problems_are_printed_for_people_with_place_severity_code_and_hint(tmp_path: Path):
    result = run("check", write_project(tmp_path, {"journal/note.md": "---\naudience: publik\n---\n"}))
    assert result.stdout.splitlines() == [
        "journal/note.md:2:11: error: audience: 'publik' is no audience [unknown-audience]",
        "    did you mean 'public'? use me, mentor, team, organisation or public",
        "1 error",
    ]


def test_a_clean_portfolio_is_said_to_have_no_problems(tmp_path: Path):
    assert run("check", write_project(tmp_path, CLEAN)).stdout == "No problems.\n"


def test_problems_are_printed_for_programs(tmp_path: Path):
    files = {
        "goals/read.md": "---\nprogres: 5\ncompetencies: [nowhere]\naudience: public\n---\n",
        "journal/note.md": "---\naudience: public\n---\n[[secret]]\n",
        "journal/secret.md": "---\naudience: me\n---\n",
    }
    result = run("check", write_project(tmp_path, files), "--format", "json")
    assert result.exit_code == 1
    assert document(result) == {
        "version": 1,
        "problems": [
            {
                "uri": "goals/read.md", "line": 2, "column": 1, "code": "unknown-field", "severity": "warning",
                "message": "a goal has no field 'progres'", "hint": "did you mean 'progress'?",
            },
            {
                "uri": "goals/read.md", "line": 3, "column": 16, "code": "unresolved-field", "severity": "error",
                "message": "competencies: there is no competency 'nowhere'", "hint": "",
            },
            {
                "uri": "journal/note.md", "line": 4, "column": 1, "code": "not-shared", "severity": "note",
                "message": "the link to 'secret' is not open to this audience",
                "hint": "the site says 'not shared' in its place",
            },
        ],
    }  # fmt: skip


def test_problems_are_annotations_of_a_github_workflow_with_paths_from_where_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    files = {"journal/a, b.md": "---\naudience: public\n---\n\n[100%](gone.md)\n", "journal/c.md": "Private.\n"}
    write_project(tmp_path / "team", files)
    monkeypatch.chdir(tmp_path)
    annotations = run("check", "team", "--format", "github").stdout.splitlines()
    assert annotations[0] == (
        "::warning file=team/content/journal/a%2C b.md,line=5,col=1,title=broken-link::'gone.md' leads nowhere"
    )
    assert annotations[1].startswith("::notice file=team/content/journal/c.md,line=1,col=1,title=no-audience::")
    assert len(annotations) == 2


def test_the_audience_and_the_reader_of_a_run_win_over_the_options(tmp_path: Path):
    files = {
        "people/ada/index.md": "---\naudience: team\nmentors: [bea]\n---\n",
        "people/bea/index.md": "---\naudience: team\n---\n",
        "people/ada/journal/a.md": "---\naudience: team\n---\n[[b]]\n",
        "people/ada/journal/b.md": "---\naudience: mentor\n---\n",
    }
    project = write_project(tmp_path, files, "audience: team")
    assert "not-shared" in run("check", project).stdout
    assert "not-shared" not in run("check", project, "--audience", "me").stdout
    assert "not-shared" not in run("check", project, "--reader", "bea").stdout


@pytest.fixture
def two_mistakes(tmp_path: Path) -> Path:
    wrong = "---\naudience: publik\n---\n"
    return write_project(tmp_path, {"journal/one.md": wrong, "goals/two.md": wrong})


def uris(*arguments: str | Path) -> list[str]:
    return [problem["uri"] for problem in document(run("check", *arguments, "--format", "json"))["problems"]]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("", ["goals/two.md", "journal/one.md"]),
        ("content", ["goals/two.md", "journal/one.md"]),
        ("content/journal", ["journal/one.md"]),
        ("content/goals/two.md", ["goals/two.md"]),
    ],
    ids=["project", "content", "folder", "file"],
)
def test_a_path_is_a_project_its_content_or_a_part_of_it(two_mistakes: Path, path: str, found: list[str]):
    assert uris(two_mistakes / path) == found


def test_a_part_without_mistakes_passes_though_others_have_some(two_mistakes: Path):
    (two_mistakes / "content/journal/three.md").write_text("---\naudience: me\n---\n", encoding="utf-8")
    assert run("check", two_mistakes / "content/journal/three.md").exit_code == 0


def test_without_a_path_the_project_around_the_current_folder_is_checked(
    two_mistakes: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(two_mistakes / "content/journal")
    assert uris() == ["goals/two.md", "journal/one.md"]


def test_a_folder_without_configuration_is_checked_as_content(tmp_path: Path):
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal/2026-01-01.md").write_text("---\nmood: good\n---\n", encoding="utf-8")
    assert (
        "journal/2026-01-01.md:2:1: warning: a reflection has no field 'mood' [unknown-field]"
        in run("check", tmp_path).stdout.splitlines()
    )


def test_a_folder_that_is_no_part_of_the_project_around_it_is_not_passed_over(two_mistakes: Path):
    notes = two_mistakes / "notes"
    notes.mkdir()
    (notes / "mine.md").write_text("---\naudience: publik\n---\n", encoding="utf-8")
    result = run("check", notes)
    assert "mine.md:2:11: error" in result.stdout or result.exit_code == 2


MENDABLE = {
    "people/ada/index.md": "---\naudience: public\n---\n# Ada\n",
    "people/ada/journal/a.md": "---\naudience: me\ndate: 2026/1/5\n---\n# A\n",
    "people/ada/journal/b.md": "---\naudience: me\nnext_acton: Call\n---\n# B\n\n[[nowhere-at-all]]\n",
}


def test_sarif_names_sources_from_where_the_check_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_project(tmp_path / "team", MENDABLE)
    monkeypatch.chdir(tmp_path)
    result = run("check", "team", "--format", "sarif")
    places = [one["locations"][0]["physicalLocation"] for one in document(result)["runs"][0]["results"]]
    assert [place["artifactLocation"]["uri"] for place in places] == [
        "team/content/people/ada/journal/a.md",
        "team/content/people/ada/journal/b.md",
        "team/content/people/ada/journal/b.md",
    ]
    assert str(tmp_path) not in result.stdout


def test_codes_choose_what_is_told_and_what_fails(tmp_path: Path):
    project = write_project(tmp_path, MENDABLE)
    only = run("check", project, "--only", "broken-link,unknown-field", "--strict")
    assert (only.exit_code, only.stdout.count(" warning: ")) == (1, 2)
    assert "1 error is passed over here (invalid-value); it still stops a build." in only.stderr
    ignored = run("check", project, "--ignore", "invalid-value", "--ignore", "unknown-field")
    assert (ignored.exit_code, "[broken-link]" in ignored.stdout, "[unknown-field]" in ignored.stdout) == (
        0,
        True,
        False,
    )


def test_a_code_that_is_none_is_refused_with_one_that_is(tmp_path: Path):
    result = run("check", write_project(tmp_path, CLEAN), "--only", "broken-lnk")
    assert (result.exit_code, "broken-link" in result.stderr) == (2, True)


def test_a_quiet_check_prints_problems_alone(tmp_path: Path):
    assert run("check", write_project(tmp_path / "a", CLEAN), "--quiet").output == ""
    result = run("check", write_project(tmp_path / "b", MENDABLE), "--quiet")
    assert (result.stderr, "errors" in result.stdout) == ("", False)


def test_a_code_is_explained_without_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    result = run("check", "--explain", "front-matter-open")
    assert (result.exit_code, result.stdout.startswith("# `front-matter-open`\n")) == (0, True)


def test_what_leaves_no_doubt_is_mended_and_the_rest_is_told(tmp_path: Path):
    project = write_project(tmp_path, MENDABLE)
    assert "portfolio check --fix" in run("check", project).stderr
    result = run("check", project, "--fix", "--strict")
    assert result.exit_code == 1
    assert "a.md:3:7: mended: '2026/1/5' is written as 2026-01-05 [invalid-value]" in result.stdout
    assert result.stdout.endswith("1 warning\n")
    assert "next_action: Call" in (project / "content/people/ada/journal/b.md").read_text("utf-8")
    assert "mended" not in run("check", project, "--fix").stdout


def test_a_dry_run_of_a_fix_shows_the_difference_and_changes_nothing(tmp_path: Path):
    project = write_project(tmp_path, MENDABLE)
    result = run("check", project, "--fix", "--dry-run")
    assert "+date: 2026-01-05" in result.stdout
    for uri, text in MENDABLE.items():
        assert (project / "content" / uri).read_text("utf-8") == text


def test_a_fix_below_a_path_leaves_the_rest(tmp_path: Path):
    project = write_project(tmp_path, MENDABLE)
    run("check", project / "content/people/ada/journal/a.md", "--fix")
    assert "2026-01-05" in (project / "content/people/ada/journal/a.md").read_text("utf-8")
    assert "next_acton" in (project / "content/people/ada/journal/b.md").read_text("utf-8")


@pytest.mark.parametrize("options", [("--dry-run",), ("--watch", "--fix"), ("--watch", "--format", "json")])
def test_options_that_do_not_go_together_are_refused(tmp_path: Path, options: tuple[str, ...]):
    assert run("check", write_project(tmp_path, CLEAN), *options).exit_code == 2


def test_a_check_that_stays_tells_what_is_new_and_ends_with_the_last_status(tmp_path: Path):
    project = write_project(tmp_path, MENDABLE)
    command = [Path(sys.executable).with_name("portfolio"), "check", "--watch"]
    with subprocess.Popen(
        command, cwd=project, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as watching:
        assert watching.stderr is not None
        # Who waits for a line that never comes waits for ever.
        guard = threading.Timer(60, watching.kill)
        guard.start()
        assert "Watching" in watching.stderr.readline()
        (project / "content/people/ada/journal/a.md").write_text("---\naudience: me\n---\n# A\n", encoding="utf-8")
        assert "1 mended. Watching" in watching.stderr.readline()
        watching.send_signal(signal.SIGINT)
        assert watching.wait(timeout=30) == 0
        guard.cancel()


def test_the_pre_commit_hook_runs_a_command_that_exists():
    (hook,) = yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    name, *words = hook["entry"].split()
    assert (name, hook["pass_filenames"]) == ("portfolio", False)
    assert run(*words, "-C", CHECKOUT).exit_code == 0
    assert re.search(hook["files"], "content/people/ada/journal/a.md")
    assert not re.search(hook["files"], "content/people/ada/picture.png")


def test_only_what_is_told_is_mended(tmp_path: Path):
    project = write_project(tmp_path, {"journal/a.md": "---\naudience: me\ndate: 2026/1/5\n---\n# A\n"})
    run("check", project, "--fix", "--ignore", "invalid-value")
    assert "2026/1/5" in (project / "content/journal/a.md").read_text("utf-8")


def test_a_dry_run_ends_as_the_check_of_what_is_there(tmp_path: Path):
    project = write_project(tmp_path, {"journal/a.md": "---\naudience: me\ndate: 2026/1/5\n---\n# A\n"})
    assert run("check", project, "--fix", "--dry-run").exit_code == 1
    assert run("check", project, "--fix").exit_code == 0


def test_a_dry_run_quotes_nothing_in_a_pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    project = write_project(tmp_path, {"journal/a.md": "---\naudience: me\ndate: 2026/1/5\n---\n# Doubts\n"})
    assert "Doubts" in run("check", project, "--fix", "--dry-run").output
    monkeypatch.setenv("CI", "true")
    result = run("check", project, "--fix", "--dry-run")
    assert "journal/a.md:3:7: would be mended" in result.output
    assert "Doubts" not in result.output
    assert "2026" not in result.output
