"""Kills a run of `sort` that makes two entries at steps that are some apart, and looks at what it leaves.

A script of its own, since a process with threads should not fork. Writes how many steps there are.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from portfolio_gen.build.changing.sorting import desk_of, drop, lines_left, make_entry, undo
from portfolio_gen.drafting.inbox import inbox_in
from portfolio_gen.editing.files.applying import recover
from portfolio_gen.settings.project import project_at
from tests.builders import write_project
from tests.editing.files.killed import survives

LINES = ("one", "two", "three")


def main(root: Path, apart: int) -> None:
    step, is_alive = 1 - apart, False
    while not is_alive:
        step += apart
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir()
        write_project(root, {"index.md": "# Home\n"})
        (root / "inbox.md").write_text("\n".join(LINES))
        is_alive = survives(lambda: sort(root), step)
        recover(root)
        waiting = [line.removeprefix("- [x] ") for line in (root / "inbox.md").read_text().splitlines()]
        made = [path.stem.removeprefix("2026-11-20-") for path in (root / "content/journal").glob("*.md")]
        assert sorted([*waiting, *made]) == sorted(LINES), (step, waiting, made)
    sys.stdout.write(str(step))


def sort(root: Path) -> None:
    project = project_at(root / "mkdocs.yml", {})
    desk = desk_of(project, inbox_in(root, project.content, has_config=True), None)
    one, two, three = lines_left(desk, ())
    make_entry(one, "reflection", desk)
    done = make_entry(two, "reflection", desk)
    drop(three, desk)
    undo(done, desk)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
