"""A site that is opened from disk, in a real browser, under a policy that lets it load nothing but its own files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.serving import served
from tests.builders import write_project
from tests.plugin.sites import built

CONFIG = """
site_name: Test site
docs_dir: content
use_directory_urls: {directory_urls}
theme:
  name: material
  font: false
  features: [search.highlight, search.suggest, navigation.footer, navigation.instant]
  palette:
    - {{scheme: default, toggle: {{icon: material/weather-night, name: Dark}}}}
    - {{scheme: slate, toggle: {{icon: material/weather-sunny, name: Light}}}}
extra:
  alternate:
    - {{name: English, link: ./, lang: en}}
plugins:
  - search: {{lang: [en, de]}}
  - tags
  - portfolio: {{untrusted: true}}
{more}
"""
FILES = {
    "index.md": "---\naudience: public\n---\n\n# Home\n\n[The exam](exam.md#second), [others](deep/er/other.md)\n",
    "exam.md": "---\naudience: public\ntags: [tried]\n---\n\n# Exam\n\nDie Prüfung mit Zebra\n\n## Second\n\nWords\n",
    "deep/er/other.md": "---\naudience: public\n---\n\n# Other\n\n[home](../../index.md)\n",
    "tags.md": "---\naudience: public\n---\n\n# Tags\n\n<!-- material/tags -->\n",
}


def site_in(folder: Path, *, directory_urls: bool = True, more: str = "") -> Path:
    """A built site whose pages carry a policy."""
    config = CONFIG.format(directory_urls=str(directory_urls).lower(), more=more)
    site = built(write_project(folder, FILES, config=config), strict=True)
    assert all("Content-Security-Policy" in page.read_text("utf-8") for page in site.rglob("*.html"))
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with directory urls, below folders whose names are a trap for whoever takes addresses apart."""
    return site_in(tmp_path_factory.mktemp("our workers #1") / "search index.js")


def failures(request: Request) -> list[str]:
    """Why a request failed; opening the next page ends those of the last, which is no failure."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.failure}: {request.url}"]


@contextmanager
def watched(browser: Browser, scheme: str) -> Iterator[Page]:
    """A page of which nothing may be heard, and that may ask for addresses of one scheme only."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("requestfailed", lambda request: heard.extend(failures(request)))
    context.on(
        "request", lambda request: None if request.url.startswith((scheme, "data:")) else heard.append(request.url)
    )
    yield page
    assert heard == []
    context.close()


def search(page: Page, words: str) -> None:
    page.locator("input[name=query]").click()
    page.locator("input[name=query]").press_sequentially(words)


def test_a_search_from_disk_with_other_languages_than_english_opens_what_it_found(browser: Browser, site: Path):
    with watched(browser, "file:") as page:
        page.goto((site / "deep/er/other/index.html").as_uri())
        search(page, "Prüfung")
        expect(page.locator(".md-search-result__link h1")).to_have_text(["Exam"])
        page.locator(".md-search-result__link").first.click()
        page.wait_for_url("**/exam/index.html?h=*")
        expect(page.locator("article h1")).to_contain_text("Exam")
        assert page.workers == []


def test_enter_opens_the_best_result_from_disk(browser: Browser, site: Path):
    with watched(browser, "file:") as page:
        page.goto((site / "index.html").as_uri())
        search(page, "zebra")
        # The theme searches with each letter, so the first results may still be those of "zebr".
        expect(page.locator(".md-search-result__link").first).to_have_attribute("href", re.compile(r"[?&]h=zebra\b"))
        page.keyboard.press("Enter")
        page.wait_for_url("**/exam/index.html?h=*")
        expect(page.locator("article mark")).to_have_text(["Zebra"])


def test_links_from_disk_open_pages_and_no_folders(browser: Browser, site: Path):
    home, exam = (site / "index.html").as_uri(), (site / "exam/index.html").as_uri()
    with watched(browser, "file:") as page:
        page.goto(home)
        page.locator("article").get_by_role("link", name="The exam").click()
        expect(page).to_have_url(f"{exam}#second")
        page.get_by_role("link", name="tried").click()
        expect(page).to_have_url(f"{(site / 'tags/index.html').as_uri()}#tag:tried")
        page.locator("article").get_by_role("link", name="Exam").click()
        expect(page).to_have_url(exam)
        page.locator(".md-sidebar--secondary").get_by_role("link", name="Second").click()
        expect(page).to_have_url(f"{exam}#second")
        page.locator("a.md-logo").first.click()
        expect(page).to_have_url(home)
        expect(page.locator("html")).to_have_class(re.compile(r"(^| )js( |$)"))
        page.keyboard.press("n")
        expect(page).to_have_url(exam)


def test_pointing_at_a_link_is_enough_for_a_new_tab_or_a_copy_of_its_address(browser: Browser, site: Path):
    with watched(browser, "file:") as page:
        page.goto((site / "index.html").as_uri())
        link = page.locator("article").get_by_role("link", name="others")
        assert link.get_attribute("href") == "deep/er/other/"
        link.hover()
        assert link.get_attribute("href") == (site / "deep/er/other/index.html").as_uri()


def test_the_scheme_that_somebody_chose_stays_on_the_next_page_from_disk(browser: Browser, site: Path):
    with watched(browser, "file:") as page:
        page.goto((site / "index.html").as_uri())
        page.locator("label[title=Dark]").click()
        page.locator("article").get_by_role("link", name="others").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_offline_plugin_of_the_theme_gets_along_with_ours(browser: Browser, tmp_path: Path):
    site = site_in(tmp_path, directory_urls=False, more="  - offline\n")
    assert [page for page in site.rglob("*.html") if "iframe-worker" in page.read_text("utf-8")] == []
    with watched(browser, "file:") as page:
        page.goto((site / "index.html").as_uri())
        search(page, "zebra")
        page.locator(".md-search-result__link").first.click()
        page.wait_for_url("**/exam.html?h=*")
        expect(page.locator("article mark")).to_have_text(["Zebra"])


def test_over_http_the_same_site_searches_in_a_worker_and_keeps_its_addresses(browser: Browser, site: Path):
    with served(site) as address, watched(browser, address) as page:
        page.goto(address)
        search(page, "Prüfung")
        expect(page.locator(".md-search-result__link h1")).to_have_text(["Exam"])
        assert len(page.workers) == 1
        assert len(page.frames) == 1
        page.locator(".md-search-result__link").first.click()
        page.wait_for_url(f"{address}exam/?h=*")


TALK = """async address => {
    const worker = new Worker(address)
    const heard = []
    const done = new Promise(resolve => {
        worker.onmessage = ({data}) => { heard.push(data); if (data.last) resolve() }
        worker.onerror = ({message}) => { heard.push(message); resolve() }
        setTimeout(resolve, 5000)
    })
    for (const word of ["one", "two"]) worker.postMessage({word})
    worker.postMessage({word: "three", last: true})
    await done
    worker.terminate()
    return [heard, document.querySelectorAll("iframe").length]
}"""


def test_what_is_said_to_a_worker_from_disk_before_it_runs_arrives_in_order(browser: Browser, site: Path):
    (site / "echo.js").write_text("self.addEventListener('message', ({data}) => postMessage(data)); var location_ = 1")
    with watched(browser, "file:") as page:
        page.goto((site / "index.html").as_uri())
        heard, frames = page.evaluate(TALK, "echo.js")
        assert heard == [{"word": "one"}, {"word": "two"}, {"word": "three", "last": True}]
        assert page.evaluate("typeof location_") == "undefined"
        # That of the theme's search.
        assert frames == 1


def test_a_worker_from_disk_that_is_not_there_is_an_error_to_whoever_made_it(browser: Browser, site: Path):
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    ((message,), _) = page.evaluate(TALK, "nowhere.js")
    assert message.endswith("/nowhere.js can't be loaded")
    context.close()
