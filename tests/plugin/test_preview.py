"""What `mkdocs serve` shows, and what it does when files change."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.builders import write_project
from tests.plugin.sites import built, html_of, places_naming, run_mkdocs

FILES = {
    "journal/mine.md": "---\ntitle: Mine\n---\n",
    "journal/ours.md": "---\ntitle: Ours\naudience: team\n---\n",
    "journal/open.md": "---\ntitle: Open\naudience: public\n---\n",
}


def shown(site: Path) -> list[str]:
    return sorted(path.parent.name for path in site.glob("journal/*/index.html") if path.parent.name != "undated")


def test_a_build_is_for_the_public_unless_it_says_otherwise_and_entries_are_for_their_author(tmp_path: Path):
    assert shown(built(write_project(tmp_path, FILES))) == ["open"]


def test_a_preview_shows_the_author_everything(tmp_path: Path):
    project = write_project(tmp_path, FILES, "audience: team")
    assert shown(built(project, command="serve")) == ["mine", "open", "ours"]
    assert shown(built(project)) == ["open", "ours"]


def test_every_page_of_a_preview_says_that_it_is_private_and_no_page_of_a_site_does(tmp_path: Path):
    project = write_project(tmp_path, {**FILES, "notes.md": "Any page"}, "audience: team")
    preview = built(project, command="serve")
    pages = [path for path in preview.rglob("*.html") if path.name != "404.html"]
    assert len(pages) > 8
    assert all("Private preview." in path.read_text("utf-8") for path in pages)
    assert places_naming(built(project), "private preview") == []


def test_a_preview_shows_what_the_audience_named_in_the_environment_sees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PORTFOLIO_AUDIENCE", "Team ")
    assert shown(built(write_project(tmp_path, FILES), command="serve")) == ["open", "ours"]


def test_the_environment_does_not_change_for_whom_a_build_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORTFOLIO_AUDIENCE", "me")
    assert shown(built(write_project(tmp_path, FILES))) == ["open"]


def test_an_audience_in_the_environment_that_is_none_stops_a_preview(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setenv("PORTFOLIO_AUDIENCE", "everybody")
    with pytest.raises(Abort):
        built(write_project(tmp_path, FILES), command="serve")
    assert "'everybody' is no audience" in caplog.text


def test_the_serve_command_refuses_an_address_that_others_can_reach(tmp_path: Path):
    run = run_mkdocs(write_project(tmp_path, FILES), "serve", "-a", "0.0.0.0:8000")
    assert run.returncode == 1
    assert "listens on this machine only, not on 0.0.0.0" in run.stderr


@pytest.mark.parametrize("address", ["192.168.1.2:8000", "example.org:80", "[::]:8000"])
def test_a_preview_refuses_addresses_that_others_can_reach(tmp_path: Path, address: str):
    with pytest.raises(Abort):
        built(write_project(tmp_path, FILES), command="serve", dev_addr=address)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("address", ["localhost:8000", "127.0.0.2:9000", "[::1]:8000"])
def test_a_preview_accepts_addresses_of_this_machine(tmp_path: Path, address: str):
    assert shown(built(write_project(tmp_path, FILES), command="serve", dev_addr=address)) == ["mine", "open", "ours"]


def test_rebuilds_show_changes_and_leave_no_trace_of_what_was(tmp_path: Path):
    files = {
        "goals/read.md": "---\ntitle: Read more\n---\n",
        "journal/2025-05-05-note.md": "---\ntitle: Zebra\ngoals: [read]\n---\n\n![](okapi.png)\n",
        "journal/okapi.png": "",
    }
    project = write_project(tmp_path, files)
    site = built(project, command="serve")
    assert "Zebra" in html_of(site, "goals/read/index.html")

    note = project / "content/journal/2025-05-05-note.md"
    note.write_text("---\ntitle: Kudu\ngoals: [read]\n---\n", encoding="utf-8")
    built(project, command="serve")
    assert "Kudu" in html_of(site, "goals/read/index.html")
    assert places_naming(site, "zebra") == places_naming(site, "okapi") == []

    note.rename(note.with_name("2026-06-06-later.md"))
    built(project, command="serve")
    assert 'href="../../journal/2026-06-06-later/"' in html_of(site, "goals/read/index.html")
    assert (site / "journal/2026/index.html").is_file()
    assert places_naming(site, "2025-05-05") == []
    assert not (site / "journal/2025").exists()

    note.with_name("2026-06-06-later.md").unlink()
    built(project, command="serve")
    assert "pf-backlinks" not in html_of(site, "goals/read/index.html")
    assert places_naming(site, "kudu") == []


def test_a_preview_goes_on_without_an_entry_until_its_mistake_is_mended(tmp_path: Path):
    project = write_project(tmp_path, FILES)
    entry = project / "content/journal/mine.md"
    built(project, command="serve")
    entry.write_text("---\naudience: men\n---\n", encoding="utf-8")
    assert shown(built(project, command="serve")) == ["open", "ours"]
    entry.write_text("---\naudience: me\n---\n", encoding="utf-8")
    assert shown(built(project, command="serve")) == ["mine", "open", "ours"]


def test_a_preview_that_is_told_to_stop_at_errors_shows_the_site_again_when_they_are_mended(tmp_path: Path):
    project = write_project(tmp_path, {**FILES, "journal/mine.md": "---\naudience: men\n---\n"}, "on_error: stop")
    with pytest.raises(Abort):
        built(project, command="serve")
    (project / "content/journal/mine.md").write_text("---\naudience: me\n---\n", encoding="utf-8")
    assert shown(built(project, command="serve")) == ["mine", "open", "ours"]


DRAFTS = """
    site_name: Test site
    docs_dir: content
    theme: {name: material, font: false}
    draft_docs: drafts/
    exclude_docs: old.md
    plugins: [portfolio: {defaults: {page: public}}]
    """
WITH_DRAFTS = {
    "index.md": "# Start\n\nSee [a zebra](drafts/next.md), [[next|a zebra]] and [a zebra](old.md).\n",
    "drafts/next.md": "# Zebra of tomorrow\n\nBack to [[index]].\n",
    "old.md": "# Zebra of yesterday\n",
}


def test_pages_that_the_host_leaves_out_are_not_shared(tmp_path: Path):
    site = built(write_project(tmp_path, WITH_DRAFTS, config=DRAFTS), strict=True)
    assert "See not shared, not shared and not shared." in html_of(site, "index.html")
    assert places_naming(site, "zebra") == []


def test_a_preview_shows_drafts_and_links_to_them(tmp_path: Path):
    site = built(write_project(tmp_path, WITH_DRAFTS, config=DRAFTS), command="serve")
    assert 'See <a href="drafts/next/">a zebra</a>' in html_of(site, "index.html")
    assert "Zebra of tomorrow" in html_of(site, "drafts/next/index.html")
    assert places_naming(site, "yesterday") == []
