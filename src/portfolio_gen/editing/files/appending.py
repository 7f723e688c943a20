"""Lines added to the end of a file, by as many commands at once as there are."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from portfolio_gen.editing.files import journal
from portfolio_gen.editing.files.applying import recover
from portfolio_gen.editing.files.changes import NotWrittenError

_PATIENCE = 10.0
"""Seconds to wait for another command to finish."""


def append(path: Path, root: Path, addition: Callable[[bytes], bytes]) -> bytes:
    """Add to a file what `addition` makes of what it holds (nothing, if there is none); return what it holds then.

    No other command changes the project meanwhile. What was there is never written again, so that an editor or a
    phone that adds to it at the same moment loses nothing. When this returns it is on the disk.

    Raises:
        ChangedMeanwhileError, NotWrittenError: it can't be written; the file is as it was.
    """
    from filelock import FileLock, Timeout  # It takes a while to load.

    try:
        while True:
            recover(root)
            with FileLock(journal.own_folder(root) / "lock", timeout=_PATIENCE):
                journal.leave_unversioned(root)
                # Another run may have been killed in between; what it has begun counts on the file as it is.
                if not journal.pending_in(root).is_dir():
                    return _append(path, addition)
    except Timeout:
        raise NotWrittenError("another command is changing this project; try again") from None
    except (OSError, NotImplementedError) as error:
        name = getattr(error, "filename", None) or path
        raise NotWrittenError(f"{name}: {getattr(error, 'strerror', None) or error}") from error


def _append(path: Path, addition: Callable[[bytes], bytes]) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        held = path.read_bytes()
        fresh = addition(held)
        try:
            file.write(fresh)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            # On a full disk some of it may be there.
            if path.stat().st_size <= len(held) + len(fresh):
                file.truncate(len(held))
            raise
    return held + fresh
