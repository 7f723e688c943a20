"""What is on the map: goals, the competencies at which they aim, and the entries that name either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from portfolio_gen.charts.network import MOST_MARKS
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.person_rows import people_in_order

MOST_NODES = 300
"""With more of them in the picture it shows goals, competencies and people only."""
MOST_ROWS = 80
"""How many goals, and how many competencies, the map has at most."""
FEW = 5
"""How many entries the lists name for each of them if there are too many for the picture."""
_STATUSES = ("active", "idea", "paused", "done", "dropped")

Sources = Mapping[EntryId, tuple[Entry, ...]]
"""For each goal and each competency the entries that name it, the newest first."""


@dataclass(frozen=True, slots=True)
class MapContents:
    """What is on the map."""

    goals: tuple[Entry, ...]
    """Those that anything hangs together with, active ones first."""
    competencies: tuple[Entry, ...]
    """Those that anything names, by title."""
    unnamed: tuple[Entry, ...]
    """The other competencies; none if the map has no room for all that are named."""
    people: tuple[EntryId, ...]
    """Whose goals and entries they are, in order; empty if all is one person's, or lists name nobody."""
    aims: Mapping[EntryId, tuple[EntryId, ...]]
    """For each goal its competencies."""
    sources: Sources
    """As many as the map names: up to MOST_MARKS, or FEW."""
    further: frozenset[EntryId]
    """Goals and competencies that more entries name."""
    tokens: Mapping[EntryId, str]
    """The class by which a script knows each entry and person."""
    is_without_entries: bool
    """Whether there are too many entries for the picture."""
    is_cut: bool
    """Whether there are more goals or competencies than the map has."""

    def tokens_of(self, entry: Entry, person: EntryId | None) -> tuple[str, ...]:
        """The classes of an entry, and of the person whose it is."""
        return (self.tokens[entry.id], *([self.tokens[person]] if person in self.people and person else []))


def map_contents(context: Context) -> MapContents:
    """Everything on the map of a portfolio. An entry that names no goal and no competency isn't there."""
    aims, found = _references(context)
    all_goals = [goal for goal in _goals(context) if goal.id in aims or goal.id in found]
    named, unnamed = _competencies(context, {*found, *chain.from_iterable(aims.values())})
    is_cut = len(all_goals) > MOST_ROWS or len(named) > MOST_ROWS
    goals, rows = all_goals[:MOST_ROWS], (*all_goals[:MOST_ROWS], *named[:MOST_ROWS])
    sources = {one.id: newest_first(map(context.entry, found.get(one.id, ()))) for one in rows}
    people = _people(context, (*rows, *chain.from_iterable(sources.values())))
    marks = sum(min(len(entries), MOST_MARKS) for entries in sources.values())
    is_without_entries = len(rows) + len(people) + marks > MOST_NODES
    most = FEW if is_without_entries else MOST_MARKS
    shown = {one: entries[:most] for one, entries in sources.items()}
    return MapContents(
        goals=tuple(goals),
        competencies=tuple(named[:MOST_ROWS]),
        unnamed=() if is_cut else tuple(unnamed),
        people=people,
        aims={goal.id: tuple(sorted(aims.get(goal.id, set()) & sources.keys())) for goal in goals},
        sources=shown,
        further=frozenset(one for one, entries in sources.items() if len(entries) > most),
        tokens=_tokens(shown, people),
        is_without_entries=is_without_entries,
        is_cut=is_cut,
    )


def _references(context: Context) -> tuple[Mapping[EntryId, set[EntryId]], Mapping[EntryId, set[EntryId]]]:
    """The competencies of each goal, and the entries that name each goal or competency."""
    aims: defaultdict[EntryId, set[EntryId]] = defaultdict(set)
    sources: defaultdict[EntryId, set[EntryId]] = defaultdict(set)
    for reference in context.links.references:
        source, target = context.entry(reference.source), context.entry(reference.target)
        if source.kind_name == "goal" and target.kind_name == "competency":
            aims[source.id].add(target.id)
        elif source.kind.in_journal and source.kind_name != "goal" and target.kind_name in ("goal", "competency"):
            sources[target.id].add(source.id)
    return aims, sources


def _goals(context: Context) -> list[Entry]:
    """Goals by where they stand, and by title."""

    def place(goal: Entry) -> tuple[int, str, EntryId]:
        assert isinstance(goal.fields, GoalFields)
        return _STATUSES.index(goal.fields.status), goal.title.casefold(), goal.id

    return sorted(context.portfolio.of_kind("goal"), key=place)


def _competencies(context: Context, named: Container[EntryId]) -> tuple[list[Entry], list[Entry]]:
    """Competencies that something names, and the others, both by title."""
    found = sorted(context.portfolio.of_kind("competency"), key=lambda one: (one.title.casefold(), one.id))
    return [one for one in found if one.id in named], [one for one in found if one.id not in named]


def _people(context: Context, entries: Iterable[Entry]) -> tuple[EntryId, ...]:
    owners = {context.portfolio.persons.get(entry.id) for entry in entries}
    people = people_in_order(context, (one for one in owners if one is not None and one in context.portfolio.entries))
    return people if len(people) > 1 and context.names_people else ()


def _tokens(sources: Sources, people: Iterable[EntryId]) -> Mapping[EntryId, str]:
    ids = sorted({*sources, *(entry.id for entries in sources.values() for entry in entries)})
    tokens = {one: f"pf-e{place}" for place, one in enumerate(ids)}
    return tokens | {one: f"pf-p{place}" for place, one in enumerate(people)}
