"""The entries around an entry, as a small picture; the lists above and below it say the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portfolio_gen.charts.labels import shown
from portfolio_gen.charts.neighbourhood import neighbourhood
from portfolio_gen.charts.nodes import Node
from portfolio_gen.linking.links import shown_links, texts_of
from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.kind_names import kind_class

SIDE = 5
"""How many neighbours stand on each side at most: a picture must not grow with the portfolio."""
FEWEST = 2
"""With fewer neighbours there is no picture."""
_FIRST = ("goal", "competency", "evidence", "activity")
"""What an entry names, these kinds first."""
_OWNER = "person"
"""The field that says whose entry it is."""


@dataclass(frozen=True, slots=True)
class NeighbourhoodView:
    """A picture and the words below it, as HTML."""

    picture: str
    caption: str


def neighbourhood_view(context: Context, entry: Entry) -> NeighbourhoodView | None:
    """What names an entry, goals first and then the newest, and what it names; None if there is too little to show.

    Whose entry it is makes nobody a neighbour, and pages are none.
    """
    targets = _shown(context, entry, _targets(context, entry))
    references = context.links.backlinks.get(entry.id, ())
    sources = _shown(context, entry, (one.source for one in references if one.field != _OWNER))
    behind = sorted(targets, key=_rank)
    before = sorted(newest_first(one for one in sources if one not in targets), key=lambda one: one.kind_name != "goal")
    if len(before) + len(behind) < FEWEST:
        return None
    picture = neighbourhood(
        kind_class(entry.kind_name),
        [_node(one) for one in before[:SIDE]],
        [_node(one) for one in behind[:SIDE]],
        context.words.gettext("What this is linked with"),
        "",
    )
    is_cut = len(before) > SIDE or len(behind) > SIDE
    return NeighbourhoodView(picture, shown(_caption(context, bool(before), bool(behind), is_cut)))


def _targets(context: Context, entry: Entry) -> Iterator[EntryId]:
    """What an entry names, first in its fields and then in its texts."""
    links = context.links
    found = [one.target for one in links.named.get(entry.id, ()) if one.mention.field != _OWNER]
    for path, text in texts_of(entry):
        found += [target for _, target in shown_links(text, links.texts[entry.id, path])]
    return (target.id for target in found if isinstance(target, ToEntry))


def _shown(context: Context, entry: Entry, found: Iterable[EntryId]) -> list[Entry]:
    """Entries in the order in which they come, each once, without what is no neighbour."""
    entries = (context.entry(one) for one in dict.fromkeys(found) if one != entry.id)
    return [one for one in entries if one.kind_name != "page" and (context.names_people or one.kind_name != "person")]


def _rank(entry: Entry) -> int:
    return _FIRST.index(entry.kind_name) if entry.kind_name in _FIRST else len(_FIRST)


def _node(entry: Entry) -> Node:
    return Node(entry.title, kind_class(entry.kind_name))


def _caption(context: Context, has_before: bool, has_behind: bool, is_cut: bool) -> str:
    words = context.words
    if not has_behind:
        caption = words.gettext("What leads here.")
    elif not has_before:
        caption = words.gettext("Where this leads.")
    else:
        caption = words.gettext("On the left what leads here, on the right where this leads.")
    # Not inside the f-string, where Python 3.11 finds no message to translate.
    rest = words.gettext("The lists on this page name all of it.")
    return f"{caption} {rest}" if is_cut else caption
