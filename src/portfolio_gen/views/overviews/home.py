"""The way in: who is learning what now, what was learnt lately, and what is new."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.figures.people import people_of
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages.person import PersonView, person_view
from portfolio_gen.views.parts.first_steps import FirstSteps, first_steps
from portfolio_gen.views.parts.goal_rows import GoalRow, active_goals
from portfolio_gen.views.parts.group_rows import Crowd, shared_aims
from portfolio_gen.views.parts.lessons import Lessons, lessons_of_the_month
from portfolio_gen.views.parts.person_rows import PersonRow, person_rows
from portfolio_gen.views.parts.rows import Row, rows

RECENT = 10
"""How many entries the home page lists."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page shows."""

    first_steps: FirstSteps | None
    """What to do first while there is nothing to show; None as soon as there is."""
    dashboard: PersonView | None
    """The panels about the only person; None if there are several, or none, or if nobody is named."""
    goals: tuple[GoalRow, ...]
    """The active goals of a portfolio in which nobody has a page; empty as soon as somebody has."""
    leaders: tuple[PersonRow, ...]
    """Those who lead and have active goals, by name."""
    learners: tuple[PersonRow, ...]
    """All others who have active goals, by name."""
    aims: tuple[Crowd, ...]
    """What many work on, where nobody is named."""
    lessons: Lessons
    recent: tuple[Row, ...]
    """The newest first."""
    has_matrix: bool
    """Whether there is anybody to compare with."""


def home_view(context: Context, at: str) -> HomeView:
    """Who learns what, the lessons of the month, and the newest entries."""
    entries = [entry for entry in context.portfolio.entries.values() if entry.kind.in_journal]
    people = people_of(context.portfolio)
    only = context.entry(people[0]) if len(people) == 1 and context.names_people else None
    learning = () if only else tuple(person for person in person_rows(context, people, at) if person.pursuits)
    return HomeView(
        first_steps=None if entries else first_steps(context),
        dashboard=person_view(context, only, at) if only and entries else None,
        goals=active_goals(context, context.portfolio.of_kind("goal"), at) if not people else (),
        leaders=tuple(person for person in learning if person.leads),
        learners=tuple(person for person in learning if not person.leads),
        aims=() if context.names_people else shared_aims(context, at),
        lessons=lessons_of_the_month(context, at),
        recent=rows(context, newest_first(entries)[:RECENT], at),
        has_matrix=len(people) > 1,
    )
