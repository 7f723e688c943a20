"""What the theme's search knows of a site."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT
from tests.plugin.sites import html_of

_HEADING = re.compile(r"^#{2,6}[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_LEVEL = re.compile(r"\d\. ")


@pytest.fixture(scope="module")
def places(example_site: Path) -> dict[str, dict[str, str]]:
    """What the search of the example finds, by its address."""
    docs = json.loads(html_of(example_site, "search/search_index.json"))["docs"]
    return {one["location"]: one for one in docs}


def test_every_section_that_is_found_was_written_by_somebody(places: dict[str, dict[str, str]]):
    written = "\n".join(path.read_text("utf-8") for path in (CHECKOUT / "content").rglob("*.md"))
    headings = {re.sub(r"[*_`\[\]]", "", heading) for heading in _HEADING.findall(written)}
    # What a second look says stands nowhere else.
    headings.add("Second looks")
    sections = [one["title"] for place, one in places.items() if "#" in place]
    assert sections
    assert [title for title in sections if title not in headings and not _LEVEL.match(title)] == []


def test_what_a_level_asks_for_is_found(places: dict[str, dict[str, str]]):
    assert "the way it is meant to be used" in places["competencies/testing/#level-1"]["text"]


def test_no_page_is_found_for_the_titles_in_its_lists(places: dict[str, dict[str, str]]):
    title = next(one["title"] for place, one in places.items() if place.endswith("2026-04-24-index-checks/"))
    listing = [
        place
        for place, one in places.items()
        if title in one["text"] and place.startswith(("competencies/", "people/tomasz/#", "teams/", "roles/"))
    ]
    assert listing == []


def test_the_facts_of_an_entry_are_lines_of_their_own(places: dict[str, dict[str, str]]):
    goal = places["people/tomasz/goals/tests-first/"]["text"]
    assert "<li>By Tomasz Lindgren</li>" in goal
    assert "Testing before it matters" in goal
