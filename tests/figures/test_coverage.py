from portfolio_gen.figures.coverage import Coverage, coverage_of
from tests.builders import Files
from tests.figures.builders import ADA, BO, CY, SPEAKING, TESTING, TODAY, WRITING, linked, person

ENTRY = "---\naudience: public\ndate: 2026-01-05\ncompetencies: {id: testing, level: 3}\n---\n# A\n"
FILES: Files = {
    **person("Bo", "role: maker"),
    **person("Cy"),
    "people/bo/evidence/a.md": ENTRY,
    "people/bo/evidence/b.md": ENTRY,
    "people/cy/evidence/c.md": ENTRY,
}


def coverage(min_group: int = 1) -> tuple[Coverage, ...]:
    found = linked(FILES, evidence_a="{date: 2026-11-01, competencies: [{id: testing, level: 1}, speaking]}")
    return coverage_of([ADA, BO, CY], found.portfolio, found.links, TODAY, min_group)


def test_each_row_counts_the_people_whom_it_is_about() -> None:
    assert coverage() == (
        Coverage(SPEAKING, people=1, asked=None, met=None, shown=0, thin=1, stale=0, untouched=0),
        Coverage(TESTING, people=3, asked=2, met=1, shown=3, thin=2, stale=2, untouched=0),
        Coverage(WRITING, people=2, asked=2, met=0, shown=0, thin=2, stale=0, untouched=2),
    )


def test_rows_about_fewer_people_than_may_be_shown_are_left_out() -> None:
    assert [(row.competency, row.asked, row.met) for row in coverage(2)] == [(TESTING, 2, 1), (WRITING, 2, 0)]


def test_what_is_asked_of_too_few_is_not_told_of_them() -> None:
    assert [(row.competency, row.people, row.asked, row.met) for row in coverage(3)] == [(TESTING, 3, None, None)]


def test_naming_somebody_twice_makes_no_group() -> None:
    found = linked(FILES)
    assert coverage_of([BO, BO], found.portfolio, found.links, TODAY, 2) == ()


def test_no_row_can_name_anybody() -> None:
    assert not any(value in (ADA, BO, CY) for row in coverage() for value in map(row.__getattribute__, row.__slots__))
