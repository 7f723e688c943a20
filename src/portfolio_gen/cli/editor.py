"""The writer's editor, started at the first empty place of a file."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

_FORMS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("vim", "nvim", "gvim", "mvim"): ("+call cursor({line},{column})", "{file}"),
    # A small vi knows no functions.
    ("vi", "view", "nvi", "elvis", "vile", "joe", "mcedit", "xed", "pluma"): ("+{line}", "{file}"),
    ("nano", "pico", "ne"): ("+{line},{column}", "{file}"),
    ("emacs", "emacsclient", "micro", "kak", "gedit"): ("+{line}:{column}", "{file}"),
    ("hx", "helix", "subl", "sublime_text", "zed"): ("{file}:{line}:{column}",),
    ("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"): ("-g", "{file}:{line}:{column}"),
    ("notepad++",): ("-n{line}", "-c{column}", "{file}"),
    ("jed",): ("{file}", "-g", "{line}"),
    ("kate", "kwrite"): ("--line", "{line}", "--column", "{column}", "{file}"),
    ("mate",): ("-l", "{line}:{column}", "{file}"),
    ("idea", "pycharm", "webstorm", "phpstorm", "goland", "rubymine", "clion"): (
        "--line", "{line}", "--column", "{column}", "{file}",
    ),
}  # fmt: skip
"""What editors are given to open a file at a place; {line} and {column} are 1-based. All others get the file alone."""
_PROGRAM_ENDING = re.compile(r"(?:64)?\.(?:exe|cmd|bat|com|app|sh)\Z")


def editor_of(environment: Mapping[str, str], *, is_windows: bool = os.name == "nt") -> tuple[str, ...]:
    """The words of $VISUAL, else of $EDITOR, split as the system's shell splits them; () if neither is set."""
    for name in ("VISUAL", "EDITOR"):
        if written := environment.get(name, "").strip():
            return _words(written, is_windows=is_windows)
    return ()


def opening(editor: Sequence[str], path: Path, line: int, column: int) -> list[str]:
    """The command that opens a file at a place, as far as the editor is known to have a way to say so."""
    name = _name(editor[0])
    form = next((form for names, form in _FORMS.items() if name in names), ("{file}",))
    # A file's name may hold braces, so it is put in last.
    place = [word.replace("{line}", str(line)).replace("{column}", str(column)) for word in form]
    return [*editor, *(word.replace("{file}", os.fspath(path)) for word in place)]


def edit(editor: Sequence[str], path: Path, line: int, column: int) -> None:
    """Open a file in an editor and wait until it ends. What went wrong is said on stderr; the file is there anyway."""
    command = opening(editor, path, line, column)
    try:
        status = subprocess.run(command, check=False).returncode
    except OSError as error:
        click.echo(f"the editor '{editor[0]}' can't be started: {error.strerror}; the entry is kept", err=True)
        return
    if status:
        click.echo(f"the editor '{editor[0]}' ended with {status}; the entry is kept", err=True)


def _words(written: str, *, is_windows: bool) -> tuple[str, ...]:
    if Path(written).is_file():
        return (written,)  # A path with blanks that nobody has quoted.
    try:
        words = shlex.split(written, posix=not is_windows)
    except ValueError:
        return (written,)
    return tuple(word.strip('"') for word in words) if is_windows else tuple(words)


def _name(program: str) -> str:
    """What a program is called, whatever its folder and its ending: "C:\\Program Files\\Vim\\gvim.exe" is gvim."""
    return _PROGRAM_ENDING.sub("", re.split(r"[/\\]", program)[-1].lower())
