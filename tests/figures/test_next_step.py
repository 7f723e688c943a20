"""The one thing to do next."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from portfolio_gen.figures.goals import GoalFigures
from portfolio_gen.figures.next_step import STEPS, NextStep, next_step
from portfolio_gen.figures.profile import Standing, Strength
from portfolio_gen.figures.promises import Open
from portfolio_gen.figures.revisits import Due
from portfolio_gen.figures.rhythm import Week
from portfolio_gen.model.entry import EntryId

DAY = date(2026, 11, 20)
CALM: dict[str, Any] = {
    "broken": None, "promises": (), "looks": (), "goals": (), "waiting": 0, "is_new": False,
    "weeks": (Week(DAY, True),), "thin": (),
}  # fmt: skip


def goal(name: str, *, overdue: bool = False, still: bool = False) -> GoalFigures:
    return GoalFigures(EntryId(name), None, still, overdue, None, ())


def promise(index: int, *, overdue: bool, own: bool) -> Open:
    return Open(EntryId("talk"), index, DAY, overdue, own)


def thin(name: str) -> Standing:
    return Standing(EntryId(name), {}, None, Strength(0, None, (), ()), None, True, False, True, None)


REASONS: dict[str, tuple[dict[str, Any], NextStep]] = {
    "mend": ({"broken": "a.md"}, NextStep("mend", uri="a.md")),
    "keep_promise": (
        {"promises": (promise(0, overdue=True, own=False), promise(1, overdue=False, own=True),
                      promise(2, overdue=True, own=True))},
        NextStep("keep_promise", EntryId("talk"), 2),
    ),
    "look_again": ({"looks": (Due(EntryId("week"), DAY, "revisit", None),)}, NextStep("look_again", EntryId("week"))),
    "decide_goal": ({"goals": (goal("a"), goal("b", overdue=True))}, NextStep("decide_goal", EntryId("b"))),
    "sort": ({"waiting": 1}, NextStep("sort")),
    "start": ({"is_new": True}, NextStep("start")),
    "write": ({"weeks": (Week(DAY, True), Week(DAY, False))}, NextStep("write")),
    "move_goal": ({"goals": (goal("a"), goal("c", still=True))}, NextStep("move_goal", EntryId("c"))),
    "show_competency": ({"thin": (thin("x"), thin("y"))}, NextStep("show_competency", EntryId("x"))),
    "rest": ({}, NextStep("rest")),
}  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_each_step_has_its_reason(step: str) -> None:
    reason, expected = REASONS[step]
    assert next_step(**{**CALM, **reason}) == expected


@pytest.mark.parametrize(("first", "second"), list(pairwise(STEPS)))
def test_what_is_more_pressing_comes_first(first: str, second: str) -> None:
    together = {**CALM, **REASONS[second][0], **REASONS[first][0]}
    together["goals"] = (*REASONS[second][0].get("goals", ()), *REASONS[first][0].get("goals", ()))
    assert next_step(**together).step == first


def test_a_promise_of_somebody_else_or_of_a_day_to_come_is_no_step() -> None:
    promises = (promise(0, overdue=True, own=False), promise(1, overdue=False, own=True))
    assert next_step(**{**CALM, "promises": promises}).step == "rest"
