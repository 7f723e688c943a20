"""How somebody learnt in a time, how long it took, and what it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.learning import LearningFields
from portfolio_gen.model.kinds.reflection import ReflectionFields

MODES = ("experience", "others", "formal")
"""How something was learnt, in the order in which it is told. No share of any of them is a target."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Time spent on learning, as far as it was written down."""

    total: float
    recorded: int
    """Entries with hours."""
    entries: int
    """Learning notes, with and without."""


def hours_of(entries: Iterable[Entry]) -> Hours:
    """The hours that learning notes among the entries say they took."""
    notes = [entry.fields for entry in entries if isinstance(entry.fields, LearningFields)]
    recorded = [note.hours for note in notes if note.hours is not None]
    return Hours(sum(recorded), len(recorded), len(notes))


def mix_of(entries: Iterable[Entry]) -> Mapping[str, int]:
    """Reflections by how something was learnt, in the order of MODES; only those that say so."""
    said: Counter[str | None] = Counter(
        entry.fields.mode for entry in entries if isinstance(entry.fields, ReflectionFields)
    )
    return {mode: said[mode] for mode in MODES if said[mode]}


def changes_of(own: Iterable[Entry], start: date, end: date) -> list[tuple[EntryId, int]]:
    """Second looks of a time that found a change, the newest first: the entry, and the place in `followups`."""
    found = [
        (-followup.date.toordinal(), entry.uri, number, entry.id)
        for entry in own
        if isinstance(entry.fields, ReflectionFields)
        for number, followup in enumerate(entry.fields.followups)
        if followup.changed != "no" and start <= followup.date <= end
    ]
    return [(entry, number) for _, _, number, entry in sorted(found)]
