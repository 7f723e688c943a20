"""A new site in the place of the former one, in one step."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from portfolio_gen.publishing.destination import Form, Standing
from portfolio_gen.publishing.disk import flush
from portfolio_gen.publishing.workshop import FORMER, GONE, LINK

_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL}
"""What file systems without symbolic links answer; Windows answers EINVAL to those who may make none."""


def swap(place: Path, standing: Standing, site: Path, name: str, *, with_links: bool = True) -> None:
    """Let the destination be a new site, which lies in a workshop beside it and moves out of it.

    The destination becomes a link to the folder NAME.<name>. One rename puts it there, so whoever reads the
    destination finds the former site or the new one. Where there can be no links, and where the destination is
    a folder, there are two renames, and nothing in between them. A folder that stood there is then in the workshop,
    a site to which a link led is still beside the destination.

    Raises:
        OSError: it can't be done. The former site stands as before.
    """
    workshop = site.parent
    fresh = _link(place, standing, site, name) if with_links else None
    if fresh is None:
        _put(site, place, standing, workshop)
    else:
        _put(fresh, place, standing, workshop)
    flush(place.parent)


def _link(place: Path, standing: Standing, site: Path, name: str) -> Path | None:
    """A link to the site, which now lies beside the destination; None if there can be no links."""
    beside = _free(place.with_name(f"{place.name}.{name}"))
    fresh = site.parent / LINK
    try:
        # Only a name, so that the folder around can be moved and mounted elsewhere.
        fresh.symlink_to(beside.name, target_is_directory=True)
    except NotImplementedError:
        return None
    except OSError as error:
        if error.errno in _NO_LINKS:
            return None
        raise
    site.rename(beside)
    flush(beside.parent)
    return fresh


def _free(path: Path) -> Path:
    """A path at which there is nothing: what stands at its own may be damaged, but is in use."""
    number = 1
    free = path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free


def _put(fresh: Path, place: Path, standing: Standing, workshop: Path) -> None:
    if standing.form is Form.NOTHING or (standing.form is Form.LINK and fresh.is_symlink()):
        fresh.replace(place)
        return
    former = workshop / FORMER
    place.rename(former)
    try:
        fresh.rename(place)
    except BaseException:
        former.rename(place)
        raise
    former.rename(workshop / GONE)
