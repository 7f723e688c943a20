"""A goal below its text: the story of what moved it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio_gen.figures.goals import GoalFigures, goal_figures
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.gist import Gist, gist
from portfolio_gen.views.parts.goal_state import goal_fields, notices
from portfolio_gen.views.parts.rows import Row, row

FIRST, LAST = 10, 40
"""How many entries of a long story are told, from its beginning and from its end."""


@dataclass(frozen=True, slots=True)
class Station:
    """One point of the story: an entry, or a day that matters."""

    date: str
    """Empty without one."""
    words: str
    """What day it is; empty for an entry."""
    mark: str
    """"entry", "begun", "today", "due"."""
    row: Row | None = None
    """The entry; None for a day."""
    labels: tuple[str, ...] = ()
    """What the entry says about the goal."""
    gist: Gist | None = None


@dataclass(frozen=True, slots=True)
class StoryView:
    """What stands below the text of a goal."""

    first: tuple[Station, ...]
    """In order of time."""
    left_out: int
    """How many entries of a long story are not told, between the first and the last."""
    last: tuple[Station, ...]
    """In order of time, those without a date last; all of a short story."""
    is_shown: bool
    """Whether there is anything to tell, or somebody to tell how to begin."""
    is_empty: bool
    """Whether no entry refers to it."""
    hint: str
    """The id by which its author's entries may refer to it; empty for other readers."""


def story_view(context: Context, goal: Entry) -> StoryView:
    """Every entry that moved a goal in order of time, between the days that matter."""
    figures = goal_figures(goal, context.portfolio, context.links, context.today)
    labels = _labels(context, goal.id)
    told = figures.story if len(figures.story) <= FIRST + LAST else (*figures.story[:FIRST], *figures.story[-LAST:])
    dated = [
        (entry.date.first if entry.date else date.max, _station(context, entry, goal, labels[entry.id]))
        for entry in map(context.entry, told)
    ]
    left_out = len(figures.story) - len(told)
    first, last = ([], dated) if not left_out else (dated[:FIRST], dated[FIRST:])
    days = list(_days(context, goal, figures)) if figures.story else []
    is_active = goal_fields(goal).status == "active"
    border = last[0][0] if first else date.min
    return StoryView(
        first=_in_time([*(day for day in days if day[0] < border), *first]),
        left_out=left_out,
        last=_in_time([*(day for day in days if day[0] >= border), *last]),
        is_shown=bool(figures.story) or is_active,
        is_empty=not figures.story,
        hint=goal.id if context.audience is Audience.ME else "",
    )


def _in_time(stations: list[tuple[date, Station]]) -> tuple[Station, ...]:
    return tuple(station for _, station in sorted(stations, key=lambda one: one[0]))


def _labels(context: Context, goal: EntryId) -> Mapping[EntryId, tuple[str, ...]]:
    found: defaultdict[EntryId, set[str]] = defaultdict(set)
    for reference in context.links.backlinks.get(goal, ()):
        found[reference.source].add(reference.label)
    return {source: tuple(sorted(labels)) for source, labels in found.items()}


def _station(context: Context, entry: Entry, goal: Entry, labels: tuple[str, ...]) -> Station:
    return Station(
        date=context.words.date(entry.date) if entry.date else "",
        words="",
        mark="entry",
        row=row(context, entry, goal.uri, about=context.portfolio.persons.get(goal.id)),
        labels=labels,
        gist=gist(context, entry, goal.uri),
    )


def _days(context: Context, goal: Entry, figures: GoalFigures) -> Iterator[tuple[date, Station]]:
    fields, words = goal_fields(goal), context.words
    if fields.start is not None:
        yield fields.start, Station(words.day(fields.start), words.gettext("Begun"), "begun")
    if fields.status != "active":
        return
    still = [one.words for one in notices(goal, figures, context.today, words) if one.mark == "still"]
    yield context.today, Station(words.day(context.today), still[0] if still else words.gettext("Today"), "today")
    if fields.due is not None:
        yield fields.due, Station(words.day(fields.due), words.gettext("Due"), "due")
