"""Answers that others sent, checked against the portfolio that they are for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portfolio_gen.build.author import authored
from portfolio_gen.figures.people import people_of
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.reading.sources import Tree
from portfolio_gen.receiving.accepted import Accepted, accepted
from portfolio_gen.receiving.answer import RefusedError
from portfolio_gen.receiving.sent import sent_in
from portfolio_gen.settings import Settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to become of one answer."""

    file: str
    """The name of the file that it came in."""
    accepted: Accepted | None
    """None if it is refused."""
    refusal: str = ""
    """Why it is; empty if it is not."""


@dataclass(frozen=True, slots=True)
class Imported:
    """All answers of some files, and what they are checked against."""

    outcomes: tuple[Outcome, ...]
    """In the order of the files, and of the answers in each."""
    portfolio: Portfolio


def imported(
    files: Iterable[tuple[str, bytes]], tree: Tree, settings: Settings, excluded: Iterable[str] = (), person: str = ""
) -> Imported:
    """The answers in files, by their names and contents; nothing is written.

    `person` is whose they are if they don't say: a name; without one, the only person.

    Raises:
        RefusedError: `person` is nobody.
    """
    whole = authored(tree, settings, excluded)
    meant = _person(person or settings.person, whole.portfolio, whole.resolver.names.meant_by(person, ("person",)))
    receipts: set[str] = set()
    outcomes = [
        one for name, data in files for one in _outcomes(name, data, whole.portfolio, settings, meant, receipts)
    ]
    return Imported(tuple(outcomes), whole.portfolio)


def _outcomes(
    name: str, data: bytes, portfolio: Portfolio, settings: Settings, person: str, receipts: set[str]
) -> Iterator[Outcome]:
    try:
        sent = sent_in(data)
    except RefusedError as error:
        yield Outcome(name, None, str(error))
        return
    for answer in sent.answers:
        try:
            taken = accepted(answer, portfolio, settings.today, person=person, sent=sent.day)
            if taken.receipt in receipts:
                raise RefusedError("another file says just the same")
            if portfolio.entries[taken.person].origin is not None:
                raise RefusedError(f"{taken.person} keeps a portfolio elsewhere; import it there")
        except RefusedError as error:
            yield Outcome(name, None, str(error))
            continue
        receipts.add(taken.receipt)
        yield Outcome(name, taken)


def _person(name: str, portfolio: Portfolio, meant: tuple[str, ...]) -> str:
    if name and len(meant) != 1 and name not in portfolio.entries:
        raise RefusedError(f"nobody here is called '{name}'")
    if name:
        return meant[0] if meant else name
    people = people_of(portfolio)
    return people[0] if len(people) == 1 else ""
