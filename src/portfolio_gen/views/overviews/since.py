"""For a mentor: what has happened to each mentee since they last met."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.figures.since import mentees_of, since_last_met
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.since_part import SincePart, since_part


@dataclass(frozen=True, slots=True)
class SinceView:
    """What the page shows."""

    mentees: tuple[SincePart, ...]
    """By name; empty if nobody names the reader as a mentor, or the site is for nobody in particular."""
    has_reader: bool


def since_view(context: Context, at: str) -> SinceView:
    """What has happened to each person who names the reader as a mentor."""
    reader = context.reader_id
    people = mentees_of(reader, context.portfolio, context.links) if reader is not None else ()
    found = (
        since_last_met(person, reader, context.portfolio, context.links, context.today, context.index)
        for person in people
    )
    return SinceView(tuple(since_part(context, one, at) for one in found), reader is not None)
