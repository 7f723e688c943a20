"""How the plugin gets on with MkDocs' own rules and with other plugins."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import write_project
from tests.plugin.sites import article, built, files_of, html_of, nav_titles, places_naming, words_of


def public(text: str) -> str:
    return f"---\naudience: public\n---\n\n{text}\n"


def test_a_readme_is_the_index_of_its_folder(tmp_path: Path):
    files = {
        "README.md": public("# Welcome\n\n[guide](guide/README.md), [[guide/README|again]], [goals](goals/index.md)"),
        "guide/README.md": public("# The guide\n\n[home](../README.md)"),
    }
    site = built(write_project(tmp_path, files), strict=True)
    assert 'href="guide/">guide</a>, <a href="guide/">again</a>, <a href="goals/">goals</a>' in html_of(
        site, "index.html"
    )
    assert 'href="../">home</a>' in html_of(site, "guide/index.html")
    assert nav_titles(site) == ["Welcome", "Guide", "The guide", "Competencies", "People", "Goals", "Map", "Journal"]


def test_an_index_wins_over_a_readme_beside_it_as_the_host_says(tmp_path: Path):
    site = built(write_project(tmp_path, {"index.md": public("# Index"), "README.md": public("# Zebra")}))
    assert "Index" in words_of(article(site, "index.html"))
    assert places_naming(site, "zebra") == []


def test_a_link_to_a_withheld_readme_beside_an_index_is_said_not_to_be_shared(tmp_path: Path):
    site = built(
        write_project(tmp_path, {"index.md": public("# Index\n\n[zebra](README.md)"), "README.md": "# Mine\n"})
    )
    assert "not shared" in article(site, "index.html")
    assert places_naming(site, "zebra") == []


def test_links_work_without_directory_urls(tmp_path: Path):
    config = """
        site_name: Test site
        docs_dir: content
        use_directory_urls: false
        theme: {name: material, font: false}
        plugins: [search, portfolio]
        """
    files = {
        "goals/read.md": "---\ntitle: Read\naudience: public\n---\n",
        "journal/2026-03-04.md": "---\ntitle: A note\naudience: public\ngoals: [read]\n---\n\n[[read]] ![](a.png)\n",
        "journal/a.png": "",
    }
    site = built(write_project(tmp_path, files, config=config), strict=True)
    assert '<a href="../goals/read.html">Read</a> <img alt="" src="a.png" />' in html_of(
        site, "journal/2026-03-04.html"
    )
    assert '<a href="../journal/2026-03-04.html">A note</a>' in html_of(site, "goals/read.html")
    assert '<a href="../2026-03-04.html">A note</a>' not in html_of(site, "journal/2026.html")
    assert '<a href="2026-03-04.html">A note</a>' in html_of(site, "journal/2026.html")


def test_the_tags_plugin_lists_tags_of_what_is_shared_alone(tmp_path: Path):
    config = """
        site_name: Test site
        docs_dir: content
        theme: {name: material, font: false}
        plugins: [tags: {export: true}, search, portfolio: {today: 2026-11-20}]
        """
    files = {
        "tags.md": public("# Tags\n\n<!-- material/tags -->"),
        "journal/a.md": "---\ntitle: A note\naudience: public\ntags: [craft]\n---\n",
        "journal/b.md": "---\ntitle: Okapi\ntags: [zebra, craft]\n---\n",
    }
    site = built(write_project(tmp_path, files, config=config), strict=True)
    shown = words_of(article(site, "tags/index.html"))
    assert shown == "Tags craft A note Test site · Tags Built for everyone on 20 November 2026."
    assert [mapping["tags"] for mapping in json.loads(html_of(site, "tags.json"))["mappings"]] == [["craft"]]
    assert places_naming(site, "zebra") == places_naming(site, "okapi") == []


@pytest.mark.parametrize("order", [["blog", "portfolio"], ["portfolio", "blog"]], ids=" then ".join)
def test_posts_of_the_blog_plugin_show_nothing_withheld(tmp_path: Path, order: list[str]):
    plugins = "".join(f"  - {name}\n" for name in order)
    config = f"site_name: T\ndocs_dir: content\ntheme: {{name: material, font: false}}\nplugins:\n{plugins}"
    files = {
        "journal/secret.md": "---\ntitle: Okapi\n---\n",
        "blog/index.md": public("# Blog"),
        "blog/posts/one.md": """
            ---
            date: 2026-01-01
            audience: public
            ---

            # A post

            Why [a zebra](../../journal/secret.md) and [[secret|a zebra]].
            """,
    }
    site = built(write_project(tmp_path, files, config=config))
    assert "not shared" in article(site, "blog/2026/01/01/a-post/index.html")
    assert places_naming(site, "zebra") == []


def test_two_builds_on_different_days_differ_in_the_dates_of_the_host_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    files = {
        "goals/read.md": "---\naudience: public\ndue: 2026-11-19\n---\n",
        "journal/2026-11-01.md": "---\naudience: public\ngoals: read\nexpires: 2026-12-01\n---\n",
    }
    config = """
        site_name: Test site
        site_url: https://example.org/
        docs_dir: content
        theme: {name: material, font: false}
        plugins: [search, portfolio: {today: 2026-11-20}]
        """
    sites = []
    for day, seconds in (("one", "1700000000"), ("other", "1990000000")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        sites.append(files_of(built(write_project(tmp_path / day, files, config=config))))
    one, other = sites
    assert [uri for uri in one if one[uri] != other.get(uri)] == ["sitemap.xml", "sitemap.xml.gz"]
    assert one.keys() == other.keys()
    assert one["sitemap.xml"].replace(b"2023-11-14", b"2033-01-22") == other["sitemap.xml"]


def test_without_the_option_the_day_is_that_of_the_source_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    config = "site_name: T\ndocs_dir: content\ntheme: {name: material, font: false}\nplugins: [portfolio]\n"
    project = write_project(tmp_path, {"goals/read.md": "---\naudience: public\ndue: 2023-11-14\n---\n"}, config=config)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert "Overdue" not in article(built(project), "goals/index.html")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700090000")
    assert "Overdue" in article(built(project), "goals/index.html")


def test_the_extensions_and_style_sheets_of_the_owner_stay(tmp_path: Path):
    config = """
        site_name: Test site
        docs_dir: content
        theme: {name: material, font: false}
        extra_css: [own.css]
        markdown_extensions:
          - toc: {permalink: "#"}
          - attr_list
          - admonition
        plugins: [portfolio]
        """
    files = {"index.md": public("# Start\n\n!!! note\n\n    A *box*.\n\n## More\n"), "own.css": "a {}"}
    html = html_of(built(write_project(tmp_path, files, config=config), strict=True), "index.html")
    assert '<div class="admonition note">' in html
    assert '<a class="headerlink" href="#more"' in html
    assert html.index("assets/portfolio/portfolio.css") < html.index("own.css")
