"""Something done again whenever the sources change, until somebody presses Ctrl-C."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from queue import Empty, Queue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from portfolio_gen.problems import Problem
from portfolio_gen.settings.project import Project

_CHANGING = frozenset({"created", "modified", "moved", "deleted"})
_BESIDE = (".yml", ".yaml", ".txt")
"""How the names of configurations and lists end; nothing else beside the content is a source."""
_QUIET = 0.2
"""Seconds without a further change after which an editor has finished writing."""
_PATIENCE = 0.5
"""Seconds between looks at whether Ctrl-C was pressed, which some systems don't tell who waits."""


def checked_again(
    check: Callable[[], Sequence[Problem]],
    changes: Iterable[object],
    tell: Callable[[Sequence[Problem], str], None],
) -> Sequence[Problem]:
    """What was found last: now, and again after each of the changes, told each time with what is new and mended.

    Ctrl-C ends it, also while it checks; then the problems of the last whole check count.
    """
    found: Sequence[Problem] = ()
    with contextlib.suppress(KeyboardInterrupt):
        found = check()
        tell(found, "")
        for _ in changes:
            former, found = found, check()
            tell(found, news(former, found))
    return found


def news(former: Iterable[Problem], now: Iterable[Problem]) -> str:
    """How many problems are new and how many are gone, in words. One that has only moved to another line is neither."""
    before, after = (Counter((one.uri, one.code, one.message) for one in some) for some in (former, now))
    new, mended = (after - before).total(), (before - after).total()
    said = [f"{new} new"] * bool(new) + [f"{mended} mended"] * bool(mended)
    return ", ".join(said) or "nothing new"


def watched_places(project: Project) -> tuple[tuple[Path, bool], ...]:
    """The folders to watch, and whether all below counts: the content, and where the configuration and lists are."""
    places = {project.content.resolve(): True}
    lists = (path.parent for path in project.settings.names.files)
    beside = (*((project.config.parent,) if project.config else ()), *lists)
    for included in project.settings.include:
        places[included.content.resolve()] = True
    for folder in beside:
        places.setdefault(folder.resolve(), False)
    return tuple(sorted(places.items()))


def changes_in(places: Iterable[tuple[Path, bool]]) -> Iterator[None]:
    """One for each time that something is changed in some folders from now on, once it is quiet; without end."""
    noticed: Queue[None] = Queue()
    # What is changed before somebody asks for the first change counts, too.
    return _changes(noticed, _started(tuple(places), noticed))


def _changes(noticed: Queue[None], observer: BaseObserver) -> Iterator[None]:
    try:
        while True:
            try:
                noticed.get(timeout=_PATIENCE)
            except Empty:
                continue
            _until_quiet(noticed)
            yield
    finally:
        observer.stop()
        observer.join()


class _Handler(FileSystemEventHandler):
    def __init__(self, noticed: Queue[None], endings: tuple[str, ...]) -> None:
        self._noticed = noticed
        self._endings = endings

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = [str(path) for path in (event.src_path, event.dest_path) if path]
        if event.event_type in _CHANGING and any(self._counts(Path(path).name) for path in paths):
            self._noticed.put(None)

    def _counts(self, name: str) -> bool:
        # Editors keep files of their own beside those that they edit, and so do the commands that change sources.
        is_own = name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp"))
        return not is_own and name.endswith(self._endings)


def _started(places: Sequence[tuple[Path, bool]], noticed: Queue[None]) -> BaseObserver:
    """An observer at work; one that looks again and again where the system tells nobody of changes."""
    for make in (Observer, PollingObserver):
        observer = make()
        try:
            for folder, is_deep in places:
                handler = _Handler(noticed, ("",) if is_deep else _BESIDE)
                observer.schedule(handler, str(folder), recursive=is_deep)
            observer.start()
        except OSError:
            if make is PollingObserver:
                raise
            continue
        return observer
    raise AssertionError("unreachable")


def _until_quiet(noticed: Queue[None]) -> None:
    while True:
        try:
            noticed.get(timeout=_QUIET)
        except Empty:
            return
