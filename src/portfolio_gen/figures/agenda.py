"""What two people may talk about in the order of GROW: goal, reality, options, will.

Source: John Whitmore, Coaching for Performance (1992), for the order. Which points are picked is our own rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal

from portfolio_gen.figures.attention import attention_for
from portfolio_gen.figures.goals import GoalFigures, goal_figures, goals_of
from portfolio_gen.figures.index import Index, index_of
from portfolio_gen.figures.since import Since
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.model.portfolio import Portfolio

MOST = 3
"""How many points each part has, so that it is read in two minutes."""
SOON = 30
"""Days before the day on which a goal is due in which that is worth a word."""
NEARLY = 80
"""Per cent of progress from which a goal is as good as reached."""

Code = Literal[
    "overdue", "ready", "due_soon", "goal",
    "moved", "still", "thin", "stale", "untouched",
    "question", "obstacle", "feed_forward",
    "late_promise", "promise", "next_action",
]  # fmt: skip

_COMPETENCIES: tuple[Literal["stale", "thin", "untouched"], ...] = ("stale", "thin", "untouched")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to talk about."""

    code: Code
    """What it is."""
    entry: EntryId
    """What it is about: a goal, a competency, or the entry that says it."""
    index: int = 0
    """Of a question or a promise: its place in the entry's list, counted from 0."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What to talk about; each part has three points at most, what is most pressing first."""

    goal: tuple[Point, ...]
    """What the person wants: goals that are overdue, as good as reached, or due soon; else the next ones."""
    reality: tuple[Point, ...]
    """Where they are: goals without movement, competencies that are stale or thin, and what has moved."""
    options: tuple[Point, ...]
    """What could be done: questions, what stands in the way, advice that somebody gave."""
    will: tuple[Point, ...]
    """Who does what: promises that are open, and next steps."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to talk about."""
        return not (self.goal or self.reality or self.options or self.will)


def agenda_for(since: Since, portfolio: Portfolio, links: Links, today: date, index: Index | None = None) -> Agenda:
    """What to talk about, made of what is stale and of what is ready."""
    index = index or index_of(portfolio, links)
    goals = [
        goal_figures(goal, portfolio, links, today)
        for goal in goals_of(since.person, portfolio, index)
        if _fields(goal.id, portfolio).status == "active"
    ]
    return Agenda(
        goal=_first(_goal(goals, portfolio)),
        reality=_first(_reality(since, goals, portfolio, links, today, index)),
        options=_first(_options(since, goals, portfolio)),
        will=_first(_will(since, portfolio)),
    )


def _first(points: Iterator[Point]) -> tuple[Point, ...]:
    return tuple(islice(points, MOST))


def _goal(goals: list[GoalFigures], portfolio: Portfolio) -> Iterator[Point]:
    pressing = [Point(code, goal.goal) for goal in goals if (code := _pressing(goal, portfolio)) is not None]
    yield from sorted(pressing, key=lambda one: ("overdue", "ready", "due_soon").index(one.code))
    if not pressing:
        yield from (Point("goal", goal.goal) for goal in goals)


def _pressing(goal: GoalFigures, portfolio: Portfolio) -> Literal["overdue", "ready", "due_soon"] | None:
    if goal.is_overdue:
        return "overdue"
    if (_fields(goal.goal, portfolio).progress or 0) >= NEARLY:
        return "ready"
    return "due_soon" if goal.days_left is not None and goal.days_left <= SOON else None


def _reality(
    since: Since, goals: list[GoalFigures], portfolio: Portfolio, links: Links, today: date, index: Index
) -> Iterator[Point]:
    yield from (Point("still", goal.goal) for goal in since.still)
    # One of each, since the person's page lists them all.
    found = [one for one in attention_for(since.person, portfolio, links, today, index) if one.is_aimed_at]
    for reason in _COMPETENCIES:
        yield from (Point(reason, one.entry) for one in islice((one for one in found if one.reasons[0] == reason), 1))
    active = {goal.goal for goal in goals}
    yield from (Point("moved", goal.goal) for goal in since.moved if goal.goal in active)


def _options(since: Since, goals: list[GoalFigures], portfolio: Portfolio) -> Iterator[Point]:
    yield from (Point("question", one.entry, one.index) for one in since.questions)
    stuck = [goal for goal in goals if goal.is_overdue or goal.is_without_movement]
    yield from (Point("obstacle", goal.goal) for goal in stuck if _fields(goal.goal, portfolio).obstacle)
    for entry in since.new:
        fields = entry.fields
        if isinstance(fields, FeedbackFields) and fields.direction == "received" and fields.feed_forward:
            yield Point("feed_forward", entry.id)


def _will(since: Since, portfolio: Portfolio) -> Iterator[Point]:
    for one in since.promises:
        if one.state != "done":
            yield Point("late_promise" if one.state == "overdue" else "promise", one.checkin, one.index)
    for entry in since.new:
        fields = entry.fields
        if not isinstance(fields, ReflectionFields) or not fields.next_action:
            continue
        if all(followup.changed != "yes" for followup in fields.followups):
            yield Point("next_action", entry.id)


def _fields(goal: EntryId, portfolio: Portfolio) -> GoalFields:
    fields = portfolio.entries[goal].fields
    assert isinstance(fields, GoalFields)
    return fields
