"""What a second reader would say of entries, for their writer alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from portfolio_gen.advising.advice import Advice
from portfolio_gen.advising.language import language, language_of
from portfolio_gen.advising.prose import words_in
from portfolio_gen.advising.reading import KINDS, advice_on
from portfolio_gen.advising.written import Acquaintances
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.person import PersonFields
from portfolio_gen.model.portfolio import Portfolio, newest_first
from portfolio_gen.settings import Settings
from portfolio_gen.withholding.third_parties.names import name_index

DAYS = 30
"""How old an entry may be that is read without having been named."""
MOST_ENTRIES = 10
"""How many such entries are read."""


@dataclass(frozen=True, slots=True)
class Advised:
    """What there is to say of some entries."""

    advice: tuple[Advice, ...]
    """In the order of the entries, then of their texts."""
    languages: tuple[str, ...]
    """The languages of entries in which there is no advice yet, in the order of the alphabet."""


def advice_for(entries: Iterable[Entry], everything: Portfolio, settings: Settings) -> Advised:
    """What a second reader would say of some entries of a whole portfolio. Nothing that is published is made from it.

    Raises:
        SettingsError: the list of names can't be right.
    """
    known = _acquaintances(everything, settings)
    found: list[Advice] = []
    missing: set[str] = set()
    for entry in entries:
        name = entry.common.lang or settings.language
        spoken = language(name)
        if spoken is None and entry.kind_name in KINDS:
            missing.add(language_of(name))
        elif spoken is not None:
            found += advice_on(entry, spoken, known)
    return Advised(tuple(found), tuple(sorted(missing)))


def recent_entries(everything: Portfolio, person: EntryId | None, today: date) -> tuple[Entry, ...]:
    """The newest entries of a person on which there may be advice, the newest first; of everybody without a person."""
    first = today - timedelta(days=DAYS)
    fitting = (
        entry
        for entry in everything.of_kind(*KINDS)
        if entry.origin is None
        and entry.date is not None
        and first <= entry.date.first <= today
        and (person is None or everything.persons.get(entry.id) == person)
    )
    return newest_first(fitting)[:MOST_ENTRIES]


def _acquaintances(everything: Portfolio, settings: Settings) -> Acquaintances:
    persons = [entry for entry in everything.of_kind("person") if entry.origin is None]
    index = name_index(settings.names.names, persons)
    members = (
        word
        for person in everything.of_kind("person")
        if isinstance(person.fields, PersonFields) and not person.fields.third_party
        for name in (person.title, *person.common.aliases, person.path.rpartition("/")[2])
        for word in words_in(name)
    )
    return Acquaintances(frozenset(members), index)
