"""What to talk about with a person: goals that are stuck, what is thin or stale, and what was promised."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.figures.promises import Open, open_promises
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages.person.next_looks import Point, next_looks
from portfolio_gen.views.parts.agreed_rows import promised, promised_by

MOST_PROMISES = 6


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that was agreed and is not done."""

    who: str
    """Markdown; empty if nobody is named."""
    what: str
    """Markdown on one line."""
    by: str
    """The day by which, in words; empty without one."""
    is_overdue: bool
    link: str
    """The check-in in which it was agreed."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What to talk about."""

    points: tuple[Point, ...]
    """Goals first, then competencies; what is most pressing first."""
    promises: tuple[Promise, ...]
    """By the day on which they are due, those without one last."""
    more_promises: int
    """How many further promises are open."""
    is_empty: bool
    """Whether there is nothing to talk about."""


def talk_panel(context: Context, person: Entry, at: str) -> Talk:
    """What to look at next with a person, and what is promised."""
    points = next_looks(context, person, at)
    promises = open_promises(person.id, context.portfolio, context.links, context.today, context.index)
    return Talk(
        points=points,
        promises=tuple(_promise(context, one, person, at) for one in promises[:MOST_PROMISES]),
        more_promises=max(0, len(promises) - MOST_PROMISES),
        is_empty=not points and not promises,
    )


def _promise(context: Context, one: Open, person: Entry, at: str) -> Promise:
    return Promise(
        who=escaped(person.title) if one.is_own else promised_by(context, one.checkin, one.index, at),
        what=promised(context, one.checkin, one.index, at),
        by=context.words.day(one.by) if one.by is not None else "",
        is_overdue=one.is_overdue,
        link=context.entry_link(one.checkin, at),
    )
