"""What web servers show for addresses at which there is nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.builders import write_project
from tests.plugin.sites import article, built, files_of, words_of

CONFIG = """
    site_name: Test site
    site_url: https://example.org/team/
    docs_dir: content
    theme: {{name: material, font: false{more}}}
    plugins: [search, portfolio: {{today: 2026-11-20}}]
    """
OWN = "---\naudience: public\n---\n\n# Gone fishing\n\n[Notes](notes.md), <a href='x'>x</a> and [nearby](#words)\n"
FILES = {"notes.md": "---\naudience: public\n---\n\n# Notes\n"}


def site_with(folder: Path, files: dict[str, str], more: str = "") -> Path:
    return built(write_project(folder, {**FILES, **files}, config=CONFIG.format(more=more)), strict=True)


def links_of(site: Path) -> list[str]:
    return re.findall(r'href="([^"]*)"', article(site, "404.html"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_with(tmp_path_factory.mktemp("plain"), {"404.md": OWN.replace("public", "me")})


def test_it_leads_to_what_each_site_has_from_any_address(site: Path):
    places = ("", "people/", "goals/", "competencies/", "journal/")
    assert [link.removesuffix(".") for link in links_of(site)] == [f"/team/{place}" for place in places]


def test_it_says_what_to_do_and_for_whom_it_was_built(site: Path):
    words = words_of(article(site, "404.html"))
    assert words.startswith("This page is not here It may have been moved")
    assert words.endswith("Built for everyone on 20 November 2026.")


def test_one_that_is_withheld_leaves_no_trace(site: Path):
    assert not any(b"fishing" in text for text in files_of(site).values())


def test_one_that_the_owner_has_written_wins_and_is_no_page_of_its_own(tmp_path: Path):
    site = site_with(tmp_path, {"404.md": OWN})
    assert words_of(article(site, "404.html")).startswith("Gone fishing Notes")
    assert links_of(site) == ["/team/notes/", "#words"]
    assert [uri for uri, text in files_of(site).items() if b"fishing" in text] == ["404.html"]
    assert not (site / "404").exists()


def test_a_template_of_the_owner_wins_over_both(tmp_path: Path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own/404.html").write_text("<p>Mine</p>")
    site = site_with(tmp_path, {"404.md": OWN}, more=", custom_dir: own")
    assert (site / "404.html").read_text() == "<p>Mine</p>"
