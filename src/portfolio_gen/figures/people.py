"""Who is on the site: members of teams, who offers help, who learns what, who goes first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from portfolio_gen.linking.links import Links
from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.kinds.person import PersonFields
from portfolio_gen.model.portfolio import Portfolio


def people_of(portfolio: Portfolio) -> tuple[EntryId, ...]:
    """The people of the site, by name. Who is only written about is none of them."""
    return tuple(person.id for person in sorted(_people(portfolio), key=_by_name))


def members_of(team: EntryId, portfolio: Portfolio, links: Links) -> tuple[EntryId, ...]:
    """The people who name a team as theirs, by name."""
    naming = {one.source for one in links.backlinks.get(team, ()) if one.field == "team"}
    return tuple(person for person in people_of(portfolio) if person in naming)


def leaders(portfolio: Portfolio) -> tuple[EntryId, ...]:
    """The people who lead, by name."""
    found = (portfolio.entries[person] for person in people_of(portfolio))
    return tuple(person.id for person in found if isinstance(person.fields, PersonFields) and person.fields.leads)


def helpers_by_competency(portfolio: Portfolio, links: Links) -> Mapping[EntryId, tuple[EntryId, ...]]:
    """Who offers help with each competency, by name; a competency with which nobody does is no key."""
    return _by_competency(
        (competency, person)
        for person in people_of(portfolio)
        for competency in entries_in(person, "helps_with", links)
    )


def learners_by_competency(portfolio: Portfolio, links: Links) -> Mapping[EntryId, tuple[EntryId, ...]]:
    """Who has an active goal that aims at each competency, by name; one at which nobody aims is no key."""
    aims: defaultdict[EntryId, set[EntryId]] = defaultdict(set)
    for goal in portfolio.of_kind("goal"):
        person = portfolio.persons.get(goal.id)
        if person is not None and isinstance(goal.fields, GoalFields) and goal.fields.status == "active":
            aims[person].update(entries_in(goal.id, "competencies", links))
    return _by_competency((competency, person) for person in people_of(portfolio) for competency in aims[person])


def entries_in(entry: EntryId, field: str, links: Links) -> tuple[EntryId, ...]:
    """What a field of an entry names and the audience may see, each once, in the order of its author."""
    found = (one.target.id for one in links.in_field(entry, field) if isinstance(one.target, ToEntry))
    return tuple(dict.fromkeys(found))


def _people(portfolio: Portfolio) -> Iterable[Entry]:
    for person in portfolio.of_kind("person"):
        if isinstance(person.fields, PersonFields) and not person.fields.third_party:
            yield person


def _by_name(person: Entry) -> tuple[str, str]:
    return person.title.casefold(), person.id


def _by_competency(pairs: Iterable[tuple[EntryId, EntryId]]) -> Mapping[EntryId, tuple[EntryId, ...]]:
    found: defaultdict[EntryId, list[EntryId]] = defaultdict(list)
    for competency, person in pairs:
        found[competency].append(person)
    return {competency: tuple(found[competency]) for competency in sorted(found)}
