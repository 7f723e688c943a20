"""What others have said of a person, and whether it was they who put it on record."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Literal

from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.assessment import AssessmentFields
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.model.portfolio import Portfolio

By = Literal["owner", "other"]
"""Who committed a file: the person whose entry it is, or somebody else."""

LEAST = 3
"""Files that a person has to have committed before anybody is taken for them."""


def is_by_others(entry: Entry) -> bool:
    """Whether an entry says what others think: feedback that was received, or a rating by somebody else."""
    fields = entry.fields
    if isinstance(fields, FeedbackFields):
        return fields.direction == "received"
    return isinstance(fields, AssessmentFields) and fields.rater != "self"


def committed_by(portfolio: Portfolio, authors: Mapping[EntryId, frozenset[str]]) -> Mapping[EntryId, By]:
    """For what others said: whether the person committed it, or somebody else; where that is known.

    `authors` are keys of those who committed each entry. A person is whoever committed more than half of what the
    person wrote, at least three entries. Whoever would be several persons is nobody: then one does it for all. What
    both committed tells nothing.
    """
    owners = _owners(portfolio, authors)
    found: dict[EntryId, By] = {}
    for entry in portfolio.entries.values():
        owner = owners.get(portfolio.persons.get(entry.id, EntryId("")))
        keys = authors.get(entry.id, frozenset())
        if owner is None or not keys or not is_by_others(entry):
            continue
        if owner not in keys:
            found[entry.id] = "other"
        elif keys == {owner}:
            found[entry.id] = "owner"
    return found


def _owners(portfolio: Portfolio, authors: Mapping[EntryId, frozenset[str]]) -> Mapping[EntryId, str]:
    """Who commits for each person."""
    counts: defaultdict[EntryId, Counter[str]] = defaultdict(Counter)
    totals: Counter[EntryId] = Counter()
    for entry, person in _own(portfolio):
        totals[person] += 1 if entry in authors else 0
        counts[person].update(authors.get(entry, ()))
    found = {
        person: key
        for person, count in counts.items()
        for key, number in count.most_common(1)
        if number >= LEAST and number * 2 > totals[person]
    }
    shared = {key for key, number in Counter(found.values()).items() if number > 1}
    return {person: key for person, key in found.items() if key not in shared}


def _own(portfolio: Portfolio) -> Iterator[tuple[EntryId, EntryId]]:
    """What each person wrote, and no other: entries of the journal that don't say what others think."""
    for entry in portfolio.entries.values():
        person = portfolio.persons.get(entry.id)
        if person is not None and entry.kind.in_journal and not is_by_others(entry):
            yield entry.id, person
