from portfolio_gen.figures.claims import claims_by_person, newest
from portfolio_gen.linking.links import Links
from portfolio_gen.model.portfolio import Portfolio
from tests.builders import link
from tests.figures.builders import ADA, BO, FRAME, TESTING, WRITING, ids, linked, person


def claims_of(portfolio: Portfolio, links: Links) -> list[tuple[str | int | None, ...]]:
    found = claims_by_person(portfolio, links)[ADA]
    return [(*ids(portfolio, claim.entry, claim.competency), claim.level, claim.rater) for claim in found]


def test_claims_come_oldest_first_and_those_without_a_date_last() -> None:
    found = linked(
        evidence_a="competencies: testing",
        evidence_b="{date: 2026-11, competencies: testing}",
        evidence_c="{date: 2026-10-31, competencies: testing}",
    )
    assert [one[0] for one in claims_of(found.portfolio, found.links)] == ["c", "b", "a"]


def test_an_entry_claims_a_competency_once_at_the_highest_level_that_it_names() -> None:
    found = linked(evidence_a="competencies: [testing, {id: competencies/testing, level: 2}, {id: testing, level: 1}]")
    assert claims_of(found.portfolio, found.links) == [("a", "testing", 2, "evidence")]


def test_assessments_claim_for_their_rater_and_other_entries_for_none() -> None:
    found = linked(
        assessments_a="{rater: peer, competencies: {id: testing, level: reliable}}",
        assessments_b="competencies: {id: testing, level: 1}",
        journal_c="competencies: testing",
    )
    assert claims_of(found.portfolio, found.links) == [
        ("a", "testing", 3, "peer"),
        ("b", "testing", 1, "self"),
        ("c", "testing", None, None),
    ]


def test_goals_aim_and_claim_nothing() -> None:
    found = linked(goals_a="competencies: {id: testing, level: 3}")
    assert claims_by_person(found.portfolio, found.links) == {ADA: ()}


def test_what_belongs_to_somebody_who_is_not_shared_is_claimed_by_nobody() -> None:
    entry = "---\naudience: public\ncompetencies: testing\n---\n# A\n"
    found = linked({"people/bo/index.md": "# Bo\n", "people/bo/evidence/a.md": entry, **person("Cy")})
    assert "people/bo/evidence/a" in found.portfolio.entries
    claims = claims_by_person(found.portfolio, found.links)
    assert BO not in claims
    assert not any(claims.values())


def test_who_is_only_written_about_claims_nothing() -> None:
    files = {
        **FRAME,
        "people/bo/index.md": "---\nthird_party: true\n---\n# Bo\n",
        "people/bo/evidence/a.md": "---\ncompetencies: testing\n---\n# A\n",
    }
    found = link(files, audience="me")
    assert "people/bo/evidence/a" in found.portfolio.entries
    assert claims_by_person(found.portfolio, found.links) == {ADA: ()}


def test_the_newest_claim_of_a_day_is_the_one_that_lists_show_first() -> None:
    found = linked(
        evidence_b="{date: 2026-11-01, competencies: testing}",
        evidence_a="{date: 2026-11, competencies: testing}",
        evidence_c="competencies: [testing, writing]",
    )
    claims = claims_by_person(found.portfolio, found.links)[ADA]
    last = newest(claim for claim in claims if claim.competency == TESTING)
    assert last is not None
    assert ids(found.portfolio, last.entry) == ("a",)
    assert newest(claim for claim in claims if claim.competency == WRITING) is not None
    assert newest(()) is None
