"""The facts about an entry, above its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from portfolio_gen.figures.endorsement import is_by_others
from portfolio_gen.linking.links import Named
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.field_types import AsWord, FrontMatter, prose_fields
from portfolio_gen.model.mention import FieldPath
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.rows import claimed, level_words
from portfolio_gen.wording.kinds import kind_words
from portfolio_gen.wording.words import capitalised

_SHOWN_ELSEWHERE = frozenset({
    *(("competency", field) for field in ("levels", "related", "replaced_by")),
    ("role", "targets"), ("person", "third_party"), ("team", "min_group"),
    ("feedback", "consent"), ("feedback", "receipt"), ("assessment", "rater"), ("reflection", "followups"),
    *(("goal", field) for field in (
        "wish", "outcome", "obstacle", "if", "then", "measure", "start", "due", "status", "progress", "confidence",
    )),
})  # fmt: skip
"""Fields of kinds that have a place of their own, or are for the generator alone."""

_LABELS = {"giver_role": "From"}
"""What fields are called on a page where their name alone would read badly."""

_COMMON_LISTS = (
    ("goals", "goal this moves"),
    ("evidence", "evidence"),
    ("activities", "activities"),
    ("people", "With"),
)

Form = Literal["words", "choice", "prose"]
"""What the text of a field is: words of the author, one of the words there are to choose from, or Markdown."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known about the entry, as Markdown."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A competency that the entry is about."""

    link: str
    level: str
    """In words; empty without one."""
    because: str
    """Markdown; empty without a reason."""


@dataclass(frozen=True, slots=True)
class Header:
    """Everything above the text."""

    kind: str
    mark: str
    """The name of its kind, by which style sheets know it."""
    label: str
    """What the entry says about its competencies: "Shows", "Aims at", "Rates"."""
    facts: tuple[Fact, ...]
    """Short ones, in one row."""
    claims: tuple[ClaimLine, ...]
    details: tuple[Fact, ...]
    """Longer ones, a paragraph each."""
    tags: tuple[str, ...]


def header_view(context: Context, entry: Entry) -> Header:
    """The facts about an entry, for its own page."""
    own = list(_own_fields(context, entry))
    return Header(
        kind=capitalised(kind_words(context.words, entry)),
        mark=entry.kind_name,
        label=capitalised(context.words.gettext(entry.kind.labels.get("competencies", "shows"))),
        facts=(*_when_and_who(context, entry), *_lists(context, entry), *(
            fact for fact, is_long in own if not is_long
        )),
        claims=tuple(
            ClaimLine(
                context.target(named.target, entry.uri),
                level_words(context, named),
                context.prose(entry, claim.because, ("competencies", int(named.mention.at[1]), "because"), entry.uri),
            )
            for named, claim in claimed(context, entry)
        ),
        details=(*(fact for fact, is_long in own if is_long), *_questions(context, entry)),
        tags=entry.common.tags,
    )  # fmt: skip


def _when_and_who(context: Context, entry: Entry) -> Iterator[Fact]:
    if entry.date is not None:
        yield Fact(context.words.gettext("Date"), context.words.date(entry.date))
    person = context.person_link(entry, entry.uri) if entry.kind_name != "person" else ""
    if person:
        # What others said is in the record of whom they said it to.
        label = context.words.gettext("About") if is_by_others(entry) else context.words.gettext("By")
        yield Fact(label, person)
    if entry.id in context.committed and person:
        said = context.words.gettext("by somebody else than %(person)s", person=person)
        own = context.words.gettext("by %(person)s", person=person)
        yield Fact(
            context.words.gettext("Committed to the record"), said if context.committed[entry.id] == "other" else own
        )


def _lists(context: Context, entry: Entry) -> Iterator[Fact]:
    for field, label in _COMMON_LISTS:
        targets = context.links.in_field(entry.id, field)
        if targets:
            own = context.words.gettext(entry.kind.labels.get(field, label))
            yield Fact(capitalised(own), _joined(context, targets, entry.uri))


def _questions(context: Context, entry: Entry) -> Iterator[Fact]:
    """What the writer asks, the heading once; whom it is for stands behind it."""
    words = context.words
    for index, question in enumerate(entry.common.questions):
        at = ("questions", index, "to")
        to = [one for one in context.links.in_field(entry.id, "questions") if one.mention.at == at]
        notes = [words.gettext("to %(person)s", person=_joined(context, tuple(to), entry.uri))] if to else []
        notes += [words.gettext("answered")] if question.answered else []
        ask = context.prose(entry, question.ask, ("questions", index, "ask"), entry.uri)
        label = words.gettext("Questions to readers") if index == 0 else ""
        yield Fact(label, f"{ask} ({', '.join(notes)})" if notes else ask)


def _own_fields(context: Context, entry: Entry) -> Iterator[tuple[Fact, bool]]:
    """The fields of the kind that were written, each with whether it takes a paragraph."""
    model = type(entry.fields)
    for name, field in model.model_fields.items():
        written = field.alias or name
        value = getattr(entry.fields, name)
        if name not in entry.fields.model_fields_set or value in (None, (), False):
            continue
        if (entry.kind_name, written) in _SHOWN_ELSEWHERE:
            continue
        label = context.words.gettext(_LABELS.get(written, written.replace("_", " ").capitalize()))
        form = _form(model, name)
        named = context.links.in_field(entry.id, written)
        if _is_nested(value):
            for index, inner in enumerate(value):
                yield Fact(label if index == 0 else "", _inner(context, entry, inner, (written, index))), True
        elif named:
            yield Fact(label, _joined(context, named, entry.uri)), False
        else:
            yield Fact(label, _value(context, entry, value, (written,), form)), form == "prose"


def _is_nested(value: Any) -> bool:
    return isinstance(value, tuple) and any(isinstance(inner, FrontMatter) for inner in value)


def _inner(context: Context, entry: Entry, inner: FrontMatter, path: FieldPath) -> str:
    """A mapping in a list (a promise, a follow-up) as one line."""
    parts = []
    for name, field in type(inner).model_fields.items():
        value = getattr(inner, name)
        if value is None or value is False:
            continue
        at = (*path, field.alias or name)
        named = [one for one in context.links.in_field(entry.id, str(path[0])) if one.mention.at == at]
        if value is True:
            parts.append(context.words.gettext(name))
        elif named:
            parts.append(_joined(context, tuple(named), entry.uri))
        elif name == "by":
            parts.append(context.words.gettext("by %(day)s", day=context.words.day(value)))
        else:
            parts.append(_value(context, entry, value, at, _form(type(inner), name)))
    return " · ".join(parts)


def _form(model: type[FrontMatter], name: str) -> Form:
    """How a field's text is to be read."""
    if name in prose_fields(model):
        return "prose"
    return "choice" if AsWord in model.model_fields[name].metadata else "words"


def _value(context: Context, entry: Entry, value: Any, path: FieldPath, form: Form) -> str:
    words = context.words
    match value:
        case True:
            return words.gettext("yes")
        case date():
            return words.day(value)
        case PartialDate():
            return words.date(value)
        case int() | float():
            return words.number(value)
        case tuple():
            return ", ".join(_value(context, entry, one, (*path, n), form) for n, one in enumerate(value))
        case _ if form == "prose":
            return context.prose(entry, value, path, entry.uri)
        case _:
            return escaped(words.gettext(value) if form == "choice" else str(value))


def _joined(context: Context, named: tuple[Named, ...], at: str) -> str:
    """Resolved names in a row; several that are not shared are said once."""
    words = [context.target(one.target, at) for one in named]
    neutral = context.not_shared
    return ", ".join(word for index, word in enumerate(words) if word != neutral or index == words.index(neutral))
