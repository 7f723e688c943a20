"""Pages on paper, as Chromium prints them, by the words on each sheet."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser.kinds import pages_by_kind
from tests.browser.serving import served
from tests.conftest import CHECKOUT

SCREEN_ONLY = ("Skip to content", "Table of contents", "Made with", "Back to top", "¶")
KINDS = ("journal/#.md", "person", "evidence", "index.md")
"""A long list, tables with figures, an entry, and a page with a title of its own."""

DETAILS = "<details><summary>More</summary><p>Folded words</p></details>"
LINKS = '<p><a href="https://example.org/there">outside</a> and <a href="../people/">inside</a></p>'
TABLE = (
    "<table><thead><tr><th>Week</th><th>Repeated</th></tr></thead><tbody>"
    + "".join(f"<tr><td>Row {number} begins<br>and<br>ends {number}</td><td>2</td></tr>" for number in range(60))
    + "</tbody></table>"
)


@pytest.fixture(scope="module")
def address(example_site: Path) -> Iterator[str]:
    """Where the example is served, on this machine alone."""
    with served(example_site) as url:
        yield url


@pytest.fixture(scope="module")
def kinds(example_site: Path) -> Mapping[str, str]:
    """The address of a page of each kind, below the site's root."""
    return pages_by_kind(CHECKOUT, example_site)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of somebody who likes it dark."""
    context = browser.new_context(color_scheme="dark")
    yield context.new_page()
    context.close()


@pytest.fixture
def made(page: Page, address: str, example_site: Path) -> Page:
    """A page with something folded, links, and a long table."""
    html = (
        (example_site / "how-we-share/index.html").read_text("utf-8").replace("</h1>", f"</h1>{DETAILS}{LINKS}{TABLE}")
    )
    page.route("**/how-we-share/", lambda route: route.fulfill(body=html))
    page.goto(f"{address}how-we-share/")
    return page


def sheets(page: Page) -> list[str]:
    """The words on each sheet of A4."""
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    # Type setters join f and i in one sign.
    return [" ".join(sheet.extract_text().replace("ﬁ", "fi").replace("ﬂ", "fl").split()) for sheet in pdf.pages]


@pytest.mark.parametrize("kind", KINDS)
def test_each_sheet_says_of_what_site_and_page_it_is_for_whom_and_when(
    page: Page, address: str, kinds: Mapping[str, str], kind: str
):
    page.goto(address + kinds[kind])
    title = str(page.evaluate("document.querySelector('article h1').firstChild.textContent")).strip()
    printed = sheets(page)
    for number, sheet in enumerate(printed, 1):
        assert sheet.startswith(
            f"{number} / {len(printed)} Team Lantern · {title} Built for the team on 20 November 2026."
        )
        assert [words for words in SCREEN_ONLY if words in sheet] == []


def test_paper_is_white_and_its_words_are_black_though_the_screen_is_dark(page: Page, address: str):
    page.goto(address)
    page.emulate_media(media="print")
    for place in ("body", "article", "article h1", "article a", "article p"):
        colours = page.locator(place).first.evaluate(
            "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
        )
        assert colours[0] == "rgb(0, 0, 0)", place
        assert colours[1] in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), place


def test_what_is_folded_on_a_screen_is_printed(made: Page):
    assert "Folded words" in " ".join(sheets(made))


def test_addresses_of_links_that_lead_elsewhere_are_printed(made: Page):
    printed = " ".join(sheets(made))
    assert "outside (https://example.org/there) and inside" in printed
    assert "people/)" not in printed


def test_the_heading_of_a_table_is_on_each_of_its_sheets_and_no_row_is_cut(made: Page):
    printed = [sheet for sheet in sheets(made) if "begins" in sheet]
    assert len(printed) > 2
    assert all("Repeated" in sheet for sheet in printed)
    for number in range(60):
        (whole,) = [sheet for sheet in printed if f"Row {number} begins" in sheet]
        assert f"ends {number}" in whole
