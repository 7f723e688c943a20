"""`portfolio look` writes down what became of a next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.build.status import standpoint
from portfolio_gen.cli.options import project_of, tree_of
from tests.builders import write_project
from tests.cli.runs import run

NOTE = "people/ada/journal/2026-10-01-a-hard-week.md"
BOOK = "people/ada/learning/2026-09-01-a-book.md"
FILES = {
    "people/ada/index.md": "# Ada\n",
    NOTE: "---\nnext_action: Say it sooner  # really\n---\n\n# A hard week\n",
    BOOK: "---\nrevisit: 2026-11-01\n---\n\n# A book\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, FILES)


def due(project: Path) -> list[str]:
    """What `status` says is due for a second look."""
    found = project_of(project, None)
    tree, excluded = tree_of(found)
    return [one.entry for one in standpoint(tree, found.settings, None, excluded).status.looks]


def test_a_look_is_written_down_with_its_day_and_is_over(project: Path):
    assert "people/ada/journal/2026-10-01-a-hard-week" in due(project)
    result = run("look", "a-hard-week", "partly", "I", "said:", "later", "-C", project)
    assert (result.exit_code, "due on 2026-12-30" in result.stdout) == (0, True), result.output
    assert (project / "content" / NOTE).read_text("utf-8") == (
        "---\nnext_action: Say it sooner  # really\n"
        'followups: [{date: 2026-11-20, changed: partly, note: "I said: later"}]\n---\n\n# A hard week\n'
    )
    assert "people/ada/journal/2026-10-01-a-hard-week" not in due(project)


def test_a_second_look_stands_behind_the_first(project: Path):
    run("look", "a-hard-week", "no", "-C", project)
    run("look", "a-hard-week", "yes", "-C", project)
    assert "followups: [{date: 2026-11-20, changed: no}, {date: 2026-11-20, changed: yes}]" in (
        project / "content" / NOTE
    ).read_text("utf-8")


def test_a_day_to_revisit_goes_once_it_is_looked_at_or_is_moved(project: Path):
    run("look", "a-book", "--again", "2027-01-01", "-C", project)
    assert "revisit: 2027-01-01\n" in (project / "content" / BOOK).read_text("utf-8")
    assert run("look", "a-book", "-C", project).exit_code == 2
    write_project(project, {BOOK: FILES[BOOK]})
    assert run("look", "a-book", "-C", project).exit_code == 0
    assert "revisit" not in (project / "content" / BOOK).read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [(("a-hard-week",), "yes, partly or no"), (("a-book", "yes"), "has no next_action"), (("nobody",), "no entry")],
)
def test_what_can_not_be_meant_is_said(project: Path, words: tuple[str, ...], said: str):
    result = run("look", *words, "-C", project)
    assert (result.exit_code, said in result.stderr) == (2, True), result.stderr


def test_a_dry_run_writes_nothing(project: Path):
    assert "changed: yes" in run("look", "a-hard-week", "yes", "--dry-run", "-C", project).stdout
    assert (project / "content" / NOTE).read_text("utf-8") == FILES[NOTE]
