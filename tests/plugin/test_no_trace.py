"""Two portfolios that differ only in what is withheld are one site, to the byte, whatever builds it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import write_project
from tests.cli.runs import run
from tests.plugin.pairs import pair, write
from tests.plugin.sites import built, html_of, places_naming
from tests.plugin.traces import differences, traces

Builder = Callable[[Path], Path]
PUBLIC = "---\naudience: public\n---\n\n"


def command(*words: str) -> Builder:
    """Builds as a command does that is run in the folder of a project."""

    def build(project: Path) -> Path:
        run = subprocess.run(
            [sys.executable, "-m", *words], cwd=project, capture_output=True, text=True, timeout=120, check=False
        )
        assert run.returncode == 0, run.stdout + run.stderr
        return project / "site"

    return build


def pages(project: Path) -> Path:
    """Writes the project out for another engine."""
    result = run("pages", project / "out", "-C", project)
    assert result.exit_code == 0, result.output
    return project / "out"


BUILDS: list[tuple[int, Builder, bool]] = [
    (3, built, False),
    (7, built, False),
    (100, pages, False),
    (104, pages, False),
    (101, command("mkdocs", "build", "--strict"), True),
    (106, command("properdocs", "build", "-q", "-f", "mkdocs.yml"), False),
]
"""A seed, what builds its pair, and whether that stops at a warning."""


@pytest.mark.parametrize(
    ("seed", "site_of", "is_strict"), BUILDS, ids=["mkdocs", "mkdocs 2", "pages", "pages 2", "strict", "properdocs"]
)
def test_what_is_withheld_leaves_no_trace_in_any_byte(
    seed: int, site_of: Builder, is_strict: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("DISABLE_MKDOCS_2_WARNING", "true")
    both = pair(seed, is_strict=is_strict)
    one = site_of(write(tmp_path / "one", both.config, both.one, seed))
    other = site_of(write(tmp_path / "other", both.config, both.other, seed + 1))
    assert differences(one, other) == []
    assert traces(one) == []


def test_what_is_withheld_would_be_found_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORTFOLIO_AUDIENCE", "me")
    both = pair(7)
    sites = [
        built(write(tmp_path / name, both.config, files, 7), command="serve")
        for name, files in (("one", both.one), ("other", both.other))
    ]
    surfaces = {"search/search_index.json", "goals/index.html", "sitemap.xml", "sitemap.xml.gz", "feed_rss_created.xml"}
    assert surfaces <= set(differences(*sites))
    assert surfaces <= set(traces(sites[0]))


WITH_FEEDS = """
    site_name: Test site
    site_url: https://example.org/
    docs_dir: content
    theme: {name: material, font: false}
    plugins: [search, blog: {pagination_per_page: 1, pagination_keep_content: true}, rss: {use_git: false}, portfolio]
    """
POSTS = {
    f"blog/posts/{number}.md": f"""
        ---
        date: 2026-01-0{number}
        audience: public
        links: [journal/okapi.md, {{Okapi: journal/okapi.md}}, about.md]
        ---

        <!-- only: me -->
        # Okapi
        <!-- end only -->

        # After [[okapi|an okapi]]

        Text.
        """
    for number in (1, 2)
}
OTHERS = {"about.md": f"{PUBLIC}# About\n", "journal/okapi.md": "---\ntitle: Okapi\n---\n"}


@pytest.fixture(scope="module")
def site_with_posts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    index = f"{PUBLIC}# News\n\n<!-- only: me -->\nOkapi.\n<!-- end only -->\n\nHere.\n"
    files = {**POSTS, **OTHERS, "blog/index.md": index}
    return built(write_project(tmp_path_factory.mktemp("posts"), files, config=WITH_FEEDS))


def test_the_address_of_a_post_is_that_of_its_published_title(site_with_posts: Path):
    assert (site_with_posts / "blog/2026/01/01/after-not-shared/index.html").is_file()


def test_no_page_of_a_blog_repeats_what_is_withheld(site_with_posts: Path):
    assert "Here." in html_of(site_with_posts, "blog/page/2/index.html")
    assert places_naming(site_with_posts, "okapi") == []


def test_a_post_lists_the_links_that_are_shared_and_no_other(site_with_posts: Path):
    html = html_of(site_with_posts, "blog/2026/01/01/after-not-shared/index.html")
    assert "journal/" not in html.partition("md-post__meta")[2]
    assert 'href="../../../../../about/"' in html


def test_feeds_can_hold_generated_pages(site_with_posts: Path):
    assert "<title>Goals</title>" in (site_with_posts / "feed_rss_created.xml").read_text("utf-8")


def test_a_blog_whose_index_is_withheld_has_one_that_says_nothing(tmp_path: Path):
    site = built(write_project(tmp_path, {**POSTS, **OTHERS, "blog/index.md": "# Okapi\n"}, config=WITH_FEEDS))
    assert "<title>Blog - Test site</title>" in html_of(site, "blog/index.html")
    assert places_naming(site, "okapi") == []


def test_a_blog_makes_its_own_index_and_builds_again_with_it(tmp_path: Path):
    project = write_project(tmp_path, {**POSTS, **OTHERS}, config=WITH_FEEDS)
    one, other = (html_of(built(project), "blog/index.html") for _ in range(2))
    assert one == other


def test_a_readme_beside_a_withheld_index_is_listed_where_the_index_was(tmp_path: Path):
    files = {"a/b.md": PUBLIC, "a/README.md": PUBLIC, "c.md": PUBLIC}
    one = built(write_project(tmp_path / "one", files))
    other = built(write_project(tmp_path / "other", {**files, "a/index.md": "Mine.\n"}))
    assert differences(one / "search", other / "search") == []


def test_a_hook_cannot_put_back_what_is_withheld(tmp_path: Path):
    config = "site_name: T\ndocs_dir: content\ntheme: {name: material}\nhooks: [hook.py]\nplugins: [portfolio]\n"
    project = write_project(tmp_path, {"journal/okapi.md": "Mine.\n"}, config=config)
    (project / "hook.py").write_text(HOOK, encoding="utf-8")
    with pytest.raises(BaseException, match="Aborted"):
        built(project)
    assert "Mine." not in "".join(path.read_text("utf-8") for path in project.glob("site/**/*.html"))


HOOK = """
from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File("journal/okapi.md", config.docs_dir, config.site_dir, True))
"""
