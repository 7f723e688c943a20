"""portfolio sort"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portfolio_gen.build.changing.sorting import Desk, desk_of, drop, lines_left, make_entry, undo
from portfolio_gen.cli import main
from portfolio_gen.drafting.inbox import inbox_in
from portfolio_gen.editing.files.changes import ChangedMeanwhileError, NotWrittenError
from portfolio_gen.settings.project import project_at
from tests.builders import write_project
from tests.cli.runs import run

LONG = "I asked Jonas before I promised. It took five minutes, and it saved us a week of work that nobody wanted."
INBOX = f"""# My own heading

<!-- not a line
- nor this -->
- 2026-11-03 A hard week
* Say no earlier

- [ ] 2026-11-04 {LONG}
- [x] done long ago
Thanks: [[x]] & <b>
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path, {"index.md": "# Home\n"})
    (tmp_path / "inbox.md").write_bytes(INBOX.encode())
    return tmp_path


def sort(project: Path, keys: str, *arguments: str) -> Result:
    """A run with one key for each sign."""
    result = CliRunner().invoke(
        main, ["sort", "-C", str(project), *arguments], input="".join(f"{key}\n" for key in keys)
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def made(project: Path) -> dict[str, str]:
    content = project / "content"
    found = {path.relative_to(content).as_posix(): path.read_bytes().decode() for path in content.rglob("*.md")}
    return {uri: text for uri, text in found.items() if uri != "index.md"}


def inbox(project: Path) -> str:
    return (project / "inbox.md").read_bytes().decode()


def desk(project: Path) -> Desk:
    found = project_at(project / "mkdocs.yml", {})
    return desk_of(found, inbox_in(found.root, found.content, has_config=True), None)


def test_each_key_makes_an_entry_of_its_kind_and_day(project: Path) -> None:
    result = sort(project, "rgle")
    assert set(made(project)) == {
        "journal/2026-11-03-a-hard-week.md",
        "goals/2026-11-20-say-no-earlier.md",
        "learning/2026-11-04-i-asked-jonas-before-i-promised.md",
        "evidence/2026-11-20-thanks-x-and-b.md",
    }
    assert [Path(line).name for line in result.stdout.splitlines()] == [
        "2026-11-03-a-hard-week.md", "2026-11-20-say-no-earlier.md",
        "2026-11-04-i-asked-jonas-before-i-promised.md", "2026-11-20-thanks-x-and-b.md",
    ]  # fmt: skip
    assert "model: quick" in made(project)["journal/2026-11-03-a-hard-week.md"]
    assert run("check", "-C", project).exit_code == 0


def test_a_long_line_is_kept_whole_below_a_short_title(project: Path) -> None:
    sort(project, "ssr")
    (text,) = made(project).values()
    assert "# I asked Jonas before I promised.\n" in text
    assert f"\n{LONG}\n" in text


@pytest.mark.parametrize(
    ("key", "folder"), [("f", "feedback"), ("c", "checkins"), ("h", "challenges"), ("R", "journal")]
)
def test_every_kind_has_a_key(project: Path, key: str, folder: str) -> None:
    sort(project, key)
    assert [uri.split("/")[0] for uri in made(project)] == [folder]
    assert run("check", "-C", project).exit_code == 0


def test_the_rest_of_the_inbox_stays_byte_for_byte(project: Path) -> None:
    (project / "inbox.md").write_bytes(b"\xef\xbb\xbf" + INBOX.replace("\n", "\r\n").encode() + b"\xff latin")
    before = (project / "inbox.md").read_bytes()
    sort(project, "sr")
    assert (project / "inbox.md").read_bytes() == before.replace(b"* Say no earlier\r\n", b"")


def test_it_can_be_stopped_at_any_line(project: Path) -> None:
    for keys in ("rq", "r"):
        result = sort(project, keys)
        assert result.exit_code == 0
    assert "2 lines still wait." in result.stderr
    assert len(made(project)) == 2


def test_a_line_put_off_waits_for_the_next_time(project: Path) -> None:
    (project / "inbox.md").write_text("same\nsame\nother\n")
    assert len(sort(project, "ssr").stdout.splitlines()) == 1
    assert inbox(project) == "same\nsame\n"


def test_dropping_asks_twice_and_keeps_the_line(project: Path) -> None:
    sort(project, "dkq")
    assert inbox(project) == INBOX
    sort(project, "ddq")
    assert inbox(project) == INBOX.replace("- 2026-11-03 A", "- [x] 2026-11-03 A")
    assert "1 of 3" in sort(project, "q").stderr


def test_undo_takes_back_one_after_the_other(project: Path) -> None:
    result = sort(project, "rsddguuuuuq")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing to undo" in result.stderr
    assert inbox(project) == INBOX
    assert made(project) == {}
    assert not (project / "content/journal").exists()


def test_the_last_line_can_be_undone_too(project: Path) -> None:
    (project / "inbox.md").write_text("only\n")
    assert "1 of 1" in sort(project, "rug").stderr
    assert [uri.split("/")[0] for uri in made(project)] == ["goals"]
    assert inbox(project) == ""


def test_equal_lines_become_two_entries(project: Path) -> None:
    (project / "inbox.md").write_text("- 2026-11-03 same\n- 2026-11-03 same\n")
    sort(project, "rr")
    assert sorted(made(project)) == ["journal/2026-11-03-same-2.md", "journal/2026-11-03-same.md"]


def test_help_says_what_the_keys_do(project: Path) -> None:
    result = sort(project, "?q")
    assert result.stderr.count("h challenge") == 2
    assert "at any moment" in result.stderr


def test_without_lines_there_is_nothing_to_ask(tmp_path: Path) -> None:
    write_project(tmp_path, {"people/a/index.md": "# A\n", "people/b/index.md": "# B\n"})
    assert run("sort", "-C", tmp_path).stdout == "Nothing waits in inbox.md.\n"


def test_entries_go_to_the_person_who_is_meant(project: Path) -> None:
    for name in ("ada", "ben"):
        (project / f"content/people/{name}").mkdir(parents=True)
        (project / f"content/people/{name}/index.md").write_text(f"# {name}\n")
    assert sort(project, "r").exit_code == 2
    assert inbox(project) == INBOX
    sort(project, "r", "--person", "ben")
    assert "people/ben/journal/2026-11-03-a-hard-week.md" in made(project)


def test_what_is_captured_meanwhile_waits_and_is_asked_about(project: Path) -> None:
    there = desk(project)
    first = lines_left(there, ())[0]
    run("capture", "-C", project, "Meanwhile")
    done = make_entry(first, "reflection", there)
    assert lines_left(there, [done])[-1].text == "Meanwhile"
    run("capture", "-C", project, "And once more")
    undo(done, there)
    assert inbox(project) == INBOX + "- 2026-11-20 Meanwhile\n- 2026-11-20 And once more\n"
    assert made(project) == {}


def test_an_entry_that_somebody_has_written_on_is_not_undone(project: Path) -> None:
    there = desk(project)
    done = make_entry(lines_left(there, ())[0], "reflection", there)
    path = project / "content" / done.uri
    path.write_text("more\n")
    with pytest.raises(ChangedMeanwhileError):
        undo(done, there)
    assert path.read_text() == "more\n"
    assert "A hard week" not in inbox(project)


def test_what_can_not_be_written_leaves_the_line(project: Path) -> None:
    there = desk(project)
    line = lines_left(there, ())[0]
    (project / "content/journal").write_text("a file where a folder has to be")
    with pytest.raises(NotWrittenError):
        make_entry(line, "reflection", there)
    assert inbox(project) == INBOX
    assert sort(project, "r").exit_code == 1


def test_a_dropped_line_can_be_undone_after_a_capture(project: Path) -> None:
    there = desk(project)
    done = drop(lines_left(there, ())[1], there)
    run("capture", "-C", project, "Meanwhile")
    undo(done, there)
    assert inbox(project) == INBOX + "- 2026-11-20 Meanwhile\n"


def test_a_run_that_is_killed_loses_no_line_and_doubles_none(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.cli.commands.killed_sort", tmp_path / "root", "16"]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
    assert result.returncode == 0, result.stderr
    assert int(result.stdout) > 100


def test_an_entry_says_who_reads_it_as_a_new_one_does(project: Path):
    sort(project, "rg")
    assert [text.startswith("---\naudience: me\n") for text in made(project).values()] == [True, True]
    write_project(project, {}, options="defaults: {evidence: team}")
    sort(project, "e")
    (evidence,) = [text for uri, text in made(project).items() if uri.startswith("evidence/")]
    assert evidence.startswith("---\naudience: team\n")
