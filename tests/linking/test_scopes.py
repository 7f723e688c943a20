"""What names mean in an included folder, and what others mean by the names in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.build import Build
from portfolio_gen.linking.resolution import Ambiguous, NotShared, Target, ToEntry, ToFile, ToPage
from tests.builders import COMPETENCY, Files
from tests.checkouts import TEAM, built_for_team, opened, team_site

LENA: Files = {
    "people/lena/index.md": TEAM,
    "people/lena/goals/read.md": TEAM,
    "competencies/testing.md": "# A copy\n",
    "competencies/knots.md": "# Knots\n",
}


def meaning(built: Build, entry: str) -> list[Target]:
    """What the links of an entry's text mean."""
    return list(built.linked.links.texts[built.linked.portfolio.entries[entry].id, ()])


def named(built: Build, entry: str, field: str) -> list[Target]:
    links = built.linked.links
    return [one.target for one in links.in_field(built.linked.portfolio.entries[entry].id, field)]


def to(*ids: str) -> list[Target]:
    return [ToEntry(one) for one in ids]  # type: ignore[arg-type]


def test_what_is_in_the_folder_comes_first_and_then_what_the_site_has(tmp_path: Path):
    note = f"{TEAM}[[read]] [[how]] [[read-well]] [r](../people/lena/goals/read.md)\n"
    own = {"goals/read.md": TEAM, "how.md": TEAM, "tips/how.md": "", "read-well.md": TEAM}
    built = built_for_team(team_site(tmp_path, {"lena": {**LENA, "journal/a.md": note}}, own))
    lenas = "people/lena/goals/read"
    assert meaning(built, "people/lena/journal/a") == to(lenas, "how", "read-well", lenas)


def test_the_sites_own_pages_mean_its_own_and_then_everything(tmp_path: Path):
    own = {"goals/read.md": TEAM, "a.md": f"{TEAM}[[read]] [[knots]] [[lena]] [[people/lena/goals/read]]\n"}
    built = built_for_team(team_site(tmp_path, {"lena": LENA}, own))
    knots = "people/lena/competencies/knots"
    assert meaning(built, "a") == to("goals/read", knots, "people/lena", "people/lena/goals/read")


def test_a_name_in_two_folders_is_ambiguous_for_the_site_alone(tmp_path: Path):
    people = {name: {"goals/read.md": TEAM, "a.md": f"{TEAM}[[read]]\n"} for name in ("kim", "lena")}
    built = built_for_team(team_site(tmp_path, people, {"a.md": f"{TEAM}[[read]]\n"}))
    assert meaning(built, "people/kim/a") == to("people/kim/goals/read")
    assert meaning(built, "a") == [Ambiguous(("people/kim/goals/read", "people/lena/goals/read"))]  # type: ignore[arg-type]


def test_entries_of_other_owners_cannot_be_named_but_persons_can(tmp_path: Path):
    people = {"kim": {"index.md": opened("type: person") + "[[lena]]\n[[read]]\n"}, "lena": LENA}
    built = built_for_team(team_site(tmp_path, people))
    first, second = meaning(built, "people/kim")
    assert first == ToEntry("people/lena")  # type: ignore[arg-type]
    assert not isinstance(second, ToEntry)


def test_an_id_means_its_entry_in_its_folder_and_outside(tmp_path: Path):
    lena = {"goals/a.md": opened("id: first"), "b.md": f"{TEAM}[[first]]\n"}
    kim = {"goals/a.md": opened("id: first"), "b.md": f"{TEAM}[[first]]\n"}
    built = built_for_team(team_site(tmp_path, {"kim": kim, "lena": lena}))
    assert built.problems == ()
    assert meaning(built, "people/lena/b") == to("people/lena/first")
    assert meaning(built, "people/kim/b") == to("people/kim/first")


@pytest.mark.parametrize("folder", ["", "people/lena/"])
@pytest.mark.parametrize(
    "link",
    ["[[testing]]", "[t](../competencies/testing.md)", "[t](/competencies/testing.md)", "[[competencies/testing]]"],
)
def test_what_the_site_has_itself_stands_for_a_copy_of_it(tmp_path: Path, folder: str, link: str):
    lena = {**LENA, f"{folder}notes/a.md": f"{TEAM}{link.replace('../', '../../../' if folder else '../')}\n"}
    built = built_for_team(team_site(tmp_path, {"lena": lena}, {"competencies/testing.md": COMPETENCY}))
    assert meaning(built, "people/lena/notes/a") == to("competencies/testing")
    assert "people/lena/competencies/testing.md" not in built.written
    assert built.problems == ()


def test_a_copy_stays_where_the_audience_does_not_see_the_original(tmp_path: Path):
    own = {"competencies/testing.md": "---\naudience: me\n---\n"}
    lena = {**LENA, "a.md": f"{TEAM}[[testing]]\n"}
    built = built_for_team(team_site(tmp_path, {"lena": lena}, own))
    assert meaning(built, "people/lena/a") == to("people/lena/competencies/testing")


def test_a_level_is_that_of_the_competency_that_stands_for_the_copy(tmp_path: Path):
    lena = {**LENA, "evidence/a.md": opened("competencies: [{id: testing, level: Reliable}]")}
    built = built_for_team(team_site(tmp_path, {"lena": lena}, {"competencies/testing.md": COMPETENCY}))
    [found] = built.linked.links.in_field(built.linked.portfolio.entries["people/lena/evidence/a"].id, "competencies")
    assert found.level == 3


def test_what_its_owner_withholds_is_not_shared_whatever_the_site_has_by_that_name(tmp_path: Path):
    lena = {"goals/read.md": "", "a.md": f"{TEAM}[[read]] [r](goals/read.md)\n"}
    built = built_for_team(team_site(tmp_path, {"lena": lena}, {"goals/read.md": TEAM}))
    assert meaning(built, "people/lena/a") == [NotShared(), NotShared()]


def test_a_file_of_another_owner_is_never_meant(tmp_path: Path):
    lena = {"a.md": f"{TEAM}![[own.txt]] ![[team.txt]]\n", "own.txt": "1"}
    own = {"a.md": f"{TEAM}![[own.txt]] [o](people/lena/own.txt)\n", "team.txt": "2"}
    team = team_site(tmp_path, {"lena": lena}, own)
    assert built_for_team(team).attachments == {"people/lena/own.txt"}
    (tmp_path / "lena/a.md").unlink()
    built = built_for_team(team)
    assert built.attachments == frozenset()
    assert not any(isinstance(one, ToFile) for one in meaning(built, "a"))


def test_links_lead_to_where_their_targets_stand_now(tmp_path: Path):
    text = (
        "[c](../../../competencies/testing.md#levels) [k](/competencies/knots.md 'K') ![p](/img/a%20b.png) "
        "[j](../../../journal/index.md) [r](read.md) [h][home] [![q](/img/q.png)](../index.md) [gone](/x/gone.md)\n\n"
        "[home]: </index.md> 'Home'\n"
    )
    lena = {**LENA, "people/lena/goals/a.md": TEAM + text, "img/a b.png": "", "img/q.png": "", "index.md": TEAM}
    built = built_for_team(team_site(tmp_path, {"lena": lena}, {"competencies/testing.md": COMPETENCY}))
    page = built.written["people/lena/goals/a.md"].text
    for link in (
        "[c](../../../competencies/testing.md#levels)", "[k](../competencies/knots.md 'K')", "![p](../img/a%20b.png)",
        "[j](../../../journal/index.md)", "[r](read.md)", "[![q](../img/q.png)](../index.md)", "[gone](/x/gone.md)",
        "[home]: <../home.md> 'Home'",
    ):  # fmt: skip
        assert link in page
    assert ToPage("journal/index.md") in meaning(built, "people/lena/goals/a")


def test_links_in_fields_lead_there_too(tmp_path: Path):
    wish = "wish: Read [all](/competencies/knots.md) and [more](../index.md)."
    lena = {**LENA, "people/lena/goals/a.md": opened(wish)}
    built = built_for_team(team_site(tmp_path, {"lena": lena}))
    page = built.written["people/lena/goals/a.md"].text
    assert "Read [all](../competencies/knots.md) and [more](../index.md)." in page


def test_problems_of_links_are_told_at_the_line_that_their_owner_wrote(tmp_path: Path):
    lena = {**LENA, "a.md": f"{TEAM}[k](/competencies/knots.md) [[gone]]\n"}
    [problem] = built_for_team(team_site(tmp_path, {"lena": lena})).problems
    assert (problem.uri, problem.line, problem.column, problem.code) == ("people/lena/a.md", 5, 29, "broken-link")


def test_a_person_of_another_folder_is_not_known_by_an_alias(tmp_path: Path):
    """Whoever could take any name would be taken for the mentor of others."""
    lena = {"index.md": opened("type: person", "id: sam", "aliases: [boss]"),
            "a.md": f"{TEAM}[[boss]] [[sam]]\n"}  # fmt: skip
    kim = {"index.md": opened("type: person", "mentors: [people/lena]"), "a.md": f"{TEAM}[[boss]]\n"}
    built = built_for_team(team_site(tmp_path, {"kim": kim, "lena": lena}))
    assert named(built, "people/kim", "mentors") == to("people/lena")
    assert meaning(built, "people/lena/a") == to("people/lena", "people/lena")
    assert not isinstance(meaning(built, "people/kim/a")[0], ToEntry)
