"""Which attachments are published, and as what: without what a camera or an office program wrote about their author."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from portfolio_gen.model.paths import PAGE_ENDINGS
from portfolio_gen.problems import Problem
from portfolio_gen.withholding.metadata import HEAD, UnsafeAttachmentError, may_tell, published_bytes
from portfolio_gen.withholding.strays import is_left_behind, is_settings, spells_ending

MAX_BYTES = 200 * 1024 * 1024
"""How large a file may be that has to be looked into."""


def published_attachments(all_of_them: Iterable[str], referred: frozenset[str], globs: Iterable[str]) -> frozenset[str]:
    """The attachments that something published refers to, and those that a glob names.

    In a glob, `*` stays within a folder and `**` crosses folders, as everywhere. What an editor left behind is never
    published, and files of settings only if a glob names their ending.
    """
    named = tuple((glob, re.compile(_expression(glob))) for glob in globs)
    return frozenset(
        uri
        for uri in all_of_them
        if not is_left_behind(uri) and ((uri in referred and not is_settings(uri)) or _is_named(uri, named))
    )


def stray_problems(referred: Iterable[str], published: frozenset[str]) -> Iterator[Problem]:
    """The attachments that something published refers to and that are published for nobody, and what to do."""
    for uri in sorted(frozenset(referred) - published):
        if is_left_behind(uri):
            yield _problem(uri, "a backup or temporary file is never published", "link the file itself, or rename it")
        elif is_settings(uri):
            yield _problem(
                uri,
                "a file of settings or records is not published because it is linked",
                "name it in the option 'assets', or link a zip or a text file instead",
            )


def clean_bytes(path: Path) -> bytes | None:
    """What is published instead of a file's own bytes; None if these may be published as they are.

    Raises:
        UnsafeAttachmentError: the file can't be published, or can't be looked into.
        OSError: it can't be read.
    """
    if path.stat().st_size > MAX_BYTES:
        if may_tell(_head(path), path.name):
            raise UnsafeAttachmentError("this file is too large to be looked into", "make it smaller")
        return None
    data = path.read_bytes()
    clean = published_bytes(data, path.name)
    return None if clean == data else clean


def attachment_problems(root: Path, uris: Iterable[str]) -> Iterator[Problem]:
    """The attachments below a folder that can't be published, and why."""
    real_root = Path(os.path.realpath(root))
    for uri in sorted(uris):
        try:
            _refuse_what_it_leads_to(root / uri, real_root)
            clean_bytes(root / uri)
        except UnsafeAttachmentError as error:
            yield _problem(uri, error.message, error.hint)
        except OSError as error:
            yield Problem(uri, 1, 1, "unreadable", f"the file can't be opened: {error.strerror or error}")


def _refuse_what_it_leads_to(path: Path, real_root: Path) -> None:
    """Stop at a link, of the file or of a folder above it, to what would not be published under its own name."""
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(real_root):
        raise UnsafeAttachmentError("this file is a link out of the content folder", "copy the file there")
    uri = real.relative_to(real_root).as_posix()
    is_hidden = uri.startswith(".") or "/." in uri
    if path.name != real.name and (
        is_hidden or uri.lower().endswith(PAGE_ENDINGS) or is_left_behind(uri) or is_settings(uri)
    ):
        raise UnsafeAttachmentError("this file is a link to one that is no attachment", "copy what you want to show")


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def _problem(uri: str, message: str, hint: str) -> Problem:
    return Problem(uri, 1, 1, "attachment", message, hint)


def _is_named(uri: str, globs: Iterable[tuple[str, re.Pattern[str]]]) -> bool:
    must_be_spelled = is_settings(uri)
    return any(pattern.fullmatch(uri) and (not must_be_spelled or spells_ending(glob, uri)) for glob, pattern in globs)


def _expression(glob: str) -> str:
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", glob.removeprefix("./").lstrip("/"))
    return "".join(signs.get(part, re.escape(part)) for part in parts)
