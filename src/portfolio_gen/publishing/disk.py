"""Written to the disk, and not only meant to be: what a power cut leaves."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def flush(path: Path) -> None:
    """Return when a file, or the names in a folder, are on the disk, as far as the system can be asked for it."""
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def flush_all(folder: Path) -> None:
    """Return when all below a folder is on the disk."""
    for below, _, names in os.walk(folder):
        for name in names:
            flush(Path(below, name))
        flush(Path(below))
