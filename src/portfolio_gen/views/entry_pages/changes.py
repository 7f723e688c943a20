"""What came of next steps: second looks that found a change, as evidence of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio_gen.markdown.writing import one_line
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.reflection import FollowUp, ReflectionFields
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.changed import CHANGED
from portfolio_gen.views.parts.rows import Row, row

MOST = 6
"""How many a page shows."""


@dataclass(frozen=True, slots=True)
class Change:
    """A second look that found a change."""

    date: str
    """The day of the look, in words."""
    words: str
    """Whether all or a part of it changed."""
    mark: str
    """"yes" or "partly"."""
    step: str
    """What was to be done next, as Markdown on one line."""
    note: str
    """What changed, as Markdown on one line; empty without a note."""
    row: Row
    """The entry."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The second looks that found a change, on the page of what they are about."""

    heading: str
    changes: tuple[Change, ...]
    """The newest first."""


def changes_view(context: Context, entry: Entry) -> Changes | None:
    """The newest changes that entries of a person, or about a goal or a competency, have brought; None without any."""
    found = [
        (followup.date, source.uri, number, source, followup)
        for source in _sources(context, entry)
        if isinstance(source.fields, ReflectionFields)
        for number, followup in enumerate(source.fields.followups)
        if followup.changed != "no"
    ]
    found.sort(key=lambda one: (-one[0].toordinal(), one[1], one[2]))
    about = entry.id if entry.kind_name == "person" else context.portfolio.persons.get(entry.id)
    if not found:
        return None
    words = context.words
    heading = words.gettext("What has changed") if entry.kind_name == "person" else words.gettext("What it changed")
    return Changes(heading, tuple(_change(context, one[3], one[2], one[4], entry.uri, about) for one in found[:MOST]))


def _sources(context: Context, entry: Entry) -> Iterator[Entry]:
    if entry.kind_name == "person":
        yield from context.index.entries.get(entry.id, ())
    elif entry.kind_name in ("goal", "competency"):
        sources = {reference.source for reference in context.links.backlinks.get(entry.id, ())}
        yield from (context.entry(source) for source in sorted(sources))


def _change(context: Context, source: Entry, number: int, followup: FollowUp, at: str, about: EntryId | None) -> Change:
    assert isinstance(source.fields, ReflectionFields)
    return Change(
        date=context.words.day(followup.date),
        words=context.words.gettext(CHANGED[followup.changed]),
        mark=followup.changed,
        step=one_line(context.prose(source, source.fields.next_action, ("next_action",), at)),
        note=one_line(context.prose(source, followup.note, ("followups", number, "note"), at)),
        row=row(context, source, at, about=about),
    )
