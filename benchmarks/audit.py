"""What the audit adds to a build: the same portfolio built with and without it, in turn, and the ratio of the medians.

    .venv/bin/python benchmarks/audit.py [ENTRIES [ROUNDS]]

The portfolio is made up, always the same, and spread over all audiences; the site is for the team.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TEXT = (
    "a we the team plan review talk listen early late short long question answer meeting draft customer release test "
    "asked wrote tried learned noticed changed helped missed found kept and but because so when after before with "
    "without about feedback workshop deadline checklist colleague interview report number mistake habit week"
)
AUDIENCES = ("me", "me", "mentor", "team", "team", "team", "organisation", "public")
CONFIG = """site_name: Benchmark
docs_dir: content
theme: {name: material, font: false}
plugins: [search, portfolio: {audience: team, today: 2026-11-20}]
"""
WITH = "from mkdocs.__main__ import cli; cli(['build', '--quiet'])"
WITHOUT = f"import portfolio_mkdocs.plugin as plugin; plugin.auditor_of = lambda *_: None; {WITH}"


def write_portfolio(folder: Path, entries: int) -> None:
    """A project of so many reflections by people of about a hundred each."""
    chance, words = random.Random(1), TEXT.split()
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for number in range(entries):
        path = (
            folder
            / f"content/people/p{number // 100}/journal/2026-{number % 12 + 1:02}-{number % 28 + 1:02}-{number}.md"
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        paragraphs = (" ".join(chance.choice(words) for _ in range(60)) for _ in range(4))
        text = "\n\n".join(f"{one.capitalize()}." for one in paragraphs)
        title = " ".join(chance.choice(words) for _ in range(5)).capitalize()
        path.write_text(f"---\naudience: {chance.choice(AUDIENCES)}\n---\n\n# {title} {number}\n\n{text}\n", "utf-8")


def seconds(folder: Path, code: str) -> float:
    """How long a process of its own takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], cwd=folder, check=True, env={"NO_MKDOCS_2_WARNING": "1"})
    return time.perf_counter() - start


def main(entries: int = 1_000, rounds: int = 5) -> None:
    """Print both medians and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_portfolio(folder, entries)
        pairs = [(seconds(folder, WITH), seconds(folder, WITHOUT)) for _ in range(rounds)]
    audited, plain = (statistics.median(times) for times in zip(*pairs, strict=True))
    sys.stdout.write(
        f"{entries} entries: {audited:.2f} s with the audit, {plain:.2f} s without, {audited / plain:.3f}\n"
    )


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
