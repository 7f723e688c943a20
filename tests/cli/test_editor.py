from __future__ import annotations

import sys
from pathlib import Path

import pytest

from portfolio_gen.cli.editor import edit, editor_of, opening

FILE = Path("/p/a b.md")


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, ()),
        ({"EDITOR": "  "}, ()),
        ({"EDITOR": "nano"}, ("nano",)),
        ({"EDITOR": "nano", "VISUAL": "code --wait"}, ("code", "--wait")),
        ({"EDITOR": "'/opt/my vim/vim' -n"}, ("/opt/my vim/vim", "-n")),
        ({"EDITOR": "unclosed 'quote"}, ("unclosed 'quote",)),
    ],
)
def test_the_editor_is_visual_or_else_editor(environment: dict[str, str], words: tuple[str, ...]) -> None:
    assert editor_of(environment, is_windows=False) == words


def test_windows_splits_without_backslashes_as_escapes() -> None:
    written = '"C:\\Program Files\\Notepad++\\notepad++.exe" -multiInst'
    assert editor_of({"EDITOR": written}, is_windows=True) == (
        "C:\\Program Files\\Notepad++\\notepad++.exe",
        "-multiInst",
    )


def test_a_path_with_blanks_needs_no_quotes(tmp_path: Path) -> None:
    program = tmp_path / "my editor"
    program.write_text("", "utf-8")
    assert editor_of({"EDITOR": str(program)}) == (str(program),)


@pytest.mark.parametrize(
    ("editor", "place"),
    [
        (["vim"], ["+call cursor(3,8)", "/p/a b.md"]),
        (["/usr/bin/nvim", "-n"], ["+call cursor(3,8)", "/p/a b.md"]),
        (["vi"], ["+3", "/p/a b.md"]),
        (["nano"], ["+3,8", "/p/a b.md"]),
        (["emacsclient", "-t"], ["+3:8", "/p/a b.md"]),
        (["micro"], ["+3:8", "/p/a b.md"]),
        (["hx"], ["/p/a b.md:3:8"]),
        (["code", "--wait"], ["-g", "/p/a b.md:3:8"]),
        (["C:\\Apps\\Code\\bin\\code.cmd"], ["-g", "/p/a b.md:3:8"]),
        (["zed"], ["/p/a b.md:3:8"]),
        (["notepad++.exe"], ["-n3", "-c8", "/p/a b.md"]),
        (["mate"], ["-l", "3:8", "/p/a b.md"]),
        (["idea64.exe"], ["--line", "3", "--column", "8", "/p/a b.md"]),
        (["jed"], ["/p/a b.md", "-g", "3"]),
        (["something-else"], ["/p/a b.md"]),
    ],
)
def test_editors_are_told_the_place_in_their_own_way(editor: list[str], place: list[str]) -> None:
    assert opening(editor, FILE, 3, 8) == [*editor, *place]


def test_braces_in_a_files_name_stay() -> None:
    assert opening(["nano"], Path("/p/{line}.md"), 3, 8)[-1] == "/p/{line}.md"


def test_an_editor_that_fails_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(["/no/such/editor"], FILE, 1, 1)
    edit([sys.executable, "-c", "raise SystemExit(3)"], FILE, 1, 1)
    said = capsys.readouterr().err
    assert "can't be started: No such file" in said and "ended with 3; the entry is kept" in said
