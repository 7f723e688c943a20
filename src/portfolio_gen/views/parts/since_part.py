"""What has happened to a person since they last met the reader."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.figures.agenda import agenda_for
from portfolio_gen.figures.questions import Asked
from portfolio_gen.figures.since import Since
from portfolio_gen.markdown.writing import one_line
from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.agenda_rows import AgendaPart, agenda_rows
from portfolio_gen.views.parts.agreed_rows import AgreedRow, agreed_row
from portfolio_gen.views.parts.gist import Gist, gist
from portfolio_gen.views.parts.goal_rows import GoalRow, goal_rows
from portfolio_gen.views.parts.rows import Row, row


@dataclass(frozen=True, slots=True)
class New:
    """A new entry."""

    row: Row
    gist: Gist | None
    """What it says about what changes; None if its author says nothing of the kind."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the person asks, as Markdown."""

    ask: str
    """On one line."""
    link: str
    """Where it is asked."""


@dataclass(frozen=True, slots=True)
class SincePart:
    """What has happened to a person; each part is Markdown for the page that it is on."""

    person: str
    """A link to the person's page."""
    since: str
    """Since when, in a sentence."""
    agenda: tuple[AgendaPart, ...]
    """Empty if there is nothing to talk about."""
    questions: tuple[Question, ...]
    promises: tuple[AgreedRow, ...]
    """What is open first, then what was done."""
    moved: tuple[GoalRow, ...]
    still: tuple[GoalRow, ...]
    new: tuple[New, ...]
    """The newest first."""
    is_empty: bool
    """Whether nothing has happened, and nothing is open."""


def since_part(context: Context, since: Since, at: str) -> SincePart:
    """What has happened, for the page at a uri."""
    agenda = agenda_for(since, context.portfolio, context.links, context.today, context.index)
    moved = [context.entry(goal.goal) for goal in since.moved]
    still = [context.entry(goal.goal) for goal in since.still if goal not in since.moved]
    return SincePart(
        person=context.entry_link(since.person, at),
        since=since_words(context, since, at),
        agenda=() if agenda.is_empty else agenda_rows(context, agenda, at),
        questions=tuple(_question(context, one, at) for one in since.questions),
        promises=tuple(agreed_row(context, one, at) for one in since.promises),
        moved=goal_rows(context, moved, at, about=since.person),
        still=goal_rows(context, still, at, about=since.person),
        new=tuple(_new(context, entry, since, at) for entry in since.new),
        is_empty=agenda.is_empty and not (since.new or since.promises),
    )


def since_words(context: Context, since: Since, at: str) -> str:
    """Since when, in a sentence."""
    words = context.words
    if since.checkin is not None:
        link = context.entry_link(since.checkin, at)
        return words.gettext("Since you last met on %(day)s (%(checkin)s).", day=words.day(since.start), checkin=link)
    return words.gettext("Since %(day)s.", day=words.day(since.start))


def _question(context: Context, asked: Asked, at: str) -> Question:
    entry = context.entry(asked.entry)
    text = context.prose(entry, entry.common.questions[asked.index].ask, ("questions", asked.index, "ask"), at)
    return Question(one_line(text), context.entry_link(entry.id, at))


def _new(context: Context, entry: Entry, since: Since, at: str) -> New:
    return New(row(context, entry, at, about=since.person), gist(context, entry, at))
