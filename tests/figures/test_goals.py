import pytest

from portfolio_gen.build import Linked
from portfolio_gen.figures.goals import GoalFigures, goal_figures, goals_of
from portfolio_gen.model.entry import EntryId
from tests.figures.builders import ADA, BO, TODAY, ids, linked, person


def figures(found: Linked) -> GoalFigures:
    goal = found.portfolio.entries[EntryId("people/ada/goals/g")]
    return goal_figures(goal, found.portfolio, found.links, TODAY)


@pytest.mark.parametrize(
    ("day", "is_still"), [("2026-10-21", False), ("2026-10-20", True), ("2026-11", False), ("2026", True)]
)
def test_an_active_goal_is_without_movement_after_30_days(day: str, is_still: bool) -> None:
    found = linked(goals_g="status: active", journal_a=f"{{date: {day}, goals: g}}")
    assert figures(found).is_without_movement is is_still


def test_only_active_goals_stand_still_or_run_late() -> None:
    for status in ("idea", "paused", "done", "dropped"):
        found = figures(linked(goals_g=f"{{status: {status}, due: 2026-01-01}}"))
        assert not found.is_without_movement
        assert not found.is_overdue
    found = figures(linked(goals_g="due: 2026-01-01"))
    assert found.is_without_movement
    assert found.is_overdue


@pytest.mark.parametrize(("due", "left", "is_overdue"), [("2026-11-19", -1, True), ("2026-11-20", 0, False)])
def test_a_goal_is_overdue_from_the_day_after_it_was_due(due: str, left: int, is_overdue: bool) -> None:
    found = figures(linked(goals_g=f"due: {due}"))
    assert (found.days_left, found.is_overdue) == (left, is_overdue)


def test_a_goal_without_a_date_has_no_days_left() -> None:
    assert figures(linked(goals_g="status: active")).days_left is None


def test_the_story_is_told_from_the_oldest_entry_and_those_without_a_date_end_it() -> None:
    files = {
        **person("Bo"),
        "people/bo/checkins/c.md": "---\naudience: public\ndate: 2026-W10\ngoals: g\n---\n# C\n",
        "people/ada/learning/d.md": "---\naudience: public\ndate: 2026-02-01\n---\n# D\nMoved [[g]] and [[g]].\n",
    }
    found = linked(files, goals_g="status: active", journal_a="goals: g", journal_b="{date: 2026-09-01, goals: g}")
    assert ids(found.portfolio, *figures(found).story) == ("d", "c", "b", "a")
    assert str(figures(found).last_moved) == "2026-09-01"


def test_pages_and_a_goal_itself_move_nothing() -> None:
    files = {
        "now.md": "---\naudience: public\ndate: 2026-11-19\n---\n# Now\nSee [[g]].\n",
        "people/ada/goals/g.md": "---\naudience: public\ndate: 2026-11-19\n---\n# G\nSee [[g]].\n",
    }
    found = linked(files)
    assert (figures(found).story, figures(found).last_moved) == ((), None)


def test_goals_come_by_the_day_on_which_they_are_due() -> None:
    other = {**person("Bo"), "people/bo/goals/z.md": "---\naudience: public\n---\n# Z\n"}
    found = linked(other, goals_a="status: done", goals_b="due: 2026-12-01", goals_c="due: 2026-11-01")
    assert ids(found.portfolio, *(goal.id for goal in goals_of(ADA, found.portfolio))) == ("c", "b", "a")
    assert ids(found.portfolio, *(goal.id for goal in goals_of(BO, found.portfolio))) == ("z",)
