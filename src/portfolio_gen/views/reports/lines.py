"""Lines of reports, as Markdown: each names the entry that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portfolio_gen.cleaning.source import harmless_words
from portfolio_gen.figures.goals import GoalFigures
from portfolio_gen.figures.profile import Standing
from portfolio_gen.figures.shown import Rated
from portfolio_gen.markdown.excerpts import excerpt
from portfolio_gen.markdown.writing import escaped, one_line
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.field_types import prose_fields
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.model.mention import FieldPath
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.evidence_marks import evidence_notes
from portfolio_gen.views.parts.gist import gist
from portfolio_gen.views.parts.goal_state import due_words, goal_fields, progress_words
from portfolio_gen.views.parts.rows import giver_words, level_name
from portfolio_gen.wording.kinds import kind_words
from portfolio_gen.wording.marking import gettext_noop

REPORT = "report.md"
"""The uri of a report: it stands beside the content, and at no page of a site."""
_SWALLOWING = re.compile(
    r"<(?=(?:textarea|style|script|title|xmp|iframe|noembed|noframes|noscript|plaintext|template|select|svg|math)\b|!--)",
    re.IGNORECASE,
)
"""What makes a browser take the rest of a document for something else if it is never closed."""

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
    status = goal_fields(goal).status
    about = ["" if status in ("active", "done", "dropped") else context.words.gettext(status)]
    about += [progress_words(goal, context.words), due_words(goal, figures, context.words)]
    link = context.entry_link(goal.id, REPORT)
    said = " · ".join(one for one in about if one)
    outcome = prose_line(context, goal, goal_fields(goal).outcome, ("outcome",))
    return Line(f"{link}{f' ({said})' if said else ''}", (outcome,) if outcome else ())


def claiming_line(context: Context, entry: EntryId, competency: EntryId, *, has_gist: bool) -> Line:
    """An entry with what it says about a competency, and its gist unless the report has told that elsewhere."""
    source = context.entry(entry)
    below: list[str] = []
    for place, claim in enumerate(source.common.competencies):
        named = [one for one in context.links.in_field(entry, "competencies") if one.mention.at[1:2] == (place,)]
        if claim.because and any(getattr(one.target, "id", None) == competency for one in named):
            path = ("competencies", place, "because")
            below.append(prose_line(context, source, claim.because, path))
    told = gist(context, source, REPORT) if has_gist else None
    below += [f"{told.label}: {_kept_in_line(told.text)}"] if told is not None else []
    return Line(entry_named(context, source), tuple(below))


def change_line(context: Context, entry: EntryId, place: int) -> Line:
    source = context.entry(entry)
    assert isinstance(source.fields, ReflectionFields)
    followup = source.fields.followups[place]
    step = prose_line(context, source, source.fields.next_action, ("next_action",))
    note = prose_line(context, source, followup.note, ("followups", place, "note"))
    words, day = context.words, context.words.day(followup.date)
    if followup.changed == "partly":
        seen = words.gettext("looked at again on %(day)s: in part", day=day)
    else:
        seen = words.gettext("looked at again on %(day)s", day=day)
    return Line(note or step, (*((step,) if note and step else ()), f"{entry_named(context, source)} · {seen}"))


def feedback_line(context: Context, entry: Entry) -> Line:
    fields = entry.fields
    assert isinstance(fields, FeedbackFields)
    said = [
        prose_line(context, entry, getattr(fields, name), (name,)) for name in ("behaviour", "impact", "feed_forward")
    ]
    words = context.words
    # Nothing was agreed with "none", so nothing is said of it.
    how = {"quoted": words.gettext("in their own words"), "paraphrased": words.gettext("paraphrased"), "none": ""}
    about = " · ".join(part for part in (entry_named(context, entry), how[fields.consent]) if part)
    return Line(about, tuple(one for one in said if one))


def rating_line(context: Context, rated: Rated) -> Line:
    competency = context.entry_link(rated.competency, REPORT)
    level = level_of(context, rated.competency, rated.level)
    return Line(f"{competency}{f': {level}' if level else ''} · {entry_named(context, context.entry(rated.entry))}")


def gap_line(context: Context, stands: Standing) -> Line:
    """A competency with what is asked for, what is shown, and what to know about the evidence."""
    words = context.words
    shown = level_of(context, stands.competency, stands.shown)
    asked = level_of(context, stands.competency, stands.target)
    notes = [words.gettext("shown: %(level)s", level=shown)] if shown else []
    notes += [words.gettext("target %(level)s", level=asked)] if asked else []
    # That there is none yet says the heading, and only of what was shared: what is not, may be begun.
    notes += map(words.gettext, evidence_notes(stands) if stands.strength.entries else ())
    link = context.entry_link(stands.competency, REPORT)
    return Line(f"{link} ({'; '.join(notes)})" if notes else link)


def told_line(context: Context, entry: Entry, fields: Iterable[str]) -> Line:
    start = excerpt(context.body(entry))
    below = [escaped(start)] if start else []
    attributes = {field.alias or name: name for name, field in type(entry.fields).model_fields.items()}
    for written in (name for name in fields if name in attributes):
        value = getattr(entry.fields, attributes[written])
        if value not in (None, ""):
            label = context.words.gettext(_FIELDS.get(written, written.replace("_", " ").capitalize()))
            below.append(f"{label}: {_value(context, entry, written, attributes[written], value)}")
    return Line(entry_named(context, entry), tuple(below))


def _value(context: Context, entry: Entry, written: str, attribute: str, value: object) -> str:
    if isinstance(value, date):
        return context.words.day(value)
    if isinstance(value, int | float):
        return context.words.number(value)
    if attribute in prose_fields(type(entry.fields)):
        return prose_line(context, entry, str(value), (written,))
    return escaped(str(value))


def prose_line(context: Context, entry: Entry, text: str | None, path: FieldPath) -> str:
    """A text of an entry's field on one line, which ends where its line ends; "" without text."""
    return _kept_in_line(one_line(context.prose(entry, text, path, REPORT)))


def _kept_in_line(words: str) -> str:
    return harmless_words(words) if _SWALLOWING.search(words) else words


def level_of(context: Context, competency: EntryId, level: int | None) -> str:
    entry = context.entry(competency)
    assert isinstance(entry.fields, CompetencyFields)
    return escaped(level_name(context.words, entry, level)) if level is not None else ""


def entry_named(context: Context, entry: Entry) -> str:
    """An entry with its kind and date, so that the line says by itself what it rests on; feedback with its giver."""
    return f"{context.entry_link(entry.id, REPORT)} ({about_entry(context, entry)})"


def about_entry(context: Context, entry: Entry) -> str:
    """What an entry is, from whom, and of when."""
    day = context.words.date(entry.date) if entry.date is not None else ""
    is_given = isinstance(entry.fields, FeedbackFields) and entry.fields.direction == "given"
    giver = context.words.gettext("given") if is_given else giver_words(context, entry)
    return ", ".join(part for part in (kind_words(context.words, entry), giver, day) if part)
