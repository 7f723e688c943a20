"""What an entry says about what changes, in plain words."""

from __future__ import annotations

from portfolio_gen.linking.plain import Plain
from portfolio_gen.model.entry import Entry
from portfolio_gen.wording.gists import GISTS
from portfolio_gen.wording.words import Words


def gist_of(plain: Plain, words: Words, entry: Entry) -> str:
    """The one thing that an entry says about what changes, and what that is; empty if it says nothing of the kind."""
    for field, label in GISTS.get(entry.kind_name, ()):
        text = plain.field(entry, getattr(entry.fields, field), (field,))
        if text:
            return f"{words.gettext(label)}: {text}"
    return ""
