"""Which entries point at an entry, and what they say about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages.competency import LISTED_KINDS
from portfolio_gen.views.parts.rows import Row, row

_JOURNAL_KINDS = frozenset(name for name, kind in KINDS.items() if kind.in_journal)

ANYWHERE = ""
"""Instead of a field: wherever the reference stands."""

_LISTED_BY_VIEW: Mapping[tuple[str, str], frozenset[str]] = {
    ("competency", "competencies"): LISTED_KINDS,
    ("competency", "helps_with"): frozenset({"person"}),
    ("competency", "related"): frozenset({"competency"}),
    ("competency", "replaced_by"): frozenset({"competency"}),
    ("competency", "targets"): frozenset({"role"}),
    ("framework", "framework"): frozenset({"competency"}),
    ("goal", ANYWHERE): _JOURNAL_KINDS,
    ("person", "person"): _JOURNAL_KINDS,
    ("role", "role"): frozenset({"person"}),
    ("team", "team"): frozenset({"person"}),
}
"""By kind of the target and field: the kinds of entry whose references the target's own view lists."""


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
        is_listed = any(
            source.kind_name in _LISTED_BY_VIEW.get((entry.kind_name, field), ())
            for field in (reference.field, ANYWHERE)
        )
        is_named = context.names_people or source.kind_name != "person"
        if source.kind_name != "page" and is_named and not is_listed:
            labels[reference.source].add(reference.label)
    sources = newest_first(context.entry(source) for source in labels)
    return tuple(Backlink(row(context, source, entry.uri), tuple(sorted(labels[source.id]))) for source in sources)
