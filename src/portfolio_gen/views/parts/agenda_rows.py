"""What to talk about, in the order of GROW: each point is a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.figures.agenda import Agenda, Point
from portfolio_gen.figures.goals import goal_figures
from portfolio_gen.markdown.writing import one_line
from portfolio_gen.model.kinds.checkin import CheckinFields
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.agreed_rows import promised, promised_by
from portfolio_gen.views.parts.goal_state import goal_fields
from portfolio_gen.wording.marking import gettext_noop

_HEADINGS = {
    "goal": gettext_noop("Goal"),
    "reality": gettext_noop("Reality"),
    "options": gettext_noop("Options"),
    "will": gettext_noop("What we will do"),
}
_QUESTIONS = {
    "goal": gettext_noop("What should come out of this talk?"),
    "reality": gettext_noop("How is it now?"),
    "options": gettext_noop("What could be done?"),
    "will": gettext_noop("Who does what, by when?"),
}


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """One of the four parts of an agenda."""

    name: str
    """"goal", "reality", "options" or "will"."""
    heading: str
    question: str
    """What it answers."""
    points: tuple[str, ...]
    """Sentences as Markdown on one line each, for the page that the agenda is on."""


def agenda_rows(context: Context, agenda: Agenda, at: str) -> tuple[AgendaPart, ...]:
    """The four parts of an agenda for the page at a uri, those without a point too: they are to be filled in."""
    words = context.words
    return tuple(
        AgendaPart(
            name,
            words.gettext(heading),
            words.gettext(_QUESTIONS[name]),
            tuple(point_words(context, point, at) for point in getattr(agenda, name)),
        )
        for name, heading in _HEADINGS.items()
    )


def point_words(context: Context, point: Point, at: str) -> str:
    """One point as a sentence in Markdown, on one line."""
    match point.code:
        case "overdue" | "ready" | "due_soon" | "goal" | "moved" | "still" | "obstacle":
            return _about_goal(context, point, at)
        case "thin" | "stale" | "untouched":
            return _about_competency(context, point, at)
        case "promise" | "late_promise":
            return _promise(context, point, at)
        case _:
            return _said(context, point, at)


def _about_goal(context: Context, point: Point, at: str) -> str:
    words, entry = context.words, context.entry(point.entry)
    goal, fields = context.entry_link(entry.id, at), goal_fields(entry)
    match point.code:
        case "overdue":
            day = words.day(fields.due or context.today)
            return words.gettext("%(goal)s was due %(day)s: a new day, or close it?", goal=goal, day=day)
        case "ready":
            share = words.percent(fields.progress or 0)
            return words.gettext("%(goal)s is at %(share)s: what is missing to call it done?", goal=goal, share=share)
        case "due_soon":
            day = words.day(fields.due or context.today)
            return words.gettext("%(goal)s is due %(day)s: will it work out?", goal=goal, day=day)
        case "moved":
            return words.gettext("%(goal)s has moved: what helped?", goal=goal)
        case "still":
            return _still(context, point, goal)
        case "obstacle":
            obstacle = one_line(context.prose(entry, fields.obstacle, ("obstacle",), at)).rstrip(".")
            return words.gettext("In the way of %(goal)s: %(obstacle)s", goal=goal, obstacle=obstacle)
        case _:
            return words.gettext("%(goal)s: what would be a good next step?", goal=goal)


def _still(context: Context, point: Point, goal: str) -> str:
    words = context.words
    figures = goal_figures(context.entry(point.entry), context.portfolio, context.links, context.today)
    if figures.last_moved is None:
        return words.gettext("Nothing is written about %(goal)s yet: what would be a first step?", goal=goal)
    return words.ngettext(
        "Nothing new about %(goal)s for %(num)s day: what is in the way?",
        "Nothing new about %(goal)s for %(num)s days: what is in the way?",
        (context.today - figures.last_moved).days,
        goal=goal,
    )


def _about_competency(context: Context, point: Point, at: str) -> str:
    words, competency = context.words, context.entry_link(point.entry, at)
    match point.code:
        case "thin":
            return words.gettext("Little shows %(competency)s yet: which piece of work does?", competency=competency)
        case "stale":
            return words.gettext(
                "Nothing new about %(competency)s for half a year: is it still so?", competency=competency
            )
        case _:
            return words.gettext(
                "Nothing here is about %(competency)s yet: what would be a first step?", competency=competency
            )


def _promise(context: Context, point: Point, at: str) -> str:
    words, entry = context.words, context.entry(point.entry)
    assert isinstance(entry.fields, CheckinFields)
    who = promised_by(context, point.entry, point.index, at)
    what = promised(context, point.entry, point.index, at).rstrip(".")
    said = f"{who}: {what}" if who else what
    by = entry.fields.agreed[point.index].by
    if by is None:
        return said
    day = words.day(by)
    if point.code == "late_promise":
        return words.gettext("%(promise)s (it was for %(day)s)", promise=said, day=day)
    return words.gettext("%(promise)s (by %(day)s)", promise=said, day=day)


def _said(context: Context, point: Point, at: str) -> str:
    """What an entry says in a field, with the entry."""
    words, entry = context.words, context.entry(point.entry)
    link = context.entry_link(entry.id, at)
    if point.code == "question":
        question = entry.common.questions[point.index].ask
        return f"{one_line(context.prose(entry, question, ('questions', point.index, 'ask'), at))} ({link})"
    if isinstance(entry.fields, FeedbackFields):
        advice = one_line(context.prose(entry, entry.fields.feed_forward, ("feed_forward",), at)).rstrip(".")
        return words.gettext("Advice to try: %(advice)s (%(link)s)", advice=advice, link=link)
    assert isinstance(entry.fields, ReflectionFields)
    step = one_line(context.prose(entry, entry.fields.next_action, ("next_action",), at)).rstrip(".")
    return words.gettext("Next step: %(step)s (%(link)s)", step=step, link=link)
