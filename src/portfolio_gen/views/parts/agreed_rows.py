"""What two people agreed, in lists."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.figures.promises import Agreed, promiser
from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.markdown.writing import one_line
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.kinds.checkin import CheckinFields
from portfolio_gen.views.context import Context


@dataclass(frozen=True, slots=True)
class AgreedRow:
    """Something that was agreed, as Markdown for the page that the list is on."""

    who: str
    """Empty if nobody is named."""
    what: str
    """On one line."""
    by: str
    """The day by which, in words; empty without one."""
    is_done: bool
    is_overdue: bool
    link: str
    """The check-in in which it was agreed."""


def agreed_row(context: Context, one: Agreed, at: str) -> AgreedRow:
    """Something that was agreed, in one line for the page at a uri."""
    return AgreedRow(
        who=promised_by(context, one.checkin, one.index, at),
        what=promised(context, one.checkin, one.index, at),
        by=context.words.day(one.by) if one.by is not None else "",
        is_done=one.state == "done",
        is_overdue=one.state == "overdue",
        link=context.entry_link(one.checkin, at),
    )


def promised(context: Context, checkin: EntryId, index: int, at: str) -> str:
    """What was promised, as Markdown on one line."""
    entry = context.entry(checkin)
    assert isinstance(entry.fields, CheckinFields)
    return one_line(context.prose(entry, entry.fields.agreed[index].what, ("agreed", index, "what"), at))


def promised_by(context: Context, checkin: EntryId, index: int, at: str) -> str:
    """Who promised it, as Markdown; empty if nobody is named."""
    place = ("agreed", index, "who")
    for named in context.links.in_field(checkin, "agreed"):
        if named.mention.at == place:
            person = promiser(checkin, named.target, context.portfolio)
            is_shown = person is not None and person in context.portfolio.entries
            return context.target(ToEntry(person) if is_shown and person is not None else named.target, at)
    return ""
