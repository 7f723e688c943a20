"""Changes written all or not at all, whenever the run that writes them is killed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from portfolio_gen.editing.files import journal
from portfolio_gen.editing.files.changes import Change, ChangedMeanwhileError, NotWrittenError
from portfolio_gen.editing.files.journal import Step, digest
from portfolio_gen.editing.files.placing import held, is_same_name, put_all, remove_empty, stage

_PATIENCE = 10.0
"""Seconds to wait for another command to finish."""


def apply(changes: Sequence[Change], root: Path) -> None:
    """Write all changes, or none; return when they are on the disk.

    What is to be written is laid down in `.portfolio/pending/` in the root first. Killed before that is whole,
    a run has changed nothing; killed after it, each file is old or new, and the next run makes them all new. A file
    keeps its permission bits; of a symbolic link, the file that it leads to is changed. Folders are made as needed,
    and removed if they are left empty.

    Raises:
        ChangedMeanwhileError: a file is not what its change says; nothing was written.
        NotWrittenError: it can't be written, as the message says.
    """
    root = root.resolve()
    changes = tuple(one for one in changes if one.before != one.after)
    if not changes:
        recover(root)
        return
    with _in_words(), _alone(root):
        _finish_former(root)
        changes = tuple(replace(one, path=_real(one)) for one in changes)
        _verify(changes)
        try:
            steps = stage(changes, root)
            _verify(changes)
            journal.begin(root)
        except BaseException:
            journal.clear(root)
            raise
        try:
            kept = put_all(steps, root)
        except OSError as error:
            _take_back(changes, steps, root, error)
        journal.clear(root)
        _tell_kept(kept, root)


def recover(root: Path) -> tuple[Path, ...]:
    """Finish what a killed run has begun: the files that it changes. () if there is nothing to finish.

    Raises:
        ChangedMeanwhileError: somebody has changed one of the files since; theirs stays, ours is kept aside.
        NotWrittenError: it can't be finished now.
    """
    root = root.resolve()
    if not journal.pending_in(root).is_dir():
        return ()
    with _in_words(), _alone(root):
        return _finish_former(root)


def _finish_former(root: Path) -> tuple[Path, ...]:
    if not journal.pending_in(root).is_dir():
        return ()
    steps = journal.begun(root)
    try:
        kept = put_all(steps, root) if steps is not None else ()
    except OSError as error:
        raise NotWrittenError(f"{_said(error)}; a change that was begun waits to be finished") from error
    journal.clear(root)
    _tell_kept(kept, root)
    return tuple(step.place for step in steps or ())


def _take_back(changes: Sequence[Change], steps: Sequence[Step], root: Path, error: OSError) -> NoReturn:
    """Undo what was done of changes that can't be done in full, which takes the place of doing them."""
    now_at = {one.was: one.path for one in changes if one.was is not None}
    try:
        done = [one for one in changes if held(one.path) == (one.after and digest(one.after))]
        back = stage([Change(one.path, one.after, one.before, now_at.get(one.path)) for one in done], root, "back-")
        journal.begin(root)
        put_all(back, root)
    except OSError as second:
        raise NotWrittenError(
            f"{_said(second)}; the change is half done, and the next command that edits finishes it"
        ) from error
    for change, step in zip(changes, steps, strict=True):
        if step.staged is not None:
            step.staged.unlink(missing_ok=True)
        if change.before is None:
            remove_empty(change.path.parent, root)
    journal.clear(root)
    raise NotWrittenError(f"{_said(error)}; nothing was changed") from error


def _verify(changes: Sequence[Change]) -> None:
    gone = [one.path for one in changes if one.after is None]
    for change in changes:
        if change.before is None and any(is_same_name(change.path, path) for path in gone):
            continue
        if held(change.path) != (None if change.before is None else digest(change.before)):
            what = "has appeared" if change.before is None else "was changed"
            raise ChangedMeanwhileError(f"{change.path} {what} meanwhile; nothing was written, try again")


def _real(change: Change) -> Path:
    """The file that changes: of a symbolic link what it leads to, unless the link itself goes away."""
    path = change.path
    if path.is_symlink() and change.after is not None:
        return path.resolve()
    return path.parent.resolve() / path.name


def _tell_kept(kept: Sequence[tuple[Path, Path | None]], root: Path) -> None:
    if not kept:
        return
    place, ours = kept[0]
    rest = f"; so it is with {len(kept) - 1} more" if len(kept) > 1 else ""
    where = f"what it was to become is in {ours}" if ours else "it was to be removed"
    raise ChangedMeanwhileError(f"{place} was changed by somebody while a command wrote it; {where}{rest}")


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """While it lasts no other command changes this project. The system gives the lock back however we end."""
    from filelock import FileLock, Timeout  # It takes a while to load.

    try:
        with FileLock(journal.own_folder(root) / "lock", timeout=_PATIENCE):
            journal.leave_unversioned(root)
            yield
    except Timeout:
        raise NotWrittenError("another command is changing this project; nothing was written, try again") from None


@contextlib.contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except (OSError, NotImplementedError) as error:
        raise NotWrittenError(f"{_said(error)}; nothing was changed") from error


def _said(error: Exception) -> str:
    if not isinstance(error, OSError):
        return str(error) or "this can't be locked"
    return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)
