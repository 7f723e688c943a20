"""The matrix in a real browser: its headings stay in sight, and it can be read by keyboard on a small screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import served

_SCROLLED = """async box => {
    box.scrollTo(box.scrollWidth, box.scrollHeight)
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    const frame = box.getBoundingClientRect()
    const top = box.querySelector("thead th:last-child").getBoundingClientRect().top
    const left = box.querySelector("tbody tr:last-child th").getBoundingClientRect().left
    const isNear = (one, other) => Math.abs(one - other) < 2
    return [box.scrollLeft > 0 && box.scrollTop > 0, isNear(top, frame.top), isNear(left, frame.left)]
}"""
_COVERED = """box => {
    window.scrollTo(0, box.getBoundingClientRect().top + window.scrollY - 60)
    box.scrollTo(box.scrollWidth, box.scrollHeight)
    return [...box.querySelectorAll("a")].reverse().filter(link => {
        link.focus()
        const {left, top, height} = link.getClientRects()[0]
        return !link.contains(document.elementFromPoint(left + 3, top + height / 2))
    }).map(link => link.textContent)
}"""


@pytest.fixture
def box(browser: Browser, example_site: Path) -> Iterator[Page]:
    """A page with the matrix on a screen that is too small for it."""
    context = browser.new_context(viewport={"width": 390, "height": 400}, reduced_motion="reduce")
    with served(example_site) as url:
        page = context.new_page()
        page.goto(f"{url}matrix/")
        yield page
        context.close()


def test_the_first_line_and_column_stay_in_sight(box: Page):
    assert box.locator(".pf-scroll").nth(1).evaluate(_SCROLLED) == [True, True, True]


def test_the_box_says_what_it_is_and_scrolls_by_keyboard(box: Page):
    first = box.get_by_role("region", name="People and the competencies of Building")
    first.focus()
    first.press("ArrowRight")
    expect(first).to_be_focused()
    box.wait_for_function("document.querySelector('.pf-scroll').scrollLeft > 0")


def test_nothing_that_has_the_focus_lies_below_a_heading(box: Page):
    assert box.locator(".pf-scroll").nth(1).evaluate(_COVERED) == []
