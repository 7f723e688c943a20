"""Which attachments are published."""

from __future__ import annotations

import re
from collections.abc import Iterable


def published_attachments(all_of_them: Iterable[str], referred: frozenset[str], globs: Iterable[str]) -> frozenset[str]:
    """The attachments that something published refers to, and those that a glob names.

    In a glob, `*` stays within a folder and `**` crosses folders, as everywhere.
    """
    patterns = [re.compile(_expression(glob)) for glob in globs]
    return frozenset(
        uri for uri in all_of_them if uri in referred or any(pattern.fullmatch(uri) for pattern in patterns)
    )


def _expression(glob: str) -> str:
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", glob.removeprefix("./").lstrip("/"))
    return "".join(signs.get(part, re.escape(part)) for part in parts)
