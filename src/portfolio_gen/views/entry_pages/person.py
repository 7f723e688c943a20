"""A person: what they work on, what they have shown, and what they wrote last."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.goal_rows import GoalGroup, goal_groups
from portfolio_gen.views.rows import Row, claimed, level_name, rows

RECENT = 30
"""How many entries a person's page lists before it refers to the journal."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A competency that a person's entries are about."""

    link: str
    level: str
    """The highest level that an evidence entry claims, in words; empty if none does."""
    evidence: int
    """How many evidence entries name it."""
    entries: int
    """How many entries of the person name it, evidence included; goals, which only aim at it, are not counted."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """What stands below the text of a person."""

    goals: tuple[GoalGroup, ...]
    competencies: tuple[Shown, ...]
    """By name."""
    recent: tuple[Row, ...]
    """The newest first."""
    older: int
    """How many more there are."""


def person_view(context: Context, entry: Entry) -> PersonView:
    """A person's goals by status, competencies, and newest entries."""
    own = newest_first(
        other
        for other in context.portfolio.entries.values()
        if context.portfolio.persons.get(other.id) == entry.id and other.kind.in_journal
    )
    return PersonView(
        goals=goal_groups(context, [one for one in own if one.kind_name == "goal"], entry.uri, about=entry.id),
        competencies=_competencies(context, own, entry.uri),
        recent=rows(context, own[:RECENT], entry.uri, about=entry.id),
        older=max(0, len(own) - RECENT),
    )


def _competencies(context: Context, own: tuple[Entry, ...], at: str) -> tuple[Shown, ...]:
    naming: defaultdict[EntryId, set[EntryId]] = defaultdict(set)
    evidence: defaultdict[EntryId, set[EntryId]] = defaultdict(set)
    levels: defaultdict[EntryId, list[int]] = defaultdict(list)
    for entry in own:
        if entry.kind_name == "goal":
            continue
        for named, _claim in claimed(context, entry):
            if isinstance(named.target, ToEntry):
                naming[named.target.id].add(entry.id)
                if entry.kind_name == "evidence":
                    evidence[named.target.id].add(entry.id)
                    levels[named.target.id] += [named.level] if named.level is not None else []
    ordered = sorted(naming, key=lambda competency: (context.entry(competency).title.casefold(), competency))
    return tuple(
        Shown(
            context.entry_link(competency, at),
            level_name(context.entry(competency), max(levels[competency])) if levels[competency] else "",
            len(evidence[competency]),
            len(naming[competency]),
        )
        for competency in ordered
    )
