import pytest

from portfolio_gen.figures.revisits import revisits_due
from tests.figures.builders import ADA, TODAY, linked


def due(**fronts: str) -> list[tuple[str, str, int | None]]:
    found = linked(**fronts)
    every = revisits_due(ADA, found.portfolio, TODAY)
    return [(one.entry.rpartition("/")[2], str(one.since), one.days) for one in every]


def looks(day: str, *followups: str) -> list[int | None]:
    written = "".join(f"\n  - {{date: {one}, changed: partly}}" for one in followups)
    front = f"date: {day}\nnext_action: Ask first.\nfollowups: {written or '[]'}"
    return [days for _, _, days in due(journal_a=front)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-14", []),
        ("2026-11-13", [7]),
        ("2026-10-22", [7]),
        ("2026-10-21", [30]),
        ("2026-08-23", [30]),
        ("2026-08-22", [90]),
        ("2026-11", [7]),
    ],
)
def test_a_next_step_is_looked_at_after_7_30_and_90_days(day: str, expected: list[int]) -> None:
    assert looks(day) == expected


@pytest.mark.parametrize(
    ("followups", "expected"),
    [
        (["2026-10-27"], [30]),
        (["2026-10-27", "2026-11-18"], []),
        (["2026-11-19"], []),
        (["2026-10-21", "2026-10-22"], []),
    ],
)
def test_a_look_is_over_once_its_follow_up_is_written(followups: list[str], expected: list[int]) -> None:
    assert looks("2026-10-20", *followups) == expected


def test_a_follow_up_before_the_first_look_is_that_look() -> None:
    assert looks("2026-11-10", "2026-11-12") == []


def test_all_looks_are_over_in_the_end() -> None:
    assert looks("2026-01-01", "2026-01-08", "2026-02-01", "2026-03-30") == []
    assert looks("2026-01-01", "2026-01-08", "2026-04-01") == []
    assert looks("2026-01-01", "2026-01-08", "2026-02-01") == [90]


def test_without_a_date_or_a_next_step_there_is_no_look() -> None:
    assert due(journal_a="next_action: Ask first.", journal_b="date: 2026-01-01") == []


def test_what_is_to_be_revisited_is_due_from_its_day_on() -> None:
    fronts = {
        "evidence_a": "revisit: 2026-11-20",
        "learning_b": "revisit: 2026-11-21",
        "goals_c": "revisit: 2026-01-01",
    }
    assert due(**fronts) == [("c", "2026-01-01", None), ("a", "2026-11-20", None)]
