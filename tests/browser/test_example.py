"""The example as a reader sees it, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import served

GOAL = "people/tomasz/goals/tests-first/"
PAGES = {
    "home": "",
    "person": "people/tomasz/",
    "competency": "competencies/testing/",
    "goal": GOAL,
    "journal": "journal/",
}


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_well_on_any_screen_and_asks_nobody_else(
    browser: Browser, address: str, name: str, width: int, scheme: Literal["light", "dark"]
):
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    heard: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("requestfailed", lambda request: heard.append(f"failed: {request.url}"))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + PAGES[name])

    assert page.locator("body").get_attribute("data-md-color-scheme") == ("slate" if scheme == "dark" else "default")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    expect(page.locator("article h1")).to_be_visible()
    expect(page.get_by_text("Built for the team.")).to_be_visible()
    if name in ("person", "competency", "goal"):
        expect(page.locator(".pf-header")).to_be_in_viewport()
    if name in ("home", "journal", "person", "competency"):
        expect(page.locator(".pf-list").first).to_be_visible()
    if name == "goal":
        expect(page.locator(".pf-backlinks").get_by_role("link").first).to_be_visible()
    assert heard == []
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    context.close()


def test_small_words_of_ours_can_be_told_from_the_background_in_both_schemes(browser: Browser, address: str):
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address + GOAL)
        for place in (".pf-kind", ".pf-header .pf-label", ".pf-about", ".pf-audience"):
            assert page.locator(place).first.evaluate(CONTRAST) >= 4.5, f"{place} in the {scheme} scheme"
        context.close()


CONTRAST = """element => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true})
    const paint = colors => {
        canvas.clearRect(0, 0, 1, 1)
        for (const color of colors) { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1) }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
    }
    const light = rgb => rgb.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, index) => sum + v * [0.2126, 0.7152, 0.0722][index], 0)
    const grounds = []
    for (let one = element; one; one = one.parentElement) grounds.unshift(getComputedStyle(one).backgroundColor)
    const below = light(paint(["white", ...grounds]))
    const above = light(paint(["white", ...grounds, getComputedStyle(element).color]))
    return (Math.max(below, above) + 0.05) / (Math.min(below, above) + 0.05)
}"""
"""The contrast ratio of an element's words, as WCAG 2.2 has it."""


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
    page.goto(address + GOAL)
    backlink = page.locator(".pf-backlinks").get_by_role("link").first
    title = backlink.inner_text()
    backlink.click()
    expect(page.locator("article h1")).to_contain_text(title)
    back = page.locator("article").get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    assert address + GOAL in back
