"""What a mentor reads before a conversation, as sheets of a document: a summary, then the entries themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio_gen.figures.agenda import agenda_for
from portfolio_gen.figures.since import Since
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.views.context import Context
from portfolio_gen.views.pages import entry_sheet
from portfolio_gen.views.parts.since_part import SincePart, since_part
from portfolio_gen.views.templates import rendered

_UNSHEETED = frozenset({"competency", "framework", "role", "team", "person", "activity", "page"})
"""Kinds of which a name is enough: what they hold is no news of a person."""


@dataclass(frozen=True, slots=True)
class PackView:
    """What the first sheet shows."""

    name: str
    """Of the person, as Markdown."""
    part: SincePart


@dataclass(frozen=True, slots=True)
class PackSheet:
    """One part of a pack."""

    uri: str
    title: str
    text: str
    """Markdown with a heading of the first level."""
    entry: EntryId | None
    """None for the summary."""


SUMMARY = "pack.md"
"""The uri of the summary: it stands beside the content, and at no page of a site."""


def pack_sheets(context: Context, since: Since) -> tuple[PackSheet, ...]:
    """The summary, then every entry that it names and that says something of its own, each once.

    What is new comes first, the newest first, then goals, then the rest.
    """
    person = context.entry(since.person)
    view = PackView(escaped(person.title), since_part(context, since, SUMMARY))
    title = context.words.gettext("%(person)s: since we last met", person=person.title)
    summary = PackSheet(SUMMARY, title, rendered("pack.md.jinja", view, context, SUMMARY), None)
    entries = dict.fromkeys(entry.id for entry in _named(context, since) if entry.kind_name not in _UNSHEETED)
    return (summary, *(_sheet(context, context.entry(one)) for one in entries))


def _sheet(context: Context, entry: Entry) -> PackSheet:
    return PackSheet(entry.uri, entry.title, entry_sheet(context, entry), entry.id)


def _named(context: Context, since: Since) -> Iterator[Entry]:
    yield from since.new
    agenda = agenda_for(since, context.portfolio, context.links, context.today, context.index)
    for point in (*agenda.goal, *agenda.reality, *agenda.options, *agenda.will):
        yield context.entry(point.entry)
    for goal in (*since.moved, *since.still):
        yield context.entry(goal.goal)
    for question in since.questions:
        yield context.entry(question.entry)
    for promise in since.promises:
        yield context.entry(promise.checkin)
    if since.checkin is not None:
        yield context.entry(since.checkin)
