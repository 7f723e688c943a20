"""A report as Markdown: what one person has shown in a time, in one of several shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from portfolio_gen.figures.goals import GoalFigures
from portfolio_gen.figures.questions import open_questions
from portfolio_gen.figures.report import Rated, Report
from portfolio_gen.markdown.excerpts import excerpt
from portfolio_gen.markdown.writing import escaped, one_line
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.field_types import prose_fields
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.model.kinds.evidence import EvidenceFields
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.model.kinds.learning import LearningFields
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.gist import gist
from portfolio_gen.views.parts.goal_state import due_words, goal_fields, progress_words
from portfolio_gen.views.parts.rows import level_name
from portfolio_gen.views.report_shapes import Section, Shape
from portfolio_gen.views.templates import rendered
from portfolio_gen.wording.kinds import kind_words
from portfolio_gen.wording.marking import gettext_noop

REPORT = "report.md"
"""The uri of a report: it stands beside the content, and at no page of a site."""

_FIELDS = {
    "source": gettext_noop("Source"), "hours": gettext_noop("Hours"), "applied": gettext_noop("Put to use"),
    "impact": gettext_noop("What it changed"), "form": gettext_noop("Form"), "next_action": gettext_noop("Next step"),
    "feed_forward": gettext_noop("To try next"),
}  # fmt: skip
_MODES = {
    "experience": gettext_noop("by doing"),
    "others": gettext_noop("from people"),
    "formal": gettext_noop("in a course or from a text"),
}


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


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is shown."""

    heading: str
    groups: tuple[Group, ...]
    """Empty if there is nothing to tell."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """What a report shows."""

    name: str
    title: str
    introduction: str
    time: str
    """From when until when, in words."""
    parts: tuple[Part, ...]
    entries: tuple[str, ...]
    """Each entry that is told of, as a link with its date: where to look it up."""


def report_text(context: Context, report: Report, shape: Shape) -> str:
    """The report as Markdown with relative links, as if it stood at the root of the content folder."""
    words = context.words
    view = ReportView(
        name=escaped(context.entry(report.person).title),
        title=escaped(words.gettext(shape.title) if shape.title else ""),
        introduction=escaped(words.gettext(shape.introduction) if shape.introduction else ""),
        time=words.gettext("%(start)s to %(end)s", start=words.day(report.start), end=words.day(report.end)),
        parts=tuple(_part(context, report, section) for section in shape.sections),
        entries=tuple(_listed(context, entry) for entry in report.entries),
    )
    return rendered("report.md.jinja", view, context, REPORT) + "\n"


def _part(context: Context, report: Report, section: Section) -> Part:
    groups = tuple(group for group in _PARTS[section.part](context, report, section) if group.lines)
    return Part(escaped(context.words.gettext(section.heading) if section.heading else ""), groups)


def _goals(context: Context, report: Report, _: Section) -> Iterator[Group]:
    words = context.words
    for heading, goals in (
        (words.gettext("Reached"), report.goals_reached),
        (words.gettext("On the way"), report.goals_moved),
        (words.gettext("Not touched in this time"), report.goals_open),
    ):
        yield Group(heading, tuple(_goal(context, goal) for goal in goals))


def _goal(context: Context, figures: GoalFigures) -> Line:
    goal = context.entry(figures.goal)
    about = [progress_words(goal, context.words), due_words(goal, figures, context.words)]
    link = context.entry_link(goal.id, REPORT)
    said = " · ".join(one for one in about if one)
    outcome = one_line(context.prose(goal, goal_fields(goal).outcome, ("outcome",), REPORT))
    return Line(f"{link}{f' ({said})' if said else ''}", (outcome,) if outcome else ())


def _competencies(context: Context, report: Report, _: Section) -> Iterator[Group]:
    rated = {one.competency: one for one in reversed(report.self_ratings)}
    for one in report.shown:
        competency = context.entry(one.competency)
        level = _level(context, one.competency, one.level)
        own = rated.get(one.competency)
        own_level = _level(context, one.competency, own.level) if own is not None else ""
        notes = [context.words.gettext("shown: %(level)s", level=level)] if level else []
        notes += [context.words.gettext("self-rated: %(level)s", level=own_level)] if own_level else []
        heading = escaped(competency.title) + (f" ({'; '.join(notes)})" if notes else "")
        yield Group(heading, tuple(_claiming(context, entry, one.competency) for entry in one.entries))


def _claiming(context: Context, entry: EntryId, competency: EntryId) -> Line:
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
    return Line(_entry(context, source), tuple(below))


def _impact(context: Context, report: Report, _: Section) -> Iterator[Group]:
    lines = [
        Line(one_line(context.prose(entry, entry.fields.impact, ("impact",), REPORT)), (_entry(context, entry),))
        for entry in report.entries
        if isinstance(entry.fields, EvidenceFields) and entry.fields.impact
    ]
    yield Group("", (*lines, *(_change(context, entry, place) for entry, place in report.changes)))


def _change(context: Context, entry: EntryId, place: int) -> Line:
    source = context.entry(entry)
    assert isinstance(source.fields, ReflectionFields)
    followup = source.fields.followups[place]
    step = one_line(context.prose(source, source.fields.next_action, ("next_action",), REPORT))
    note = one_line(context.prose(source, followup.note, ("followups", place, "note"), REPORT))
    day = context.words.day(followup.date)
    if followup.changed == "partly":
        day = context.words.gettext("in part, %(day)s", day=day)
    return Line(note or step, (*((step,) if note and step else ()), f"{_entry(context, source)} ({day})"))


def _others(context: Context, report: Report, _: Section) -> Iterator[Group]:
    words = context.words
    yield Group(words.gettext("Feedback"), tuple(_feedback(context, one) for one in report.feedback))
    yield Group(words.gettext("Ratings"), tuple(_rating(context, one) for one in report.ratings))


def _feedback(context: Context, entry: Entry) -> Line:
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
    return Line(f"{_entry(context, entry)} · {about}", tuple(one for one in said if one))


def _rating(context: Context, rated: Rated) -> Line:
    competency = escaped(context.entry(rated.competency).title)
    level = _level(context, rated.competency, rated.level)
    return Line(f"{competency}{f': {level}' if level else ''} · {_entry(context, context.entry(rated.entry))}")


def _self(context: Context, report: Report, _: Section) -> Iterator[Group]:
    yield Group("", tuple(_rating(context, one) for one in report.self_ratings))


def _entries(context: Context, report: Report, section: Section) -> Iterator[Group]:
    found = [entry for entry in report.entries if not section.kinds or entry.kind_name in section.kinds]
    yield Group("", tuple(_told(context, entry, section.fields) for entry in newest_first(found)))


def _told(context: Context, entry: Entry, fields: Iterable[str]) -> Line:
    below = [excerpt(context.body(entry))]
    for name in fields:
        value = getattr(entry.fields, name, None)
        if value not in (None, ""):
            below.append(f"{context.words.gettext(_FIELDS.get(name, name))}: {_value(context, entry, name, value)}")
    return Line(_entry(context, entry), (*(escaped(one) for one in below[:1] if one), *below[1:]))


def _value(context: Context, entry: Entry, name: str, value: object) -> str:
    if isinstance(value, int | float):
        return context.words.number(value)
    if name in prose_fields(type(entry.fields)):
        return one_line(context.prose(entry, str(value), (name,), REPORT))
    return escaped(str(value))


def _learning(context: Context, report: Report, _: Section) -> Iterator[Group]:
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
    yield Group("", tuple(_told(context, entry, ("source", "hours")) for entry in notes) if not lines else ())


def _supported(context: Context, report: Report, _: Section) -> Iterator[Group]:
    yield Group("", tuple(_told(context, entry, ("feed_forward",)) for entry in report.supported))


def _gaps(context: Context, report: Report, _: Section) -> Iterator[Group]:
    words = context.words
    lines = [Line(context.entry_link(one, REPORT)) for one in report.gaps]
    yield Group(
        words.gettext("Asked for or aimed at, and not shown by evidence in this time") if lines else "", tuple(lines)
    )


def _questions(context: Context, report: Report, _: Section) -> Iterator[Group]:
    asked = open_questions(report.person, context.portfolio, context.links, context.reader_id, context.index)
    lines = []
    for one in asked:
        entry = context.entry(one.entry)
        text = context.prose(entry, entry.common.questions[one.index].ask, ("questions", one.index, "ask"), REPORT)
        lines.append(Line(one_line(text), (_entry(context, entry),)))
    yield Group("", tuple(lines))


_PARTS: Mapping[str, Callable[[Context, Report, Section], Iterator[Group]]] = {
    "goals": _goals, "competencies": _competencies, "impact": _impact, "others": _others, "self": _self,
    "entries": _entries, "learning": _learning, "supported": _supported, "gaps": _gaps, "questions": _questions,
}  # fmt: skip


def _level(context: Context, competency: EntryId, level: int | None) -> str:
    entry = context.entry(competency)
    assert isinstance(entry.fields, CompetencyFields)
    return escaped(level_name(context.words, entry, level)) if level is not None else ""


def _entry(context: Context, entry: Entry) -> str:
    """An entry with its kind and date, so that the line says by itself what it rests on."""
    day = context.words.date(entry.date) if entry.date is not None else ""
    about = ", ".join(part for part in (kind_words(context.words, entry), day) if part)
    return f"{context.entry_link(entry.id, REPORT)} ({about})"


def _listed(context: Context, entry: Entry) -> str:
    return f"{_entry(context, entry)} · {escaped(entry.uri)}"
