"""Where one person stands today, for that person alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portfolio_gen.figures.goals import GoalFigures, goal_figures, goals_of
from portfolio_gen.figures.index import index_of
from portfolio_gen.figures.next_step import NextStep, next_step
from portfolio_gen.figures.profile import Standing, profile_of
from portfolio_gen.figures.promises import Open, open_promises
from portfolio_gen.figures.revisits import Due, revisits_due
from portfolio_gen.figures.rhythm import Week, weeks_of
from portfolio_gen.figures.targets import aimed_at
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.portfolio import Portfolio

WEEKS_SHOWN = 12
"""How many weeks are looked back on, the present one included."""


@dataclass(frozen=True, slots=True)
class Thin:
    """A competency with little evidence."""

    standing: Standing
    """Where the person stands in it."""
    is_aimed_at: bool
    """Whether the role asks for it or a goal aims at it."""


@dataclass(frozen=True, slots=True)
class Status:
    """Where one person stands."""

    person: EntryId
    today: date
    goals: tuple[GoalFigures, ...]
    """The active ones, by the day on which they are due, those without one last."""
    looks: tuple[Due, ...]
    """What is due for a second look, the oldest look first."""
    promises: tuple[Open, ...]
    """The open ones, by the day on which they are due, those without one last."""
    weeks: tuple[Week, ...]
    """The last twelve, the present one last."""
    thin: tuple[Thin, ...]
    """Those that are aimed at first; what another has replaced is left out."""
    waiting: int
    """How many lines wait in the inbox."""
    errors: int
    """How many errors there are in the content folder, whoever made them."""
    is_new: bool
    """Whether there is no entry of the person yet."""
    next_step: NextStep
    """The one thing to do next."""


def status_of(
    person: EntryId,
    portfolio: Portfolio,
    links: Links,
    today: date,
    *,
    waiting: int = 0,
    errors: int = 0,
    broken: str | None = None,
) -> Status:
    """Where a person stands. `broken` is the uri of the first source with an error; None without."""
    index = index_of(portfolio, links)
    goals = tuple(
        goal_figures(goal, portfolio, links, today)
        for goal in goals_of(person, portfolio, index)
        if isinstance(goal.fields, GoalFields) and goal.fields.status == "active"
    )
    aims = set(aimed_at(person, links, index))
    little = (
        Thin(one, one.target is not None or one.competency in aims)
        for one in profile_of(person, portfolio, links, today, index)
        if one.is_thin and not one.is_replaced
    )
    thin = tuple(sorted(little, key=lambda one: not one.is_aimed_at))
    looks = revisits_due(person, portfolio, today, index)
    promises = open_promises(person, portfolio, links, today, index)
    weeks = weeks_of(person, portfolio, today, index)[-WEEKS_SHOWN:]
    is_new = not any(entry.kind.in_journal for entry in index.entries.get(person, ()))
    step = next_step(
        broken=broken,
        promises=promises,
        looks=looks,
        goals=goals,
        waiting=waiting,
        is_new=is_new,
        weeks=weeks,
        thin=[one.standing for one in thin if one.is_aimed_at],
    )
    return Status(person, today, goals, looks, promises, weeks, thin, waiting, errors, is_new, step)
