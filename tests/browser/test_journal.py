"""The journal's filters and the search, in a real browser: served, from disk, by keyboard, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from portfolio_gen.build import build_site
from portfolio_gen.reading.sources import read_tree
from portfolio_gen.views.journal_index import JOURNAL_INDEX
from tests.browser import looking
from tests.browser.serving import served
from tests.builders import COMPETENCY, Files, settings, write_project
from tests.plugin.sites import built

CONFIG = """
site_name: Test site
site_url: https://example.org/
docs_dir: content
use_directory_urls: {directory_urls}
theme:
  name: material
  font: false
  features: [search.highlight, navigation.instant]
plugins:
  - search
  - portfolio: {{today: 2026-11-20}}
"""
HOSTILE = "<img src=x onerror=alert(1)> & 'more'"
FILES: Files = {
    "people/ada/index.md": "---\ntitle: Ada Lovelace\naudience: public\n---\n\n# Ada Lovelace\n\nLikes engines.\n",
    "people/ben/index.md": "---\ntitle: Ben\naudience: public\n---\n\n# Ben\n\nLikes rivers.\n",
    "competencies/testing.md": COMPETENCY,
    "people/ada/goals/read.md": "---\ntitle: Read more\naudience: public\ndate: 2025-05-01\n---\n",
    "people/ada/evidence/index.md": f"""
        ---
        type: evidence
        title: "{HOSTILE}"
        audience: public
        date: 2026-07-01
        competencies: [{{id: testing, level: 2}}]
        goals: [read]
        tags: ["a & b"]
        ---

        A zeppelin over the harbour.
        """,
    **{
        f"people/ben/journal/2026-{month:02}-{day:02}.md": f"---\ntitle: Day {month} {day}\naudience: public\n---\n"
        for month in range(1, 6)
        for day in range(1, 23)
    },
}
EVIDENCE = "people/ada/evidence/"
FINDS = """([base, pages]) => JSON.stringify(pages) === JSON.stringify([...new Set(
    [...document.querySelectorAll(".md-search-result__link")].map(link => link.href.slice(base.length).split(/[?#]/)[0])
)].sort())"""
"""Whether a search has found just these pages."""


def site_in(folder: Path, *, directory_urls: bool) -> Path:
    config = CONFIG.format(directory_urls=str(directory_urls).lower())
    return built(write_project(folder, FILES, config=config), strict=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of two people, so that its pages carry a policy."""
    return site_in(tmp_path_factory.mktemp("the journal's #1"), directory_urls=True)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, on this machine alone."""
    with served(site) as url:
        yield url


@contextmanager
def watched(browser: Browser, *, scripts: bool = True) -> Iterator[tuple[Page, list[str]]]:
    """A page of which nothing may be heard, and what it asks for."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, java_script_enabled=scripts)
    page = context.new_page()
    heard: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    yield page, asked
    assert heard == []
    context.close()


def titles(page: Page) -> list[str]:
    """The titles that the filters leave."""
    return page.locator(".pf-choose li > a").all_inner_texts()


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.get_by_role("button", name="Filter the entries").click()
    expect(page.get_by_label("Kind")).to_be_focused()
    return page


def test_without_scripts_the_journal_is_a_paged_list(browser: Browser, address: str):
    with watched(browser, scripts=False) as (page, _):
        page.goto(f"{address}journal/?person=people/ada")
        expect(page.locator(".pf-timeline li")).to_have_count(15)
        assert page.get_by_role("button", name="Filter").count() == 0
        page.locator(".pf-years").get_by_role("link", name="2026").click()
        expect(page.locator(".pf-timeline li")).to_have_count(100)
        expect(page.locator(".pf-choose-link")).to_be_hidden()


def test_nothing_is_loaded_for_the_filters_until_somebody_opens_them(browser: Browser, address: str):
    with watched(browser) as (page, asked):
        page.goto(f"{address}journal/")
        expect(page.get_by_role("button", name="Filter the entries")).to_be_visible()
        assert [url for url in asked if "assets/portfolio/journal" in url] == []
        opened(page, f"{address}journal/")
        assert sorted(url.rpartition("/")[2] for url in asked if "assets/portfolio/journal" in url) == [
            "journal-filters.js", "journal.js",
        ]  # fmt: skip


def test_the_filters_work_by_keyboard_and_say_what_they_found(browser: Browser, address: str):
    with watched(browser) as (page, _):
        opened(page, f"{address}journal/")
        page.keyboard.press("e")
        expect(page.get_by_role("status")).to_have_text("Entries found: 1")
        assert titles(page) == [HOSTILE]
        expect(page.locator(".pf-years")).to_be_hidden()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(page.get_by_label("Person")).to_be_focused()
        page.keyboard.press("b")
        expect(page.get_by_role("status")).to_have_text("No entry fits these filters.")
        page.keyboard.press("Escape")
        expect(page.get_by_role("status")).to_have_text("No filter is set.")
        expect(page.get_by_label("Kind")).to_be_focused()
        expect(page.locator(".pf-years")).to_be_visible()
        assert page.url == f"{address}journal/"


def test_nobody_is_told_how_much_somebody_wrote(browser: Browser, address: str):
    with watched(browser) as (page, _):
        page.goto(f"{address}journal/?person=people/ben")
        expect(page.get_by_role("status")).to_have_text("The entries found are listed below.")


def test_a_long_list_comes_in_parts_and_the_focus_goes_on_with_it(browser: Browser, address: str):
    with watched(browser) as (page, _):
        page.goto(f"{address}journal/?kind=reflection")
        expect(page.get_by_role("status")).to_have_text("Entries found: 110")
        assert len(titles(page)) == 100
        page.get_by_role("button", name="Show more entries").press("Enter")
        assert len(titles(page)) == 110
        expect(page.locator(".pf-choose li > a").nth(100)).to_be_focused()
        expect(page.get_by_role("button", name="Show more entries")).to_be_hidden()
        months = page.locator(".pf-choose h2").all_inner_texts()
        assert months == ["May 2026", "April 2026", "March 2026", "February 2026", "January 2026"]


def test_the_address_keeps_what_is_chosen_over_a_reload_and_back_and_forward(browser: Browser, address: str):
    with watched(browser) as (page, _):
        opened(page, f"{address}journal/?h=day")
        page.get_by_label("Tag").select_option("a & b")
        page.get_by_label("Year").select_option("2026")
        assert page.url == f"{address}journal/?h=day&tag=a+%26+b&year=2026"
        page.reload()
        expect(page.get_by_label("Year")).to_have_value("2026")
        assert titles(page) == [HOSTILE]
        page.go_back()
        expect(page.get_by_label("Year")).to_have_value("")
        expect(page.get_by_label("Tag")).to_have_value("a & b")
        page.go_forward()
        expect(page.get_by_label("Year")).to_have_value("2026")


def test_with_instant_navigation_the_filters_are_there_again_after_another_page(browser: Browser, site: Path):
    def answer(route: Route) -> None:
        path = site / unquote(urlsplit(route.request.url).path).lstrip("/")
        route.fulfill(path=path / "index.html" if path.is_dir() else path)

    with watched(browser) as (page, _):
        # The theme takes the way only to addresses of its sitemap.
        page.route("https://example.org/**", answer)
        with page.expect_response("**/sitemap.xml"):
            page.goto("https://example.org/journal/2026/")
        page.evaluate("window.stays = true")
        page.get_by_role("link", name="Filter these entries").click()
        page.get_by_label("Kind").select_option("evidence")
        page.locator(".pf-choose li > a").click()
        page.wait_for_url(f"**/{EVIDENCE}")
        page.go_back()
        expect(page.get_by_label("Kind")).to_have_value("evidence")
        assert titles(page) == [HOSTILE]
        page.go_back()
        expect(page.get_by_label("Kind")).to_have_value("")
        expect(page.get_by_label("Year")).to_have_value("2026")
        assert page.evaluate("window.stays")


def test_an_address_that_asks_for_what_is_not_there_shows_nothing_rather_than_all(browser: Browser, address: str):
    with watched(browser) as (page, _):
        page.goto(f"{address}journal/?competency=competencies/secret")
        expect(page.get_by_role("status")).to_have_text("No entry fits these filters.")
        page.get_by_role("button", name="Clear all filters").click()
        expect(page.locator(".pf-years")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_filters_are_for_everybody_on_any_screen(browser: Browser, address: str, scheme: Literal["light", "dark"]):
    found: list[str] = []
    with looking.watched(browser, address, found, scheme=scheme) as page:
        for asked in ("?kind=reflection", "?year="):
            page.goto(f"{address}journal/{asked}")
            if asked == "?year=":
                page.get_by_role("button", name="Filter the entries").click()
            expect(page.get_by_role("status")).to_be_visible()
            found += looking.faults(page, widths=(looking.PHONE, looking.DESK))
            found += looking.moving(page)
    assert found == []


def test_titles_stay_words(browser: Browser, address: str):
    with watched(browser) as (page, _):
        page.goto(f"{address}journal/?competency=competencies/testing")
        expect(page.locator(".pf-choose li")).to_have_count(1)
        assert page.locator("article img").count() == 0
        assert page.get_by_label("Goal").locator("option").all_inner_texts() == ["All goals", "Read more"]


def test_from_disk_the_filters_do_the_same(browser: Browser, site: Path):
    journal = (site / "journal/index.html").as_uri()
    with watched(browser) as (page, asked):
        page.goto((site / "journal/2026/index.html").as_uri())
        page.get_by_role("link", name="Filter these entries").click()
        expect(page).to_have_url(f"{journal}?year=2026")
        page.get_by_label("Kind").select_option("evidence")
        assert page.url == f"{journal}?year=2026&kind=evidence"
        page.go_back()
        expect(page.get_by_label("Kind")).to_have_value("")
        page.go_forward()
        page.reload()
        assert titles(page) == [HOSTILE]
        page.locator(".pf-choose li > a").click()
        expect(page).to_have_url((site / EVIDENCE / "index.html").as_uri())
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_page_that_the_index_names_by_its_source_is_found_as_the_pages_own_links_are(
    browser: Browser, site: Path, tmp_path: Path, directory_urls: bool
):
    """Engines without the plugin publish the index as it was written."""
    folder = site if directory_urls else site_in(tmp_path, directory_urls=False)
    tree = read_tree(folder.parent / "content")
    plain = build_site(tree, settings()).assets[JOURNAL_INDEX]
    assert ".md" in plain and ".md" not in (folder / JOURNAL_INDEX).read_text("utf-8")
    journal = folder / ("journal/index.html")
    with watched(browser) as (page, _):
        links: list[list[str]] = []
        for _ in range(2):
            page.goto(f"{journal.as_uri()}?person=people/ada")
            expect(page.locator(".pf-choose li")).to_have_count(2)
            links.append(page.locator(".pf-choose li > a").evaluate_all("links => links.map(link => link.href)"))
            page.route(f"**/{JOURNAL_INDEX}", lambda route: route.fulfill(body=plain, content_type="text/javascript"))
    assert links[0] == links[1]
    assert all((folder / link.removeprefix(f"{folder.as_uri()}/")).exists() for link in links[0])


@pytest.mark.parametrize("place", ["served", "from disk"])
def test_a_search_finds_entries_by_words_competency_and_person_and_no_list(
    browser: Browser, address: str, site: Path, place: str
):
    base = address if place == "served" else f"{site.as_uri()}/"
    wanted = {
        "zeppelin": {EVIDENCE},
        "Testing": {"competencies/testing/", EVIDENCE},
        "Lovelace": {"people/ada/", "people/ada/goals/read/", EVIDENCE},
        "Starting": {"competencies/testing/"},
    }
    with watched(browser) as (page, _):
        page.goto(f"{base}index.html")
        for words, pages in wanted.items():
            page.locator("input[name=query]").fill("")
            page.locator("input[name=query]").press_sequentially(words)
            # Each letter is a search of its own, and a worker answers in its own time.
            page.wait_for_function(FINDS, arg=[base, sorted(pages)])
