from portfolio_gen.figures.gaps import gaps_of
from tests.figures.builders import ADA, BO, MAKER, TODAY, linked

ROLE = {
    "roles/maker.md": "---\ntargets: {writing: 2, testing: 3, speaking: 3}\n---\n# Maker\n",
}


def gaps(**fronts: str) -> list[tuple[str, int, int | None]]:
    found = linked(ROLE, **fronts)
    every = gaps_of(MAKER, ADA, found.portfolio, found.links, TODAY)
    return [(gap.competency.rpartition("/")[2], gap.missing, gap.next_level) for gap in every]


def test_the_largest_gap_comes_first_and_equals_in_the_order_of_the_role() -> None:
    assert gaps() == [("testing", 3, 1), ("speaking", 3, 1), ("writing", 2, 1)]
    assert gaps(evidence_a="competencies: {id: testing, level: 2}") == [
        ("speaking", 3, 1),
        ("writing", 2, 1),
        ("testing", 1, 3),
    ]


def test_who_shows_more_than_is_asked_has_no_gap() -> None:
    assert ("writing", 0, None) in gaps(evidence_a="competencies: {id: writing, level: 4}")


def test_of_equal_gaps_the_thin_one_comes_first_and_then_the_stale_one() -> None:
    def twice(name: str, day: str) -> dict[str, str]:
        front = f"{{date: {day}, competencies: {{id: {name}, level: 2}}}}"
        return {f"evidence_{name}1": front, f"evidence_{name}2": front}

    order = [
        name
        for name, _, _ in gaps(
            **twice("writing", "2026-11-01"),
            evidence_c="{date: 2026-11-01, competencies: {id: testing, level: 3}}",
            evidence_a="{date: 2026-01-01, competencies: {id: speaking, level: 3}}",
            evidence_b="{date: 2026-01-01, competencies: {id: speaking, level: 3}}",
        )
    ]
    assert order == ["testing", "speaking", "writing"]


def test_each_gap_knows_how_the_person_stands_towards_that_role() -> None:
    other = "---\ntargets: {speaking: 5}\n---\n# Speaker\n"
    found = linked({"roles/speaker.md": other}, evidence_a="competencies: {id: speaking, level: 2}")
    (gap,) = gaps_of(found.portfolio.of_kind("role")[1].id, ADA, found.portfolio, found.links, TODAY)
    assert gap.standing is not None
    assert (gap.target, gap.shown, gap.standing.target, gap.standing.is_met) == (5, 2, 5, False)


def test_without_a_person_all_of_it_is_missing() -> None:
    found = linked()
    for nobody in (None, BO):
        every = gaps_of(MAKER, nobody, found.portfolio, found.links, TODAY)
        assert [(gap.missing, gap.shown, gap.standing) for gap in every] == [(3, None, None), (2, None, None)]
