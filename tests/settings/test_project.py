"""Where a portfolio is on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.model.audience import Audience
from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.project import find_config, project_at, project_without_config


def project_on_disk(folder: Path, config: str, *folders: str) -> Path:
    for name in folders:
        (folder / name).mkdir(parents=True, exist_ok=True)
    path = folder / "mkdocs.yml"
    path.write_text(config, encoding="utf-8")
    return path


def test_the_configuration_is_in_the_folder_or_the_nearest_one_above(tmp_path: Path):
    project_on_disk(tmp_path, "", "content/journal", "inner/content")
    project_on_disk(tmp_path / "inner", "")
    assert find_config(tmp_path / "content/journal") == tmp_path / "mkdocs.yml"
    assert find_config(tmp_path / "inner/content") == tmp_path / "inner/mkdocs.yml"


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml"])
def test_a_configuration_may_have_several_names(tmp_path: Path, name: str):
    (tmp_path / name).write_text("")
    assert find_config(tmp_path) == tmp_path / name


def test_mkdocs_yml_counts_before_other_names(tmp_path: Path):
    for name in ("properdocs.yml", "mkdocs.yaml", "mkdocs.yml"):
        (tmp_path / name).write_text("")
    assert find_config(tmp_path) == tmp_path / "mkdocs.yml"


def test_a_folder_with_the_name_of_a_configuration_is_none(tmp_path: Path):
    (tmp_path / "mkdocs.yml").mkdir()
    (tmp_path / "mkdocs.yaml").write_text("")
    assert find_config(tmp_path) == tmp_path / "mkdocs.yaml"


def test_a_project_is_its_content_and_its_settings(tmp_path: Path):
    config = (
        "site_name: Mine\ndocs_dir: notes\nplugins:\n  - portfolio:\n      audience: team\n      today: 2026-11-20\n"
    )
    found = project_at(project_on_disk(tmp_path, config, "notes"), {})
    assert (found.content, found.config) == (tmp_path / "notes", tmp_path / "mkdocs.yml")
    assert (found.settings.audience, found.settings.site_name) == (Audience.TEAM, "Mine")


def test_docs_is_the_content_folder_unless_another_is_written(tmp_path: Path):
    assert project_at(project_on_disk(tmp_path, "", "docs", "content"), {}).content == tmp_path / "docs"


def test_what_the_command_line_says_wins_and_none_says_nothing(tmp_path: Path):
    config = "plugins:\n  - portfolio: {audience: team, reader: ada}\n"
    found = project_at(project_on_disk(tmp_path, config, "docs"), {"audience": "me", "reader": None})
    assert (found.settings.audience, found.settings.reader) == (Audience.ME, "ada")


def test_files_that_the_configuration_puts_on_pages_are_assets(tmp_path: Path):
    config = "extra_css: [a.css]\nplugins:\n  - portfolio: {assets: img/*.svg}\n"
    assert project_at(project_on_disk(tmp_path, config, "docs"), {}).settings.assets == ("img/*.svg", "a.css")


@pytest.mark.parametrize(
    ("config", "named"),
    [
        ("docs_dir: gone\n", "gone"),
        ("docs_dir: 5\n", "docs_dir"),
        ("docs_dir: [a]\n", "docs_dir"),
        ("docs_dir: mkdocs.yml\n", "docs_dir"),
        ("plugins:\n  - portfolio: {audience: teem}\n", "teem"),
        ("plugins:\n  - portfolio: {audiance: team}\n", "audiance"),
        ("plugins:\n  - portfolio: {assets: {a: b}}\n", "assets"),
        ("plugins:\n  - portfolio: team\n", "portfolio"),
        ("plugins:\n  - portfolio: {5: 6}\n", "5"),
    ],
)
def test_a_project_that_cannot_be_right_is_an_error_of_the_settings(tmp_path: Path, config: str, named: str):
    with pytest.raises(SettingsError, match=named):
        project_at(project_on_disk(tmp_path, config, "docs"), {})


def test_a_project_without_our_plugin_has_the_settings_for_the_public(tmp_path: Path):
    found = project_at(project_on_disk(tmp_path, "plugins: [search]\n", "docs"), {})
    assert found.settings.audience is Audience.PUBLIC


@pytest.mark.parametrize(("folders", "content"), [(("content", "docs"), "content"), (("docs",), "docs"), ((), "")])
def test_without_a_configuration_the_folder_itself_tells(tmp_path: Path, folders: tuple[str, ...], content: str):
    for name in folders:
        (tmp_path / name).mkdir()
    found = project_without_config(tmp_path, {"audience": "team"})
    assert (found.content, found.config) == (tmp_path / content, None)
    assert found.settings.audience is Audience.TEAM
