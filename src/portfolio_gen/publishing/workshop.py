"""The folder beside a destination in which a site is made, and what runs that were killed have left there."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from portfolio_gen.publishing.destination import is_site_of
from portfolio_gen.publishing.manifest import MANIFEST
from portfolio_gen.publishing.refusal import RefusedError

try:
    import fcntl
except ImportError:  # Windows.
    fcntl = None  # type: ignore[assignment]

MARKER = ".portfolio-publish"
"""A file that says that a folder is a workshop."""
SITE, LINK, FORMER, GONE = "site", "link", "former", "gone"
"""What may lie in a workshop: the new site, the link to it, and what stood at the destination before and after it."""


@contextlib.contextmanager
def alone(place: Path) -> Iterator[bool]:
    """While it lasts nobody else publishes to a destination; yields False where that can't be had.

    The kernel gives the lock back when a process dies, however it dies. The empty file stays: to remove it
    would be a race.

    Raises:
        RefusedError: somebody else does.
        OSError: the folder around the destination can't be written to.
    """
    with place.with_name(f".{place.name}.lock").open("a") as file:
        if fcntl is None:
            yield False
            return
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RefusedError(f"{place}: another 'portfolio publish' is at work here; wait until it is done") from None
        except OSError:  # Some network file systems know no locks.
            yield False
            return
        yield True


@contextlib.contextmanager
def workshop(place: Path) -> Iterator[Path]:
    """A new folder beside a destination, which only its owner can look into; it is removed with all that is in it."""
    folder = Path(tempfile.mkdtemp(prefix=f".{place.name}.building-", dir=place.parent))
    try:
        (folder / MARKER).touch()
        # A folder that others may read, as far as the umask lets them: it will be moved out of here.
        (folder / SITE).mkdir()
        yield folder
    finally:
        with contextlib.suppress(OSError):  # The next run says what it can't remove.
            _remove(folder)


def recover(place: Path) -> None:
    """Put the former site back if a run was killed between the two renames of a swap, when there was none.

    To be called only when alone, and so is `tidy`.

    Raises:
        OSError: it can't be moved.
    """
    for folder in _workshops(place):
        former = folder / FORMER
        if not os.path.lexists(place) and os.path.lexists(former):
            former.rename(place)


def tidy(place: Path, own: Path) -> tuple[str, ...]:
    """Remove workshops of runs that were killed, and sites to which a destination does not lead.

    What comes out can't be removed, a line each with the reason. `own` is the workshop of this run.
    """
    used = str(place.readlink()) if place.is_symlink() else None
    unused = [path for path in _beside(place) if is_site_of(place, path.name) and path.name != used]
    sites = [path for path in unused if not path.is_symlink() and (path / MANIFEST).is_file()]
    return put_away(sites, [folder for folder in _workshops(place) if folder != own], own)


def put_away(sites: Iterable[Path], workshops: Iterable[Path], own: Path) -> tuple[str, ...]:
    """Remove sites, workshops, and what is gone from the destination into this run's own workshop.

    What comes out can't be removed, a line each with the reason.
    """
    errors: list[OSError] = []
    for site in sites:
        with _collected(errors):
            # One that is removed halfway must still be known as ours by the next run.
            site.rename(own / f"{GONE}-{site.name}")
    for folder in workshops:
        with _collected(errors):
            _remove(folder)
    for path in sorted(own.glob(f"{GONE}*")):
        with _collected(errors):
            _remove_tree(path)
    return tuple(f"{error.filename or own}: {error.strerror or error}" for error in errors)


@contextlib.contextmanager
def _collected(errors: list[OSError]) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        errors.append(error)


def _workshops(place: Path) -> list[Path]:
    name = re.compile(rf"\.{re.escape(place.name)}\.building-\w{{8}}")
    folders = [path for path in _beside(place) if name.fullmatch(path.name) and not path.is_symlink()]
    # One that is empty was killed before it could be marked, or after all else was removed.
    return [path for path in folders if path.is_dir() and ((path / MARKER).is_file() or not any(path.iterdir()))]


def _beside(place: Path) -> list[Path]:
    return sorted(place.parent.iterdir())


def _remove(folder: Path) -> None:
    """Remove a workshop, its marker last.

    Raises:
        OSError: something in it can't be removed.
    """
    for path in sorted(folder.iterdir()):
        if path.name != MARKER:
            _remove_tree(path)
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()


def _remove_tree(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
