"""Where a goal stands, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portfolio_gen.charts.progress import progress
from portfolio_gen.figures.goals import GoalFigures
from portfolio_gen.markdown.writing import one_line
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.views.context import Context
from portfolio_gen.wording.marking import gettext_noop
from portfolio_gen.wording.words import Words

STATUS_WORDS = {
    "active": gettext_noop("Active"),
    "idea": gettext_noop("Idea"),
    "paused": gettext_noop("Paused"),
    "done": gettext_noop("Done"),
    "dropped": gettext_noop("Dropped"),
}
"""What each status is called, what people work on first."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know about a goal at once."""

    words: str
    mark: str
    """"late", "still" or "done": how it is marked besides its words."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What somebody has said to do next."""

    text: str
    """Markdown on one line."""
    link: str
    """The entry that says so."""


def goal_fields(goal: Entry) -> GoalFields:
    """The fields of a goal."""
    assert isinstance(goal.fields, GoalFields)
    return goal.fields


def notices(goal: Entry, figures: GoalFigures, today: date, words: Words) -> tuple[Notice, ...]:
    """What is to be said at once: done, overdue, without movement. Empty if all goes its way."""
    return tuple(_notices(goal_fields(goal).status, figures, today, words))


def _notices(status: str, figures: GoalFigures, today: date, words: Words) -> Iterator[Notice]:
    if status != "active":
        yield Notice(words.gettext(STATUS_WORDS[status]), "done" if status == "done" else "rest")
    if figures.is_overdue and figures.days_left is not None:
        yield Notice(words.ngettext("Overdue by %(num)s day", "Overdue by %(num)s days", -figures.days_left), "late")
    if figures.is_without_movement:
        if figures.last_moved is None:
            yield Notice(words.gettext("No entry yet"), "still")
        else:
            days = (today - figures.last_moved).days
            yield Notice(words.ngettext("No entry for %(num)s day", "No entry for %(num)s days", days), "still")


def progress_bar(goal: Entry, words: Words) -> str:
    """The bar of a goal as a picture; empty if its author says nothing of its progress."""
    done = goal_fields(goal).progress
    return "" if done is None else progress(done, words.gettext("Progress: %(share)s", share=words.percent(done)))


def progress_words(goal: Entry, words: Words) -> str:
    """The number beside the bar; empty without one."""
    done = goal_fields(goal).progress
    return "" if done is None else words.percent(done)


def due_words(goal: Entry, figures: GoalFigures, words: Words) -> str:
    """When a goal is due, and how long that is for one that is worked on; empty without a date."""
    due, left = goal_fields(goal).due, figures.days_left
    if due is None or left is None:
        return ""
    day = words.day(due)
    if goal_fields(goal).status == "active" and left == 0:
        return words.gettext("due today")
    if goal_fields(goal).status == "active" and 0 < left <= 60:
        return words.ngettext("due %(day)s, in %(num)s day", "due %(day)s, in %(num)s days", left, day=day)
    return words.gettext("due %(day)s", day=day)


def plan_words(context: Context, goal: Entry, at: str) -> str:
    """The if-then plan in one sentence, as Markdown; empty without one."""
    fields = goal_fields(goal)
    when = one_line(context.prose(goal, fields.if_, ("if",), at))
    then = one_line(context.prose(goal, fields.then, ("then",), at))
    if when and then:
        return context.words.gettext("If %(when)s, then %(then)s", when=when.rstrip(",. "), then=then)
    return when or then


def next_step(context: Context, goal: Entry, story: tuple[EntryId, ...], at: str) -> NextStep | None:
    """The next action of the newest entry that names one; None without, or once a follow-up says that it is done.

    Only what the goal's own person wrote counts: what others plan is theirs.
    """
    person = context.portfolio.persons.get(goal.id)
    told = [context.entry(one) for one in story]
    dated = [one for one in told if one.date is not None and context.portfolio.persons.get(one.id) == person]
    for entry in reversed(dated):
        fields = entry.fields
        if isinstance(fields, ReflectionFields) and fields.next_action:
            if any(followup.changed == "yes" for followup in fields.followups):
                return None
            text = one_line(context.prose(entry, fields.next_action, ("next_action",), at))
            return NextStep(text, context.entry_link(entry.id, at))
    return None
