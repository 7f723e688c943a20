"""Goals in lists, by where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from portfolio_gen.figures.goals import goal_figures
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.goal import Status
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.goal_state import (
    STATUS_WORDS,
    NextStep,
    Notice,
    due_words,
    goal_fields,
    next_step,
    notices,
    plan_words,
    progress_bar,
    progress_words,
)
from portfolio_gen.views.parts.rows import claimed

assert sorted(STATUS_WORDS) == sorted(get_args(Status))


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal in a list; each part is Markdown for the page that the list is on."""

    link: str
    person: str
    """Empty on that person's own page."""
    progress: str
    """In per cent; empty if nothing is said."""
    bar: str
    """The same as a picture on one line; empty if nothing is said."""
    due: str
    """In words; empty without a date."""
    notices: tuple[Notice, ...]
    aims: str
    """The competencies that it aims at, as links; empty without any."""
    next_step: NextStep | None
    """What its person said to do next; None for a goal that nobody works on."""
    plan: str
    """The if-then plan in one sentence; empty without one."""


@dataclass(frozen=True, slots=True)
class GoalGroup:
    """Goals that stand alike."""

    status: str
    heading: str
    goals: tuple[GoalRow, ...]
    """By due date, those without one last; what is done or dropped by due date too, the latest first."""


def goal_groups(
    context: Context, goals: Iterable[Entry], at: str, *, about: EntryId | None = None
) -> tuple[GoalGroup, ...]:
    """Goals by status, what people work on first; a status without goals is left out."""
    found = list(goals)
    groups = (
        GoalGroup(
            status,
            context.words.gettext(words),
            goal_rows(context, (goal for goal in found if goal_fields(goal).status == status), at, about=about),
        )
        for status, words in STATUS_WORDS.items()
    )
    return tuple(group for group in groups if group.goals)


def active_goals(context: Context, goals: Iterable[Entry], at: str) -> tuple[GoalRow, ...]:
    """The goals that people work on, by due date."""
    return goal_rows(context, (goal for goal in goals if goal_fields(goal).status == "active"), at)


def goal_rows(
    context: Context, goals: Iterable[Entry], at: str, *, about: EntryId | None = None
) -> tuple[GoalRow, ...]:
    """Goals in lines, by due date, those without one last; `about` is the person whom the page is about."""
    return tuple(_row(context, goal, at, about) for goal in sorted(goals, key=_order))


def _order(goal: Entry) -> tuple[int, str]:
    """What is still to be done by the day that comes first, what is over by the day that was last."""
    due = (goal_fields(goal).due or date.max).toordinal()
    is_over = goal_fields(goal).status in ("done", "dropped")
    return -due if is_over and goal_fields(goal).due else due, goal.uri


def _row(context: Context, goal: Entry, at: str, about: EntryId | None) -> GoalRow:
    figures = goal_figures(goal, context.portfolio, context.links, context.today)
    is_about = about is not None and context.portfolio.persons.get(goal.id) == about
    is_active = goal_fields(goal).status == "active"
    return GoalRow(
        link=context.entry_link(goal.id, at),
        person="" if is_about else context.author_link(goal, at),
        progress=progress_words(goal, context.words),
        bar=progress_bar(goal, context.words),
        due=due_words(goal, figures, context.words),
        notices=tuple(
            notice
            for notice in notices(goal, figures, context.today, context.words)
            # The heading above the list says how they all stand.
            if notice.mark in ("late", "still")
        ),
        aims=context.words.joined(dict.fromkeys(context.target(one.target, at) for one, _ in claimed(context, goal))),
        next_step=next_step(context, goal, figures.story, at) if is_active else None,
        plan=plan_words(context, goal, at) if is_active else "",
    )
