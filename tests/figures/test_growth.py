from portfolio_gen.build import Linked
from portfolio_gen.figures.growth import growth_of
from tests.figures.builders import ADA, BO, TESTING, linked, person


def steps(found: Linked, rater: str) -> list[tuple[str, int]]:
    growth = growth_of(TESTING, found.portfolio, found.links)
    return [(f"{step.date} {step.entry.rpartition('/')[2]}", step.level) for step in growth[ADA][rater]]


def test_evidence_steps_up_whenever_it_shows_more_than_before() -> None:
    found = linked(
        evidence_a="{date: 2026-01-05, competencies: {id: testing, level: 2}}",
        evidence_b="{date: 2026-02-05, competencies: {id: testing, level: 1}}",
        evidence_c="{date: 2026-03-05, competencies: {id: testing, level: 2}}",
        evidence_d="{date: 2026-04-05, competencies: {id: testing, level: 3}}",
        evidence_e="{date: 2026-04-05, competencies: {id: testing, level: 4}}",
    )
    assert steps(found, "evidence") == [("2026-01-05 a", 2), ("2026-04-05 e", 4)]


def test_a_rater_steps_up_and_down() -> None:
    found = linked(
        assessments_a="{date: 2026-01-05, rater: mentor, competencies: {id: testing, level: 3}}",
        assessments_b="{date: 2026-03, rater: mentor, competencies: {id: testing, level: 2}}",
        assessments_c="{date: 2026-03-01, rater: mentor, competencies: {id: testing, level: 4}}",
    )
    assert steps(found, "mentor") == [("2026-01-05 a", 3), ("2026-03-01 b", 2)]


def test_what_has_no_date_or_no_level_makes_no_step() -> None:
    found = linked(
        evidence_a="competencies: {id: testing, level: 2}",
        evidence_b="{date: 2026-02-05, competencies: testing}",
        journal_c="{date: 2026-02-05, competencies: {id: testing, level: 2}}",
    )
    assert growth_of(TESTING, found.portfolio, found.links) == {}


def test_persons_are_kept_apart_and_can_be_asked_for_alone() -> None:
    other = "---\naudience: public\ndate: 2026-02-05\ncompetencies: {id: testing, level: 1}\n---\n# A\n"
    files = {**person("Bo"), "people/bo/evidence/a.md": other}
    found = linked(files, evidence_b="{date: 2026-01-05, competencies: {id: testing, level: 2}}")
    both = growth_of(TESTING, found.portfolio, found.links)
    assert [(one, lines["evidence"][0].level) for one, lines in both.items()] == [(ADA, 2), (BO, 1)]
    assert growth_of(TESTING, found.portfolio, found.links, BO) == {BO: both[BO]}
