"""The second looks at an entry's next step, on its own page."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.markdown.writing import one_line
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.changed import CHANGED


@dataclass(frozen=True, slots=True)
class SecondLook:
    """One look."""

    date: str
    """The day of it, in words."""
    words: str
    """Whether it found a change."""
    mark: str
    """"yes", "partly" or "no"."""
    note: str
    """What changed, or why not, as Markdown on one line; empty without a note."""


def second_looks_view(context: Context, entry: Entry) -> tuple[SecondLook, ...]:
    """The second looks that an author wrote down, by day; empty for what has none."""
    fields = entry.fields
    if not isinstance(fields, ReflectionFields):
        return ()
    by_day = sorted(enumerate(fields.followups), key=lambda one: one[1].date)
    return tuple(
        SecondLook(
            context.words.day(look.date),
            context.words.gettext(CHANGED[look.changed]),
            look.changed,
            one_line(context.prose(entry, look.note, ("followups", place, "note"), entry.uri)),
        )
        for place, look in by_day
    )
