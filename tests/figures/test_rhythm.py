from datetime import date

from portfolio_gen.figures.rhythm import weeks_of
from tests.figures.builders import ADA, BO, TODAY, linked, person


def written(**fronts: str) -> list[str]:
    found = linked(**fronts)
    return [str(week.monday) for week in weeks_of(ADA, found.portfolio, TODAY) if week.is_written]


def test_the_last_53_weeks_end_with_the_present_one() -> None:
    weeks = weeks_of(ADA, linked().portfolio, TODAY)
    assert (len(weeks), weeks[0].monday, weeks[-1].monday) == (53, date(2025, 11, 17), date(2026, 11, 16))


def test_a_week_is_written_from_its_monday_to_its_sunday() -> None:
    fronts = {"journal_a": "date: 2026-11-09", "learning_b": "date: 2026-11-08", "goals_c": "date: 2026-11-22"}
    assert written(**fronts) == ["2026-11-02", "2026-11-09", "2026-11-16"]


def test_a_part_of_a_date_is_its_first_day() -> None:
    assert written(journal_a="date: 2026-09", journal_b="date: 2026-W40") == ["2026-08-31", "2026-09-28"]


def test_what_is_older_or_someone_elses_or_a_page_fills_no_week() -> None:
    page = "---\naudience: public\nperson: ada\ndate: 2026-11-19\n---\n# Now\n"
    other = "---\naudience: public\ndate: 2026-11-19\n---\n# B\n"
    files = {**person("Bo"), "people/bo/journal/b.md": other, "now.md": page}
    found = linked(files, journal_a="date: 2025-11-16")
    assert not any(week.is_written for week in weeks_of(ADA, found.portfolio, TODAY))
    assert weeks_of(BO, found.portfolio, TODAY)[-1].is_written
