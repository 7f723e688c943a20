"""A goal above its text: its plan, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio_gen.figures.goals import GoalFigures, goal_figures
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.goal_state import (
    STATUS_WORDS,
    Notice,
    goal_fields,
    notices,
    plan_words,
    progress_bar,
    progress_words,
)
from portfolio_gen.wording.marking import gettext_noop

SOON = 60
"""Days within which a page says how long it is until the goal is due."""

_PARTS = (
    ("wish", gettext_noop("Wish")),
    ("outcome", gettext_noop("Outcome")),
    ("obstacle", gettext_noop("Obstacle")),
    ("plan", gettext_noop("Plan")),
    ("measure", gettext_noop("Measure")),
)
"""The parts of a plan, in the order in which they are thought of; `if` and `then` together are one."""


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One part of a plan, as Markdown."""

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """What stands above the text of a goal."""

    status: str
    notices: tuple[Notice, ...]
    bar: str
    """The progress as a picture; empty if nothing is said."""
    progress: str
    facts: tuple[tuple[str, str], ...]
    """Label and value: when it began, when it is due, how sure its person is."""
    parts: tuple[PlanPart, ...]
    """Those that were written."""


def plan_view(context: Context, goal: Entry) -> PlanView:
    """The plan of a goal and where it stands, for its own page."""
    fields, words = goal_fields(goal), context.words
    figures = goal_figures(goal, context.portfolio, context.links, context.today)
    found = notices(goal, figures, context.today, words)
    texts = {
        "wish": context.prose(goal, fields.wish, ("wish",), goal.uri),
        "outcome": context.prose(goal, fields.outcome, ("outcome",), goal.uri),
        "obstacle": context.prose(goal, fields.obstacle, ("obstacle",), goal.uri),
        "plan": plan_words(context, goal, goal.uri),
        "measure": context.prose(goal, fields.measure, ("measure",), goal.uri),
    }
    return PlanView(
        status=words.gettext(STATUS_WORDS[fields.status]),
        notices=tuple(notice for notice in found if notice.mark in ("late", "still")),
        bar=progress_bar(goal, words),
        progress=progress_words(goal, words),
        facts=tuple(_facts(context, fields, figures)),
        parts=tuple(PlanPart(name, words.gettext(label), texts[name]) for name, label in _PARTS if texts[name]),
    )


def _facts(context: Context, fields: GoalFields, figures: GoalFigures) -> Iterator[tuple[str, str]]:
    words = context.words
    if fields.start is not None:
        yield words.gettext("Begun"), words.day(fields.start)
    if fields.due is not None:
        left, day = figures.days_left or 0, words.day(fields.due)
        if fields.status == "active" and left == 0:
            day = words.gettext("%(day)s, today", day=day)
        elif fields.status == "active" and 0 < left <= SOON:
            day = words.ngettext("%(day)s, in %(num)s day", "%(day)s, in %(num)s days", left, day=day)
        yield words.gettext("Due"), day
    if fields.confidence is not None:
        yield words.gettext("Confidence"), words.gettext("%(level)s of 5", level=fields.confidence)
