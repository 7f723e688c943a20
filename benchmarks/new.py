"""What `portfolio new` costs in a large portfolio: beside the same in a small one, and beside click alone.

    .venv/bin/python benchmarks/new.py [ENTRIES [ROUNDS]]

Everything runs in processes of its own, in turn. Half of the entries have an `id`, and none of the names asked for is
told by a file's name, so that the first lines of all files are read.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CONFIG = "site_name: Benchmark\ndocs_dir: content\nplugins: [portfolio: {audience: team, person: p0}]\n"
CLICK = "import click"
NEW = "import sys; from portfolio_gen.cli import main; main(sys.argv[1:])"
BARE = ("new", "reflection", "A title", "--quiet")
NAMED = (*BARE, "--goal", "goal-of-0", "--competency", "skill:2")
PRINTED = (*BARE, "--print")


def write_portfolio(folder: Path, entries: int) -> None:
    """A project of so many entries by people of a hundred each, and one competency."""
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for number in range(entries):
        place, fields = ("goals", f"id: goal-of-{number}") if number % 2 == 0 else ("journal", "audience: me")
        name = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}-entry-{number}.md"
        write(folder / f"content/people/p{number // 100}/{place}/{name}", f"---\n{fields}\n---\n\n# Entry\n\nText.\n")
    write(
        folder / "content/competencies/c-1.md", "---\nid: skill\nlevels: [{name: One}, {name: Two}]\n---\n\n# Skill\n"
    )


def write(path: Path, text: str) -> None:
    """A file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def seconds(folder: Path, code: str, *arguments: str) -> float:
    """How long a process of its own takes."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return time.perf_counter() - start


def main(entries: int = 10_000, rounds: int = 7) -> None:
    """Print the medians, each with its ratio to the small portfolio and to click alone."""
    with tempfile.TemporaryDirectory() as name:
        small, large = Path(name, "small"), Path(name, "large")
        write_portfolio(small, 10)
        write_portfolio(large, entries)
        forms = {"printed": PRINTED, "filed": BARE, "filed, with names": NAMED}
        taken: dict[str, list[tuple[float, float, float]]] = {form: [] for form in forms}
        for _ in range(rounds):
            for form, words in forms.items():
                taken[form].append((seconds(large, CLICK), seconds(small, NEW, *words), seconds(large, NEW, *words)))
    for form, times in taken.items():
        click, few, many = (statistics.median(column) for column in zip(*times, strict=True))
        sys.stdout.write(
            f"{form}: {many:.2f} s at {entries} entries, {few:.2f} s at 10 ({many / few:.2f}), "
            f"click alone {click:.2f} s ({many / click:.1f})\n"
        )


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
