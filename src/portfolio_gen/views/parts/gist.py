"""The one thing that an entry says about what changes, for lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio_gen.markdown.writing import one_line
from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.wording.marking import gettext_noop

_FIELDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "reflection": (("next_action", gettext_noop("Next step")),),
    "evidence": (("impact", gettext_noop("What it changed")),),
    "feedback": (("feed_forward", gettext_noop("To try next")), ("behaviour", gettext_noop("What was seen"))),
    "learning": (("applied", gettext_noop("Put to use")),),
}
"""By kind: the fields that say it, the first that was written counts, and what each is called."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What an entry says, in a line."""

    label: str
    text: str
    """Markdown on one line."""


def gist(context: Context, entry: Entry, at: str) -> Gist | None:
    """What an entry says about what changes, for the page at a uri; None if none of the fields was written."""
    for field, label in _FIELDS.get(entry.kind_name, ()):
        text = one_line(context.prose(entry, getattr(entry.fields, field), (field,), at))
        if text:
            return Gist(context.words.gettext(label), text)
    return None
