"""The parts of reports, of which shapes choose some."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from portfolio_gen.figures.goals import GoalFigures
from portfolio_gen.figures.questions import open_questions
from portfolio_gen.figures.report import Report
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.evidence import EvidenceFields
from portfolio_gen.model.kinds.learning import LearningFields
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.reports.lines import (
    Group,
    Line,
    change_line,
    claiming_line,
    entry_named,
    feedback_line,
    gap_line,
    goal_line,
    level_of,
    prose_line,
    rating_line,
    told_line,
)
from portfolio_gen.views.reports.shapes import Section, Shape
from portfolio_gen.wording.marking import gettext_noop

_MODES = {
    "experience": gettext_noop("by doing"),
    "others": gettext_noop("from people"),
    "formal": gettext_noop("in a course or from a text"),
}


def _goals(context: Context, report: Report, *_: Any) -> Iterator[Group]:
    words = context.words
    yield from _reached(context, report)
    yield Group(words.gettext("Dropped"), _goal_lines(context, report.goals_dropped))
    yield Group(words.gettext("Nothing written about them in this time"), _goal_lines(context, report.goals_open))


def _reached(context: Context, report: Report, *_: Any) -> Iterator[Group]:
    words = context.words
    yield Group(words.gettext("Reached"), _goal_lines(context, report.goals_reached))
    yield Group(words.gettext("On the way"), _goal_lines(context, report.goals_moved))


def _goal_lines(context: Context, goals: Iterable[GoalFigures]) -> tuple[Line, ...]:
    return tuple(goal_line(context, goal) for goal in goals)


def _competencies(context: Context, report: Report, _: Section, shape: Shape) -> Iterator[Group]:
    # What something changed is told once: where the shape has a part for it, or else where the entry comes first.
    told = {entry.id for entry in report.entries if shape.has("impact") and _impact_of(entry)}
    rated = {one.competency: one for one in reversed(report.self_ratings)}
    for one in report.shown:
        competency = context.entry(one.competency)
        level = level_of(context, one.competency, one.level)
        own = rated.get(one.competency)
        own_level = level_of(context, one.competency, own.level) if own is not None else ""
        notes = [context.words.gettext("shown: %(level)s", level=level)] if level else []
        notes += [context.words.gettext("self-rated: %(level)s", level=own_level)] if own_level else []
        heading = escaped(competency.title) + (f" ({'; '.join(notes)})" if notes else "")
        yield Group(heading, tuple(
            claiming_line(context, entry, one.competency, has_gist=entry not in told) for entry in one.entries
        ))  # fmt: skip
        told.update(one.entries)


def _impact(context: Context, report: Report, *_: Any) -> Iterator[Group]:
    lines = [
        Line(prose_line(context, entry, impact, ("impact",)), (entry_named(context, entry),))
        for entry in report.entries
        if (impact := _impact_of(entry))
    ]
    yield Group("", (*lines, *(change_line(context, entry, place) for entry, place in report.changes)))


def _impact_of(entry: Entry) -> str | None:
    return entry.fields.impact if isinstance(entry.fields, EvidenceFields) else None


def _others(context: Context, report: Report, *_: Any) -> Iterator[Group]:
    words = context.words
    yield Group(words.gettext("Feedback"), tuple(feedback_line(context, one) for one in report.feedback))
    yield Group(words.gettext("Ratings"), tuple(rating_line(context, one) for one in report.ratings))


def _self(context: Context, report: Report, *_: Any) -> Iterator[Group]:
    yield Group("", tuple(rating_line(context, one) for one in report.self_ratings))


def _entries(context: Context, report: Report, section: Section, _: Shape) -> Iterator[Group]:
    found = [entry for entry in report.entries if not section.kinds or entry.kind_name in section.kinds]
    yield Group("", tuple(told_line(context, entry, section.fields) for entry in newest_first(found)))


def _learning(context: Context, report: Report, *_: Any) -> Iterator[Group]:
    words, hours = context.words, report.hours
    lines = []
    if hours.recorded:
        lines.append(Line(words.ngettext(
            "%(hours)s hours, written down in %(recorded)s of %(num)s learning note",
            "%(hours)s hours, written down in %(recorded)s of %(num)s learning notes",
            hours.entries, hours=words.number(hours.total), recorded=words.number(hours.recorded),
        )))  # fmt: skip
    if report.mix:
        parts = [f"{words.gettext(_MODES[mode])} {words.number(count)}" for mode, count in report.mix.items()]
        lines.append(
            Line(words.gettext("Reflections that say how something was learnt: %(parts)s", parts=", ".join(parts)))
        )
    notes = [entry for entry in report.entries if isinstance(entry.fields, LearningFields)]
    yield Group("", tuple(lines))
    yield Group("", tuple(told_line(context, entry, ("source", "hours")) for entry in notes) if not lines else ())


def _supported(context: Context, report: Report, *_: Any) -> Iterator[Group]:
    yield Group("", tuple(told_line(context, entry, ("feed_forward",)) for entry in report.supported))


def _gaps(context: Context, report: Report, *_: Any) -> Iterator[Group]:
    words = context.words
    for heading, found in (
        (words.gettext("Asked for or aimed at, and not shown by evidence in this time"), report.gaps),
        (words.gettext("Next steps towards the role"), report.below),
    ):
        yield Group(heading, tuple(gap_line(context, one) for one in found))


def _questions(context: Context, report: Report, *_: Any) -> Iterator[Group]:
    asked = open_questions(report.person, context.portfolio, context.links, context.reader_id, context.index)
    lines = []
    for one in asked:
        entry = context.entry(one.entry)
        text = prose_line(context, entry, entry.common.questions[one.index].ask, ("questions", one.index, "ask"))
        lines.append(Line(text, (entry_named(context, entry),)))
    yield Group("", tuple(lines))


PARTS: Mapping[str, Callable[[Context, Report, Section, Shape], Iterator[Group]]] = {
    "goals": _goals, "reached": _reached, "competencies": _competencies, "impact": _impact, "others": _others,
    "self": _self, "entries": _entries, "learning": _learning, "supported": _supported, "gaps": _gaps,
    "questions": _questions,
}  # fmt: skip
"""By the name that shapes know: the groups of lines of a part, those without lines too."""
