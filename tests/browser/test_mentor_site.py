"""A site for a mentor: what is new, and the form below an entry, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.looking import DESK, PHONE, faults, watched
from tests.browser.serving import served
from tests.browser.test_answer import FILES
from tests.builders import write_project
from tests.plugin.sites import built


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    checkin = "---\naudience: mentor\nwith: [tom]\nagreed: [{who: tom, what: Read it, by: 2026-11-01}]\n---\n# Talk\n"
    files = {**FILES, "people/lena/checkins/2026-11-01-talk.md": checkin}
    project = write_project(tmp_path_factory.mktemp("site"), files, options="audience: team\nreader: tom")
    with served(built(project, strict=True)) as base:
        yield base


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_new_and_the_form_are_for_everybody_and_ask_for_nothing(
    browser: Browser, address: str, scheme: str
) -> None:
    heard: list[str] = []
    with watched(browser, address, heard, scheme="dark" if scheme == "dark" else "light") as page:
        page.goto(f"{address}since/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Since we last met")
        assert list(faults(page, widths=(PHONE, DESK))) == []
        page.goto(f"{address}people/lena/journal/2026-11-05-clock/")
        page.locator("summary", has_text="Answer Lena").click()
        page.get_by_label("When and where was it?").fill("On Monday.")
        page.get_by_label("it is for Lena alone").check()
        page.get_by_role("button", name="Make my answer").click()
        page.locator("summary", has_text="What it says").click()
        assert list(faults(page, widths=(PHONE, DESK))) == []
    assert heard == []


def test_without_scripts_the_form_is_text_for_a_mail(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}people/lena/journal/2026-11-05-clock/")
    page.locator("summary", has_text="Answer Lena").click()
    expect(page.get_by_text("Without scripts: copy this text into a mail to Lena")).to_be_visible()
    expect(page.locator(".pf-answer-form")).to_contain_text("[situation: When and where was it?]")
    context.close()
