"""Who sees what of included folders: what their owners have opened, and nothing that anybody else decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.build import Build
from portfolio_gen.model.audience import AUDIENCE_NAMES
from portfolio_gen.problems import errors
from portfolio_gen.settings import SettingsError
from tests.builders import Files, everything_published, said
from tests.checkouts import TEAM, built_for_team, checked_for_team, opened, team_site

PROJECT = "docs_dir: docs\n"
PERSON = opened("type: person")
NAMES = "Jane Doe = the boss\n"


def with_options(**options: str) -> str:
    lines = "".join(f"      {name}: {value}\n" for name, value in options.items())
    return f"docs_dir: docs\nplugins:\n  - portfolio:\n{lines}"


def written(built: Build) -> set[str]:
    return {*built.written}


def levels(folder: str = "") -> Files:
    return {f"{folder}goals/{name}.md": f"---\naudience: {name}\n---\n" for name in AUDIENCE_NAMES}


@pytest.mark.parametrize(
    ("audience", "shown"),
    [("public", "public"), ("organisation", "organisation public"), ("team", "team organisation public"),
     ("mentor", "mentor team organisation public"), ("me", "team organisation public")],
)  # fmt: skip
def test_of_others_a_site_has_what_is_open_to_its_audience_and_never_what_is_theirs_alone(
    tmp_path: Path, audience: str, shown: str
):
    built = built_for_team(team_site(tmp_path, {"lena": levels()}), audience=audience)
    assert written(built) == {f"people/lena/goals/{name}.md" for name in shown.split()}


def test_passages_for_fewer_are_left_out_of_a_preview_too(tmp_path: Path):
    lena = {"a.md": f"{TEAM}One.\n\n<!-- only: me -->\nTwo.\n<!-- end only -->\n"}
    built = built_for_team(team_site(tmp_path, {"lena": lena}), audience="me")
    assert "One." in everything_published(built)
    assert "Two." not in everything_published(built)


def test_the_reader_sees_what_is_their_own_and_of_whom_they_mentor(tmp_path: Path):
    people: dict[str, Files] = {
        "lena": {**levels(), "index.md": opened("type: person", "mentors: [tom]")},
        "kim": {**levels(), "index.md": PERSON},
        "tom": {**levels(), "index.md": PERSON},
    }
    built = built_for_team(team_site(tmp_path, people), reader="tom")
    own = {uri.partition("goals/")[2] for uri in written(built) if uri.startswith("people/tom/goals")}
    mentees = {uri.partition("goals/")[2] for uri in written(built) if uri.startswith("people/lena/goals")}
    others = {uri.partition("goals/")[2] for uri in written(built) if uri.startswith("people/kim/goals")}
    assert mentees - others == {"mentor.md"}
    assert own - mentees == {"me.md"}


def test_nobody_names_mentors_for_somebody_else(tmp_path: Path):
    spy = opened("type: person", "mentors: [tom]")
    people: dict[str, Files] = {
        "lena": levels(),
        "tom": {"index.md": PERSON, "people/lena/index.md": spy, "x.md": opened("type: person", "id: people/lena",
                                                                             "mentors: [tom]")},
    }  # fmt: skip
    built = built_for_team(team_site(tmp_path, people), reader="tom")
    assert "people/lena/goals/mentor.md" not in written(built)


def test_what_somebody_writes_about_the_reader_is_still_the_writers(tmp_path: Path):
    about = "---\naudience: me\nperson: tom\n---\nHe talks too much.\n"
    people = {"lena": {"a.md": about}, "tom": {"index.md": PERSON}}
    assert "people/lena/a.md" not in written(built_for_team(team_site(tmp_path, people), reader="tom"))


def test_without_an_audience_the_defaults_of_the_owner_count_and_not_those_of_the_site(tmp_path: Path):
    files = {"goals/a.md": "", "journal/a.md": "", "competencies/a.md": "", "b.md": ""}
    team = team_site(
        tmp_path,
        {"kim": files, "lena": files},
        {"goals/c.md": "", "journal/c.md": ""},
        "defaults: {reflection: public, goal: public, person: public, page: public}",
        lena=with_options(defaults="{goal: team, person: me}"),
    )
    assert written(built_for_team(team)) == {
        "goals/c.md", "journal/c.md", "people/kim/competencies/a.md", "people/lena/competencies/a.md",
        "people/lena/goals/a.md",
    }  # fmt: skip
    assert {page.uri for page in built_for_team(team).generated}.isdisjoint(
        {"people/lena/index.md", "people/kim/index.md"}
    )


def test_a_person_without_a_page_is_shown_if_their_own_defaults_open_persons(tmp_path: Path):
    team = team_site(tmp_path, {"lena": {"a.md": TEAM}}, lena=with_options(defaults="{person: team}"))
    assert "people/lena/index.md" in {page.uri for page in built_for_team(team).generated}


def test_what_names_nobody_is_the_owners_and_what_names_somebody_is_theirs(tmp_path: Path):
    lena = {"index.md": PERSON, "a.md": TEAM, "assessments/b.md": opened("person: tom"), "c.md": opened("person: lena"),
            "competencies/d.md": ""}  # fmt: skip
    built = built_for_team(team_site(tmp_path, {"lena": lena, "tom": {"index.md": PERSON}}))
    persons = {entry.partition("lena/")[2]: person for entry, person in built.linked.portfolio.persons.items()}
    assert persons["a"] == persons["c"] == "people/lena"
    assert persons["assessments/b"] == "people/tom"
    assert "competencies/d" not in persons


def test_globs_of_assets_publish_nothing_of_another_owner(tmp_path: Path):
    team = team_site(
        tmp_path,
        {"lena": {"a.md": TEAM, "b.txt": ""}},
        {"c.txt": ""},
        'assets: ["**"]',
        lena=with_options(assets='["**"]'),
    )
    assert built_for_team(team).attachments == {"c.txt"}


def test_attachments_are_cleaned_and_published_only_if_something_published_refers_to_them(tmp_path: Path):
    lena = {"a.md": f"{TEAM}![](img/a.txt)\n", "b.md": "![](img/b.txt)\n", "img/a.txt": "", "img/b.txt": "",
            "c.md": f"{TEAM}![](bad.png)\n", "bad.png": "no picture"}  # fmt: skip
    built = built_for_team(team_site(tmp_path, {"lena": lena}))
    assert built.attachments == {"people/lena/img/a.txt"}
    assert said(built.problems) == ["people/lena/bad.png:1:1 attachment"]
    assert not built.is_stopped


def test_a_site_with_folders_of_others_is_untrusted_whoever_is_seen(tmp_path: Path):
    assert built_for_team(team_site(tmp_path / "a", {"lena": {}})).is_untrusted
    assert not built_for_team(team_site(tmp_path / "b", {"lena": {}}, options="untrusted: false")).is_untrusted


@pytest.mark.parametrize(("audience", "on_error"), [("team", "stop"), ("me", "stop"), ("me", "withhold")])
def test_the_names_of_an_owner_count_in_the_owners_folder_alone(
    tmp_path: Path, audience: str, on_error: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("CI", raising=False)
    text = f"{TEAM}Jane Doe said so.\n"
    people = {"lena": {"a.md": text, "names.txt": NAMES}, "kim": {"a.md": text}}
    team = team_site(tmp_path, people, {"b.md": text}, f"on_error: {on_error}")
    built = built_for_team(team, audience=audience)
    assert written(built) == {"people/kim/a.md", "b.md"}
    assert said(built.problems) == ["people/lena/a.md:5:1 third-party-name"]
    assert "Jane" not in str(built.problems)
    assert not built.is_stopped


def test_the_names_of_the_site_count_in_every_folder(tmp_path: Path):
    text = f"{TEAM}Jane Doe said so.\n"
    team = team_site(tmp_path, {"lena": {"a.md": text}}, {"b.md": TEAM})
    (team / "names.txt").write_text(NAMES)
    assert written(built_for_team(team)) == {"b.md"}


@pytest.mark.parametrize("audience", ["team", "me"])
def test_roles_stand_for_names_where_the_owner_has_it_so(tmp_path: Path, audience: str):
    text = f"{TEAM}Jane Doe said so.\n"
    lena = {"a.md": text, "names.txt": NAMES}
    team = team_site(tmp_path, {"lena": lena}, {"b.md": text}, lena=with_options(pseudonyms="true"))
    built = built_for_team(team, audience=audience)
    assert "The boss said so." in built.written["people/lena/a.md"].text
    assert "Jane Doe said so." in built.written["b.md"].text


def test_a_list_of_names_is_never_published_whoever_refers_to_it(tmp_path: Path):
    lena = {"a.md": f"{TEAM}[n](names.txt) [m](more/list.txt)\n", "names.txt": NAMES, "more/list.txt": "Kim Li\n"}
    team = team_site(tmp_path, {"lena": lena}, lena=with_options(names="docs/more/list.txt"))
    built = built_for_team(team)
    assert built.attachments == frozenset()
    assert "people/lena/a.md" in built.written


def test_a_third_party_with_a_page_is_a_name_in_that_folder(tmp_path: Path):
    files = {"a.md": f"{TEAM}Jane Doe said so.\n"}
    lena = {**files, "people/jane/index.md": "---\nthird_party: true\n---\n# Jane Doe\n"}
    assert written(built_for_team(team_site(tmp_path, {"kim": files, "lena": lena}))) == {"people/kim/a.md"}


def test_a_role_that_holds_a_name_withholds_the_folder_and_stops_nobody(tmp_path: Path):
    lena = {"a.md": TEAM, "names.txt": "Jane Doe = Jane Doe's team\n"}
    built = built_for_team(team_site(tmp_path, {"lena": lena}, {"b.md": TEAM}))
    assert written(built) == {"b.md"}
    assert said(built.problems) == ["people/lena/names.txt:1:1 include"]
    assert "Jane" not in "".join(map(str, built.problems))


@pytest.mark.parametrize(
    ("uri", "text", "problem"),
    [
        ("a.md", "---\naudience: teem\n---\n", "people/lena/a.md:2:1 unknown-audience"),
        ("a.md", opened("goals: [gone]"), "people/lena/a.md:3:9 unresolved-field"),
        ("mkdocs.yml", "docs_dir: [", "people/lena/mkdocs.yml:1:1 include"),
    ],
)
def test_a_mistake_of_one_owner_stops_nobody_else(tmp_path: Path, uri: str, text: str, problem: str):
    own = {"c.md": f"{TEAM}[[lena]] [a](people/lena/a.md)\n"}
    people: dict[str, Files] = {
        "kim": {"b.md": TEAM, "index.md": opened("type: person", "mentors: [lena]")},
        "lena": {"index.md": PERSON, uri: text},
    }
    built = built_for_team(team_site(tmp_path, people, own))
    assert {"people/kim/b.md", "people/kim/index.md", "c.md"} <= written(built)
    assert "people/lena/a.md" not in written(built)
    assert said(errors(built.problems)) == [problem]
    assert not built.is_stopped


def test_a_mistake_of_the_sites_own_stops_it(tmp_path: Path):
    assert built_for_team(team_site(tmp_path, {"lena": {}}, {"a.md": opened("goals: [gone]")})).is_stopped


def test_a_wrong_option_stops_it_before_anything_is_read(tmp_path: Path):
    team = team_site(tmp_path, {"lena": {}}, {"people/lena/a.md": ""})
    with pytest.raises(SettingsError, match="people/lena too"):
        built_for_team(team)


def test_nothing_is_told_of_what_an_owner_has_not_opened(tmp_path: Path):
    lena = {
        "a.md": "---\ngoals: [gone]\n---\nMail kim@example.org\n", "b.md": opened("tags: [a]") + "[[secret-thing]]\n",
        "c.md": "---\naudience: teem\n---\n", "secret-thing.md": "---\ndraft: true\n---\n",
        "d.md": TEAM + "x@example.org", "index.md": PERSON,
    }  # fmt: skip
    team = team_site(tmp_path, {"lena": lena}, {"own.md": ""})
    found = checked_for_team(team)
    assert said(found) == [
        "own.md:1:1 no-audience", "people/lena/b.md:6:1 not-shared", "people/lena/c.md:2:1 unknown-audience",
    ]  # fmt: skip
    assert "teem" not in str(found[2])
    assert said(built_for_team(team).problems) == [
        "people/lena/b.md:6:1 not-shared",
        "people/lena/c.md:2:1 unknown-audience",
    ]


def test_an_owner_can_read_what_is_wrong_in_what_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("CI", raising=False)
    team = team_site(tmp_path, {"lena": {"a.md": opened("competencies: [gone]")}})
    assert "there is no competency 'gone'" in str(built_for_team(team).problems)
    monkeypatch.setenv("CI", "true")
    assert "gone" not in str(built_for_team(team).problems)
