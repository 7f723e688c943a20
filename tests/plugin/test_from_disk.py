"""What a site carries so that it works from disk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portfolio_mkdocs.from_disk import INDEX, INDEX_SCRIPT, SCRIPT
from tests.builders import write_project
from tests.plugin.sites import built, html_of, places_naming

FILES = {
    "index.md": "---\naudience: public\n---\n\n# Home\n",
    "deep/page.md": "---\naudience: public\n---\n\n# Page\n",
    "deep/hidden.md": "# Zebra\n",
}


def site_with(folder: Path, *, theme: str = "{name: material, font: false}", plugins: str, more: str = "") -> Path:
    config = f"site_name: Test\ndocs_dir: content\ntheme: {theme}\nplugins: {plugins}\n{more}"
    return built(write_project(folder, FILES, config=config), strict=True)


def test_the_index_as_a_script_holds_what_the_index_holds(tmp_path: Path):
    site = site_with(tmp_path, plugins="[portfolio, search]")
    assert (site / INDEX_SCRIPT).read_bytes() == b"var __index = " + (site / INDEX).read_bytes()
    assert places_naming(site, "zebra") == []


def test_each_page_loads_our_script_before_that_of_the_theme(tmp_path: Path):
    site = site_with(tmp_path, plugins="[search, portfolio]", more="extra: {polyfills: [assets/own.js]}")
    for uri, root in (("index.html", ""), ("deep/page/index.html", "../../"), ("404.html", "/")):
        scripts = re.findall(r'<script src="(.*?)"', html_of(site, uri))
        assert scripts[:2] == [f"{root}{SCRIPT}", f"{root}assets/own.js"]
        assert "/bundle." in scripts[2]
    assert (site / SCRIPT).is_file()


def test_the_shim_of_the_offline_plugin_gives_way_to_ours_wherever_it_stands(tmp_path: Path):
    for plugins in ("[search, offline, portfolio]", "[portfolio, offline, search]"):
        site = site_with(tmp_path, plugins=plugins)
        assert "iframe-worker" not in html_of(site, "index.html")
        assert (site / INDEX_SCRIPT).read_bytes() == b"var __index = " + (site / INDEX).read_bytes()


def test_a_site_without_search_has_no_index_as_a_script(tmp_path: Path):
    site = site_with(tmp_path, plugins="[portfolio]")
    assert not (site / INDEX_SCRIPT).exists()
    assert (site / SCRIPT).is_file()


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_carry_nothing_of_it(tmp_path: Path, theme: str):
    site = site_with(tmp_path, theme=theme, plugins="[search, portfolio]")
    assert not (site / INDEX_SCRIPT).exists()
    assert not (site / SCRIPT).exists()
    assert places_naming(site, "from-disk") == []
