"""What is asked of a person, and what the person aims at."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.figures.index import Index
from portfolio_gen.figures.people import entries_in
from portfolio_gen.linking.links import Links
from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.goal import GoalFields


def targets_for(person: EntryId, links: Links) -> Mapping[EntryId, int]:
    """The levels that a person's role asks for, in its order; empty without a role."""
    return targets_of(next(iter(entries_in(person, "role", links)), None), links)


def targets_of(role: EntryId | None, links: Links) -> Mapping[EntryId, int]:
    """The levels that a role asks for, in its order; the highest if it names a competency twice."""
    found: dict[EntryId, int] = {}
    for named in links.in_field(role, "targets") if role is not None else ():
        if isinstance(named.target, ToEntry) and named.level is not None:
            found[named.target.id] = max(named.level, found.get(named.target.id, 0))
    return found


def aimed_at(person: EntryId, links: Links, index: Index) -> tuple[EntryId, ...]:
    """The competencies at which a person's goals aim that are neither done nor dropped, each once."""
    goals = (entry for entry in index.entries.get(person, ()) if isinstance(entry.fields, GoalFields))
    pursued = (goal.id for goal in goals if _is_pursued(goal))
    return tuple(dict.fromkeys(one for goal in pursued for one in entries_in(goal, "competencies", links)))


def _is_pursued(goal: Entry) -> bool:
    return isinstance(goal.fields, GoalFields) and goal.fields.status not in ("done", "dropped")
