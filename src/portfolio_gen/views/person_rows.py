"""Persons in lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.person import PersonFields
from portfolio_gen.views.context import Context


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in a list."""

    link: str
    role: str
    """Empty if the person names none."""
    team: str
    """Empty if the person names none."""
    leads: bool
    helps_with: tuple[str, ...]
    """Competencies with which the person offers help, as links."""


def person_rows(context: Context, persons: Iterable[Entry], at: str) -> tuple[PersonRow, ...]:
    """Persons by name, those who lead first: leaders go first. Who is only written about is left out."""
    found = [person for person in persons if not _fields(person).third_party]
    found.sort(key=lambda person: (not _fields(person).leads, person.title.casefold(), person.id))
    return tuple(
        PersonRow(
            link=context.entry_link(person.id, at),
            role=_first(context, person.id, "role", at),
            team=_first(context, person.id, "team", at),
            leads=_fields(person).leads,
            helps_with=tuple(context.target(one.target, at) for one in context.links.in_field(person.id, "helps_with")),
        )
        for person in found
    )


def _first(context: Context, person: EntryId, field: str, at: str) -> str:
    named = context.links.in_field(person, field)
    return context.target(named[0].target, at) if named else ""


def _fields(person: Entry) -> PersonFields:
    assert isinstance(person.fields, PersonFields)
    return person.fields
