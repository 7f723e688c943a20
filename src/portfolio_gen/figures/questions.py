"""What people ask those who read their entries."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.figures.index import Index, entries_of
from portfolio_gen.linking.links import Links
from portfolio_gen.linking.resolution import ToEntry, ToWords
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.portfolio import Portfolio, newest_first


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is not answered."""

    entry: EntryId
    """Where it is asked."""
    index: int
    """Its place in `questions`, counted from 0."""


def open_questions(
    person: EntryId, portfolio: Portfolio, links: Links, reader: EntryId | None = None, index: Index | None = None
) -> tuple[Asked, ...]:
    """The open questions of a person, those of the newest entries first.

    With a `reader`, what is meant for another person is left out; what is for somebody in a few words, or for nobody
    in particular, is for every reader.
    """
    return tuple(
        Asked(entry.id, place)
        for entry in newest_first(entries_of(person, portfolio, index))
        for place, question in enumerate(entry.common.questions)
        if not question.answered and _is_for(entry.id, place, links, reader)
    )


def _is_for(entry: EntryId, place: int, links: Links, reader: EntryId | None) -> bool:
    if reader is None:
        return True
    path = ("questions", place, "to")
    named = [one.target for one in links.in_field(entry, "questions") if one.mention.at == path]
    return all(isinstance(target, ToWords) or target == ToEntry(reader) for target in named)
