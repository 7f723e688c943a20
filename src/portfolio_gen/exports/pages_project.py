"""A whole project for any engine: filtered, enriched Markdown, the attachments it needs, and a configuration."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from portfolio_gen.problems import PortfolioError
from portfolio_gen.withholding.attachments import clean_bytes

MARKER = ".portfolio-pages"
"""A file that says that a folder was written by this export, and so may be replaced by it."""


class RefusedError(PortfolioError):
    """The folder to write to holds something that is not ours to replace."""


def write_project(
    out: Path,
    texts: Mapping[str, str | bytes],
    copies: Mapping[str, Path],
    *,
    attachments: Mapping[str, Path],
    replace: bool,
    protected: Path,
) -> None:
    """Write files below a folder, whole or not at all: beside it first, then in one rename.

    `texts`, `attachments` and `copies` are by '/'-path below the folder. Attachments are written as they may be
    published, copies (files and folders of the site's own design) as they are. `protected` is the content
    folder, which nothing may be written into or over.

    Raises:
        RefusedError: the folder is not empty and may not be replaced, or it and the content overlap.
    """
    target = out.resolve()
    content = protected.resolve()
    if target == content or content in target.parents or target in content.parents:
        raise RefusedError(f"{out}: this folder and the content folder overlap; write somewhere else")
    if target.exists() and not target.is_dir():
        raise RefusedError(f"{out}: this is a file; name a folder")
    if target.exists() and any(target.iterdir()):
        if not replace:
            raise RefusedError(f"{out}: this folder is not empty; use --force to replace what is in it")
        if not (target / MARKER).is_file():
            raise RefusedError(f"{out}: this folder was not written by 'portfolio pages', so it is not replaced")
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        _fill(fresh, texts, copies, attachments)
        # A temporary folder is its owner's alone; the written one is as open as any new folder.
        fresh.chmod(0o777 & ~_umask())
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _fill(
    folder: Path, texts: Mapping[str, str | bytes], copies: Mapping[str, Path], attachments: Mapping[str, Path]
) -> None:
    for uri, text in {**texts, MARKER: "Written by 'portfolio pages'.\n"}.items():
        path = folder / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    for uri, source in {**copies, **attachments}.items():
        path = folder / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        clean = clean_bytes(source) if uri in attachments else None
        if clean is not None:
            path.write_bytes(clean)
        elif source.is_dir():
            shutil.copytree(source, path, dirs_exist_ok=True)
        else:
            # Contents alone: dates and permissions of the original are nobody's business.
            shutil.copyfile(source, path)


def _swap(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.rename(target)
        return
    former = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    target.rename(former / "former")
    fresh.rename(target)
    shutil.rmtree(former, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
