"""Each kind of page of the example: for everybody, on any screen, over the web and from disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.keyboard import way_through
from tests.browser.kinds import pages_by_kind
from tests.browser.looking import COLOURS, DESK, HEIGHT, PHONE, WIDTHS, faults, moving, watched
from tests.browser.serving import served
from tests.conftest import CHECKOUT


@pytest.fixture(scope="module")
def kinds(example_site: Path) -> Mapping[str, str]:
    """The address of a page of each kind, below the site's root."""
    return pages_by_kind(CHECKOUT, example_site)


@pytest.fixture(scope="module")
def address(example_site: Path) -> Iterator[str]:
    """Where the example is served, on this machine alone."""
    with served(example_site) as url:
        yield url


def test_every_kind_of_entry_and_of_overview_is_among_the_pages_looked_at(kinds: Mapping[str, str]):
    entries = {"person", "goal", "reflection", "evidence", "feedback", "assessment", "competency", "role", "team"}
    entries |= {"framework", "activity", "checkin", "challenge", "learning", "page"}
    overviews = {"index.md", "people/index.md", "goals/index.md", "competencies/index.md", "journal/index.md"}
    assert entries | overviews | {"journal/#.md", "404"} <= kinds.keys()


# What axe finds in one scheme it finds in the other, but for colours: nothing is shown in one only.
@pytest.mark.parametrize(
    ("scheme", "rules", "widths"), [("light", None, WIDTHS), ("dark", COLOURS, (PHONE, DESK))], ids=["light", "dark"]
)
def test_a_page_is_for_everybody_on_any_screen_is_quiet_and_asks_nobody_else(
    browser: Browser,
    address: str,
    kinds: Mapping[str, str],
    scheme: Literal["light", "dark"],
    rules: list[str] | None,
    widths: tuple[int, ...],
):
    found: list[str] = []
    with watched(browser, address, found, scheme=scheme) as page:
        for kind, path in kinds.items():
            page.goto(address + path)
            expected = "slate" if scheme == "dark" else "default"
            assert page.locator("body").get_attribute("data-md-color-scheme") == expected
            found += [f"{kind}, {fault}" for fault in faults(page, rules=rules, widths=widths)]
            found += [f"{kind}, moves: {one}" for one in moving(page)]
    assert found == []


def test_from_disk_a_page_is_for_everybody_and_quiet_without_a_network(
    browser: Browser, example_site: Path, kinds: Mapping[str, str]
):
    found: list[str] = []
    with watched(browser, "file:", found, is_offline=True) as page:
        for kind, path in kinds.items():
            if kind == "404":
                continue  # It is for web servers: from disk a browser shows a page of its own.
            page.goto((example_site / path / "index.html").as_uri())
            # What axe finds in the same page over the web it finds here, but for what styles would have done.
            found += [f"{kind}, {fault}" for fault in faults(page, rules=COLOURS, widths=(PHONE,))]
    assert found == []


def test_from_disk_the_search_finds_and_opens_an_entry_without_a_network(browser: Browser, example_site: Path):
    found: list[str] = []
    with watched(browser, "file:", found, is_offline=True) as page:
        page.goto((example_site / "index.html").as_uri())
        page.locator("input[name=query]").click()
        page.locator("input[name=query]").press_sequentially("audited our forms")
        page.locator(".md-search-result__link").first.click()
        expect(page.locator("article h1")).to_contain_text("audited our forms")
    assert found == []


def test_all_of_a_page_is_reached_by_keyboard_and_shows_that_it_has_the_focus(
    browser: Browser, address: str, kinds: Mapping[str, str]
):
    found: list[str] = []
    with watched(browser, address, found) as page:
        for kind, path in kinds.items():
            # On a wide screen only the frame is another, and that is the same on each page.
            for width in (PHONE, DESK) if kind == "index.md" else (PHONE,):
                page.set_viewport_size({"width": width, "height": HEIGHT})
                page.goto(address + path)
                way = way_through(page)
                found += [f"{kind}, {width} px: {fault}" for fault in way.faults]
                found += [f"{kind}, {width} px: out of reach: {one}" for one in way.unreached]
    assert found == []


def test_on_a_phone_the_menu_opens_leads_on_and_shuts_by_keyboard(browser: Browser, address: str):
    found: list[str] = []
    with watched(browser, address, found) as page:
        page.set_viewport_size({"width": PHONE, "height": HEIGHT})
        page.goto(address)
        menu = page.get_by_role("button", name="Navigation")
        expect(menu).to_have_attribute("aria-expanded", "false")
        people = page.locator(".md-nav--primary").get_by_role("link", name="People")
        expect(people).to_be_hidden()
        menu.focus()
        page.keyboard.press("Enter")
        expect(menu).to_have_attribute("aria-expanded", "true")
        expect(people).to_be_in_viewport()
        page.keyboard.press("Escape")
        expect(people).to_be_hidden()
        expect(menu).to_be_focused()
        page.keyboard.press("Space")
        people.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}people/")
    assert found == []


def test_on_a_phone_the_search_opens_by_keyboard(browser: Browser, address: str):
    found: list[str] = []
    with watched(browser, address, found) as page:
        page.set_viewport_size({"width": PHONE, "height": HEIGHT})
        page.goto(address)
        page.locator("label.md-header__button[for=__search]").focus()
        page.keyboard.press("Enter")
        expect(page.locator("input[name=query]")).to_be_focused()
        expect(page.locator("input[name=query]")).to_be_in_viewport()
        page.keyboard.type("audited our forms")
        first = page.locator(".md-search-result__link").first
        expect(first).to_contain_text("audited our forms")
        # Until the last letter is answered the list is made anew, and whoever is in it falls out.
        for _ in range(100):
            page.keyboard.press("ArrowDown")
            if first.evaluate("element => element === document.activeElement"):
                break
            page.locator("input[name=query]").focus()
            page.wait_for_timeout(50)
        expect(first).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("article h1")).to_contain_text("audited our forms")
    assert found == []


def test_an_authors_table_that_is_wider_than_a_phone_has_a_name_and_scrolls_by_keyboard(
    browser: Browser, address: str, example_site: Path
):
    cells = "".join(f"<td>column{number}withlongwords</td>" for number in range(9))
    table = f"<h2>Hours</h2><table><tr>{cells}</tr></table><table><tr><td>narrow</td></tr></table>"
    page_itself = (example_site / "how-we-share/index.html").read_text("utf-8")
    found: list[str] = []
    with watched(browser, address, found) as page:
        page.route("**/how-we-share/", lambda route: route.fulfill(body=page_itself.replace("</h1>", f"</h1>{table}")))
        page.set_viewport_size({"width": PHONE, "height": HEIGHT})
        page.goto(f"{address}how-we-share/")
        wide, narrow = page.locator(".md-typeset__scrollwrap").all()
        expect(wide).to_have_attribute("tabindex", "0")
        expect(wide).to_have_attribute("aria-label", "Hours")
        expect(narrow).not_to_have_attribute("tabindex", "0")
        wide.focus()
        page.keyboard.press("ArrowRight")
        # The policy of the page forbids the eval with which a wait for a function works.
        for _ in range(100):
            if wide.evaluate("element => element.scrollLeft") > 0:
                break
            page.wait_for_timeout(20)
        assert wide.evaluate("element => element.scrollLeft") > 0
        found += list(faults(page, widths=(PHONE,)))
    assert found == []
