"""Who committed which file, where a folder is in a git repository: as keys that tell people apart and name nobody."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

_PATIENCE = 60
"""Seconds for which git is waited for."""
_QUIET = (
    "--no-optional-locks", "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=", "-c", "diff.external=",
    "-c", "core.untrackedCache=false", "-c", "log.showSignature=false", "-c", "core.quotePath=false",
)  # fmt: skip
"""Settings with which a repository can't make git run something (git-config, core.fsmonitor and others)."""
_SALT = secrets.token_bytes(16)
"""Keys mean nothing outside of this process."""


def committers(folder: Path, uris: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """For files below a folder, by uri: a key for each author who committed a change of it.

    Nothing is known, and no key is there, of files that are not committed, or differ from what was; and of all of
    them without git, outside of a repository, or in one whose history is not whole.
    """
    wanted = sorted(set(uris))
    if not wanted or shutil.which("git") is None:
        return {}
    if _said(folder, "rev-parse", "--is-shallow-repository") != b"false\n":
        return {}
    changed = _said(folder, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=no", "--", ".")
    top = _said(folder, "rev-parse", "--show-prefix")
    log = _said(
        folder, "log", "--format=%x01%aE", "--name-only", "-z", "--no-renames", "--relative", "--no-ext-diff",
        "--no-textconv", "--", ".",
    )  # fmt: skip
    if changed is None or top is None or log is None:
        return {}
    dirty = _changed(changed, os.fsdecode(top.rstrip(b"\n")))
    found = _authors(log)
    return {uri: found[uri] for uri in wanted if uri in found and uri not in dirty}


def _said(folder: Path, *words: str) -> bytes | None:
    """What git says; None if it can't."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", *_QUIET, *words], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
            check=False, timeout=_PATIENCE,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None


def _changed(status: bytes, prefix: str) -> frozenset[str]:
    """Uris of files that differ from what was committed; git names them from the top of the repository."""
    names = (os.fsdecode(row[3:]) for row in status.split(b"\0") if len(row) > 3)
    return frozenset(name.removeprefix(prefix) for name in names)


def _authors(log: bytes) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for commit in log.split(b"\x01")[1:]:
        author, *names = commit.split(b"\0")
        key = hashlib.sha256(_SALT + author.strip().lower()).hexdigest()
        for name in names:
            if name.strip(b"\n"):
                found[os.fsdecode(name.strip(b"\n"))].add(key)
    return {name: frozenset(keys) for name, keys in found.items()}
