"""portfolio pages"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.builders import COMPETENCY, write_project
from tests.cli.runs import run
from tests.conftest import CHECKOUT
from tests.plugin.sites import built, files_of, places_naming, run_mkdocs

FILES = {
    "index.md": "---\naudience: public\n---\n\n# Start\n\n[[note]], [a zebra](journal/secret.md)\n",
    "about.md": "---\naudience: public\n---\n\n# About us\n",
    "competencies/testing.md": COMPETENCY,
    "goals/read.md": "---\ntitle: Read\naudience: public\ncompetencies: {id: testing, level: 2}\n---\n",
    "journal/note.md": "---\naudience: public\ngoals: [read]\nevidence: [secret]\n---\n\n# A note\n\n![](okapi.bmp)\n",
    "journal/okapi.bmp": "picture",
    "journal/secret.md": "---\ntitle: Zebra\n---\n\n![](kudu.bmp)\n",
    "journal/kudu.bmp": "zebra",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", FILES)


FROM_DISK = re.compile(rb'<script src="[^"]*assets/portfolio/from-disk.js"></script>\n')
BLANKS = re.compile(rb"\s*\n\s*")
"""Those of the frame of a page, which our plugin takes out."""
ONLY_HERE = ("assets/portfolio/from-disk.js", "search/search_index.js")
"""What only our plugin adds, so that a site can be read from disk."""
OTHERWISE = ("sitemap.xml", "assets/portfolio/journal.js", "404.html")
"""The day of the build; pages by their addresses, which our plugin alone knows; a way back, which it alone offers."""


def differences(plain: Path, own: Path) -> list[str]:
    """The files that two sites don't have in common, byte for byte, blanks between lines of HTML aside."""
    files = {uri: _without_blanks(uri, data) for uri, data in files_of(plain).items()}
    others = {
        uri: FROM_DISK.sub(b"", _without_blanks(uri, data))
        for uri, data in files_of(own).items()
        if uri not in ONLY_HERE
    }
    return sorted(
        uri for uri in {*files, *others} if files.get(uri) != others.get(uri) and not uri.startswith(OTHERWISE)
    )


def _without_blanks(uri: str, data: bytes) -> bytes:
    return BLANKS.sub(b"\n", data.replace(b"</article>", b"\n</article>")) if uri.endswith(".html") else data


def test_the_example_written_out_is_the_same_site_under_the_plain_host(tmp_path: Path):
    out, trusted = tmp_path / "out", tmp_path / "trusted.yml"
    # The plain host neither cleans what it renders nor gives a policy to its pages.
    text = (
        (CHECKOUT / "mkdocs.yml").read_text("utf-8").replace("audience: team", "audience: team\n      untrusted: false")
    )
    trusted.write_text(text.replace("docs_dir: content", f"docs_dir: {CHECKOUT}/content"), encoding="utf-8")
    assert run("pages", out, "-f", trusted).exit_code == 0
    assert run_mkdocs(out, "build", "--strict").returncode == 0
    own = run_mkdocs(tmp_path, "build", "--strict", "-f", str(trusted), "-d", str(tmp_path / "own"))
    assert own.returncode == 0
    assert differences(out / "site", tmp_path / "own") == []


CONFIGURATIONS = {
    "nav": """
        nav:
          - Start: index.md
          - Zebra: journal/secret.md
          - More: [about.md, journal/note.md, Out: https://example.org/]
        """,
    "flat urls and names": "use_directory_urls: false\nsite_description: '12:30'\nextra: {a: &a [1, 0x10], b: *a}",
    "extensions": """
        markdown_extensions:
          toc: {permalink: true}
          pymdownx.emoji:
            emoji_index: !!python/name:material.extensions.emoji.twemoji
            emoji_generator: !!python/name:material.extensions.emoji.to_svg
        """,
    "hooks, overrides and assets": """
        theme: {name: material, font: false, custom_dir: own, logo: journal/kudu.bmp}
        hooks: [hook.py]
        extra_css: [about.css]
        """,
    "drafts": "draft_docs: about.md",
    "excluded": "exclude_docs: goals/read.md",
}


@pytest.mark.parametrize("case", CONFIGURATIONS)
def test_a_project_written_out_is_the_same_site_under_the_plain_host(tmp_path: Path, case: str):
    base = write_project(tmp_path / "project", {**FILES, "about.css": "a {}"})
    lines = "\n".join(line.removeprefix("        ") for line in CONFIGURATIONS[case].splitlines())
    config = base / "mkdocs.yml"
    config.write_text(f"INHERIT: base.yml\n{lines}\n", encoding="utf-8")
    (base / "base.yml").write_text(
        "site_name: 'No'\ndocs_dir: content\ntheme: {name: material, font: false}\n"
        "plugins: [search, portfolio: {today: 2026-11-20}]\n",
        encoding="utf-8",
    )
    (base / "hook.py").write_text("def on_page_content(html, **_):\n    return html + '<p>hooked</p>'\n", "utf-8")
    (base / "own").mkdir()
    (base / "own/main.html").write_text('{% extends "base.html" %}{% block footer %}mine{% endblock %}', "utf-8")
    out = tmp_path / "out"
    assert run("pages", out, "-C", base).exit_code == 0
    assert differences(built(out, strict=True), built(base, strict=True)) == []


def test_it_is_a_project_of_pages_and_a_configuration_without_the_plugin(project: Path, tmp_path: Path):
    out = tmp_path / "out"
    result = run("pages", out, "-C", project)
    assert result.stdout == f"{out}: 12 pages and 1 attachments for public\n"
    assert sorted(files_of(out)) == [
        ".portfolio-pages", "content/about.md", "content/assets/portfolio/journal-filters.js",
        "content/assets/portfolio/journal.js", "content/assets/portfolio/portfolio.css",
        "content/assets/portfolio/portfolio.js",
        "content/competencies/index.md", "content/competencies/testing.md", "content/goals/index.md",
        "content/goals/read.md", "content/index.md", "content/journal/index.md", "content/journal/note.md",
        "content/journal/okapi.bmp", "content/journal/undated.md", "content/map/index.md", "content/matrix/index.md",
        "content/people/index.md", "mkdocs.yml",
    ]  # fmt: skip
    assert "portfolio:" not in (out / "mkdocs.yml").read_text("utf-8")


def test_nothing_withheld_is_in_any_byte_of_it(project: Path, tmp_path: Path):
    run("pages", tmp_path / "out", "-C", project)
    assert [places_naming(tmp_path / "out", word) for word in ("zebra", "secret", "kudu")] == [[], [], []]


def test_pages_that_the_host_leaves_out_are_not_in_it(tmp_path: Path):
    files = {**FILES, "drafts/next.md": "---\naudience: public\ntype: reflection\ntitle: Fennec\ngoals: read\n---\n"}
    project = write_project(tmp_path / "project", files)
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "draft_docs: drafts/\n", encoding="utf-8")
    run("pages", tmp_path / "out", "-C", project)
    assert places_naming(tmp_path / "out/content", "fennec") == []


def test_a_folder_that_is_not_empty_is_left_alone(project: Path, tmp_path: Path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")
    for arguments in ([], ["--force"]):
        assert run("pages", out, "-C", project, *arguments).exit_code == 2
        assert files_of(out) == {"thesis.txt": b"mine"}


def test_a_folder_of_an_earlier_run_is_replaced_whole_when_forced(project: Path, tmp_path: Path):
    out = tmp_path / "out"
    run("pages", out, "-C", project)
    (project / "content/about.md").unlink()
    assert run("pages", out, "-C", project).exit_code == 2
    assert (out / "content/about.md").is_file()
    assert run("pages", out, "-C", project, "--force").exit_code == 0
    assert not (out / "content/about.md").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "project"]


@pytest.mark.parametrize("out", ["content", "content/out", ".", ".."])
def test_a_folder_that_overlaps_the_content_is_refused(project: Path, out: str):
    before = files_of(project.parent)
    assert run("pages", project / out, "-C", project, "--force").exit_code == 2
    assert files_of(project.parent) == before


def test_a_link_to_the_content_folder_is_refused_too(project: Path, tmp_path: Path):
    (tmp_path / "link").symlink_to(project / "content")
    before = files_of(project)
    assert run("pages", tmp_path / "link", "-C", project, "--force").exit_code == 2
    assert files_of(project) == before


def test_a_file_is_not_taken_for_a_folder(project: Path, tmp_path: Path):
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    assert run("pages", tmp_path / "out", "-C", project, "--force").exit_code == 2
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_errors_leave_nothing_written(project: Path, tmp_path: Path):
    (project / "content/journal/secret.md").write_text("---\naudience: mine\n---\n", encoding="utf-8")
    result = run("pages", tmp_path / "out", "-C", project)
    assert result.exit_code == 1
    assert "journal/secret.md:2:11: audience: 'mine' is no audience" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["project"]


def test_a_file_that_cannot_be_copied_leaves_the_former_folder_as_it_was(project: Path, tmp_path: Path):
    out = tmp_path / "out"
    run("pages", out, "-C", project)
    before = files_of(out)
    (project / "content/journal/okapi.bmp").unlink()
    (project / "content/journal/okapi.bmp").symlink_to(project / "content/gone.png")
    result = run("pages", out, "-C", project, "--force")
    assert result.exit_code == 1
    assert "okapi.bmp" in result.stderr
    assert files_of(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "project"]


def test_what_is_wrong_is_left_out_with_a_warning_if_the_options_say_so(tmp_path: Path):
    files = {**FILES, "journal/secret.md": "---\naudience: mine\ntitle: Zebra\n---\n"}
    project = write_project(tmp_path / "project", files, "on_error: withhold")
    result = run("pages", tmp_path / "out", "-C", project)
    assert result.exit_code == 0
    assert "journal/secret.md:2:11: audience: 'mine' is no audience" in result.stderr
    assert places_naming(tmp_path / "out", "zebra") == []


def test_a_folder_without_configuration_becomes_a_project_that_builds(tmp_path: Path):
    files = {**FILES, "people/ada/index.md": "# Ada\n"}
    shutil.copytree(write_project(tmp_path / "project", files) / "content", tmp_path / "notes")
    out = tmp_path / "out"
    assert run("pages", out, "-C", tmp_path / "notes", "--audience", "me").exit_code == 0
    site = built(out, strict=True)
    assert (site / "journal/secret/index.html").is_file()
    assert {path.name for path in (site / "calendar").iterdir()} == {"subscribe.ics", "reminders.ics"}
