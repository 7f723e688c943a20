"""What a run was about to do, on disk, so that the next one can finish it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portfolio_gen.editing.files.changes import NotWrittenError

FOLDER = ".portfolio"
"""The folder of commands in a project; nothing in it is anybody's to keep."""
_PENDING, _JOURNAL, _PLAN, _IGNORED = "pending", "journal.json", "plan.json", ".gitignore"


@dataclass(frozen=True, slots=True)
class Step:
    """One file on its way from what it held to what it is to hold."""

    place: Path
    """The file, absolute; no symbolic link."""
    before: str | None
    """The digest of what it held; None: there was none."""
    after: str | None
    """The digest of what it is to hold; None: it goes away."""
    staged: Path | None
    """The file that takes its place; None if it goes away."""


def pending_in(root: Path) -> Path:
    """The folder of what is on its way; there is none while nothing is."""
    return root / FOLDER / _PENDING


def own_folder(root: Path) -> Path:
    """The folder of commands in a project, made if need be."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    return folder


def leave_unversioned(root: Path) -> None:
    """Keep the folder of commands out of version control."""
    path = root / FOLDER / _IGNORED
    if not path.exists():
        fresh = path.with_name(f"{_IGNORED}.new")
        fresh.write_text("*\n", encoding="utf-8", newline="")
        fresh.replace(path)


def plan(root: Path, steps: Iterable[Step]) -> None:
    """Write down what is going to be staged, so that it can be cleared away."""
    rows = [[str(step.place), step.before, step.after, step.staged and str(step.staged)] for step in steps]
    text = json.dumps({"here": _birth(root), "steps": rows})
    write(pending_in(root) / _PLAN, text.encode())


def begin(root: Path) -> None:
    """Let what is planned be what has to be finished: the point of no return, in one rename."""
    pending = pending_in(root)
    flush(pending)
    (pending / _PLAN).replace(pending / _JOURNAL)
    flush(pending)


def begun(root: Path) -> tuple[Step, ...] | None:
    """What has to be finished; None if nothing has begun.

    Raises:
        NotWrittenError: it was begun in another copy of this folder, or can't be read.
    """
    path = pending_in(root) / _JOURNAL
    if not path.exists():
        return None
    return _steps(path, root)


def clear(root: Path) -> None:
    """Forget all that is pending: first that it has begun, then what was staged, wherever that is."""
    pending = pending_in(root)
    staged: tuple[Step, ...] = ()
    for name in (_JOURNAL, _PLAN):
        with contextlib.suppress(NotWrittenError):
            staged += _steps(pending / name, root) if (pending / name).exists() else ()
    # What can't be cleared away now is there the next time, when all is in its place already.
    with contextlib.suppress(OSError):
        (pending / _JOURNAL).unlink(missing_ok=True)
        flush(pending)
        for step in staged:
            if step.staged is not None:
                step.staged.unlink(missing_ok=True)
    shutil.rmtree(pending, ignore_errors=True)


def digest(data: bytes) -> str:
    """What tells one content of a file from another."""
    return hashlib.sha256(data).hexdigest()


def write(path: Path, data: bytes) -> None:
    """Write a file and return when it is on the disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def flush(folder: Path) -> None:
    """Return when the names in a folder are on the disk, as far as the system can be asked for it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _steps(path: Path, root: Path) -> tuple[Step, ...]:
    try:
        written: Any = json.loads(path.read_bytes())
        is_ours = written["here"] == _birth(root)
        steps = tuple(
            Step(Path(place), before, after, Path(staged) if staged else None)
            for place, before, after, staged in written["steps"]
        )
    except (ValueError, KeyError, TypeError) as error:
        raise NotWrittenError(f"{path}: this can't be read; remove the folder {path.parent}") from error
    if not is_ours:
        raise NotWrittenError(
            f"{path.parent}: a change was begun in another copy of this project, on this machine or another; "
            "finish it there, or remove this folder"
        )
    return steps


def _birth(root: Path) -> int:
    """What no copy of a project has, and nobody knows who gives one away.

    Without it, a journal in a project from elsewhere could write any file of whoever opens it.
    """
    return (root / FOLDER / _IGNORED).stat().st_ctime_ns
