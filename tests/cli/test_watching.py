"""What is done again when the sources change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from portfolio_gen.cli.options import project_of
from portfolio_gen.cli.watching import changes_in, checked_again, news, watched_places
from portfolio_gen.problems import Problem
from tests.builders import write_project


def problem(line: int, message: str = "broken", uri: str = "a.md") -> Problem:
    return Problem(uri, line, 1, "broken-link", message)


def test_each_change_is_followed_by_a_check_and_a_word_about_what_is_new():
    results = iter([[problem(1)], [problem(2), problem(3, "else")], []])
    told: list[tuple[int, str]] = []
    last = checked_again(lambda: next(results), [1, 2], lambda found, said: told.append((len(found), said)))
    assert told == [(1, ""), (2, "1 new"), (0, "2 mended")]
    assert last == []


def test_whoever_presses_ctrl_c_gets_what_was_found_last():
    def changes() -> Iterator[object]:
        yield 1
        raise KeyboardInterrupt

    found: list[Sequence[Problem]] = [[], [problem(1)]]
    assert checked_again(lambda: found.pop(0), changes(), lambda *_: None) == [problem(1)]


def test_a_problem_that_moves_to_another_line_is_not_new():
    assert news([problem(1)], [problem(9)]) == "nothing new"
    assert news([problem(1), problem(2)], [problem(1)]) == "1 mended"
    assert news([], [problem(1), problem(1, uri="b.md")]) == "2 new"


def test_content_configuration_and_lists_are_watched(tmp_path: Path):
    project = project_of(write_project(tmp_path, {"a.md": "# A\n"}), None)
    assert watched_places(project) == ((tmp_path.resolve(), False), ((tmp_path / "content").resolve(), True))


@pytest.mark.parametrize("name", ["content/people/ada/journal/a.md", "content/new/b.md", "mkdocs.yml", "names.txt"])
def test_a_change_is_noticed_once_however_it_is_written(tmp_path: Path, name: str):
    write_project(tmp_path, {"people/ada/journal/a.md": "# A\n"})
    changes = changes_in(watched_places(project_of(tmp_path, None)))
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text("# A\n", encoding="utf-8")
    beside.replace(path)
    assert next(changes) is None
