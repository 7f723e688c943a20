"""A site made, compared with the former one, and put in its place."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from portfolio_gen.model.audience import Audience
from portfolio_gen.publishing.destination import Form, Standing, standing_at
from portfolio_gen.publishing.difference import Difference, difference
from portfolio_gen.publishing.disk import flush_all
from portfolio_gen.publishing.manifest import MANIFEST, Manifest, manifest_of, reader_mark
from portfolio_gen.publishing.openness import more_to_see
from portfolio_gen.publishing.refusal import RefusedError
from portfolio_gen.publishing.swap import swap
from portfolio_gen.publishing.workshop import SITE, alone, put_away, recover, tidy, workshop

Fill = Callable[[Path], None]
"""Writes a site that may be published into an empty folder, or raises."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What publishing has done."""

    difference: Difference
    """What is new for those who read the destination."""
    remains: tuple[str, ...] = ()
    """What is left of former sites because it can't be removed, and why; a line each."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be published."""

    fill: Fill
    audience: Audience
    """For whom it is."""
    reader: str = ""
    """The id of the person who reads it; empty if it is for no one person."""
    replaces_audience: bool = False
    """Whether it may stand where those read who may see less."""


def publish(place: Path, wanted: Wanted, *, with_links: bool = True) -> Outcome:
    """Let a destination, from `destination_at`, be the wanted site; what that has changed.

    Nothing is touched if nothing has changed. Whatever stops this before its last step, also from outside,
    leaves the destination as it was, and the next run removes what it has left.

    Raises:
        RefusedError: the destination may not be replaced, or not by this.
        OSError: it can't be written.
    """
    _replaceable(place, wanted)  # Before anything is touched; once more below, when nobody else is at work.
    place.parent.mkdir(parents=True, exist_ok=True)
    with alone(place) as is_alone, workshop(place) as folder:
        if is_alone:
            recover(place)
        remains = tidy(place, folder) if is_alone else ()
        standing = _replaceable(place, wanted)
        site = folder / SITE
        manifest = _made(site, wanted)
        found = _difference(standing, manifest)
        if not found.is_none or manifest != standing.manifest:
            (site / MANIFEST).write_bytes(manifest.text.encode())
            flush_all(site)
            swap(place, standing, site, manifest.name, with_links=with_links)
            remains += put_away([standing.site] if standing.form is Form.LINK and standing.site else [], [], folder)
        return Outcome(found, remains)


def rehearse(place: Path, wanted: Wanted) -> Difference:
    """What publishing would change; nothing at the destination is touched.

    Raises:
        RefusedError: the destination may not be replaced, or not by this.
        OSError: the site can't be written.
    """
    standing = _replaceable(place, wanted)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, SITE)
        site.mkdir()
        return _difference(standing, _made(site, wanted))


def _replaceable(place: Path, wanted: Wanted) -> Standing:
    standing = standing_at(place)
    if standing.manifest is not None and not wanted.replaces_audience:
        why = more_to_see(standing.manifest, wanted.audience, reader_mark(wanted.reader))
        if why:
            raise RefusedError(f"{place}: {why}; publish somewhere else, or say --replace-audience")
    return standing


def _made(site: Path, wanted: Wanted) -> Manifest:
    wanted.fill(site)
    return manifest_of(site, wanted.audience, reader_mark(wanted.reader))


def _difference(standing: Standing, manifest: Manifest) -> Difference:
    """The difference to what really stands there: somebody may have changed it since it was published."""
    if standing.site is None or standing.manifest is None:
        return difference({}, manifest.files)
    former = manifest_of(standing.site, standing.manifest.audience, standing.manifest.reader)
    return difference(former.files, manifest.files)
