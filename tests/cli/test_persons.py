from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from portfolio_gen.cli.asking import chosen
from portfolio_gen.cli.persons import person_meant
from portfolio_gen.drafting.surroundings import surroundings
from portfolio_gen.model.kinds import FOLDERS
from tests.builders import Files, settings, write_project

TWO = {"people/ada/index.md": "# Ada Lovelace\n", "people/bob/goals/x.md": "# X\n"}


@pytest.fixture(autouse=True)
def _nobody_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORTFOLIO_PERSON", raising=False)


def meant(root: Path, files: Files = TWO, given: str | None = None, below: str = "", option: str = "") -> str | None:
    content = write_project(root, files) / "content"
    return person_meant(surroundings(content, FOLDERS), settings(person=option), given, content / below, content)


def refused(root: Path, files: Files = TWO, given: str | None = None) -> str:
    with pytest.raises(click.UsageError) as caught:
        meant(root, files, given)
    return caught.value.message


@pytest.mark.parametrize("name", ["ada", "Ada", "people/ada", "people/ada/", "people/ada/index.md", "ada lovelace"])
def test_a_person_may_be_given_by_any_name(tmp_path: Path, name: str) -> None:
    assert meant(tmp_path, given=name) == "people/ada"


def test_an_id_or_an_alias_names_a_person(tmp_path: Path) -> None:
    files = {**TWO, "people/cy/index.md": "---\nid: c-3\naliases: [Cyan]\n---\n# Cy\n"}
    assert meant(tmp_path, files, "c-3") == meant(tmp_path, files, "cyan") == "people/cy"


def test_what_is_given_wins_over_the_variable_and_that_over_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert meant(tmp_path, below="people/bob/goals") == "people/bob"
    monkeypatch.setenv("PORTFOLIO_PERSON", "ada")
    assert meant(tmp_path, below="people/bob/goals") == "people/ada"
    assert meant(tmp_path, given="bob", below="people/ada") == "people/bob"


def test_the_folder_wins_over_the_option(tmp_path: Path) -> None:
    assert meant(tmp_path, option="ada") == "people/ada"
    assert meant(tmp_path, option="ada", below="people/bob") == "people/bob"


def test_an_option_that_names_somebody_without_a_folder_means_the_entries_outside(tmp_path: Path) -> None:
    assert meant(tmp_path, option="zoe") is None


def test_the_only_person_is_meant(tmp_path: Path) -> None:
    assert meant(tmp_path, {"people/ada/index.md": "# Ada\n"}) == "people/ada"
    assert meant(tmp_path / "empty", {"goals/x.md": "# X\n"}) is None


def test_who_is_only_written_about_is_never_meant(tmp_path: Path) -> None:
    assert meant(tmp_path, {**TWO, "people/bob/index.md": "---\nthird_party: true\n---\n# Bob\n"}) == "people/ada"


def test_among_several_a_command_says_what_to_write(tmp_path: Path) -> None:
    assert "--person NAME" in refused(tmp_path) and "ada, bob" in refused(tmp_path)


def test_a_misspelt_name_gets_the_nearest(tmp_path: Path) -> None:
    assert refused(tmp_path, given="adda") == "--person: nobody is called 'adda'; did you mean 'ada'?"


def test_a_name_of_two_is_refused(tmp_path: Path) -> None:
    files = {**TWO, "team/people/ada/index.md": "# Ada\n"}
    assert "people/ada or team/people/ada" in refused(tmp_path, files, "ada")


@pytest.mark.parametrize("said", ["2\n", "goal\n", "go\n", "9\nwhat\n2\n"])
def test_a_question_takes_a_number_a_name_or_its_start(said: str) -> None:
    with CliRunner().isolation(input=said):
        assert chosen("?", [("reflection", "x"), ("goal", "")]) == "goal"


def test_enter_means_the_default() -> None:
    with CliRunner().isolation(input="\n"):
        assert chosen("?", [("reflection", ""), ("goal", "")], "goal") == "goal"
