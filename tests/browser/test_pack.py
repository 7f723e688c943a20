"""A pack of the example, opened from disk without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from portfolio_gen.papers.sealing import sealed
from tests.browser.looking import COLOURS, PHONE, WIDTHS, faults, moving, watched
from tests.cli.runs import run
from tests.conftest import CHECKOUT

SUMMARY_PAGES = 2
"""How many sheets of A4 news, promises and agenda of a month may take."""


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of the example's team lead for her mentor, since a time that has much in it."""
    path = tmp_path_factory.mktemp("pack") / "a pack #1.html"
    done = run("pack", "-C", CHECKOUT, "--for", "tomasz", "--person", "lena", "--since", "3m", "-o", path)
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """What the pages said, and what they asked for; nothing, or the test fails."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_asks_for_nothing(browser: Browser, pack: Path, heard: list[str], scheme: str) -> None:
    address = pack.as_uri()
    with watched(browser, address, heard, scheme="dark" if scheme == "dark" else "light", is_offline=True) as page:
        page.goto(address)
        rules = None if scheme == "light" else COLOURS
        assert list(faults(page, rules=rules, widths=WIDTHS if rules is None else (PHONE,))) == []
        assert moving(page) == []


def test_its_links_lead_to_what_it_holds(browser: Browser, pack: Path, heard: list[str]) -> None:
    with watched(browser, pack.as_uri(), heard, is_offline=True) as page:
        page.goto(pack.as_uri())
        inside = page.locator("main a[href^='#']")
        targets = {str(link.get_attribute("href")) for link in inside.all()}
        assert len(targets) > 5
        assert [one for one in targets if page.locator(f"[id='{one[1:]}']").count() != 1] == []


def test_its_summary_takes_two_sheets_of_paper_at_most(browser: Browser, pack: Path, heard: list[str]) -> None:
    with watched(browser, pack.as_uri(), heard, is_offline=True) as page:
        page.goto(pack.as_uri())
        page.evaluate("() => document.querySelectorAll('main > :not(.paper-summary)').forEach(one => one.remove())")
        printed = page.pdf(format="A4")
        assert 1 <= printed.count(b"/Type /Page\n") <= SUMMARY_PAGES


def test_a_locked_pack_opens_with_its_password_and_says_when_it_is_another(
    browser: Browser, pack: Path, heard: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "locked.html"
    path.write_text(sealed(pack.read_text("utf-8"), "four words are enough", "en"), encoding="utf-8")
    with watched(browser, path.as_uri(), heard, is_offline=True) as page:
        page.goto(path.as_uri())
        assert list(faults(page, widths=(PHONE,))) == []
        page.get_by_label("Password").fill("four words are not")
        page.get_by_role("button", name="Open").click()
        expect(page.get_by_role("status")).to_have_text("This is not the password. Capitals and blanks count.")
        expect(page.get_by_label("Password")).to_be_focused()
        page.keyboard.type("four words are enough")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Lena Castellano: since we last met")
        expect(page.get_by_label("When and where was it?")).to_be_visible()
        assert list(faults(page, widths=(PHONE,), rules=COLOURS)) == []
