from portfolio_gen.figures.people import (
    helpers_by_competency,
    leaders,
    learners_by_competency,
    members_of,
    people_of,
)
from portfolio_gen.model.entry import EntryId
from tests.builders import link
from tests.figures.builders import ADA, BO, CY, FRAME, SPEAKING, TESTING, WRITING, linked, person


def test_people_come_by_name_and_who_is_only_written_about_is_none_of_them() -> None:
    files = {
        **FRAME,
        "people/bo/index.md": "---\ntitle: aaron\n---\n",
        "people/cy/index.md": "---\nthird_party: true\n---\n# Cy\n",
    }
    assert people_of(link(files, audience="me").portfolio) == (BO, ADA)


def test_members_are_those_who_name_the_team() -> None:
    files = {
        "teams/one.md": "---\naudience: public\n---\n# One\n",
        "people/dan/index.md": "---\naudience: public\n---\n# Dan\nI left [[one]].\n",
        **person("Cy", "team: one\nleads: true"),
        **person("Bo", "team: one"),
    }
    found = linked(files)
    assert members_of(EntryId("teams/one"), found.portfolio, found.links) == (BO, CY)
    assert leaders(found.portfolio) == (CY,)


def test_helpers_offer_it_themselves() -> None:
    files = {**person("Bo", "helps_with: [testing, competencies/testing]"), **person("Cy", "helps_with: testing")}
    found = linked(files, evidence_a="competencies: {id: writing, level: 4}")
    assert helpers_by_competency(found.portfolio, found.links) == {TESTING: (BO, CY)}


def test_learners_have_an_active_goal_that_aims_at_it() -> None:
    files = {**person("Bo"), "people/bo/goals/c.md": "---\naudience: public\ncompetencies: testing\n---\n# C\n"}
    found = linked(files, goals_a="competencies: [testing, writing]", goals_b="{status: idea, competencies: speaking}")
    learners = learners_by_competency(found.portfolio, found.links)
    assert learners == {TESTING: (ADA, BO), WRITING: (ADA,)}
    assert SPEAKING not in learners
