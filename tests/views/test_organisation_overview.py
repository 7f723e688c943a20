"""A site with `matrix: false`: what is put together names nobody, and no figure is about few."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.build import Build
from portfolio_gen.figures.groups import FEWEST
from portfolio_gen.views.overviews import OVERVIEWS
from tests.builders import COMPETENCY, Files, build

OPEN = "audience: organisation"
FRAME: Files = {
    "competencies/testing.md": COMPETENCY,
    "competencies/speaking.md": "---\narea: Craft\n---\n# Speaking\n",
    "roles/tester.md": "---\ntargets: {testing: 2, speaking: 1}\n---\n# Tester\n",
    "frameworks/craft.md": "# Craft\n",
}
MENTIONS = "\n[[testing]], [[tester]], [[teams/t0]] and [[frameworks/craft]]\n"
OVER_ALL = tuple(overview.uri for overview in OVERVIEWS.values())
_DESTINATION = re.compile(r"\]\([^()\s]*\)")


@dataclass(frozen=True)
class Member:
    """Somebody in a team, and what they shared."""

    name: str
    team: int | None
    level: int | None
    rating: int | None
    aims: bool
    helps: bool

    @property
    def files(self) -> dict[str, str]:
        folder = f"people/{self.name.lower()}"
        more = (f"team: t{self.team}\n" if self.team is not None else "") + ("helps_with: [testing]\n" * self.helps)
        found = {"index": f"---\ntitle: {self.name}\n{OPEN}\nrole: tester\nleads: {self.helps}\n{more}---\n{MENTIONS}"}
        found["journal/note"] = f"---\n{OPEN}\ndate: 2026-11-02\n---\n# Note\n\nA day like any. [Me](../index.md)\n"
        if self.level:
            found["evidence/work"] = (
                f"---\n{OPEN}\ncompetencies: [{{id: testing, level: {self.level}}}, speaking]\n---\n"
            )
        if self.rating:
            claim = f"competencies: {{id: testing, level: {self.rating}}}"
            found["assessments/view"] = f"---\n{OPEN}\nrater: peer\n{claim}\n---\n"
        if self.aims:
            found["goals/aim"] = f"---\n{OPEN}\ncompetencies: [testing]\n---\n# Aim\n"
        return {f"{folder}/{name}.md": text for name, text in found.items()}


@dataclass(frozen=True)
class Organisation:
    """Teams, each with the smallest group that it allows, and their members."""

    least: tuple[int, ...]
    members: tuple[Member, ...]

    @property
    def files(self) -> dict[str, str]:
        teams = {
            f"teams/t{number}.md": f"---\n{OPEN}\ntitle: Team {number}\nroles: [tester]\nmin_group: {least}\n---\n"
            for number, least in enumerate(self.least)
        }
        return {**FRAME, **teams, **{uri: text for member in self.members for uri, text in member.files.items()}}

    def size(self, team: int) -> int:
        return sum(member.team == team for member in self.members)


LEVELS = st.one_of(st.none(), st.integers(1, 3))


@st.composite
def organisations(draw: st.DrawFn) -> Organisation:
    least = draw(st.lists(st.integers(1, 6), min_size=1, max_size=3))
    teams = st.one_of(st.none(), st.integers(0, len(least) - 1))
    members = tuple(
        Member(f"Zora{number}x", draw(teams), draw(LEVELS), draw(LEVELS), draw(st.booleans()), draw(st.booleans()))
        for number in range(draw(st.integers(0, 14)))
    )
    return Organisation(tuple(least), members)


def built(files: Files) -> Build:
    return build(files, audience="organisation", matrix=False, untrusted=False)


def put_together(site: Build) -> Iterator[tuple[str, str]]:
    """The pages that are nobody's, as they are read: without the addresses of their links."""
    for page in (*site.written.values(), *site.generated):
        if not page.uri.startswith("people/") or page.uri in OVER_ALL:
            yield page.uri, _DESTINATION.sub("]", page.text)


@settings(max_examples=25, deadline=None)
@given(organisations())
def test_nothing_that_is_put_together_names_anybody(organisation: Organisation):
    for uri, text in put_together(built(organisation.files)):
        named = [member.name for member in organisation.members if member.name.lower() in text.lower()]
        assert not named, uri


@settings(max_examples=25, deadline=None)
@given(organisations())
def test_no_figure_about_people_is_about_fewer_than_their_teams_allow(organisation: Organisation):
    pages = dict(put_together(built(organisation.files)))
    everybody = len(organisation.members)
    told = {uri: [int(number) for number in re.findall(r"(\d+) people or more", text)] for uri, text in pages.items()}
    for number, least in enumerate(organisation.least):
        least = max(least, FEWEST)
        assert all(least <= people <= organisation.size(number) for people in told[f"teams/t{number}.md"])
    assert all(FEWEST <= people <= everybody for found in told.values() for people in found)


@settings(max_examples=20, deadline=None)
@given(organisations(), st.data())
def test_what_is_shown_in_a_small_group_leaves_no_trace_in_any_overview(
    organisation: Organisation, data: st.DataObject
):
    small = [
        number for number, least in enumerate(organisation.least) if 0 < organisation.size(number) < max(least, FEWEST)
    ]
    changed = tuple(
        Member(one.name, one.team, one.level and data.draw(st.integers(1, 3)), one.rating, one.aims, one.helps)
        if one.team in small
        else one
        for one in organisation.members
    )
    before, after = built(organisation.files), built(Organisation(organisation.least, changed).files)
    uris = {*OVER_ALL, *(f"teams/t{number}.md" for number in small), "roles/tester.md"}
    assert _texts(before, uris) == _texts(after, uris)


def _texts(site: Build, uris: set[str]) -> dict[str, str]:
    return {uri: text for uri, text in put_together(site) if uri in uris}


def of_team(count: int, shown: int, least: int = 5) -> Organisation:
    members = (Member(f"Zora{n}x", 0, 2 if n < shown else 1, None, aims=True, helps=False) for n in range(count))
    return Organisation((least,), tuple(members))


@pytest.mark.parametrize(
    ("count", "shown", "said"),
    [
        (4, 4, None),
        (5, 0, "a third or fewer"),
        (5, 1, "a third or fewer"),
        (5, 3, "about half"),
        (5, 5, "two thirds or more"),
        (9, 9, "two thirds or more"),
    ],
)
def test_a_team_is_told_in_thirds_once_it_is_large_enough(count: int, shown: int, said: str | None):
    pages = dict(put_together(built(of_team(count, shown).files)))
    row = r'row" markdown="span">\[Testing\].*\n<td><b>(.*)</b> <small>of (\d+) people or more</small></td>'
    for uri in ("matrix/index.md", "teams/t0.md"):
        assert re.findall(row, pages[uri]) == ([(said, "5")] if said else [])


def test_a_team_can_ask_for_larger_groups_and_not_for_tiny_ones():
    assert "people or more" in dict(put_together(built(of_team(4, 2, least=4).files)))["matrix/index.md"]
    assert "people or more" not in dict(put_together(built(of_team(7, 2, least=8).files)))["matrix/index.md"]
    assert "people or more" not in dict(put_together(built(of_team(2, 2, least=1).files)))["matrix/index.md"]


def test_what_many_work_on_stands_on_the_home_page():
    text = dict(put_together(built(of_team(12, 2).files)))["index.md"]
    assert "## What many are working on" in text and "10 people or more" in text


def test_an_entry_says_whose_it_is_on_its_own_page():
    site = built(of_team(6, 2).files)
    assert "[Zora1x](../index.md)" in site.written["people/zora1x/journal/note.md"].text


def test_who_may_see_what_does_not_depend_on_it():
    files = of_team(6, 2).files | {"people/zora1x/journal/mine.md": "# Mine"}
    plain = build(files, audience="organisation")
    assert {*built(files).written} == {*plain.written}
