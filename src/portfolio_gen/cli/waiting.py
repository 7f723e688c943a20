"""A word to who waits, on a terminal, once it has taken a second."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator

_PATIENCE = 1.0
"""Seconds for which nobody wonders."""


@contextlib.contextmanager
def waiting(words: str, *, quiet: bool = False) -> Iterator[None]:
    """While it lasts, say on standard error what is being done, if that is a terminal and it takes long."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.text import Text

    status = Console(stderr=True, highlight=False, emoji=False).status(Text(words))
    timer = threading.Timer(_PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()
