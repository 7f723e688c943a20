"""The map in a real browser: it stands out what hangs together, by keyboard too, and is whole without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import served

LINES = ".pf-map-list li"


@pytest.fixture(scope="module")
def address(example_site: Path) -> Iterator[str]:
    with served(example_site) as url:
        yield f"{url}map/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    opened.goto(address)
    yield opened
    context.close()


def test_what_hangs_together_with_the_focused_line_stands_out(page: Page):
    goal = page.locator(f"{LINES} .pf-kind-goal a").first
    goal.focus()
    hot = page.locator(".pf-network .pf-hot")
    expect(page.locator(".pf-network.pf-dim")).to_have_count(1)
    expect(hot.and_(page.locator(".pf-tie"))).not_to_have_count(0)
    names = hot.and_(page.locator(".pf-named.pf-kind-competency"))
    expect(names).to_have_count(hot.and_(page.locator(".pf-tie")).count())
    page.locator("h1").click()
    goal.blur()
    expect(page.locator(".pf-network.pf-dim")).to_have_count(0)


def test_a_kind_can_be_left_out_and_brought_back_by_keyboard(page: Page):
    button = page.get_by_role("button", name="reflections")
    drawn, listed = (
        page.locator(".pf-small.pf-kind-reflection:visible"),
        page.locator(".pf-map-list .pf-kind-reflection"),
    )
    before = drawn.count()
    assert before
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(drawn).to_have_count(0)
    expect(listed.first).to_be_hidden()
    button.press("Space")
    expect(drawn).to_have_count(before)
    expect(listed.first).to_be_visible()


def test_a_person_can_be_left_out(page: Page):
    page.get_by_role("button", name="Maren Okonkwo").click()
    expect(page.locator(f"{LINES}:not(:has(li))", has_text="Maren Okonkwo").first).to_be_hidden()
    expect(page.locator(".pf-network .pf-heading:visible", has_text="Maren Okonkwo")).to_have_count(0)
    expect(page.locator(".pf-network .pf-heading:visible", has_text="Aisha Rahimi")).to_have_count(1)


def test_the_picture_can_be_made_larger_and_whole_again(page: Page):
    def wide() -> float:
        return float(page.locator(".pf-network").evaluate("picture => picture.getBoundingClientRect().width"))

    whole = wide()
    page.get_by_role("button", name="Larger").click()
    assert wide() == pytest.approx(1.4 * whole, rel=0.01)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    page.get_by_role("button", name="Whole picture").click()
    assert wide() == pytest.approx(whole)


def test_without_scripts_the_map_is_a_picture_and_a_list_and_has_no_buttons(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".pf-network")).to_be_visible()
    expect(page.locator(LINES).first).to_be_visible()
    expect(page.locator(".pf-map-tools")).to_be_hidden()
    context.close()
