"""Which attachments are published, and as what: without what a camera or an office program wrote about their author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from portfolio_gen.problems import Problem
from portfolio_gen.withholding.metadata import UnsafeAttachmentError, may_tell, published_bytes

MAX_BYTES = 200 * 1024 * 1024
"""How large a file may be that has to be looked into."""
_HEAD = 4096
"""How many bytes of a larger one tell what it is."""


def published_attachments(all_of_them: Iterable[str], referred: frozenset[str], globs: Iterable[str]) -> frozenset[str]:
    """The attachments that something published refers to, and those that a glob names.

    In a glob, `*` stays within a folder and `**` crosses folders, as everywhere.
    """
    patterns = [re.compile(_expression(glob)) for glob in globs]
    return frozenset(
        uri for uri in all_of_them if uri in referred or any(pattern.fullmatch(uri) for pattern in patterns)
    )


def clean_bytes(path: Path) -> bytes | None:
    """What is published instead of a file's own bytes; None if these may be published as they are.

    Raises:
        UnsafeAttachmentError: the file can't be published, or can't be looked into.
        OSError: it can't be read.
    """
    if path.stat().st_size > MAX_BYTES:
        with path.open("rb") as file:
            if may_tell(file.read(_HEAD)):
                raise UnsafeAttachmentError("this file is too large to be looked into", "make it smaller")
        return None
    data = path.read_bytes()
    clean = published_bytes(data)
    return None if clean == data else clean


def attachment_problems(root: Path, uris: Iterable[str]) -> Iterator[Problem]:
    """The attachments below a folder that can't be published, and why."""
    for uri in sorted(uris):
        try:
            clean_bytes(root / uri)
        except UnsafeAttachmentError as error:
            yield Problem(uri, 1, 1, "attachment", error.message, error.hint)
        except OSError as error:
            yield Problem(uri, 1, 1, "unreadable", f"the file can't be opened: {error.strerror or error}")


def _expression(glob: str) -> str:
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", glob.removeprefix("./").lstrip("/"))
    return "".join(signs.get(part, re.escape(part)) for part in parts)
