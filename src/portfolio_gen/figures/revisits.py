"""What is due for a second look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from portfolio_gen.figures.index import Index, entries_of
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.model.portfolio import Portfolio

Days = Literal[7, 30, 90]
LOOKS: tuple[Days, ...] = (7, 30, 90)
"""Days after an entry with a next step on which to look whether it changed anything."""


@dataclass(frozen=True, slots=True)
class Due:
    """An entry that waits for a second look."""

    entry: EntryId
    since: date
    """The day on which it became due."""
    reason: Literal["revisit", "next_action"]
    """The field that asks for it."""
    days: Days | None
    """How long after the entry this look is; None for `revisit`."""


def revisits_due(person: EntryId, portfolio: Portfolio, today: date, index: Index | None = None) -> tuple[Due, ...]:
    """A person's entries that are due for a second look, the oldest look first.

    A look at a next step is over once a follow-up of its day or later is written, or as many follow-ups as there
    were looks until then: who looks early has looked, and a late look makes up for those before it. If several are
    open, only the last counts. An entry without a date has no day on which to look at its next step.
    """
    own = entries_of(person, portfolio, index)
    found = [due for entry in own for due in (*_revisit(entry, today), *_looks(entry, today))]
    return tuple(sorted(found, key=lambda due: due.since))


def _revisit(entry: Entry, today: date) -> Iterable[Due]:
    if entry.common.revisit is not None and entry.common.revisit <= today:
        yield Due(entry.id, entry.common.revisit, "revisit", None)


def _looks(entry: Entry, today: date) -> Iterable[Due]:
    fields = entry.fields
    if not isinstance(fields, ReflectionFields) or not fields.next_action or entry.date is None:
        return
    written = [followup.date for followup in fields.followups]
    for number, days in reversed(tuple(enumerate(LOOKS))):
        since = entry.date.first + timedelta(days)
        if since <= today and len(written) <= number and not any(day >= since for day in written):
            yield Due(entry.id, since, "next_action", days)
            return
