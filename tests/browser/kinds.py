"""One page of each kind of a built site, so that a new kind of page is looked at without anybody naming it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from portfolio_gen.build import build_site
from portfolio_gen.cli.options import project_of, tree_of


def pages_by_kind(project: Path, site: Path) -> Mapping[str, str]:
    """The addresses below the site's root of its pages of each kind, the richest of each: "goal", "journal/#.md".

    What an entry's page is called is its kind; other pages are called by their uri, where "#" stands for numbers, so
    that the pages of two years are one kind. The page for what is not found is among them.
    """
    found: dict[str, tuple[int, str]] = {"404": (0, "404.html")}
    for kind, uri in _kinds(project):
        address = _address(uri)
        size = (site / f"{address}index.html").stat().st_size
        found[kind] = max(found.get(kind, (0, "")), (size, address))
    return {kind: address for kind, (_, address) in sorted(found.items())}


def _kinds(project: Path) -> Iterator[tuple[str, str]]:
    """The uri of each page with its kind."""
    place = project_of(project, None, None, None)
    tree, excluded = tree_of(place)
    build = build_site(tree, place.settings, excluded)
    entries = {entry.uri: entry.kind_name for entry in build.linked.portfolio.entries.values()}
    overviews = {uri for uri in map(str, build.navigation) if uri in entries and uri.endswith("index.md")}
    for uri in (*build.written, *(page.uri for page in build.generated)):
        is_entry = uri in entries and uri not in overviews and uri != "404.md"
        yield entries[uri] if is_entry else re.sub(r"\d+", "#", uri), uri


def _address(uri: str) -> str:
    path = PurePosixPath(uri)
    folder = path.parent if path.stem == "index" else path.with_suffix("")
    return "" if folder == PurePosixPath() else f"{folder}/"
