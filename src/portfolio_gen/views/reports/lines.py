"""Lines of reports, as Markdown: each names the entry that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portfolio_gen.figures.goals import GoalFigures
from portfolio_gen.figures.report import Rated
from portfolio_gen.markdown.excerpts import excerpt
from portfolio_gen.markdown.writing import escaped, one_line
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.field_types import prose_fields
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.gist import gist
from portfolio_gen.views.parts.goal_state import due_words, goal_fields, progress_words
from portfolio_gen.views.parts.rows import level_name
from portfolio_gen.wording.kinds import kind_words
from portfolio_gen.wording.marking import gettext_noop

REPORT = "report.md"
"""The uri of a report: it stands beside the content, and at no page of a site."""

_FIELDS = {
    "source": gettext_noop("Source"), "hours": gettext_noop("Hours"), "applied": gettext_noop("Put to use"),
    "impact": gettext_noop("What it changed"), "form": gettext_noop("Form"), "next_action": gettext_noop("Next step"),
    "feed_forward": gettext_noop("To try next"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a report tells, as Markdown on one line."""

    text: str
    below: tuple[str, ...] = ()
    """What is told of it besides, a line each."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together."""

    heading: str
    """Empty if they need none."""
    lines: tuple[Line, ...]


def goal_line(context: Context, figures: GoalFigures) -> Line:
    goal = context.entry(figures.goal)
    about = [progress_words(goal, context.words), due_words(goal, figures, context.words)]
    link = context.entry_link(goal.id, REPORT)
    said = " · ".join(one for one in about if one)
    outcome = one_line(context.prose(goal, goal_fields(goal).outcome, ("outcome",), REPORT))
    return Line(f"{link}{f' ({said})' if said else ''}", (outcome,) if outcome else ())


def claiming_line(context: Context, entry: EntryId, competency: EntryId) -> Line:
    """An entry with what it says about a competency, and what it says that it changed."""
    source = context.entry(entry)
    below: list[str] = []
    for place, claim in enumerate(source.common.competencies):
        named = [one for one in context.links.in_field(entry, "competencies") if one.mention.at[1:2] == (place,)]
        if claim.because and any(getattr(one.target, "id", None) == competency for one in named):
            path = ("competencies", place, "because")
            below.append(one_line(context.prose(source, claim.because, path, REPORT)))
    told = gist(context, source, REPORT)
    below += [f"{told.label}: {told.text}"] if told is not None else []
    return Line(entry_named(context, source), tuple(below))


def change_line(context: Context, entry: EntryId, place: int) -> Line:
    source = context.entry(entry)
    assert isinstance(source.fields, ReflectionFields)
    followup = source.fields.followups[place]
    step = one_line(context.prose(source, source.fields.next_action, ("next_action",), REPORT))
    note = one_line(context.prose(source, followup.note, ("followups", place, "note"), REPORT))
    day = context.words.day(followup.date)
    if followup.changed == "partly":
        day = context.words.gettext("in part, %(day)s", day=day)
    return Line(note or step, (*((step,) if note and step else ()), f"{entry_named(context, source)} ({day})"))


def feedback_line(context: Context, entry: Entry) -> Line:
    fields = entry.fields
    assert isinstance(fields, FeedbackFields)
    said = [
        one_line(context.prose(entry, getattr(fields, name), (name,), REPORT))
        for name in ("behaviour", "impact", "feed_forward")
    ]
    role = escaped(fields.giver_role) if fields.giver_role else ""
    words = context.words
    how = words.gettext("in their own words") if fields.consent == "quoted" else words.gettext("paraphrased")
    about = ", ".join(part for part in (role, how) if part)
    return Line(f"{entry_named(context, entry)} · {about}", tuple(one for one in said if one))


def rating_line(context: Context, rated: Rated) -> Line:
    competency = escaped(context.entry(rated.competency).title)
    level = level_of(context, rated.competency, rated.level)
    return Line(f"{competency}{f': {level}' if level else ''} · {entry_named(context, context.entry(rated.entry))}")


def told_line(context: Context, entry: Entry, fields: Iterable[str]) -> Line:
    below = [excerpt(context.body(entry))]
    for name in fields:
        value = getattr(entry.fields, name, None)
        if value not in (None, ""):
            below.append(f"{context.words.gettext(_FIELDS.get(name, name))}: {_value(context, entry, name, value)}")
    return Line(entry_named(context, entry), (*(escaped(one) for one in below[:1] if one), *below[1:]))


def _value(context: Context, entry: Entry, name: str, value: object) -> str:
    if isinstance(value, int | float):
        return context.words.number(value)
    if name in prose_fields(type(entry.fields)):
        return one_line(context.prose(entry, str(value), (name,), REPORT))
    return escaped(str(value))


def level_of(context: Context, competency: EntryId, level: int | None) -> str:
    entry = context.entry(competency)
    assert isinstance(entry.fields, CompetencyFields)
    return escaped(level_name(context.words, entry, level)) if level is not None else ""


def entry_named(context: Context, entry: Entry) -> str:
    """An entry with its kind and date, so that the line says by itself what it rests on."""
    day = context.words.date(entry.date) if entry.date is not None else ""
    about = ", ".join(part for part in (kind_words(context.words, entry), day) if part)
    return f"{context.entry_link(entry.id, REPORT)} ({about})"
