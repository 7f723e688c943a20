"""`portfolio review` goes through what is due for a second look."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portfolio_gen.cli import main
from tests.builders import write_project
from tests.cli.runs import run

OLD = "people/ada/journal/2026-08-01-old.md"
NEW = "people/ada/journal/2026-11-10-new.md"
BOOK = "people/ada/learning/2026-09-01-book.md"
FILES = {
    "people/ada/index.md": "# Ada\n",
    OLD: "---\nnext_action: Say it *sooner*\n---\n\n# A hard week\n\nIt was late.\n",
    NEW: "---\nnext_action: Ask first\n---\n\n# A short one\n",
    BOOK: "---\nrevisit: 2026-11-15\n---\n\n# A book\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, FILES)


def review(project: Path, keys: str) -> Result:
    result = CliRunner().invoke(main, ["review", "-C", str(project)], input=keys)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def text(project: Path, uri: str) -> str:
    return (project / "content" / uri).read_text("utf-8")


def test_each_answer_is_written_into_its_entry_as_a_follow_up_of_today(project: Path) -> None:
    result = review(project, "p\nOnce, to Bo\ny\ny\n\n")
    assert result.exit_code == 0
    assert "1 of 3: A hard week, 1 August 2026" in result.stderr
    assert "Next step: Say it sooner" in result.stderr
    assert 'followups: [{date: 2026-11-20, changed: partly, note: "Once, to Bo"}]\n' in text(project, OLD)
    assert "revisit" not in text(project, BOOK)
    assert "changed: yes" in text(project, NEW)
    assert result.stdout == "Looked at 3.\nThe next look is due on 2026-12-10.\n"


def test_what_comes_first_has_waited_longest(project: Path) -> None:
    result = review(project, "s\ns\ns\n")
    titles = [line.split(": ")[1].split(",")[0] for line in result.stderr.splitlines() if " of 3: " in line]
    assert titles == ["A hard week", "A book", "A short one"]
    assert text(project, OLD) == FILES[OLD]
    assert "Looked at 0, 3 can wait." in result.stdout


def test_stopping_loses_nothing_that_was_answered(project: Path) -> None:
    for keys in ("n\n\nq\n", "n\n\n"):
        write_project(project, FILES)
        assert review(project, keys).exit_code == 0
        assert "changed: no" in text(project, OLD)
        assert text(project, NEW) == FILES[NEW]


def test_an_entry_may_be_looked_at_again_another_day(project: Path) -> None:
    review(project, "s\na\nlast week\n30d\ns\n")
    assert "revisit: 2026-12-20\n" in text(project, BOOK)


def test_without_anybody_to_answer_it_says_what_is_due_and_how_to_answer(project: Path) -> None:
    for result in (review(project, ""), run("review", "--list", "-C", project)):
        assert result.exit_code == 0
        assert result.stdout.startswith("2026-10-30  A hard week\n            portfolio look old yes|partly|no\n")
        assert "portfolio look book\n" in result.stdout
        assert text(project, OLD) == FILES[OLD]


def test_with_nothing_due_it_says_when_the_next_look_is(tmp_path: Path) -> None:
    fresh = {
        "people/ada/index.md": "# Ada\n",
        "people/ada/journal/2026-11-19-a.md": "---\nnext_action: Ask\n---\n# A\n",
    }
    result = run("review", "-C", write_project(tmp_path, fresh))
    assert result.stdout == "Nothing is due for a second look.\nThe next look is due on 2026-11-26.\n"


BOTH = "---\nnext_action: Ask first\nrevisit: 2026-11-15\n---\n\n# Both\n"


@pytest.mark.parametrize(("again", "left"), [("", ""), ("30d", "revisit: 2026-12-20\n")])
def test_after_an_answer_it_asks_whether_to_read_it_again(tmp_path: Path, again: str, left: str) -> None:
    project = write_project(tmp_path, {"people/ada/index.md": "# Ada\n", NEW: BOTH})
    result = review(project, f"y\nIt did.\n{again}\n")
    assert "Read it again?" in result.stderr
    assert "followups: [{date: 2026-11-20, changed: yes, note: It did.}]\n" in text(project, NEW)
    assert ("revisit" in text(project, NEW), left in text(project, NEW)) == (bool(left), True)


def test_a_follow_up_that_came_in_the_meantime_is_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = project / "editor.py"
    editor.write_text(
        "import pathlib, sys\nfile = pathlib.Path(sys.argv[1])\n"
        "file.write_text(file.read_text('utf-8').replace('---\\n\\n', "
        "'followups: [{date: 2026-08-09, changed: no}]\\n---\\n\\n'), 'utf-8')\n"
    )
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{editor}"')
    review(project, "o\ny\n\nq\n")
    assert "followups: [{date: 2026-08-09, changed: no}, {date: 2026-11-20, changed: yes}]\n" in text(project, OLD)


def test_what_cannot_be_written_is_told_and_the_next_is_asked_about(project: Path) -> None:
    odd = "---\nrevisit: &day 2026-11-15\ndate: *day\n---\n\n# A book\n"
    write_project(project, {BOOK: odd})
    result = review(project, "s\ny\nn\n\n")
    assert (result.exit_code, "Error: " in result.stderr) == (1, True), result.output
    assert text(project, BOOK) == odd
    assert "changed: no" in text(project, NEW)
    assert "Looked at 1, 2 can wait." in result.stdout


def test_somebody_elses_entries_are_not_asked_about(project: Path) -> None:
    bos = "people/bo/journal/2026-11-01-b.md"
    write_project(project, {bos: "---\nnext_action: Ask\n---\n# Bos\n", "people/bo/index.md": "# Bo\n"})
    result = run("review", "--list", "--person", "bo", "-C", project)
    assert result.stdout.splitlines() == [
        "2026-11-08  Bos",
        "            portfolio look b yes|partly|no",
        "The next look is due on 2026-12-01.",
    ]
