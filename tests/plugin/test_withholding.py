"""Nothing withheld is in a site, in any form."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import write_project
from tests.plugin.sites import article, built, files_of, nav_titles, places_naming, words_of

SECRET = "people/ada/journal/2026-03-01-kudu.md"
SECRETS = {
    SECRET: """
        ---
        title: Quagga doubts
        id: okapi-id
        aliases: [oryx]
        tags: [bongotag]
        competencies: [{id: dikdik, because: I shied like a gerenuk.}]
        description: hartebeest
        ---

        # Eland heading

        Duiker text, ![a scan](gnu-scan.bmp), and [[visible]].
        """,
    "people/ada/journal/gnu-scan.bmp": "bontebok bytes",
    "people/ada/journal/never-named-nyala.pdf": "suni bytes",
    "people/bea/index.md": "---\ntitle: Bea Klipspringer\n---\n",
    "competencies/dikdik.md": "---\ntitle: Steenbok\naudience: team\n---\n",
    "2030-lechwe.md": "# Sitatunga\n",
}
CANARIES = [
    "quagga", "okapi", "oryx", "bongotag", "gerenuk", "hartebeest", "eland", "duiker", "gnu-scan", "bontebok", "nyala",
    "suni", "klipspringer", "people/bea", "dikdik", "steenbok", "lechwe", "sitatunga", "kudu", "impala",
]  # fmt: skip
SHARED = {
    "people/ada/index.md": "---\ntitle: Ada\naudience: public\nmentors: [bea]\n---\n",
    "people/ada/journal/visible.md": """
        ---
        audience: public
        goals: [read]
        competencies: [{id: dikdik, level: 2}]
        evidence: [oryx]
        people: [bea]
        ---

        # Visible, after [[okapi-id]]

        See [[okapi-id]], [[oryx|an impala]] and [an impala](2026-03-01-kudu.md "impala").
        """,
    "people/ada/goals/read.md": "---\naudience: public\ntitle: Read\n---\n",
}
NAV = """
    site_name: Test site
    site_url: https://example.org/
    docs_dir: content
    theme: {name: material, font: false}
    nav:
      - Start: index.md
      - Impala zero: people/ada/journal/2026-03-01-kudu.md
      - people/bea/index.md
      - Empty impala:
          - 2030-lechwe.md
          - Deeper impala: [competencies/dikdik.md]
      - Kept:
          - The note: people/ada/journal/visible.md
          - Elsewhere: https://example.org/a/
          - Impala one: ./2030-lechwe.md
      - goals/index.md
    plugins: [search, tags, portfolio: {today: 2026-11-20}]
    """


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(write_project(tmp_path_factory.mktemp("secrets"), {**SHARED, **SECRETS}, config=NAV), strict=True)


@pytest.mark.parametrize("canary", CANARIES)
def test_no_file_of_a_site_names_anything_withheld(site: Path, canary: str):
    assert places_naming(site, canary) == []


def test_what_is_withheld_would_be_found_if_it_were_there(tmp_path: Path):
    site = built(write_project(tmp_path, {**SHARED, **SECRETS}, "audience: me"))
    found = [canary for canary in CANARIES if places_naming(site, canary)]
    # Names by which entries refer to each other, and attachments to which none refers, are in no site.
    assert found == [canary for canary in CANARIES if canary not in ("okapi", "oryx", "nyala", "suni")]


def test_the_lines_of_a_written_nav_that_name_something_withheld_are_gone_and_nothing_else(site: Path):
    assert nav_titles(site) == ["Start", "Kept", "The note", "Elsewhere", "Goals"]


def test_what_is_withheld_changes_no_byte_of_a_site(tmp_path: Path):
    others = {
        SECRET: "---\nid: okapi-id\naliases: [oryx]\ngoals: read\n---\n\n# Other\n\n[[visible]] [[read]]\n",
        "people/bea/index.md": "---\nrole: cook\n---\n\nI know [[ada]].\n",
        "roles/cook.md": "---\naudience: team\n---\n",
        "competencies/dikdik.md": "---\naudience: me\narea: Elsewhere\n---\n",
        "2030-lechwe.md": "---\ntags: [more]\n---\n",
        "people/ada/goals/more.md": "---\ntitle: More\n---\n",
        "people/cy/journal/2019-01-01.md": "[[read]]\n",
        "goals/index.md": "# Mine\n",
        "journal/2026.md": "# Mine\n",
        "people/ada/journal/visible.png": "",
    }
    one = built(write_project(tmp_path / "one", {**SHARED, **SECRETS}))
    other = built(write_project(tmp_path / "other", {**SHARED, **others}))
    assert _without_dates(one) == _without_dates(other)


def test_a_withheld_index_does_not_hide_the_readme_beside_it(tmp_path: Path):
    files = {"README.md": "---\naudience: public\n---\n\n# Welcome\n", "index.md": "My own start page.\n"}
    site = built(write_project(tmp_path, files))
    assert "Welcome" in words_of(article(site, "index.html"))


def test_a_withheld_file_of_the_same_name_makes_no_name_ambiguous(tmp_path: Path):
    files = {
        "journal/a.md": "---\naudience: public\n---\n\n![[team.png]]\n",
        "img/team.png": "",
        "people/ada/private/team.png": "withheld",
        "people/ada/private/note.md": "![](team.png)\n",
    }
    site = built(write_project(tmp_path, files))
    assert (site / "img/team.png").is_file()
    assert 'src="../../img/team.png"' in article(site, "journal/a/index.html")


LINKS = {
    "wiki": "[[secret]]",
    "wiki-label": "[[secret|impala]]",
    "wiki-path": "[[journal/secret.md#impala|impala]]",
    "embed": "![[secret]]",
    "inline": "[impala](journal/secret.md)",
    "inline-title": '[impala](journal/secret.md "impala")',
    "inline-angled": "[impala](<journal/secret.md>)",
    "inline-emphasis": "**[*impala* `x`](journal/secret.md)**",
    "fragment": "[impala](journal/secret.md#impala)",
    "query": "[impala](journal/secret.md?impala=1)",
    "quoted": "[impala](journal/s%65cret.md)",
    "dots": "[impala](guide/../journal/secret.md)",
    "url": "[impala](journal/secret/)",
    "html-url": "[impala](journal/secret.html)",
    "absolute": "[impala](/journal/secret.md)",
    "reference": "[impala][i]\n\n[i]: journal/secret.md 'impala'",
    "reference-short": "[impala]\n\n[impala]: journal/secret.md",
    "html": '<a href="journal/secret.md">impala</a>',
    "html-attributes": '<a title="impala" data-src="x" href="journal/secret.md">impala</a>',
    "in-table": "| a |\n| --- |\n| [[secret\\|impala]] |",
    "in-list": "- one\n\n    - [impala](journal/secret.md)",
    "in-link-text": "[see [[secret|impala]]](journal/secret.md)",
}


@pytest.fixture(scope="module")
def site_of_links(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = {f"{name}.md": f"---\naudience: public\n---\n\n# Page\n\n{text}\n" for name, text in LINKS.items()}
    return built(write_project(tmp_path_factory.mktemp("links"), {**pages, "journal/secret.md": "Mine.\n"}))


@pytest.mark.parametrize("name", LINKS)
def test_a_link_to_something_withheld_is_said_not_to_be_shared(site_of_links: Path, name: str):
    text = article(site_of_links, f"{name}/index.html")
    assert "not shared" in text
    assert "impala" not in text
    assert "secret" not in text


NAV_LINES = {
    "fragment": "journal/secret.md#top",
    "url": "journal/secret/",
    "html": "journal/secret.html",
    "absolute": "/journal/secret.md",
    "dots": "guide/../journal/secret.md",
}


@pytest.fixture(scope="module")
def titles_of_nav_lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    lines = "".join(f"  - Doubts {name}: {line}\n" for name, line in NAV_LINES.items())
    config = (
        f"site_name: T\ndocs_dir: content\ntheme: {{name: material, font: false}}\nplugins: [portfolio]\nnav:\n{lines}"
    )
    files = {"index.md": "---\naudience: public\n---\n", "journal/secret.md": "Mine.\n"}
    project = write_project(tmp_path_factory.mktemp("nav"), files, config=f"{config}  - Start: index.md\n")
    return nav_titles(built(project))


@pytest.mark.parametrize("name", NAV_LINES)
def test_a_nav_line_that_names_something_withheld_is_gone_however_it_is_written(
    titles_of_nav_lines: list[str], name: str
):
    assert titles_of_nav_lines[-1] == "Start"
    assert f"Doubts {name}" not in titles_of_nav_lines


def test_attachments_are_published_only_if_a_published_page_refers_to_them(tmp_path: Path):
    files = {
        "journal/a.md": """
            ---
            audience: public
            evidence: [table.csv]
            ---

            ![](a.png) [report](files/report.pdf) <img src="b.png"> ![[c.png]]

            <video src="film.mp4"></video>

            [later]: d.png
            """,
        "journal/secret.md": "![](secret.png)\n",
        **{f"journal/{name}": "" for name in ("a.png", "b.png", "d.png", "table.csv", "files/report.pdf")},
        **dict.fromkeys(("img/c.png", "journal/secret.png", "journal/film.mp4"), ""),
        **{name: name for name in ("notes.txt", "journal/a.md.bak", ".hidden/e.png", "journal/.a.md.swp")},
    }
    site = built(write_project(tmp_path, files))
    own = {uri for uri in files_of(site) if not uri.startswith(("assets/", "search/", "sitemap"))}
    assert {uri for uri in own if not uri.endswith(".html")} == {
        "journal/a.png", "journal/b.png", "journal/d.png", "journal/table.csv", "journal/files/report.pdf",
        "img/c.png", "journal/film.mp4",
    }  # fmt: skip


def test_every_attribute_of_an_element_may_refer_to_an_attachment(tmp_path: Path):
    text = '---\naudience: public\n---\n\n<video poster="poster.png" controls src="film.mp4"></video>\n'
    site = built(write_project(tmp_path, {"journal/a.md": text, "journal/poster.png": "", "journal/film.mp4": ""}))
    assert (site / "journal/poster.png").is_file()
    assert (site / "journal/film.mp4").is_file()


def test_files_that_the_configuration_names_are_published(tmp_path: Path):
    config = """
        site_name: Test site
        docs_dir: content
        theme: {name: material, font: false, logo: img/logo.svg, favicon: img/icon.png}
        extra_css: [css/own.css]
        extra_javascript: [js/own.js, {path: js/module.mjs, type: module}]
        plugins:
          - portfolio:
              assets: ["fonts/*.woff2", "deep/**"]
        """
    wanted = [
        "css/own.css",
        "deep/a/b.txt",
        "fonts/a.woff2",
        "img/icon.png",
        "img/logo.svg",
        "js/module.mjs",
        "js/own.js",
    ]
    others = ["css/other.css", "fonts/LICENCE", "fonts/sub/b.woff2", "img/photo.jpg"]
    site = built(write_project(tmp_path, dict.fromkeys([*wanted, *others], ""), config=config))
    assert [uri for uri in files_of(site) if uri.startswith(("css/", "deep/", "fonts/", "img/", "js/"))] == wanted


def test_files_that_the_configuration_names_may_be_written_with_a_dot(tmp_path: Path):
    config = """
        site_name: Test site
        docs_dir: content
        theme: {name: material, font: false, logo: ./img/logo.svg}
        extra_css: [./own.css]
        plugins: [portfolio]
        """
    site = built(write_project(tmp_path, {"img/logo.svg": "<svg/>", "own.css": "a {}"}, config=config))
    assert (site / "img/logo.svg").is_file()
    assert (site / "own.css").is_file()


def test_a_file_outside_of_the_content_folder_is_not_published_through_a_symbolic_link(tmp_path: Path):
    project = write_project(
        tmp_path, {"index.md": "---\naudience: public\n---\n\n![](photo.png)\n"}, "on_error: withhold"
    )
    (tmp_path / "outside.md").write_text("---\naudience: public\n---\nnyala\n", encoding="utf-8")
    (tmp_path / "outside.png").write_text("nyala", encoding="utf-8")
    (project / "content/photo.png").symlink_to(tmp_path / "outside.png")
    (project / "content/journal.md").symlink_to(tmp_path / "outside.md")
    assert places_naming(built(project), "nyala") == []


def _without_dates(site: Path) -> dict[str, bytes]:
    """The files of a site; those with the day of the build compare by name alone."""
    return {uri: b"" if uri.startswith("sitemap.xml") else data for uri, data in files_of(site).items()}
