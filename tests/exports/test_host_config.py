"""The configuration of a written project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from portfolio_gen.exports.host_config import HostConfig, host_config
from portfolio_gen.model.paths import place_of
from tests.builders import text_of


class Tagged(yaml.SafeLoader):
    """Shows a foreign tag as its name and value."""


Tagged.add_multi_constructor("", lambda _loader, tag, node: f"{tag} {node.value}" if tag.startswith("!") else tag)


def configured(folder: Path, text: str, *withheld: str) -> HostConfig:
    path = folder / "mkdocs.yml"
    path.write_text(text_of(text), encoding="utf-8")
    return host_config(
        path,
        site_name="Ours",
        navigation=["index.md"],
        withheld=[place_of(uri) for uri in withheld],
        style_sheets=["p.css"],
        scripts=["p.js"],
    )


def read(config: HostConfig) -> Any:
    return yaml.load(config.text, Loader=Tagged)


def test_a_configuration_loses_our_plugin_and_what_means_nothing_elsewhere(tmp_path: Path):
    text = """
        site_name: Ours
        docs_dir: notes
        site_dir: ../public
        watch: [../src]
        theme: {name: material}
        plugins: [search, portfolio: {audience: team}]
        """
    assert read(configured(tmp_path, text)) == {
        "site_name": "Ours",
        "docs_dir": "content",
        "theme": {"name": "material"},
        "plugins": ["search"],
        "nav": ["index.md"],
        "not_in_nav": "*\n",
        "markdown_extensions": ["attr_list", "md_in_html", "tables"],
        "extra_css": ["p.css"],
        "extra_javascript": ["p.js"],
    }


def test_lists_of_the_owner_are_completed_and_not_replaced(tmp_path: Path):
    text = "extra_css: [own.css]\nmarkdown_extensions:\n  - toc: {permalink: true}\n  - tables\n"
    config = read(configured(tmp_path, text))
    assert config["extra_css"] == ["p.css", "own.css"]
    assert config["markdown_extensions"] == [{"toc": {"permalink": True}}, "tables", "attr_list", "md_in_html"]


def test_words_keep_their_quotes_and_tags_of_others_stay(tmp_path: Path):
    text = "site_name: 'no'\ncopyright: '2026'\nextra: {a: !ENV [X, y], b: !!python/name:a.b ''}\n"
    config = configured(tmp_path, text)
    assert read(config)["site_name"] == "no"
    assert read(config)["copyright"] == "2026"
    assert "!ENV [X, y]" in config.text
    assert "!!python/name:a.b" in config.text


def test_a_written_nav_is_kept_less_the_lines_of_what_is_withheld(tmp_path: Path):
    text = "nav: [Home: index.md, Secret: a.md, More: [a.md], Rest: [b.md, Out: 'https://example.org']]\n"
    assert read(configured(tmp_path, text, "a.md"))["nav"] == [
        {"Home": "index.md"},
        {"Rest": ["b.md", {"Out": "https://example.org"}]},
    ]


def test_what_is_inherited_is_written_out(tmp_path: Path):
    (tmp_path / "shared").mkdir()
    base = "site_name: Base\ntheme: {name: material, language: de}\nplugins: {portfolio: {}, search: {}}\n"
    (tmp_path / "shared/base.yml").write_text(base, encoding="utf-8")
    config = read(configured(tmp_path, "INHERIT: shared/base.yml\nsite_name: Child\ntheme: {language: fr}\n"))
    assert config["site_name"] == "Child"
    assert config["theme"] == {"name": "material", "language": "fr"}
    assert config["plugins"] == {"search": {}}
    assert "INHERIT" not in config


def test_files_beside_the_configuration_come_along(tmp_path: Path):
    config = configured(tmp_path, "theme: {name: material, custom_dir: a/own}\nhooks: [a/hook.py, b/hook.py]\n")
    assert read(config)["theme"]["custom_dir"] == "overrides"
    assert read(config)["hooks"] == ["hooks/1-hook.py", "hooks/2-hook.py"]
    assert config.copies == (
        (tmp_path / "a/own", "overrides"),
        (tmp_path / "a/hook.py", "hooks/1-hook.py"),
        (tmp_path / "b/hook.py", "hooks/2-hook.py"),
    )


def test_without_a_configuration_there_is_a_plain_one():
    config = host_config(
        None, site_name="12:30", navigation=["index.md"], withheld=[], style_sheets=["p.css"], scripts=["p.js"]
    )
    assert read(config)["site_name"] == "12:30"
    assert read(config)["theme"] == {"name": "material", "font": False}


@pytest.mark.parametrize(
    "written",
    [
        "[toc, portfolio_mkdocs.guard]",
        "[toc, portfolio_mkdocs.guard: {}]",
        "[toc, 'portfolio_mkdocs.guard:Guard']",
        "\n  - toc\n  - portfolio_mkdocs.guard: !!python/name:portfolio_mkdocs.guard.OPTIONS",
        "\n  toc:\n  portfolio_mkdocs.guard: !!python/name:portfolio_mkdocs.guard.OPTIONS",
    ],
)
def test_a_configuration_loses_our_guard(tmp_path: Path, written: str):
    config = configured(tmp_path, f"site_name: Ours\nmarkdown_extensions: {written}\n")
    assert list(read(config)["markdown_extensions"]) == ["toc", "attr_list", "md_in_html", "tables"]
    assert "guard" not in config.text


def test_patterns_of_files_that_are_left_out_already_are_gone_and_exceptions_stay(tmp_path: Path):
    config = read(configured(tmp_path, "exclude_docs: |\n  secret/\n  !templates/\ndraft_docs: drafts/\n"))
    assert config["exclude_docs"] == "!templates/\n"
    assert "draft_docs" not in config
