"""Links to the journal that ask it for some of its entries."""

from __future__ import annotations

from urllib.parse import quote

from portfolio_gen.markdown.writing import destination, escaped
from portfolio_gen.views.context import Context

FILTERS = ("kind", "competency", "goal", "person", "year", "tag")
"""What the journal can be asked for, as addresses name it; the script reads the same names."""


def journal_link(context: Context, words: str, at: str, **wanted: str) -> str:
    """A Markdown link to the journal that shows only what is wanted: `journal/?person=people/ada`.

    Readers without scripts come to the whole journal.
    """
    return f"[{escaped(words)}]({destination(context.uris['journal'], at)}{journal_query(**wanted)})"


def journal_query(**wanted: str) -> str:
    """What an address of the journal ends in to ask for entries; all that is wanted has to fit at once.

    The names are those of FILTERS. The values are the name of a kind, an id, a year ("2026", or UNDATED) or a tag.
    """
    assert set(wanted) <= set(FILTERS), wanted
    return "?" + "&".join(f"{name}={quote(value, safe='/')}" for name, value in wanted.items())
