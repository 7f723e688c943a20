"""What `portfolio publish` says in the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from portfolio_gen.problems import printable
from portfolio_gen.publishing.difference import Difference, address_of
from portfolio_gen.settings import Settings

_MOST = 20
"""How many files of one sort are listed."""


def report(
    path: Path, settings: Settings, found: Difference, site_url: str | None, *, is_rehearsal: bool
) -> Iterator[str]:
    """Lines that say for whom a site is, and what has changed with it.

    What was withdrawn is listed whole: nobody can ask for it later, and it has to be looked for in caches.
    """
    for_whom = f"for {settings.audience}" + (f", read by {settings.reader}" if settings.reader else "")
    if found.is_none:
        yield f"{path}: nothing has changed in the site {for_whom}"
        return
    counts = f"{len(found.added)} added, {len(found.changed)} changed, {len(found.withdrawn)} withdrawn"
    yield f"{path}: {'would be published' if is_rehearsal else 'published'} {for_whom}: {counts}"
    yield from _listed("added", found.added, _MOST, site_url)
    yield from _listed("changed", found.changed, _MOST, site_url)
    yield from _listed("withdrawn", found.withdrawn, len(found.withdrawn), site_url)
    if found.withdrawn:
        yield "Caches, search engines and archives may still hold what was withdrawn; have it removed there."


def _listed(what: str, uris: Sequence[str], most: int, site_url: str | None) -> Iterator[str]:
    if uris:
        yield f"{what}:"
    # Pages first: of a shortened list they say more than the theme's own files.
    for uri in sorted(uris, key=lambda uri: (not uri.endswith(".html"), uri))[:most]:
        yield f"  {printable(address_of(uri, site_url), 1_000)}"
    if len(uris) > most:
        yield f"  ... and {len(uris) - most} more"
