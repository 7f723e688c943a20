"""`portfolio publish` with MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.builders import write_project
from tests.cli.runs import run
from tests.plugin.sites import built, html_of
from tests.publishing.sites import beside, is_whole

OURS = "---\ntitle: Ours\naudience: team\n---\n"
FILES = {
    "index.md": "---\naudience: public\n---\n\n# Home\n",
    "journal/ours.md": OURS,
    "journal/open.md": "---\ntitle: Open\naudience: public\n---\n",
    "journal/mine.md": "---\ntitle: Mine\n---\n",
}
CONFIG = """
    site_name: Test site
    docs_dir: content
    site_url: https://example.org/team/
    theme: {{name: material, font: false}}
    {more}
    plugins: [portfolio: {{audience: team, today: 2026-11-20}}]
    """


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "out/site"


def project(tmp_path: Path, more: str = "", **files: str) -> Path:
    return write_project(tmp_path / "project", {**FILES, **files}, config=CONFIG.format(more=more))


def shown(place: Path) -> list[str]:
    return sorted(path.parent.name for path in place.glob("journal/*/index.html") if path.parent.name != "undated")


def test_a_site_is_published_for_its_audience_and_what_is_withdrawn_later_is_gone(tmp_path: Path, place: Path):
    folder = project(tmp_path)
    first = run("publish", place, "-C", folder)
    assert (first.exit_code, first.stderr) == (0, "")
    assert "site: published for team: " in first.stdout
    assert shown(place) == ["open", "ours"]
    assert is_whole(place)
    assert ">2026-11-20<" in (place / "sitemap.xml").read_text("utf-8")

    assert "nothing has changed in the site for team" in run("publish", place, "-C", folder).stdout

    (folder / "content/journal/ours.md").write_text(OURS.replace("team", "me"), encoding="utf-8")
    rehearsal = run("publish", place, "-C", folder, "--dry-run").stdout
    assert "would be published for team: 0 added" in rehearsal
    assert shown(place) == ["open", "ours"]
    second = run("publish", place, "-C", folder).stdout
    assert second == rehearsal.replace("would be published", "published")
    assert "withdrawn:\n  https://example.org/team/journal/ours/\nCaches, " in second
    assert shown(place) == ["open"]
    assert beside(place) == [".site.lock", "site.#"]


def test_the_command_says_for_whom_the_site_is_and_readers_of_less_do_not_get_it(tmp_path: Path, place: Path):
    folder = project(tmp_path, **{"people/ada/index.md": OURS, "people/ada/journal/hers.md": ""})
    assert run("publish", place, "-C", folder, "--audience", "Public", "-q").output == ""
    assert shown(place) == ["open"]
    refused = run("publish", place, "-C", folder, "--reader", "ada")
    assert (refused.exit_code, "--replace-audience" in refused.stderr) == (2, True)
    assert shown(place) == ["open"]
    done = run("publish", place, "-C", folder, "--reader", "ada", "--replace-audience")
    assert "published for team, read by ada: " in done.stdout
    assert "ours" in shown(place)
    assert (place / "people/ada/journal/hers/index.html").is_file()


FAILING = {
    "an error in an entry": ("", {"journal/wrong.md": "---\naudience: everybody\n---\n"}, []),
    "a plugin that stops late": ("hooks: [../stop.py]", {}, []),
    "a warning in a strict build": ("", {"journal/odd.md": f"{OURS}[[nowhere]]\n"}, ["--strict"]),
    "a warning in a strict and quiet build": ("", {"journal/odd.md": f"{OURS}[[nowhere]]\n"}, ["--strict", "-q"]),
    "a reader who is nobody": ("", {}, ["--reader", "nobody", "--replace-audience"]),
    "a setting that can't be right": ("use_directory_urls: often", {}, []),
}


@pytest.mark.parametrize("case", FAILING)
def test_a_build_that_fails_publishes_nothing(tmp_path: Path, place: Path, case: str):
    more, files, options = FAILING[case]
    (tmp_path / "stop.py").write_text(
        "from mkdocs.exceptions import PluginError\ndef on_post_build(config): raise PluginError('found a leak')\n",
        encoding="utf-8",
    )
    result = run("publish", place, "-C", project(tmp_path, more, **files), *options)
    assert result.exit_code == 1
    assert "nothing was published" in result.stderr
    assert "error: " in result.stderr.lower()
    assert not place.exists()
    assert beside(place) in ([], [".site.lock"]) if place.parent.exists() else True


REFUSED = {
    "no configuration": (None, "there is no mkdocs.yml"),
    "without our plugin": (
        "site_name: Test site\ndocs_dir: content\nplugins: [search]\n", "the plugin 'portfolio' is not in 'plugins'",
    ),
    "repository": (CONFIG.format(more="repo_url: https://example.org/git"), "repo_url in mkdocs.yml would lead"),
    "edit link": (CONFIG.format(more="edit_uri: https://example.org/edit/"), "edit_uri in mkdocs.yml would lead"),
    "edit template": (
        CONFIG.format(more="edit_uri_template: 'https://example.org/{{path}}'"), "edit_uri_template in mkdocs.yml",
    ),
    "known repository": (CONFIG.format(more="repo_url: https://github.com/a/b"), "repo_url and edit_uri in mkdocs.yml"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_site_that_would_lead_to_more_than_itself_is_not_built(tmp_path: Path, place: Path, case: str):
    config, said = REFUSED[case]
    folder = write_project(tmp_path / "project", FILES, config=config or "-")
    if config is None:
        (folder / "mkdocs.yml").unlink()
    result = run("publish", place, "-C", folder)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not place.parent.exists()


def test_links_to_sources_are_published_if_all_sources_are_for_the_readers(tmp_path: Path, place: Path):
    folder = project(tmp_path, "repo_url: https://github.com/a/b\n    edit_uri: edit/main/content/")
    (folder / "content/journal/mine.md").unlink()
    assert run("publish", place, "-C", folder).exit_code == 0
    assert "https://github.com/a/b" in html_of(place, "index.html")


@pytest.mark.parametrize("where", ["site", "site/journal", "."])
def test_neither_a_build_nor_a_preview_writes_into_a_published_site(
    tmp_path: Path, place: Path, where: str, caplog: pytest.LogCaptureFixture
):
    folder = project(tmp_path)
    run("publish", place, "-C", folder)
    before = sorted(place.rglob("*"))
    for command in ("build", "serve"):
        with pytest.raises(Abort):
            built(folder, command=command, site_dir=str(place.parent / where))
    assert "only 'portfolio publish' replaces" in caplog.text
    assert sorted(place.rglob("*")) == before
    assert is_whole(place)


def test_a_destination_is_relative_to_the_folder_that_is_worked_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = project(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run("publish", "public/", "-C", folder).exit_code == 0
    assert shown(folder / "public") == ["open", "ours"]
    assert run("publish", "content/site", "-C", folder).exit_code == 2


def test_a_destination_that_can_t_be_written_to_is_an_error_in_words(tmp_path: Path):
    result = run("publish", "/proc/portfolio/site", "-C", project(tmp_path))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: /proc/portfolio: ")
