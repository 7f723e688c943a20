"""Changes to files, thought out before anything is written, and what they come to."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from portfolio_gen.problems import PortfolioError, printable

_NOWHERE = "/dev/null"
_LONGEST_LINE = 10_000


class ChangedMeanwhileError(PortfolioError):
    """A file is not what it was when its change was thought out; the message says which."""


class NotWrittenError(PortfolioError):
    """The world refuses: no permission, a full disk, another command at work. The message says what stands now."""


@dataclass(frozen=True, slots=True)
class Change:
    """One file, before and after."""

    path: Path
    """Absolute, on disk."""
    before: bytes | None
    """What the file held when this was thought out; None: there was none."""
    after: bytes | None
    """What it is to hold; None: it goes away."""
    was: Path | None = None
    """Where the file was, if it moves: the change that takes it away there is another. None if it stays."""


def difference(changes: Iterable[Change], root: Path) -> str:
    """A unified difference, with '/'-paths below a folder, in the order of the changes; empty if nothing changes.

    A file that moves is one part, "rename a -> b". Files that are no text are told in a word. Line ends are not
    shown, and signs that a terminal would act on are written as escapes.
    """
    real = [change for change in changes if change.before != change.after]
    moves = _moves(real)
    away = {id(gone) for gone in moves.values()}
    pieces: list[str] = []
    for change in real:
        if id(change) not in away:
            pieces += _part(change, moves.get(change.path), root)
    return "".join(pieces)


def _moves(changes: Iterable[Change]) -> dict[Path, Change]:
    """By the path of each file that has moved, the change that takes it away from where it was."""
    changes = tuple(changes)
    gone = {change.path: change for change in changes if change.after is None}
    found: dict[Path, Change] = {}
    for change in changes:
        if change.before is not None:
            continue
        same = (path for path, one in gone.items() if one.before == change.after)
        was = change.was if change.was in gone else next(same, None)
        if was is not None:
            found[change.path] = gone.pop(was)
    return found


def _part(change: Change, gone: Change | None, root: Path) -> Iterator[str]:
    name = _shown(change.path, root)
    before, after, old_name = change.before, change.after, name
    if gone is not None:
        before, old_name = gone.before, _shown(gone.path, root)
        yield f"rename {old_name} -> {name}\n"
    old, new = _lines(before), _lines(after)
    if old is None or new is None:
        if before != after:
            yield f"binary file {name} {'added' if before is None else 'removed' if after is None else 'changed'}\n"
        return
    fro, to = _NOWHERE if before is None else old_name, _NOWHERE if after is None else name
    for line in difflib.unified_diff(old, new, fro, to, lineterm=""):
        yield f"{_harmless(line)}\n"
    if before is not None and after is not None and before != after and old == new:
        yield f"{name}: line ends or the byte order mark change\n"


def _lines(held: bytes | None) -> list[str] | None:
    """The lines of a text, none of a file that isn't there; None if it is no text."""
    try:
        text = (held or b"").decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    ends_well = not text or text.endswith("\n")
    lines = text.split("\n")
    return lines[:-1] if ends_well else [*lines[:-1], f"{lines[-1]}\n\\ No newline at end of file"]


def _harmless(line: str) -> str:
    return "\n".join(
        "\t".join(printable(piece, _LONGEST_LINE) for piece in one.split("\t")) for one in line.split("\n")
    )


def _shown(path: Path, root: Path) -> str:
    inside = path.relative_to(root) if path.is_relative_to(root) else path
    return printable(inside.as_posix(), 1_000)
