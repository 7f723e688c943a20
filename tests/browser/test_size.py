"""What a page costs: the bytes of an entry, and all that a browser asks for before anything is seen."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.kinds import pages_by_kind
from tests.browser.serving import served
from tests.builders import write_project
from tests.conftest import CHECKOUT
from tests.plugin.sites import built

ENTRY_KINDS = {"reflection", "evidence", "feedback", "assessment", "learning", "challenge", "checkin"}
MOST_OF_AN_ENTRY = 18_000
MOST_OF_A_FIRST_VIEW = 120_000
"""In bytes, with gzip at level 6 as servers have it."""

NOTE = "people/ada/journal/2026-03-04-green.md"
FILES = {
    "people/ada/index.md": "---\naudience: public\n---\n\n# Ada\n",
    "competencies/testing.md": "---\ntitle: Testing\nlevels: [{name: Starting}, {name: Reliable}]\n---\n",
    "people/ada/goals/tests.md": "---\naudience: public\ntitle: Write tests\n---\n",
    NOTE: "---\naudience: public\ngoals: tests\ncompetencies: {id: testing, level: 2}\n---\n\n# All green\n\nWords.\n",
}


def others(count: int) -> Mapping[str, str]:
    """More entries, of more people, about the same competency."""
    return {
        f"people/p{number % 12}/{folder}/2026-0{number % 9 + 1}-11-note-{number}.md": (
            f"---\naudience: public\ntitle: Note {number}\ncompetencies: testing\n---\n\nWords.\n"
        )
        for number in range(count)
        for folder in ("journal", "evidence")
    }


def entry_size(folder: Path, count: int) -> int:
    site = built(write_project(folder, {**FILES, **others(count)}))
    return (site / NOTE.removesuffix(".md") / "index.html").stat().st_size


def test_the_page_of_an_entry_does_not_grow_with_the_portfolio(tmp_path: Path):
    assert entry_size(tmp_path / "large", 200) == entry_size(tmp_path / "small", 20)


def test_an_ordinary_entry_of_the_example_is_small(example_site: Path):
    kinds = pages_by_kind(CHECKOUT, example_site)
    sizes = {kind: (example_site / kinds[kind] / "index.html").stat().st_size for kind in ENTRY_KINDS}
    assert {kind: size for kind, size in sizes.items() if size >= MOST_OF_AN_ENTRY} == {}


@pytest.mark.parametrize("kind", ["index.md", "person", "reflection"])
def test_the_first_view_of_a_page_transfers_little(browser: Browser, example_site: Path, kind: str):
    path = pages_by_kind(CHECKOUT, example_site)[kind]
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        if not response.url.startswith(("data:", "blob:")):
            sizes[response.url] = len(gzip.compress(response.body(), 6))

    with served(example_site) as address:
        context = browser.new_context()
        page = context.new_page()
        page.on("response", weigh)
        page.goto(address + path, wait_until="networkidle")
        context.close()
    assert len(sizes) > 3
    assert sum(sizes.values()) < MOST_OF_A_FIRST_VIEW, sizes
