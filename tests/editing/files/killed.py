"""Kills runs of `apply` and `recover` at every step and at random moments, and looks at what they leave.

A script of its own, since a process with threads should not fork. Writes how many steps there are, and how often each
state was found.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import filelock  # noqa: F401  # So that no child spends its life on importing.

from portfolio_gen.editing.files.applying import apply, recover
from portfolio_gen.editing.files.changes import Change

OLD = {"a.md": b"old a\r\n", "b.md": b"old b\n", "people/ada/moved.md": b"moves\n", "run": b"#!\n"}
NEW = {
    "a.md": b"new a\r\n",
    "b.md": b"new b\n",
    "people/grace/goals/moved.md": b"has moved\n",
    "run": b"#!!\n",
    "c": b"",
}
STEPS = ("open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.rmtree", "os.scandir")
"""What the interpreter tells of before it happens, of all that touches a disk."""


def fresh(root: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
    for name, held in OLD.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(held)
    (root / "run").chmod(0o750)


def changes(root: Path) -> list[Change]:
    moved, was = root / "people/grace/goals/moved.md", root / "people/ada/moved.md"
    return [
        *(Change(root / name, OLD[name], NEW[name]) for name in ("a.md", "b.md", "run")),
        Change(moved, None, NEW["people/grace/goals/moved.md"], was),
        Change(was, OLD["people/ada/moved.md"], None),
        Change(root / "c", None, b""),
    ]


def files(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file())
    names = {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
    return {name: held for name, held in names.items() if not name.startswith(".portfolio/")}


def survives(act: Callable[[], object], at_step: int | None, after: float = 0.0) -> bool:
    """Whether a child process lives to the end that is killed at a step, or after some seconds."""
    child = os.fork()
    if child == 0:
        count = 0

        def watch(event: str, _arguments: object) -> None:
            nonlocal count
            if event in STEPS:
                count += 1
                if count == at_step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        act()
        os._exit(0)
    if at_step is None:
        end = time.perf_counter() + after
        while time.perf_counter() < end:
            pass
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1] == 0


def state(root: Path) -> str:
    """What the files are: "old", "new" or "between"; every one of them is whole in any case."""
    found = files(root)
    for name in {*OLD, *NEW}:
        allowed = [held.get(name) for held in (OLD, NEW)]
        assert found.get(name) in allowed, (name, found.get(name))
    assert any(name.endswith("moved.md") for name in found), "a file that moves was nowhere"
    return "old" if found == OLD else "new" if found == NEW else "between"


def check(root: Path, seen: Counter[str], random_step: random.Random) -> None:
    """What a killed run has left is whole, and is finished, even if that is killed as well."""
    seen[state(root)] += 1
    survives(lambda: recover(root), random_step.randint(1, 40))
    state(root)
    recover(root)
    assert state(root) != "between"
    assert {path.name for path in (root / ".portfolio").glob("*")} <= {".gitignore", ".gitignore.new", "lock"}
    assert (root / "run").stat().st_mode & 0o777 == 0o750
    assert {path.name for path in root.iterdir()} <= {"a.md", "b.md", "c", "run", "people", ".portfolio"}
    if state(root) == "new":
        assert [path.name for path in (root / "people").iterdir()] == ["grace"]


def main(root: Path, seed: int) -> None:
    chosen, seen = random.Random(seed), Counter[str]()
    step, is_alive = 0, False
    while not is_alive:
        step += 1
        fresh(root)
        is_alive = survives(lambda: apply(changes(root), root), step)
        check(root, seen, chosen)
    started = time.perf_counter()
    fresh(root)
    assert survives(lambda: apply(changes(root), root), -1)
    whole = time.perf_counter() - started
    for _ in range(50):
        fresh(root)
        survives(lambda: apply(changes(root), root), None, chosen.uniform(0, 1.2 * whole))
        check(root, seen, chosen)
    sys.stdout.write(json.dumps([step, seen]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
