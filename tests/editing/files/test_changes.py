"""What changes come to, in words."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.editing.files.changes import Change, difference

ROOT = Path("/project")


def test_a_changed_file_is_a_unified_difference() -> None:
    assert difference([Change(ROOT / "a/b.md", b"one\ntwo\n", b"one\nthree\n")], ROOT) == (
        "--- a/b.md\n+++ a/b.md\n@@ -1,2 +1,2 @@\n one\n-two\n+three\n"
    )


def test_new_and_removed_files_come_from_nowhere_and_go_there() -> None:
    text = difference([Change(ROOT / "a", None, b"x\n"), Change(ROOT / "b", b"y\n", None)], ROOT)
    assert text == "--- /dev/null\n+++ a\n@@ -0,0 +1 @@\n+x\n--- b\n+++ /dev/null\n@@ -1 +0,0 @@\n-y\n"


def test_a_file_that_moves_is_told_once() -> None:
    assert difference([Change(ROOT / "b", None, b"x"), Change(ROOT / "a", b"x", None)], ROOT) == "rename a -> b\n"


def test_a_file_that_moves_and_changes_is_told_as_both() -> None:
    changes = [Change(ROOT / "b", None, b"y\n", ROOT / "a"), Change(ROOT / "a", b"x\n", None)]
    assert difference(changes, ROOT) == "rename a -> b\n--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n"


def test_what_is_no_text_is_told_in_a_word() -> None:
    assert difference([Change(ROOT / "a.png", b"\xff", b"\xfe")], ROOT) == "binary file a.png changed\n"


def test_line_ends_that_stay_are_not_shown_and_those_that_change_are_said() -> None:
    assert difference([Change(ROOT / "a", b"\xef\xbb\xbfx\r\n", b"\xef\xbb\xbfy\r\n")], ROOT).endswith("\n-x\n+y\n")
    assert "line ends" in difference([Change(ROOT / "a", b"x\r\n", b"x\n")], ROOT)


def test_a_missing_last_line_end_is_shown() -> None:
    assert "\n+y\n\\ No newline at end of file\n" in difference([Change(ROOT / "a", b"x\n", b"y")], ROOT)


def test_a_terminal_is_not_told_what_to_do() -> None:
    assert "\x1b" not in difference([Change(ROOT / "a", b"", b"\x1b[2J\tx\n")], ROOT)


def test_nothing_comes_of_no_change() -> None:
    assert difference([Change(ROOT / "a", b"x", b"x")], ROOT) == ""
