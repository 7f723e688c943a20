"""What a site shows to a person alone."""

from __future__ import annotations

from portfolio_gen.figures.people import people_of
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context


def is_for(context: Context, person: Entry) -> bool:
    """Whether the site is for this person alone: an author's own build, and the reader or the only one in it."""
    if context.audience is not Audience.ME:
        return False
    if context.reader_id is not None:
        return context.reader_id == person.id
    return people_of(context.portfolio) == (person.id,)
