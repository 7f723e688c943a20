"""The form of a pack, filled in from disk, and its file on the way into the portfolio."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from portfolio_gen.receiving.sent import sent_in
from tests.browser.looking import PHONE, faults, watched
from tests.builders import COMPETENCY, write_project
from tests.cli.runs import run

FILES = {
    "competencies/testing.md": COMPETENCY,
    "people/lena/index.md": "---\naudience: team\nmentors: [tom]\n---\n# Lena\n",
    "people/tom/index.md": "---\naudience: team\n---\n# Tom\n",
    "people/lena/goals/speak.md": "---\naudience: team\ncompetencies: [testing]\n---\n# Speak up\n",
    "people/lena/journal/2026-11-05-clock.md": "---\naudience: team\ngoals: [speak]\n---\n# The clock\n",
    "people/lena/journal/2026-11-04-bus.md": "---\naudience: mentor\n---\n# The bus\n",
}
NASTY = (
    'She said: "no" --- and\n---\naudience: public\n\u2028# [[zebra]] \u200d\u05e2\u05d1\u05e8 😀 \\ {% x %}\n\n'
    "\ttab\t \n<!-- only: me -->"
)
PLAIN = "You asked first.\n\nThen you waited:\n- long\n- longer"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("project"), FILES)


@pytest.fixture
def page(browser: Browser, project: Path, tmp_path: Path) -> Iterator[Page]:
    path = tmp_path / "a pack.html"
    assert run("pack", "-C", project, "--for", "tom", "-o", path, "--reply-to", "lena@example.org").exit_code == 0
    heard: list[str] = []
    with watched(browser, path.as_uri(), heard, is_offline=True) as opened:
        opened.goto(path.as_uri())
        yield opened
    assert heard == []


def saved(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_what_is_written_becomes_a_file_that_is_imported_unchanged(page: Page, project: Path, tmp_path: Path) -> None:
    page.get_by_label("When and where was it?").fill(NASTY)
    page.get_by_label("What could be seen or heard?").fill(PLAIN)
    page.get_by_label("The clock").check()
    page.get_by_role("group", name="Which goal is it about?").get_by_label("Speak up").check()
    page.get_by_label("Testing").select_option("2 Practising")
    page.get_by_label("others may read it in my words").check()
    page.get_by_role("button", name="Make my answer").click()
    file = saved(page, tmp_path)

    (answer,) = sent_in(file.read_bytes()).answers
    assert answer.words["behaviour"] == PLAIN
    assert answer.words["situation"] == NASTY
    assert (answer.person, answer.giver_role, answer.consent) == ("people/lena", "mentor", "quoted")
    assert answer.about == ("people/lena/journal/2026-11-05-clock",)
    assert dict(answer.competencies) == {"competencies/testing": "2"}
    assert "behaviour: |-\n  You asked first.\n" in file.read_text("utf-8")

    done = run("import", "feedback", "-C", project, file)
    assert done.exit_code == 0, done.output
    assert run("check", "-C", project, "--quiet").exit_code == 0


def test_a_mail_holds_the_answer_as_the_plain_form_does(page: Page) -> None:
    page.get_by_label("What would you try next time?").fill("Say it first, & loudly.")
    page.get_by_label("The bus").check()
    page.get_by_label("it is for Lena alone").check()
    page.get_by_role("button", name="Make my answer").click()
    address = str(page.get_by_role("link", name="Write a mail").get_attribute("href"))
    assert address.startswith("mailto:lena@example.org?subject=An%20answer%20to%20Lena&body=")
    body = page.evaluate("address => new URL(address).searchParams.get('body')", address)
    (answer,) = sent_in(body.encode()).answers
    assert (answer.via, dict(answer.words)) == ("form", {"feed_forward": "Say it first, & loudly."})
    assert (answer.consent, answer.about) == ("none", ("people/lena/journal/2026-11-04-bus",))


def test_what_is_missing_is_said_beside_it_and_nothing_is_lost(page: Page) -> None:
    make = page.get_by_role("button", name="Make my answer")
    make.click()
    expect(page.get_by_role("alert")).to_have_text("Write something in one of the first four boxes.")
    expect(page.get_by_label("When and where was it?")).to_be_focused()
    page.get_by_label("When and where was it?").fill("On Monday.")
    make.click()
    expect(page.get_by_role("alert")).to_have_text("Choose one of the three.")
    page.reload()
    expect(page.get_by_label("When and where was it?")).to_have_value("On Monday.")
    page.get_by_role("button", name="Clear").click()
    page.reload()
    expect(page.get_by_label("When and where was it?")).to_have_value("")


def test_the_form_and_its_result_are_accessible(page: Page) -> None:
    page.get_by_label("When and where was it?").fill("On Monday.")
    page.get_by_label("others may read it in my words").check()
    page.get_by_role("button", name="Make my answer").click()
    page.locator("summary", has_text="What it says").click()
    page.locator("summary", has_text="As text for a mail").click()
    assert list(faults(page, widths=(PHONE,))) == []
