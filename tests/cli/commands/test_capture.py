"""portfolio capture"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portfolio_gen.cli import main
from portfolio_gen.drafting.inbox import HEADING, waiting_in
from tests.builders import write_project
from tests.cli.runs import run

HEAD = f"{HEADING}\n\n"


def piped(data: str | bytes, *arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=data)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, {"index.md": "# Home\n"})


def held(project: Path) -> str:
    return (project / "inbox.md").read_bytes().decode()


def test_words_without_quotes_are_one_line(project: Path) -> None:
    result = run("capture", "-C", project, "Asked", "Jonas", "-v", "before", "I promised")
    where = os.path.relpath(project / "inbox.md")
    assert result.stdout == f"Kept in {where}; 1 line waits for 'portfolio sort'.\n"
    assert held(project) == f"{HEAD}- 2026-11-20 Asked Jonas -v before I promised\n"


def test_it_works_from_any_folder_below(project: Path) -> None:
    (project / "content/people/ada").mkdir(parents=True)
    run("capture", "-C", project / "content/people/ada", "A line")
    assert held(project) == f"{HEAD}- 2026-11-20 A line\n"


def test_each_line_of_a_pipe_is_kept(project: Path) -> None:
    for arguments in ((), ("-",)):
        result = piped(b"\xef\xbb\xbfone\r\n\n  two\x0c \xff\n", "capture", "-C", project, "-q", *arguments)
        assert (result.exit_code, result.stdout) == (0, "")
    assert [line.text for line in waiting_in(held(project))] == ["one", "two\\x0c \\xff"] * 2


def test_a_file_that_another_editor_wrote_stays_as_it_is(project: Path) -> None:
    (project / "inbox.md").write_bytes(b"\xef\xbb\xbfmine\r\nlatin \xe9")
    result = run("capture", "-C", project, "third")
    assert "3 lines wait" in result.stdout
    assert (project / "inbox.md").read_bytes() == b"\xef\xbb\xbfmine\r\nlatin \xe9\r\n- 2026-11-20 third\r\n"


@pytest.mark.parametrize(
    ("written", "day"), [("yesterday", "2026-11-19"), ("TODAY", "2026-11-20"), ("2026-10-01",) * 2]
)
def test_a_day_may_be_said(project: Path, written: str, day: str) -> None:
    run("capture", "-C", project, "line", "--date", written)
    assert held(project) == f"{HEAD}- {day} line\n"


def test_without_a_portfolio_the_text_comes_back(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Not a portfolio\n")
    for arguments in ((), ("-f", "missing.yml")):
        result = piped("one\ntwo\n", "capture", "-C", tmp_path, *arguments)
        assert (result.exit_code, result.stdout) == (2, "one\ntwo\n")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.md"]


def test_what_can_not_be_kept_comes_back(project: Path) -> None:
    assert run("capture", "-C", project, "one", "--date", "soon").stdout == "one\n"
    (project / "inbox.md").write_bytes("UTF-16".encode("utf-16"))
    result = run("capture", "-C", project, "two")
    assert (result.exit_code, result.stdout) == (1, "two\n")
    assert "save it as UTF-8" in result.stderr
    assert (project / "inbox.md").read_bytes() == "UTF-16".encode("utf-16")


def test_nothing_is_no_line(project: Path) -> None:
    for result in (piped("\n \n", "capture", "-C", project), run("capture", "-C", project, " ")):
        assert result.exit_code == 2
        assert "nothing to keep" in result.stderr
    assert not (project / "inbox.md").exists()


def test_a_configuration_that_is_wrong_stops_no_thought(project: Path) -> None:
    (project / "mkdocs.yml").write_text("docs_dir: [\n")
    assert run("capture", "-C", project, "line").exit_code == 0
    assert "line" in held(project)


@pytest.mark.parametrize("layout", ["with mkdocs.yml", "content", "the folder itself", "mkdocs.yml among the pages"])
def test_no_site_and_no_check_reads_the_inbox(tmp_path: Path, layout: str) -> None:
    content = tmp_path if layout in ("the folder itself", "mkdocs.yml among the pages") else tmp_path / "content"
    (content / "goals").mkdir(parents=True)
    (content / "goals/one.md").write_text("---\naudience: public\n---\n\n# One\n")
    if "mkdocs.yml" in layout:
        folder = "." if content == tmp_path else "content"
        (tmp_path / "mkdocs.yml").write_text(f"site_name: X\ndocs_dir: {folder}\nplugins: [portfolio]\n")

    def said() -> tuple[str, list[str]]:
        run("pages", tmp_path.with_name(f"{tmp_path.name}-out"), "-C", tmp_path, "--audience", "me", "--force")
        out = tmp_path.with_name(f"{tmp_path.name}-out")
        found = sorted(path for path in out.rglob("*") if path.is_file())
        return run("check", "-C", tmp_path).stdout, [f"{path.name}\n{path.read_bytes()!r}" for path in found]

    before = said()
    result = run("capture", "-C", tmp_path, "---", "a [[nobody]] secret")
    assert result.exit_code == 0, result.stderr
    assert said() == before
    assert len(before[1]) > 3
    (inbox,) = tmp_path.rglob("inbox.md")
    assert "secret" in inbox.read_text()
