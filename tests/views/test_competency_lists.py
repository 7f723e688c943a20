"""Competencies by area, on their overview and on the page of a framework."""

from __future__ import annotations

import re

import pytest

from tests.builders import COMPETENCY, build, page

OVERVIEW = "competencies/index.md"
FILES = {
    "competencies/testing.md": COMPETENCY.replace("area: Craft", "area: Craft\n    framework: craft"),
    "competencies/aiming.md": "---\ntitle: Aiming\narea: Craft\nframework: craft\n---\n",
    "competencies/alone.md": "---\ntitle: Alone\n---\n",
    "competencies/old.md": "---\ntitle: A first one\narea: Craft\nreplaced_by: testing\n---\n",
    "frameworks/craft.md": "---\ntitle: Craft\n---\n",
}
ADA = {
    "people/ada/index.md": "---\ntitle: Ada\nrole: dev\nhelps_with: [testing]\n---\n",
    "people/ada/evidence/a.md": "---\ndate: 2026-01-05\ncompetencies: {id: testing, level: 2}\n---\n",
    "people/ada/goals/b.md": "---\ncompetencies: [aiming, testing]\n---\n",
    "people/ada/goals/c.md": "---\nstatus: done\ncompetencies: [alone]\n---\n",
    "roles/dev.md": "---\ntitle: Dev\ntargets: {testing: 3}\n---\n",
}
BEN = {"people/ben/index.md": "---\ntitle: Ben\n---\n", "people/ben/goals/a.md": "---\ncompetencies: [aiming]\n---\n"}


def cells(files: dict[str, str], uri: str = OVERVIEW, **options: object) -> dict[str, list[str]]:
    """The cells of all tables without markup, by competency."""
    text = page(build(files, **{"audience": "me", **options}), uri)
    found = [re.sub("<[^>]*>", "", line).split("|")[1:-1] for line in text.splitlines() if "| [" in line]
    return {re.sub(r" \[(.*?)\].*", r"\1", name): [cell.strip() for cell in rest] for name, *rest in found}


@pytest.mark.parametrize("uri", [OVERVIEW, "frameworks/craft.md"])
def test_on_a_site_of_one_person_each_competency_says_how_well_it_is_shown(uri: str):
    found = cells({**FILES, **ADA}, uri)
    assert found["Testing"] == ["2 Practising", "thin stale"]
    assert found["Aiming"] == ["", "not begun"]


def test_the_strength_of_evidence_is_told_in_words_too():
    text = page(build({**FILES, **ADA}, audience="me"), OVERVIEW)
    assert 'aria-label="1 piece of evidence, newest 5 Jan 2026"' in text


def test_on_a_site_of_several_each_competency_says_how_many_learn_it_and_how_many_help():
    found = cells({**FILES, **ADA, **BEN})
    assert found["Aiming"] == ["2", "0", "0"]
    assert found["Testing"] == ["1", "1", "1"]
    assert found["Alone"] == ["0", "0", "0"]


def test_where_lists_name_nobody_nothing_is_counted():
    text = page(build({**FILES, **ADA}, audience="me", matrix=False), OVERVIEW)
    assert "- [Testing](testing.md)\n" in text
    assert cells({**FILES, **ADA}, matrix=False) == {}


def test_areas_and_competencies_come_by_name_those_without_an_area_and_those_that_are_replaced_last():
    assert list(cells({**FILES, **ADA})) == ["Aiming", "Testing", "A first one", "Alone"]


def test_a_replaced_competency_names_what_took_its_place_and_asks_for_nothing():
    text = page(build({**FILES, **ADA}, audience="me"), OVERVIEW)
    assert "replaced by [Testing](testing.md)" in text
    assert cells({**FILES, **ADA})["A first one"][1] == ""


def test_a_framework_lists_its_own_competencies_alone():
    assert list(cells({**FILES, **ADA}, "frameworks/craft.md")) == ["Aiming", "Testing"]


def test_an_overview_without_competencies_says_where_they_go():
    assert "There are no competencies here yet." in page(build({}), OVERVIEW)
