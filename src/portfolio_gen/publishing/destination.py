"""Where a site is published, and what stands there now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from portfolio_gen.publishing.manifest import MANIFEST, Manifest, read_manifest
from portfolio_gen.publishing.refusal import RefusedError


class Form(Enum):
    """What a destination is before it is published to."""

    NOTHING = "nothing"
    EMPTY = "an empty folder"
    LINK = "a link to a site beside it"
    FOLDER = "a folder with a site"


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands at a destination."""

    form: Form
    site: Path | None = None
    """The folder that holds the files; None if there are none."""
    manifest: Manifest | None = None
    """What is written in it; None if there is no site."""


def destination_at(path: Path, *, content: Path, project: Path) -> Path:
    """The absolute path of a destination; the folders above it are real, itself it may be a link.

    Raises:
        RefusedError: it would overlap with the content folder, or hold the project.
    """
    place = path.parent.resolve() / path.name
    if path.name in ("", "..") or _is_below(Path.cwd(), place):
        raise RefusedError(f"{path}: this is where you are, or above it; write the name of a folder for the site")
    if _is_below(place, content) or _is_below(content, place):
        raise RefusedError(f"{path}: this and the content folder overlap; publish somewhere else")
    if _is_below(project, place):
        raise RefusedError(f"{path}: this folder holds the sources; publish somewhere else")
    around = next((folder for folder in place.parents if _holds_site(folder)), None)
    if around is not None:
        raise RefusedError(f"{path}: this is inside the published site {around}; publish somewhere else")
    return place


def standing_at(place: Path) -> Standing:
    """What stands at a destination, if it may be replaced.

    Raises:
        RefusedError: it is not an empty folder, and not what an earlier run has published.
        OSError: it can't be looked at.
    """
    if place.is_symlink():
        return _linked(place)
    if not place.exists():
        return Standing(Form.NOTHING)
    if not place.is_dir():
        raise RefusedError(f"{place}: this is a file; name a folder")
    manifest = read_manifest(place)
    if manifest is not None:
        return Standing(Form.FOLDER, place, manifest)
    if any(place.iterdir()):
        raise RefusedError(
            f"{place}: this folder holds something that 'portfolio publish' has not written, so it is not replaced; "
            "name another, or remove it"
        )
    return Standing(Form.EMPTY)


def is_site_of(place: Path, name: str) -> bool:
    """Whether a name is that of a site beside a destination: the destination's and twelve digits."""
    return re.fullmatch(rf"{re.escape(place.name)}\.[0-9a-f]{{12}}(?:-\d+)?", name) is not None


def published_near(folder: Path) -> Path | None:
    """The published site into which a build would write, or that it would take down; None if there is none."""
    real = folder.resolve()
    below = sorted(real.iterdir()) if real.is_dir() else []
    return next((one for one in (real, *real.parents, *below) if _holds_site(one)), None)


def _linked(place: Path) -> Standing:
    target = str(place.readlink())
    site = place.parent / target
    manifest = read_manifest(site) if is_site_of(place, target) else None
    if manifest is None:
        raise RefusedError(
            f"{place}: this link leads to {target}, which 'portfolio publish' has not written; "
            "name another place, or remove the link"
        )
    return Standing(Form.LINK, site, manifest)


def _holds_site(folder: Path) -> bool:
    try:
        return (folder / MANIFEST).is_file()
    except OSError:
        return False


def _is_below(path: Path, folder: Path) -> bool:
    """Whether a path is a folder or in it, by whatever names the disk knows the two."""
    if not folder.exists():
        return False
    return any(one.exists() and one.samefile(folder) for one in (path, *path.parents))
