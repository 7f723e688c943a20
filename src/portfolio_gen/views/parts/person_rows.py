"""People in lists: who they are, what they learn now, and what they help with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from portfolio_gen.figures.goals import goals_of
from portfolio_gen.figures.people import entries_in
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.kinds.person import PersonFields
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.goal_state import plan_words

GOALS = 3
"""How many goals a list shows of one person; the others are on that person's page."""


@dataclass(frozen=True, slots=True)
class Pursuit:
    """A goal that somebody works on now."""

    link: str
    due: str
    """In words; empty without a date."""
    competencies: tuple[str, ...]
    """What it aims at, by title as Markdown."""
    plan: str
    """What to do when it gets difficult, as Markdown on one line; empty without a plan."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in a list."""

    link: str
    role: str
    """As Markdown, no link; empty if the person names none that the audience sees."""
    team: str
    """The same."""
    leads: bool
    pursuits: tuple[Pursuit, ...]
    """Up to GOALS active goals, by due date."""
    has_more: bool
    """Whether there are further active goals."""
    helps_with: tuple[str, ...]
    """Competencies with which the person offers help, as links."""


def people_in_order(context: Context, persons: Iterable[EntryId]) -> tuple[EntryId, ...]:
    """People by name, those who lead first: leaders go first. No other order of people is ever shown."""

    def place(person: EntryId) -> tuple[bool, str, EntryId]:
        entry = context.entry(person)
        return not _fields(entry).leads, entry.title.casefold(), person

    return tuple(sorted(persons, key=place))


def person_rows(context: Context, persons: Iterable[EntryId], at: str) -> tuple[PersonRow, ...]:
    """People by name, those who lead first; nobody where lists name nobody."""
    return tuple(_row(context, person, at) for person in people_in_order(context, persons) if context.names_people)


def helpers(
    context: Context, offers: Mapping[EntryId, tuple[EntryId, ...]], at: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Competencies by title, each with those who offer help with it by name; nothing where lists name nobody."""
    found = sorted(offers, key=lambda one: (context.entry(one).title.casefold(), one)) if context.names_people else ()
    return tuple(
        (context.entry_link(one, at), tuple(context.entry_link(person, at) for person in offers[one])) for one in found
    )


def _row(context: Context, person: EntryId, at: str) -> PersonRow:
    active = (goal for goal in goals_of(person, context.portfolio, context.index) if _is_active(goal))
    goals = tuple(islice(active, GOALS + 1))
    return PersonRow(
        link=context.entry_link(person, at),
        role=_first(context, person, "role"),
        team=_first(context, person, "team"),
        leads=_fields(context.entry(person)).leads,
        pursuits=tuple(_pursuit(context, goal, at) for goal in goals[:GOALS]),
        has_more=len(goals) > GOALS,
        helps_with=tuple(context.target(one.target, at) for one in context.links.in_field(person, "helps_with")),
    )


def _pursuit(context: Context, goal: Entry, at: str) -> Pursuit:
    assert isinstance(goal.fields, GoalFields)
    return Pursuit(
        link=context.entry_link(goal.id, at),
        due=context.words.short_day(goal.fields.due) if goal.fields.due else "",
        competencies=tuple(
            escaped(context.entry(one).title) for one in entries_in(goal.id, "competencies", context.links)
        ),
        plan=plan_words(context, goal, at),
    )


def _is_active(goal: Entry) -> bool:
    return isinstance(goal.fields, GoalFields) and goal.fields.status == "active"


def _first(context: Context, person: EntryId, field: str) -> str:
    return next((escaped(context.entry(one).title) for one in entries_in(person, field, context.links)), "")


def _fields(person: Entry) -> PersonFields:
    assert isinstance(person.fields, PersonFields)
    return person.fields
