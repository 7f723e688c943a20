"""The folders of others that a site includes, and what their owners have decided."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.model.audience import Audience
from portfolio_gen.model.kinds import FOLDERS
from portfolio_gen.settings import SettingsError, settings_from
from portfolio_gen.settings.include import Included, included_near
from tests.checkouts import team_site

OPTIONS = """
    docs_dir: docs
    exclude_docs: drafts/
    draft_docs: wip.md
    plugins:
      - portfolio:
          audience: me
          reader: nobody
          assets: ["**"]
          defaults: {goal: team}
          folders: {notes: reflection}
          pseudonyms: true
          person: people/elena
          include: nonsense
          tomorrow: unknown
    """


def included(team: Path, include: Any = None) -> tuple[Included, ...]:
    written = include if include is not None else [{"path": "../lena", "person": "lena"}]
    return settings_from({"include": written}, folder=team, content=team / "content").include


def mistakes(team: Path, include: Any) -> list[str]:
    with pytest.raises(SettingsError) as error:
        included(team, include)
    return str(error.value).splitlines()


def test_a_folder_is_its_own_content_and_decides_nothing(tmp_path: Path):
    [one] = included(team_site(tmp_path, {"lena": {"a.md": ""}}))
    assert (one.folder, one.content.resolve(), one.config) == ("people/lena", tmp_path / "lena", None)
    assert (dict(one.defaults), one.folders, one.pseudonyms, one.mistake) == ({}, FOLDERS, False, "")


def test_of_a_project_count_the_content_and_what_its_owner_decides_about_it(tmp_path: Path):
    [one] = included(team_site(tmp_path, {"lena": {"a.md": ""}}, lena=OPTIONS))
    assert one.content.resolve() == tmp_path / "lena/docs"
    assert one.defaults == {"goal": Audience.TEAM}
    assert one.folders == {**FOLDERS, "notes": "reflection"}
    assert (one.pseudonyms, one.excludes) == (True, ("drafts/", "wip.md"))
    assert one.called == {"lena", "elena"}


def test_the_list_of_names_of_an_owner_is_read_where_the_owner_keeps_it(tmp_path: Path):
    team = team_site(tmp_path, {"lena": {}}, lena="docs_dir: docs\n")
    (tmp_path / "lena/names.txt").write_text("Jane Doe = the boss\n")
    [one] = included(team)
    assert [name.spellings for name in one.names.names] == [("Jane Doe",)]


@pytest.mark.parametrize("name", ["lena", " lena ", "people/lena"])
def test_a_person_is_named_by_the_folder_below_people(tmp_path: Path, name: str):
    [one] = included(team_site(tmp_path, {"lena": {}}), [{"path": "../lena", "person": name}])
    assert one.person == "lena"


@pytest.mark.parametrize(
    "item",
    [
        "../lena", {"path": "../lena"}, {"person": "lena"}, {"path": "../lena", "person": "lena", "audience": "me"},
        {"path": 5, "person": "lena"}, {"path": " ", "person": "lena"}, {"path": "../lena", "person": "a/b"},
        {"path": "../lena", "person": ".."}, {"path": "../lena", "person": ""}, {"path": "../lena", "person": ["a"]},
        {"path": "../lena", "person": "lena castellano"}, {"path": "../lena", "person": "lena.md"},
    ],
)  # fmt: skip
def test_an_item_names_a_folder_and_a_person_and_nothing_else(tmp_path: Path, item: Any):
    [mistake] = mistakes(team_site(tmp_path, {"lena": {}}), [item])
    assert mistake.startswith("include: ")


def test_an_option_that_is_no_list_is_told_with_an_example():
    with pytest.raises(SettingsError, match=r"\[\{path: ../lena, person: lena\}\]"):
        settings_from({"include": "../lena"})


def test_all_mistakes_are_told_at_once(tmp_path: Path):
    team = team_site(tmp_path, {"lena": {"sub/a.md": ""}}, {"people/zoe/index.md": "", "people/kim.md": ""})
    pairs = {"lena": "../lena", "Lena": "../lena/", "ada": "../lena/sub", "ben": "../gone", "own": "content"}
    pairs |= {"up": "..", "zoe": "../zoe", "kim": "../kim"}
    for name in ("zoe", "kim"):
        (tmp_path / name).mkdir()
    said = mistakes(team, [{"path": path, "person": person} for person, path in pairs.items()])
    assert [line.removeprefix("include: ").partition(";")[0] for line in said] == [
        "person: 'Lena' is named twice",
        "path: '../lena/' is named twice",
        "path: '../lena/sub' and '../lena' overlap",
        "path: '../lena/sub' and '../lena/' overlap",
        "path: there is no folder '../gone'",
        "path: 'content' and the site's own content folder overlap",
        "path: '..' and the site's own content folder overlap",
        "path: '..' and '../lena' overlap",
        "path: '..' and '../lena/' overlap",
        "path: '..' and '../lena/sub' overlap",
        "path: '..' and 'content' overlap",
        "path: '../zoe' and '..' overlap",
        "person: the site's own content has people/zoe too",
        "path: '../kim' and '..' overlap",
        "person: the site's own content has people/kim too",
    ]


@pytest.mark.parametrize(
    ("config", "named"),
    [
        ("plugins: [\n", "YAML"),
        ("docs_dir: gone\n", "gone"),
        ("docs_dir: ..\n", "leads out"),
        ("docs_dir: ../team/content\n", "leads out"),
        ("docs_dir: docs\nplugins: [{portfolio: {defaults: {goal: teem}}}]\n", "teem"),
        ("docs_dir: docs\nplugins: [{portfolio: {folders: {a: b}}}]\n", "folders"),
        ("docs_dir: docs\nplugins: [{portfolio: {pseudonyms: often}}]\n", "pseudonyms"),
        ("docs_dir: docs\nplugins: [{portfolio: {names: gone.txt}}]\n", "list of names"),
    ],
)
def test_what_is_wrong_with_a_project_is_a_mistake_of_its_owner_alone(tmp_path: Path, config: str, named: str):
    [one] = included(team_site(tmp_path, {"lena": {"a.md": ""}}, lena=config))
    assert named in one.mistake


def test_what_is_wrong_with_a_list_of_names_is_not_quoted(tmp_path: Path):
    team = team_site(tmp_path, {"lena": {}})
    (tmp_path / "lena/names.txt").write_text("Jane Doe =\n")
    [one] = included(team)
    assert one.mistake
    assert "Jane" not in one.mistake


def test_the_settings_know_whose_a_source_is(tmp_path: Path):
    team = team_site(tmp_path, {"lena": {}}, lena=OPTIONS)
    found = settings_from(
        {"include": [{"path": "../lena", "person": "lena"}], "defaults": {"page": "public"}}, folder=team
    )
    assert found.included_at("people/lena/a.md") is found.include[0]
    assert found.included_at("people/lenart/a.md") is None
    assert found.defaults_at("people/lena/a.md") == {"goal": Audience.TEAM}
    assert found.defaults_at("people/lena.md") == {"page": Audience.PUBLIC}


def test_a_place_is_near_an_included_folder_in_it_and_above_it(tmp_path: Path):
    found = included(team_site(tmp_path, {"lena": {}}, lena="docs_dir: docs\n"))
    near = [included_near(tmp_path / place, found) is not None for place in ("lena/docs/site", "lena", "lena/site")]
    assert near == [True, True, False]
