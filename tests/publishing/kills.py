"""Publishes again and again, killed each time: before every step of some sort, and at random moments.

Run as a module: `python -m tests.publishing.kills FOLDER FORM SORT SEED RANDOM`. FORM is one of FORMS, SORT one of
STEPS, and RANDOM a number of kills. It prints what was wrong, a line each, and then how often it was killed.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from portfolio_gen.publishing.publish import publish
from tests.publishing.sites import LEFT, NEW, OLD, beside, files_of, is_whole, wanted

FORMS = ("nothing", "empty", "link", "folder to link", "folder")
"""What stands at the destination, and whether links are possible: only the last form has none."""
STEPS = {
    "names": ("os.rename", "os.remove", "os.rmdir", "os.symlink"),
    "all": ("open", "os.", "shutil.", "tempfile."),
}
"""How the names begin of what the interpreter reports (PEP 578) when names on the disk change, and for any access."""


def main() -> None:
    folder, form, steps = Path(sys.argv[1]), sys.argv[2], STEPS[sys.argv[3]]
    chance = random.Random(sys.argv[4])
    count = 0
    while _killed(_prepared(folder, form), form, lambda step=count: _die_at(step, steps)):
        _report(folder, form, f"step {count}")
        count += 1
    total = count + int(sys.argv[5])
    while count < total:
        seconds = chance.uniform(0.0001, 0.01)
        if _killed(_prepared(folder, form), form, lambda seconds=seconds: _die_after(seconds)):
            count += 1
            _report(folder, form, f"{seconds:.6f} s")
    sys.stdout.write(f"{count} kills\n")


def _prepared(folder: Path, form: str) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    place = folder / "site"
    if form == "empty":
        place.mkdir()
    elif form != "nothing":
        publish(place, wanted(OLD), with_links=form == "link")
    return place


def _killed(place: Path, form: str, deadly: Callable[[], None]) -> bool:
    """Whether a run in a process of its own was killed; else it has published."""
    child = os.fork()
    if child == 0:
        deadly()
        publish(place, wanted(NEW), with_links=form != "folder")
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _die_at(step: int, names: tuple[str, ...]) -> None:
    steps = iter(range(step + 1))

    def hook(event: str, _arguments: object) -> None:
        if event.startswith(names) and next(steps, None) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def _die_after(seconds: float) -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # Which ends the process at once, as SIGKILL does.
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _report(folder: Path, form: str, moment: str) -> None:
    for wrong in _wrong(folder / "site", form):
        sys.stdout.write(f"{form}: killed at {moment}: {wrong}\n")


def _wrong(place: Path, form: str) -> Iterator[str]:
    former = {"nothing": None, "empty": {}}.get(form, OLD)
    found = files_of(place) if place.exists() else None
    if found not in (former, NEW) and not (found is None and form in ("empty", "folder to link", "folder")):
        yield f"the destination holds {found}"
    if found and not is_whole(place):
        yield "the destination is not what its manifest says"
    publish(place, wanted(NEW), with_links=form != "folder")
    if files_of(place) != NEW or not is_whole(place):
        yield "the next run has not published"
    if beside(place) != (LEFT if form != "folder" else [".site.lock"]):
        yield f"the next run has left {beside(place)}"


if __name__ == "__main__":
    main()
