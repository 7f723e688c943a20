"""Lines added to the end of a file."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from portfolio_gen.editing.files.appending import append
from portfolio_gen.editing.files.applying import apply
from portfolio_gen.editing.files.changes import Change, ChangedMeanwhileError, NotWrittenError


def test_what_was_there_is_handed_over_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "deep/inbox.md"
    assert append(path, tmp_path, lambda held: b"one\n" + held) == b"one\n"
    assert append(path, tmp_path, lambda held: held.upper()) == b"one\nONE\n"
    assert path.read_bytes() == b"one\nONE\n"


def test_many_at_once_lose_nothing_while_the_file_is_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "inbox.md"
    path.write_bytes(b"".join(b"old %d\n" % number for number in range(10)))

    def add(name: int) -> None:
        for number in range(5):
            append(path, tmp_path, lambda _held, number=number: b"fresh %d-%d\n" % (name, number))  # type: ignore[misc]

    adding = [threading.Thread(target=add, args=(name,)) for name in range(4)]
    for thread in adding:
        thread.start()
    taken = 0
    while taken < 10:
        before = path.read_bytes()
        try:
            apply([Change(path, before, before.replace(b"old %d\n" % taken, b""))], tmp_path)
        except ChangedMeanwhileError:
            continue
        taken += 1
    for thread in adding:
        thread.join()
    expected = [b"fresh %d-%d" % (name, number) for name in range(4) for number in range(5)]
    assert sorted(path.read_bytes().splitlines()) == sorted(expected)


def test_what_the_world_refuses_is_said_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "inbox.md").mkdir()
    with pytest.raises(NotWrittenError, match=r"inbox\.md"):
        append(tmp_path / "inbox.md", tmp_path, lambda _held: b"line\n")
    assert list((tmp_path / "inbox.md").iterdir()) == []
