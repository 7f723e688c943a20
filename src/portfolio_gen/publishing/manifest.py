"""What a published site consists of, and for whom it is. It lies in the site, so it names nothing else."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portfolio_gen.model.audience import Audience, audience_named
from portfolio_gen.publishing.refusal import RefusedError

MANIFEST = ".portfolio-manifest.json"
"""The manifest's file in the site. A folder that holds one was published, and is replaced by publishing only."""
VERSION = 1


@dataclass(frozen=True, slots=True)
class Published:
    """One file of a site."""

    sha256: str
    """Of its bytes, in hexadecimal digits."""
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A site that is published. Equal sites have equal manifests: it tells no time and no place."""

    audience: Audience
    """For whom it is."""
    reader: str | None
    """The mark of the person who reads it, from `reader_mark`; None if it is for no one person."""
    files: Mapping[str, Published]
    """Every file by its '/'-path, sorted, the manifest itself left out."""

    @property
    def text(self) -> str:
        """What stands in the file."""
        files = {uri: {"sha256": file.sha256, "size": file.size} for uri, file in self.files.items()}
        written = {"version": VERSION, "audience": str(self.audience), "reader": self.reader, "files": files}
        return json.dumps(written, indent=1) + "\n"

    @property
    def name(self) -> str:
        """Twelve hexadecimal digits that stand for the whole site."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:12]


def reader_mark(reader: str) -> str | None:
    """What stands for a reader's id: enough to tell readers apart, and not their name. None for nobody."""
    return hashlib.sha256(reader.encode()).hexdigest()[:16] if reader else None


def manifest_of(site: Path, audience: Audience, reader: str | None) -> Manifest:
    """The manifest of the files that a folder holds now.

    Raises:
        OSError: a file can't be read.
    """
    files = {path.relative_to(site).as_posix(): path for path in _files(site)}
    files.pop(MANIFEST, None)
    return Manifest(audience, reader, {uri: _published(files[uri]) for uri in sorted(files)})


def read_manifest(site: Path) -> Manifest | None:
    """The manifest in a folder; None if it holds none.

    Raises:
        RefusedError: there is one that can't be understood, so nobody knows for whom the site was.
        OSError: it can't be read.
    """
    try:
        text = (site / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        return _understood(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise RefusedError(
            f"{site}: its {MANIFEST} can't be read, so nobody knows for whom the site there is; "
            "remove the site if it may be replaced"
        ) from None


def _understood(written: Any) -> Manifest:
    audience = audience_named(written["audience"])
    if written["version"] != VERSION or audience is None or not isinstance(written["reader"], str | None):
        raise ValueError(written["version"])
    files = {str(uri): Published(str(file["sha256"]), int(file["size"])) for uri, file in written["files"].items()}
    return Manifest(audience, written["reader"], files)


def _files(site: Path) -> list[Path]:
    return [Path(folder, name) for folder, _, names in os.walk(site, onerror=_raised) for name in names]


def _raised(error: OSError) -> None:
    raise error


def _published(path: Path) -> Published:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return Published(digest.hexdigest(), file.tell())
