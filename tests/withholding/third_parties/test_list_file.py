"""The list of names is published for nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.build import build_site, check
from portfolio_gen.reading.sources import read_tree
from portfolio_gen.settings.project import project_at
from tests.builders import said, settings, tree, write_project
from tests.plugin.sites import built, files_of, places_naming

FILES = {
    "index.md": "---\naudience: public\n---\n\n# Home\n\n[A](names.txt), [[names.txt]], [b](again.txt), [x](x.txt)",
    "journal/a.md": "---\naudience: public\nevidence: [x.txt]\n---\n\n![](../names.txt) <a href='../names.txt'>x</a>\n",
    "names.txt": "Jane Canary = my aunt\n",
    "x.txt": "open",
}
OPTIONS = "audience: public\nassets: ['*.txt', names.txt, '**']\n"


@pytest.mark.parametrize("audience", ["me", "public"])
def test_a_list_at_the_top_of_the_content_is_no_attachment(tmp_path: Path, audience: str):
    project = project_at(write_project(tmp_path, FILES, OPTIONS) / "mkdocs.yml", {"audience": audience})
    assert build_site(read_tree(project.content), project.settings).attachments == {"x.txt"}


def test_a_list_elsewhere_in_the_content_and_links_to_it_are_no_attachments(tmp_path: Path):
    files = {"index.md": FILES["index.md"], "x.txt": "open", "private/people.txt": FILES["names.txt"]}
    folder = write_project(tmp_path, files, OPTIONS + "names: content/private/people.txt\n")
    (folder / "content/again.txt").symlink_to("private/people.txt")
    project = project_at(folder / "mkdocs.yml", {})
    assert len(project.settings.names.names) == 1
    assert build_site(read_tree(project.content), project.settings).attachments == {"x.txt"}


def test_check_says_that_a_link_to_the_list_leads_nowhere(tmp_path: Path):
    project = project_at(write_project(tmp_path, FILES, OPTIONS) / "mkdocs.yml", {})
    found = said(check(read_tree(project.content), project.settings), "broken-link")
    assert "index.md:7:1 broken-link" in found


def test_a_real_site_holds_nothing_of_the_list_and_uses_it(tmp_path: Path):
    files = {
        **FILES,
        "journal/b.md": "---\naudience: public\n---\n\n# With Jane Canary\n\nJane\nCanary's **Jane** Canary.\n",
    }
    project = write_project(tmp_path, files, OPTIONS + "pseudonyms: true\n")
    (project / "content/again.txt").symlink_to("names.txt")
    site = built(project)
    assert "x.txt" in files_of(site)
    assert [
        uri for uri in files_of(site) if uri.endswith((".txt", "robots.txt")) and uri not in ("x.txt", "robots.txt")
    ] == []
    assert places_naming(site, "canary") == []
    assert "With my aunt" in (site / "journal/b/index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["names.txt", "Names.TXT"])
def test_a_list_is_no_attachment_even_for_settings_that_know_no_files(name: str):
    files = {"index.md": f"---\naudience: public\n---\n[x]({name})", name: "", "notes/names.txt": ""}
    site = build_site(tree(files), settings(audience="public", assets=["**/*"]))
    assert site.attachments == {"notes/names.txt"}
