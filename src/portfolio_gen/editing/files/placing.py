"""Files put where they belong: staged first, then each in its place by one rename."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

from portfolio_gen.editing.files import journal
from portfolio_gen.editing.files.changes import Change
from portfolio_gen.editing.files.journal import Step, digest

_NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL, errno.EMLINK, errno.EXDEV}
"""What file systems without hard links answer."""
_KEPT = "kept"


def stage(changes: Sequence[Change], root: Path, prefix: str = "") -> tuple[Step, ...]:
    """What is to be done, planned in the journal, with every new content on the disk beside its place."""
    pending = journal.pending_in(root)
    pending.mkdir(exist_ok=True)
    steps = tuple(_step(one, pending, f"{prefix}{number}") for number, one in enumerate(changes))
    journal.plan(root, steps)
    for change, step in zip(changes, steps, strict=True):
        if step.staged is not None and change.after is not None:
            journal.write(step.staged, change.after)
            _keep_bits(step.staged, change)
    return steps


def put_all(steps: Sequence[Step], root: Path) -> list[tuple[Path, Path | None]]:
    """Do every step that is not done yet. Each place that somebody has changed stays as it is and is in the result,
    with the file that now holds what it was to hold.

    Raises:
        OSError: a step can't be done; those before it are.
    """
    gone = [step.place for step in steps if step.after is None]
    written = [step.place for step in steps if step.after is not None]
    kept: list[tuple[Path, Path | None]] = []
    # What is new comes first, so that at no moment a file that moves is nowhere.
    for step in sorted(steps, key=lambda step: step.after is None):
        is_done = _put(step.staged, step, gone) if step.staged is not None else _removed(step, written)
        if not is_done:
            kept.append((step.place, step.staged and _aside(step.staged, step.place, root)))
    for folder in {step.place.parent for step in steps}:
        journal.flush(folder)
    for place in gone:
        remove_empty(place.parent, root)
    return kept


def held(path: Path) -> str | None:
    """The digest of what a file holds; None if there is none.

    Raises:
        OSError: it can't be read, or is no file.
    """
    try:
        return digest(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def is_same_name(one: Path, other: Path) -> bool:
    """Whether two paths differ in case alone and the disk takes them for one file, as Windows does."""
    if one == other or str(one).casefold() != str(other).casefold():
        return False
    return one.exists() and other.exists() and one.samefile(other)


def remove_empty(folder: Path, root: Path) -> None:
    """Remove a folder below a root if it is empty, then the one around it, and so on."""
    with contextlib.suppress(OSError):
        while folder != root and folder.is_relative_to(root):
            folder.rmdir()
            folder = folder.parent


def _step(change: Change, pending: Path, name: str) -> Step:
    before = None if change.before is None else digest(change.before)
    if change.after is None:
        return Step(change.path, before, None, None)
    near = next(folder for folder in change.path.parents if folder.is_dir())
    # A file that was made read-only could be replaced nevertheless: its folder alone decides about that.
    for path in (near, change.path):
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    is_near = near.stat().st_dev == pending.stat().st_dev
    staged = pending / name if is_near else near / f".{change.path.name}.portfolio-{name}"
    return Step(change.path, before, digest(change.after), staged)


def _keep_bits(staged: Path, change: Change) -> None:
    """Give a new content the permission bits of the file whose place it takes, or which it was elsewhere."""
    for path in (change.path, change.was):
        if path is not None and path.is_file():
            with contextlib.suppress(OSError):
                staged.chmod(stat.S_IMODE(path.stat().st_mode))
            return


def _put(staged: Path, step: Step, gone: Iterable[Path]) -> bool:
    """Put a content in its place; False if somebody has changed what is there."""
    for path in gone:
        if step.before is None and is_same_name(step.place, path):
            path.rename(step.place)
            staged.replace(step.place)
            return True
    present = held(step.place)
    if present == step.after:
        staged.unlink(missing_ok=True)
        return True
    if present != step.before:
        return False
    step.place.parent.mkdir(parents=True, exist_ok=True)
    if step.before is not None:
        staged.replace(step.place)
        return True
    return _put_new(staged, step.place)


def _put_new(staged: Path, place: Path) -> bool:
    """Put a file where there is none; False if there is one after all, which stays."""
    try:
        if os.name == "nt":
            staged.rename(place)
            return True
        os.link(staged, place)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS or os.path.lexists(place):
            raise
        staged.rename(place)
        return True
    staged.unlink()
    return True


def _removed(step: Step, written: Iterable[Path]) -> bool:
    """Take a file away; False if somebody has changed it."""
    present = held(step.place)
    if present is None or any(is_same_name(step.place, path) for path in written):
        return True
    if present != step.before:
        return False
    step.place.unlink()
    return True


def _aside(staged: Path, place: Path, root: Path) -> Path | None:
    """Where a content is now that couldn't be put in its place; None if it is lost already."""
    if not staged.exists():
        return None
    folder = journal.own_folder(root) / _KEPT
    folder.mkdir(exist_ok=True)
    number, free = 1, folder / place.name
    while free.exists():
        number += 1
        free = folder / f"{number}-{place.name}"
    free.write_bytes(staged.read_bytes())
    return free
