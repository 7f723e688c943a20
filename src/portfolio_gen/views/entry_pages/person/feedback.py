"""What others have said to a person, as far as they agreed that it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.views.context import Context

MOST = 3
"""How many a person's page shows."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """One piece of feedback, as Markdown."""

    words: tuple[str, ...]
    """What was seen and what it did, a paragraph each."""
    feed_forward: str
    """What to try next time; empty if nothing was said."""
    giver: str
    """As a role; empty if none is named."""
    is_quoted: bool
    """Whether these are the giver's own words; else the person has put them in theirs."""
    date: str
    """Empty without one."""
    link: str


def highlights(context: Context, own: Iterable[Entry], at: str) -> tuple[Highlight, ...]:
    """The newest feedback that somebody received and the giver lets be shown; `own` are entries, the newest first."""
    found = (_highlight(context, entry, entry.fields, at) for entry in own if _may_be_shown(entry))
    return tuple(one for one in found if one.words or one.feed_forward)[:MOST]


def _may_be_shown(entry: Entry) -> bool:
    fields = entry.fields
    return isinstance(fields, FeedbackFields) and fields.direction == "received" and fields.consent != "none"


def _highlight(context: Context, entry: Entry, fields: object, at: str) -> Highlight:
    assert isinstance(fields, FeedbackFields)
    said = (
        context.prose(entry, fields.behaviour, ("behaviour",), at),
        context.prose(entry, fields.impact, ("impact",), at),
    )
    return Highlight(
        words=tuple(text for text in said if text),
        feed_forward=context.prose(entry, fields.feed_forward, ("feed_forward",), at),
        giver=escaped(fields.giver_role or ""),
        is_quoted=fields.consent == "quoted",
        date=context.words.date(entry.date) if entry.date else "",
        link=context.entry_link(entry.id, at),
    )
