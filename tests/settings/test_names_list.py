"""The private list of names."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.settings import SettingsError, settings_from
from portfolio_gen.settings.names_list import ListedName, NamesError, listed_names
from portfolio_gen.settings.project import project_at, project_without_config

CONFIG = "docs_dir: content\nplugins:\n  - portfolio: {names: private/people.txt}\n"


def project(folder: Path, config: str = "docs_dir: content\n", **lists: str) -> Path:
    """A project with lists of names: `beside` its configuration, in its `content`, or at the path of CONFIG."""
    paths = {"beside": "names.txt", "content": "content/names.txt", "private": "private/people.txt"}
    (folder / "content").mkdir()
    for name, text in lists.items():
        (folder / paths[name]).parent.mkdir(exist_ok=True)
        (folder / paths[name]).write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config)
    return folder / "mkdocs.yml"


def spellings(config: Path) -> list[str]:
    return [spelling for name in project_at(config, {}).settings.names.names for spelling in name.spellings]


def test_each_line_is_somebody():
    assert listed_names("Jane Doe\nSam  Roe\n") == (
        ListedName(("Jane Doe",), "a colleague", "names.txt:1"),
        ListedName(("Sam Roe",), "a colleague", "names.txt:2"),
    )


def test_a_role_and_several_spellings_may_be_given():
    (found,) = listed_names("Jane Doe, Janie | J. Doe = the  shop's manager")
    assert found.spellings == ("Jane Doe", "Janie", "J. Doe")
    assert found.role == "the shop's manager"


@pytest.mark.parametrize("text", ["", "\n\n", "# Jane Doe", "  # Jane\n\t\n", "\r\n"])
def test_blank_lines_and_remarks_are_nobody(text: str):
    assert listed_names(text) == ()


def test_a_remark_may_follow_a_name_and_places_count_every_line():
    assert listed_names("# from HR\r\n\r\nJane Doe # left in May\r\n")[0] == ListedName(
        ("Jane Doe",), "a colleague", "names.txt:3"
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("= a colleague", "names.txt:1:1"),
        ("Jane Doe\nSam Roe =", "names.txt:2:9"),
        ("Jane Doe, J", "names.txt:1:11"),
        ("12345", "names.txt:1:1"),
        ("Jane, | ?, Sam", "names.txt:1:9"),
    ],
)
def test_what_cannot_be_a_name_or_a_role_is_an_error_with_its_place(text: str, place: str):
    with pytest.raises(NamesError, match=f"^{place}: "):
        listed_names(text)


def test_all_mistakes_of_a_list_are_told_at_once():
    with pytest.raises(NamesError) as error:
        listed_names("= x\nJane\nSam =\n")
    assert [line.split(": ")[0] for line in str(error.value).splitlines()] == ["names.txt:1:1", "names.txt:3:5"]


def test_a_name_of_one_chinese_sign_is_a_name():
    assert listed_names("李")[0].spellings == ("李",)


def test_the_list_beside_the_configuration_is_found(tmp_path: Path):
    assert spellings(project(tmp_path, beside="Jane Doe")) == ["Jane Doe"]


def test_a_list_at_the_top_of_the_content_counts_too(tmp_path: Path):
    assert spellings(project(tmp_path, beside="Jane Doe", content="Sam Roe")) == ["Jane Doe", "Sam Roe"]


def test_the_option_names_another_list(tmp_path: Path):
    assert spellings(project(tmp_path, CONFIG, beside="Jane Doe", private="Sam Roe")) == ["Sam Roe"]


def test_without_a_list_there_are_no_names(tmp_path: Path):
    assert spellings(project(tmp_path)) == []


def test_a_folder_without_a_configuration_may_have_a_list(tmp_path: Path):
    project(tmp_path, beside="Jane Doe").unlink()
    assert project_without_config(tmp_path, {}).settings.names.names[0].spellings == ("Jane Doe",)


@pytest.mark.parametrize("written", ["gone.txt", "content", "names.md", "content/Names.MD"])
def test_a_list_that_is_not_there_or_is_a_page_is_an_error_of_the_settings(tmp_path: Path, written: str):
    config = project(tmp_path, f"docs_dir: content\nplugins:\n  - portfolio: {{names: {written}}}\n")
    (tmp_path / "names.md").write_text("Jane Doe")
    with pytest.raises(SettingsError, match=written):
        project_at(config, {})


def test_a_mistake_in_the_list_is_an_error_of_the_settings(tmp_path: Path):
    with pytest.raises(SettingsError, match=r"names.txt:2:1: "):
        project_at(project(tmp_path, beside="Jane Doe\n= x\n"), {})


def test_a_list_has_to_be_utf_8(tmp_path: Path):
    config = project(tmp_path)
    (tmp_path / "names.txt").write_bytes("José".encode("latin-1"))
    with pytest.raises(SettingsError, match="UTF-8"):
        project_at(config, {})


@pytest.mark.parametrize(("option", "value"), [("names", 5), ("names", " "), ("names", "a\0b"), ("pseudonyms", "yes")])
def test_options_that_cannot_be_right_are_errors_of_the_settings(option: str, value: object):
    with pytest.raises(SettingsError, match=option):
        settings_from({option: value})
