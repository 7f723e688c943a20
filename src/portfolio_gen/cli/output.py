"""Files that commands write for their user: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click


def write_output(path: Path, content: str | bytes, *, is_private: bool = False) -> None:
    """Write a text, or bytes, beside a file first, then put it in its place.

    With `is_private` nobody else on the machine may read the file.

    Raises:
        click.UsageError: the path is a folder.
        click.ClickException: it can't be written. What was there before is still there.
    """
    if path.is_dir():
        raise click.UsageError(f"'{path}' is a folder; name a file")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror}") from None
    fresh = Path(name)
    try:
        os.close(handle)
        fresh.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        # A temporary file is its owner's alone; this one is as open as any new file.
        fresh.chmod(0o600 if is_private else 0o644)
        fresh.replace(path)
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror}") from None
    finally:
        fresh.unlink(missing_ok=True)
