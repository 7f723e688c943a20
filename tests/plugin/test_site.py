"""What a built site holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import COMPETENCY, write_project
from tests.plugin.sites import article, built, html_of, nav_titles, words_of

FILES = {
    "competencies/testing.md": COMPETENCY,
    "people/ada/index.md": "---\ntitle: Ada\naudience: public\n---\n",
    "people/ada/goals/write-tests.md": """
        ---
        title: Write tests
        audience: public
        competencies: [{id: testing, level: 2}]
        due: 2026-12-01
        ---
        """,
    "people/ada/journal/2026-03-04-green.md": """
        ---
        title: All green
        audience: public
        goals: [write-tests]
        competencies: [{id: testing, level: 3}]
        tags: [craft]
        ---

        # All green

        Thanks to [[write-tests]] and [testing](../../../competencies/testing.md#level-3).
        """,
    "people/ada/journal/2025-12-31-red.md": "---\ntitle: All red\naudience: public\n---\n",
    "guide/how.md": "---\naudience: public\n---\n\n# How we work\n",
    "about.md": "---\naudience: public\n---\n\n# About us\n",
}
HOOK_THAT_WRITES_METADATA = """
import json, pathlib

def on_page_content(html, page, config, files):
    if page.file.src_uri == "journal/note.md":
        pathlib.Path(config.config_file_path).with_name("meta.json").write_text(json.dumps(page.meta))
"""
GOAL = "people/ada/goals/write-tests/index.html"
NOTE = "people/ada/journal/2026-03-04-green/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(write_project(tmp_path_factory.mktemp("mixed"), FILES), strict=True)


def test_a_site_holds_a_page_for_each_source_overview_and_year(site: Path):
    assert sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")) == [
        ".", "about", "competencies", "competencies/testing", "goals", "guide/how", "journal", "journal/2025",
        "journal/2026", "journal/undated", "map", "matrix", "people", "people/ada", "people/ada/goals/write-tests",
        "people/ada/journal/2025-12-31-red", "people/ada/journal/2026-03-04-green",
    ]  # fmt: skip


def test_an_entry_has_a_header_above_its_text(site: Path):
    header, text = article(site, NOTE).split("Thanks to")
    assert words_of(header[header.index("pf-header") :]).endswith(
        "Reflection Date 4 March 2026 By Ada Goal this moves Write tests Tags craft Shows Testing level 3, Reliable"
    )
    assert 'href="../../goals/write-tests/"' in text


def test_an_entry_has_what_refers_to_it_below_its_text(site: Path):
    below = article(site, GOAL).split("The story so far")[1]
    assert 'href="../../journal/2026-03-04-green/"' in below
    assert "All green reflection" in words_of(below)


def test_views_stand_on_the_pages_of_what_they_are_about(site: Path):
    assert "All green" in words_of(article(site, "competencies/testing/index.html"))
    assert "Write tests" in words_of(article(site, "people/ada/index.html"))
    assert "Write tests" in words_of(article(site, "goals/index.html"))
    assert "All green" in words_of(article(site, "journal/2026/index.html"))
    assert "All green" not in words_of(article(site, "journal/2025/index.html"))


def test_every_page_says_for_whom_it_was_built(site: Path):
    line = "Built for everyone on 20 November 2026."
    silent = [path for path in site.rglob("index.html") if line not in path.read_text("utf-8")]
    assert silent == []


def test_without_a_written_nav_it_holds_home_pages_and_overviews_but_no_entry_and_no_person(site: Path):
    assert nav_titles(site) == [
        "Test site", "About us", "Guide", "How we work", "Competencies", "People", "Goals", "Map", "Journal",
    ]  # fmt: skip


def test_the_search_finds_written_pages_and_no_generated_list(site: Path):
    index = json.loads(html_of(site, "search/search_index.json"))
    assert {place["location"].partition("#")[0] for place in index["docs"]} == {
        "about/", "competencies/testing/", "guide/how/", "people/ada/", "people/ada/goals/write-tests/",
        "people/ada/journal/2025-12-31-red/", "people/ada/journal/2026-03-04-green/",
    }  # fmt: skip


def test_pages_look_as_they_should_without_any_setting(site: Path):
    assert 'href="../../../../assets/portfolio/portfolio.css"' in html_of(site, GOAL)
    assert (site / "assets/portfolio/portfolio.css").is_file()


def test_a_written_overview_wins_and_can_place_the_view(tmp_path: Path):
    page = "---\naudience: public\n---\n\n# Where we go\n\nOurs.\n\n<!-- portfolio: goals -->\n\nSo far.\n"
    site = built(write_project(tmp_path, {**FILES, "goals/index.md": page}), strict=True)
    words = words_of(article(site, "goals/index.html"))
    assert words.index("Where we go") < words.index("Ours.") < words.index("Write tests") < words.index("So far.")
    assert nav_titles(site)[-5:] == ["Competencies", "People", "Where we go", "Map", "Journal"]


def test_a_title_is_words_and_never_markup(tmp_path: Path):
    note = "---\ntitle: Why <mark> & <details> help\naudience: public\n---\n"
    html = html_of(built(write_project(tmp_path, {"journal/note.md": note}), strict=True), "journal/note/index.html")
    assert "<title>Why &lt;mark&gt; &amp; &lt;details&gt; help - Test site</title>" in html
    assert "<mark>" not in html
    assert "<details> help" not in html


def test_the_metadata_of_a_page_is_what_the_host_was_meant_to_read_and_nothing_of_ours(tmp_path: Path):
    note = """
        ---
        title: "A: note"
        audience: public
        date: 2026-03-04
        id: some-id
        next_action: Rest.
        draft: no
        tags: [craft, "no"]
        icon: material/star
        hide: [toc]
        description: 12:30
        search: {boost: 2}
        ---
        """
    config = """
        site_name: Test site
        docs_dir: content
        theme: mkdocs
        hooks: [hook.py]
        plugins: [portfolio]
        """
    project = write_project(tmp_path, {"journal/note.md": note}, config=config)
    (project / "hook.py").write_text(HOOK_THAT_WRITES_METADATA, encoding="utf-8")
    built(project)
    assert json.loads((project / "meta.json").read_text("utf-8")) == {
        "title": "A: note",
        "tags": ["craft", "no"],
        "icon": "material/star",
        "hide": ["toc"],
        "description": "12:30",
        "search": {"boost": 2},
    }


@pytest.mark.parametrize(
    ("theme", "is_pruned"),
    [("", True), ("nav: [index.md, a/n1.md, b/n1.md]", False), ("features: [navigation.expand]", False)],
    ids=["default", "written nav", "expanded"],
)
def test_a_long_navigation_that_nobody_wrote_is_carried_in_part(tmp_path: Path, theme: str, is_pruned: bool):
    files = {f"{folder}/n{n}.md": "---\naudience: public\n---\n# Note\n" for folder in "ab" for n in range(51)}
    features = f"  {theme}\n" if theme.startswith("features") else ""
    nav = f"{theme}\n" if theme.startswith("nav") else ""
    config = (
        f"site_name: Test site\ndocs_dir: content\n{nav}theme:\n  name: material\n  font: false\n{features}"
        "plugins: [search, portfolio]\n"
    )
    site = built(write_project(tmp_path, files, config=config))
    # A page of one folder names the pages of the other only if it carries the whole navigation.
    assert ('href="../../b/n1/"' in html_of(site, "a/n1/index.html")) is not is_pruned
