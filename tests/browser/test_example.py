"""The example as a reader sees it, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import served

GOAL = "people/tomasz/goals/tests-first/"
EVIDENCE = "people/aisha/evidence/2026-10-02-audit-report/"


@pytest.fixture(scope="module")
def address(example_site: Path) -> Iterator[str]:
    """Where the example is served, on this machine alone."""
    with served(example_site) as url:
        yield url


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def test_the_search_finds_an_entry_by_its_title_and_no_generated_list(page: Page, address: str):
    page.goto(address + GOAL)
    title = page.locator("article h1").inner_text().removesuffix("¶").strip()
    page.goto(address)
    page.locator("input[name=query]").click()
    page.locator("input[name=query]").press_sequentially(title)
    expect(page.locator(".md-search-result__link h1").first).to_have_text(title)
    found = page.locator(".md-search-result__link").evaluate_all("links => links.map(link => link.pathname)")
    lists = {"/", "/goals/", "/people/", "/competencies/", "/journal/", "/journal/2025/", "/journal/2026/"}
    assert found[0] == f"/{GOAL}"
    assert lists & set(found) == set()


def test_following_a_backlink_leads_to_an_entry_that_links_back(page: Page, address: str):
    page.goto(address + EVIDENCE)
    backlink = page.locator(".pf-backlinks").get_by_role("link").first
    title = backlink.inner_text()
    backlink.click()
    expect(page.locator("article h1")).to_contain_text(title)
    back = page.locator("article").get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    assert address + EVIDENCE in back
