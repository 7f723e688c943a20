"""Which entries point at an entry, and what they say about it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.rows import Row, row

_SHOWN_BY_VIEW = frozenset({
    ("competency", "competencies"), ("competency", "framework"), ("person", "person"), ("person", "team"),
    ("framework", "framework"), ("team", "team"),
})  # fmt: skip
"""References that the view of the target's kind lists itself, by that kind and the field."""


@dataclass(frozen=True, slots=True)
class Backlink:
    """An entry that points here."""

    row: Row
    labels: tuple[str, ...]
    """What it says about this entry: "goal this moves", "mentioned in"; in order, each once."""


def backlinks_view(context: Context, entry: Entry) -> tuple[Backlink, ...]:
    """The entries that point at an entry, the newest first. Pages and what the entry's own view lists are left out."""
    labels: defaultdict[EntryId, set[str]] = defaultdict(set)
    for reference in context.links.backlinks.get(entry.id, ()):
        source = context.entry(reference.source)
        if source.kind_name != "page" and (entry.kind_name, reference.field) not in _SHOWN_BY_VIEW:
            labels[reference.source].add(reference.label)
    sources = newest_first(context.entry(source) for source in labels)
    return tuple(Backlink(row(context, source, entry.uri), tuple(sorted(labels[source.id]))) for source in sources)
