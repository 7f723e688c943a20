"""The one thing that an entry says about what changes, for lists."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.markdown.writing import one_line
from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.wording.gists import GISTS


@dataclass(frozen=True, slots=True)
class Gist:
    """What an entry says, in a line."""

    label: str
    text: str
    """Markdown on one line."""


def gist(context: Context, entry: Entry, at: str) -> Gist | None:
    """What an entry says about what changes, for the page at a uri; None if none of the fields was written."""
    for field, label in GISTS.get(entry.kind_name, ()):
        text = one_line(context.prose(entry, getattr(entry.fields, field), (field,), at))
        if text:
            return Gist(context.words.gettext(label), text)
    return None
