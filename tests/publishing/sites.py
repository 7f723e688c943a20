"""Small sites to publish, without a host."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from portfolio_gen.model.audience import Audience
from portfolio_gen.publishing.manifest import MANIFEST, manifest_of, read_manifest
from portfolio_gen.publishing.publish import Wanted

OLD = {"index.html": "old", "people/ada/index.html": "Ada", "gone.html": "gone"}
NEW = {"index.html": "new", "people/ada/index.html": "Ada", "journal/2026/index.html": "2026"}


def wanted(files: Mapping[str, str], audience: str = "team", reader: str = "", *, replaces: bool = False) -> Wanted:
    """A site of these files."""

    def fill(folder: Path) -> None:
        for uri, text in files.items():
            path = folder / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return Wanted(fill, Audience[audience.upper()], reader, replaces)


def files_of(site: Path) -> dict[str, str]:
    """The files that a reader finds, less the manifest."""
    files = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*") if path.is_file()}
    files.pop(MANIFEST, None)
    return files


def is_whole(site: Path) -> bool:
    """Whether a site is exactly what its manifest says."""
    manifest = read_manifest(site)
    return manifest is not None and manifest_of(site, manifest.audience, manifest.reader) == manifest


def beside(place: Path) -> list[str]:
    """What there is around a destination, itself left out; the digits of a site as '#'."""
    names = [path.name for path in place.parent.iterdir() if path != place]
    return sorted(f"{place.name}.#" if name.startswith(f"{place.name}.") else name for name in names)


LEFT = [".site.lock", "site.#"]
"""What there is around a destination named `site` after a run."""
