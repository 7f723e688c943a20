"""Changes written all or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio_gen.editing.files.applying import apply, recover
from portfolio_gen.editing.files.changes import Change, ChangedMeanwhileError, NotWrittenError
from portfolio_gen.editing.files.journal import digest

KILLED = Path(__file__).with_name("killed.py")
ADDS = """
import sys
from pathlib import Path
from portfolio_gen.editing.files.applying import apply
from portfolio_gen.editing.files.changes import Change, ChangedMeanwhileError
path, word = Path(sys.argv[1]), sys.argv[2].encode()
for number in range(25):
    while True:
        before = path.read_bytes()
        try:
            apply([Change(path, before, before + word + b"%d\\n" % number)], path.parent)
        except ChangedMeanwhileError:
            continue
        break
"""


def below(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file() and ".portfolio" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_all_changes_are_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old\r\n")
    (tmp_path / "gone.md").write_bytes(b"gone")
    apply(
        [
            Change(tmp_path / "a.md", b"old\r\n", b"new\r\n"),
            Change(tmp_path / "deep/er/b.md", None, b"b"),
            Change(tmp_path / "gone.md", b"gone", None),
        ],
        tmp_path,
    )
    assert below(tmp_path) == {"a.md": b"new\r\n", "deep/er/b.md": b"b"}
    assert (tmp_path / ".portfolio/.gitignore").read_text() == "*\n"
    assert not (tmp_path / ".portfolio/pending").exists()


def test_a_run_that_is_killed_at_any_moment_loses_nothing_and_the_next_finishes_it(tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, KILLED, tmp_path / "root", "5"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    steps, states = json.loads(run.stdout)
    assert steps > 40
    assert sum(states.values()) > 110
    assert min(states.values()) > 5, "old, between and new were all met"


def test_of_two_commands_at_once_none_loses_what_the_other_wrote(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"")
    runs = [subprocess.Popen([sys.executable, "-c", ADDS, path, word]) for word in ("x", "y")]
    assert [run.wait(timeout=60) for run in runs] == [0, 0]
    assert sorted(path.read_text().split()) == sorted(f"{word}{number}" for word in "xy" for number in range(25))


@pytest.mark.parametrize("present", [b"edited", None])
def test_a_file_that_has_changed_meanwhile_stops_all_of_it(tmp_path: Path, present: bytes | None) -> None:
    (tmp_path / "a.md").write_bytes(b"a")
    if present is not None:
        (tmp_path / "b.md").write_bytes(present)
    was = below(tmp_path)
    with pytest.raises(ChangedMeanwhileError, match=r"b\.md was changed meanwhile; nothing was written"):
        apply([Change(tmp_path / "a.md", b"a", b"A"), Change(tmp_path / "b.md", b"b", b"B")], tmp_path)
    assert below(tmp_path) == was


def test_a_new_file_never_takes_the_place_of_one_that_has_appeared(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"somebody's")
    with pytest.raises(ChangedMeanwhileError, match="has appeared"):
        apply([Change(tmp_path / "a.md", None, b"ours")], tmp_path)
    assert below(tmp_path) == {"a.md": b"somebody's"}


def test_what_can_not_be_done_in_full_is_taken_back(tmp_path: Path) -> None:
    """One file would be a folder of another, which only shows once it is in its place."""
    (tmp_path / "people").mkdir()
    (tmp_path / "people/a.md").write_bytes(b"a")
    (tmp_path / "people/a.md").chmod(0o600)
    (tmp_path / "b.md").write_bytes(b"b")
    was = below(tmp_path)
    with pytest.raises(NotWrittenError, match="nothing was changed"):
        apply(
            [
                Change(tmp_path / "b.md", b"b", b"B"),
                Change(tmp_path / "persons/a.md", None, b"A", tmp_path / "people/a.md"),
                Change(tmp_path / "people/a.md", b"a", None),
                Change(tmp_path / "new/x", None, b"x"),
                Change(tmp_path / "new/x/y", None, b"y"),
            ],
            tmp_path,
        )
    assert below(tmp_path) == was
    assert (tmp_path / "people/a.md").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == [".portfolio", "b.md", "people"]
    assert recover(tmp_path) == ()


def test_what_stands_in_the_way_of_a_folder_is_said_and_nothing_is_done(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a")
    (tmp_path / "file").write_bytes(b"")
    was = below(tmp_path)
    with pytest.raises(NotWrittenError, match="nothing was changed"):
        apply([Change(tmp_path / "a.md", b"a", b"A"), Change(tmp_path / "file/b.md", None, b"b")], tmp_path)
    assert below(tmp_path) == was


def test_a_name_that_no_disk_takes_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match="nothing was changed"):
        apply([Change(tmp_path / ("x" * 300), None, b"x")], tmp_path)


def test_permission_bits_stay_and_go_along_with_a_file_that_moves(tmp_path: Path) -> None:
    for name, bits in (("run", 0o750), ("secret.md", 0o600)):
        (tmp_path / name).write_bytes(b"old")
        (tmp_path / name).chmod(bits)
    apply(
        [
            Change(tmp_path / "run", b"old", b"new"),
            Change(tmp_path / "moved.md", None, b"new", tmp_path / "secret.md"),
            Change(tmp_path / "secret.md", b"old", None),
        ],
        tmp_path,
    )
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("run", "moved.md")] == [0o750, 0o600]


def test_of_a_symbolic_link_the_file_is_changed_that_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    apply([Change(tmp_path / "link.md", b"old", b"new")], tmp_path)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_file_on_another_disk_is_staged_beside_its_place(tmp_path: Path) -> None:
    shared = Path("/dev/shm")
    other = (shared if shared.is_dir() else tmp_path) / f"portfolio-{os.getpid()}"
    other.mkdir()
    try:
        (other / "a.md").write_bytes(b"a")
        with pytest.raises(NotWrittenError):
            apply([Change(other / name, None, b"x") for name in ("x", "x/y", "z")], tmp_path)
        assert below(other) == {"a.md": b"a"}
        apply([Change(other / "a.md", b"a", b"A"), Change(other / "b.md", None, b"b")], tmp_path)
        assert below(other) == {"a.md": b"A", "b.md": b"b"}
    finally:
        for path in other.iterdir():
            path.unlink()
        other.rmdir()


def test_folders_are_removed_that_a_move_leaves_empty_but_not_the_root(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "a/b").mkdir(parents=True)
    (root / "a/b/c.md").write_bytes(b"c")
    apply([Change(root / "a/b/c.md", b"c", None)], root)
    assert [path.name for path in root.iterdir()] == [".portfolio"]
    assert root.is_dir()


def interrupted(root: Path, here: int | None = None) -> None:
    """What a run leaves that was killed right after the point of no return, here or in another copy."""
    apply([Change(root / "a.md", b"old", b"old2")], root)
    pending = root / ".portfolio/pending"
    pending.mkdir()
    (pending / "0").write_bytes(b"new")
    digests = [digest(held) for held in (b"old2", b"new")]
    birth = (root / ".portfolio/.gitignore").stat().st_ctime_ns if here is None else here
    rows = [[str(root / "a.md"), *digests, str(pending / "0")]]
    (pending / "journal.json").write_text(json.dumps({"here": birth, "steps": rows}))


def test_what_was_begun_is_finished_by_the_next_run(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    interrupted(tmp_path)
    assert recover(tmp_path) == (tmp_path / "a.md",)
    assert below(tmp_path) == {"a.md": b"new"}
    assert recover(tmp_path) == ()


def test_what_somebody_wrote_in_between_stays_and_the_rest_is_kept_aside(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    interrupted(tmp_path)
    (tmp_path / "a.md").write_bytes(b"theirs")
    with pytest.raises(ChangedMeanwhileError, match=r"kept.a\.md"):
        recover(tmp_path)
    assert below(tmp_path) == {"a.md": b"theirs"}
    assert (tmp_path / ".portfolio/kept/a.md").read_bytes() == b"new"
    assert recover(tmp_path) == ()


def test_a_journal_that_came_with_a_copy_of_the_project_is_not_obeyed(tmp_path: Path) -> None:
    """Else who gives a project away could write any file of whoever opens it."""
    (tmp_path / "a.md").write_bytes(b"old")
    interrupted(tmp_path, here=1)
    with pytest.raises(NotWrittenError, match="another copy"):
        recover(tmp_path)
    assert below(tmp_path) == {"a.md": b"old2"}


def test_a_damaged_journal_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / ".portfolio/pending").mkdir(parents=True)
    (tmp_path / ".portfolio/pending/journal.json").write_text("[1")
    with pytest.raises(NotWrittenError, match="can't be read"):
        recover(tmp_path)


def test_a_root_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match="nothing was changed"):
        apply([Change(tmp_path / "none/a.md", None, b"")], tmp_path / "none")
