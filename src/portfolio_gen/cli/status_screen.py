"""The screen of `portfolio status`: what the figures say, in words. Colours say nothing that words don't."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from portfolio_gen.build.status import Standpoint, shortest_name
from portfolio_gen.figures.goals import MOVED_WITHIN, GoalFigures
from portfolio_gen.figures.promises import Open
from portfolio_gen.figures.revisits import Due
from portfolio_gen.figures.rhythm import Week
from portfolio_gen.figures.status import Status, Thin
from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.dates import in_words
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.checkin import CheckinFields
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.problems import printable

MOST = 5
"""How many of each are shown; the rest is counted."""
LATE, CALM, GOOD = "yellow", "dim", "green"
"""Styles of rich. Nothing is red: none of this is a failure."""
_QUESTIONS = {
    7: "A week on: have you taken the step?",
    30: "A month on: has it changed anything?",
    90: "Three months on: is it a habit by now?",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing, with what there is to say of it below."""

    text: str
    below: tuple[tuple[str, str], ...] = ()
    """Lines, each with a style of rich."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the rows below it."""

    heading: str
    rows: tuple[Row, ...]


def sections(standpoint: Standpoint, place: Sequence[str] = ()) -> tuple[Section, ...]:
    """All of the screen but the next step; what there is nothing to say of is left out.

    `place` are the words by which a command works in the same place.
    """
    status, entries = standpoint.status, standpoint.linked.portfolio.entries
    found = (
        Section("Goals", _shown([_goal(one, entries[one.goal], status.today) for one in status.goals])),
        Section("Second look", tuple(_looks(standpoint))),
        Section("Promises", _shown([_promise(one, standpoint, place) for one in status.promises])),
        Section("Little evidence", _shown([_thin(one, entries[one.standing.competency]) for one in status.thin])),
        Section("Waiting", tuple(_waiting(status))),
        Section("A hint", _hint(standpoint)),
    )
    return tuple(section for section in found if section.rows)


def quoted(words: Sequence[str]) -> str:
    """The words of a command as they are typed here."""
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def weeks_words(weeks: Sequence[Week], marks: tuple[str, str]) -> tuple[str, str]:
    """A mark for each week, the oldest first, and what they say; `marks` are those with and without an entry."""
    row = " ".join(marks[0] if week.is_written else marks[1] for week in weeks)
    written = sum(week.is_written for week in weeks)
    now = "this week too" if weeks[-1].is_written and written > 1 else "this week" if weeks[-1].is_written else ""
    said = f"written in {written} of {len(weeks)} weeks{', ' + now if now else ''}" if written else ""
    return row, said


def kindness(weeks: Sequence[Week]) -> str:
    """A word to who has been away for two whole weeks or more; empty otherwise, and for who has not begun."""
    if weeks[-1].is_written or not any(week.is_written for week in weeks):
        return ""
    is_away = len(weeks) > 2 and not any(week.is_written for week in weeks[-3:-1])
    return "Two weeks without are no matter. Three lines, and you are back." if is_away else ""


def step_words(standpoint: Standpoint) -> str:
    """What to do next, in a sentence."""
    status, entries = standpoint.status, standpoint.linked.portfolio.entries
    step = status.next_step
    title = _title(entries[step.entry]) if step.entry is not None else ""
    match step.step:
        case "mend":
            return f"Mend '{printable(step.uri)}': as it is, it counts nowhere."
        case "keep_promise":
            return f"You promised: {_what(entries[step.entry or EntryId('')], step.index or 0)} If it is done, say so."
        case "look_again" if status.looks[0].days is None:
            return f"Read '{title}' again. Then take its day away, or give it a new one."
        case "look_again":
            return f"Look again at '{title}', and say whether anything has changed: yes, partly or no."
        case "decide_goal":
            return f"'{title}' was due. Done? If not, give it a new day, or let it go."
        case "sort":
            return "Turn the lines that wait in the inbox into entries: one key each."
        case "start":
            return "Write a first entry: three lines are enough."
        case "write":
            return "Keep one line of this week. It can become an entry later."
        case "move_goal":
            return f"Take one small step towards '{title}', and write down what happened."
        case "show_competency":
            return f"Show something that you did for '{title}'."
        case _:
            return "Nothing presses. Enjoy it."


def _shown(rows: Sequence[Row]) -> tuple[Row, ...]:
    more = len(rows) - MOST
    return (*rows[:MOST], Row(f"and {more} more")) if more > 0 else tuple(rows)


def _goal(figures: GoalFigures, goal: Entry, today: date) -> Row:
    assert isinstance(goal.fields, GoalFields)
    said: list[str] = []
    if figures.days_left is not None:
        said.append(_due(figures.days_left))
    if goal.fields.progress is not None:
        said.append(f"{goal.fields.progress} % done")
    moved = f"last entry {_ago((today - figures.last_moved).days)}" if figures.last_moved else "no entry yet"
    # A goal that was begun a moment ago is without movement by its definition, and nobody's failure.
    is_still = figures.is_without_movement and not _is_fresh(goal, today)
    said.append(f"standing still: {moved}" if is_still else moved)
    style = LATE if figures.is_overdue or is_still else ""
    return Row(_title(goal), ((", ".join(said), style),))


def _is_fresh(goal: Entry, today: date) -> bool:
    assert isinstance(goal.fields, GoalFields)
    begun = goal.fields.start or (goal.date.first if goal.date is not None else None)
    return begun is not None and (today - begun).days <= MOVED_WITHIN


def _due(days: int) -> str:
    if days < 0:
        return f"overdue by {_days(-days)}"
    return f"{_days(days)} left" if days else "due today"


def _looks(standpoint: Standpoint) -> Iterable[Row]:
    looks = standpoint.status.looks
    yield from _shown([_look(one, standpoint.linked.portfolio.entries[one.entry]) for one in looks])
    if len(looks) > 1:
        yield Row("All of them, one key each: portfolio review")


def _look(due: Due, entry: Entry) -> Row:
    since = f"since {in_words(due.since)}"
    if due.days is None:
        return Row(_title(entry), ((f"{since}: you wanted to read it again", ""),))
    assert isinstance(entry.fields, ReflectionFields)
    return Row(
        _title(entry),
        ((f"{since}. {_QUESTIONS[due.days]}", ""), (f"The step: {_line(entry.fields.next_action)}", GOOD)),
    )


def _promise(promise: Open, standpoint: Standpoint, place: Sequence[str]) -> Row:
    status, checkin = standpoint.status, standpoint.linked.portfolio.entries[promise.checkin]
    assert isinstance(checkin.fields, CheckinFields)
    agreed = checkin.fields.agreed[promise.index]
    who = "You" if promise.is_own else _who(promise, checkin, standpoint)
    below: list[tuple[str, str]] = []
    if promise.by is not None:
        late = f", overdue by {_days((status.today - promise.by).days)}" if promise.is_overdue else ""
        below.append((f"by {in_words(promise.by)}{late}", LATE if late else ""))
    below.append((f"agreed in '{_title(checkin)}'", CALM))
    if checkin.origin is None:
        # What is in somebody else's folder is theirs to change.
        name = shortest_name(checkin.id, standpoint.linked)
        done = quoted(("portfolio", "set", name, f"agreed.{promise.index + 1}.done=true", *place))
        below.append((f"done? {done}", CALM))
    return Row(f"{who}: {_line(agreed.what)}", tuple(below))


def _who(promise: Open, checkin: Entry, standpoint: Standpoint) -> str:
    """Who promised it, as their page has it, else as it was written."""
    linked = standpoint.linked
    for named in linked.links.in_field(checkin.id, "agreed"):
        if named.mention.at[1:2] == (promise.index,) and isinstance(named.target, ToEntry):
            return _title(linked.portfolio.entries[named.target.id])
    assert isinstance(checkin.fields, CheckinFields)
    return _line(checkin.fields.agreed[promise.index].who) or "Somebody"


def _thin(thin: Thin, competency: Entry) -> Row:
    count = thin.standing.strength.entries
    said = "1 entry of evidence" if count == 1 else "no entry of evidence yet"
    if thin.standing.target is not None:
        said += f"; your role asks for level {thin.standing.target}"
    elif thin.is_aimed_at:
        said += "; a goal of yours aims at it"
    return Row(_title(competency), ((said, ""),))


def _waiting(status: Status) -> Iterable[Row]:
    if status.waiting:
        lines = "1 line" if status.waiting == 1 else f"{status.waiting} lines"
        yield Row(f"{lines} in the inbox: portfolio sort")
    if status.errors:
        yield Row("1 problem: portfolio check" if status.errors == 1 else f"{status.errors} problems: portfolio check")


def _hint(standpoint: Standpoint) -> tuple[Row, ...]:
    if standpoint.hint is None:
        return ()
    entry, advice = standpoint.hint
    return (Row(_title(entry), ((_line(advice.sentence), ""),)),)


def _what(checkin: Entry, index: int) -> str:
    assert isinstance(checkin.fields, CheckinFields)
    what = _line(checkin.fields.agreed[index].what)
    return what if what.endswith((".", "!", "?")) else f"{what}."


def _title(entry: Entry) -> str:
    return printable(entry.title)


def _line(text: str | None) -> str:
    return printable(" ".join((text or "").split()))


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _ago(days: int) -> str:
    if days <= 0:
        return "today" if days == 0 else f"in {_days(-days)}"
    return "yesterday" if days == 1 else f"{_days(days)} ago"
