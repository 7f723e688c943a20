"""Where generated pages go, and where a written page has taken the place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portfolio_gen.model.entry import Entry
from portfolio_gen.model.paths import place_of
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.views.overviews import OVERVIEWS
from portfolio_gen.views.overviews.journal import PAGE_SIZE, UNDATED


@dataclass(frozen=True, slots=True)
class Places:
    """Uris of everything that has a place of its own."""

    uris: Mapping[str, str]
    """The page of each overview ("goals") and year ("journal/2026"), written or generated.

    One that is only for a reader is a key on other sites too, and stands at no page there unless it is written.
    """
    journal: Mapping[str, tuple[str, ...]]
    """The pages of each year."""
    generated: frozenset[str]
    """Names of overviews and uris of persons for which a page has to be generated."""


def places_of(portfolio: Portfolio, *, has_reader: bool) -> Places:
    """Where everything goes; a page that somebody has written wins.

    A year whose place is taken moves aside instead, since the page there rarely lists that year's entries.
    """
    taken = {place_of(entry.uri): entry.uri for entry in portfolio.entries.values() if entry.is_written}
    uris: dict[str, str] = {}
    generated: set[str] = set()
    for name, overview in OVERVIEWS.items():
        uris[name] = taken.get(place_of(overview.uri), overview.uri)
        is_wanted = has_reader or not overview.is_for_reader
        if is_wanted and uris[name] == overview.uri and place_of(overview.uri) not in taken:
            generated.add(name)
    journal = {year: _year_uris(year, count, taken) for year, count in _counts(portfolio).items()}
    uris |= {f"journal/{year}": pages[0] for year, pages in journal.items()}
    generated |= {
        entry.uri for entry in portfolio.of_kind("person") if not entry.is_written and place_of(entry.uri) not in taken
    }
    return Places(uris, journal, frozenset(generated))


ALWAYS_THERE = frozenset(overview.uri for overview in OVERVIEWS.values() if not overview.is_for_reader)
"""Uris at which there is always a page, written or generated."""


def generated_uris(portfolio: Portfolio, places: Places) -> frozenset[str]:
    """The uris of all generated pages."""
    overviews = (places.uris[name] for name in OVERVIEWS if name in places.generated)
    years = (uri for uris in places.journal.values() for uri in uris)
    persons = (entry.uri for entry in portfolio.entries.values() if not entry.is_written)
    return frozenset((*overviews, *years, *persons))


def generated_places(portfolio: Portfolio, places: Places) -> frozenset[str]:
    """The places of all generated pages."""
    return frozenset(map(place_of, generated_uris(portfolio, places)))


def _year_uris(year: str, count: int, taken: Mapping[str, str]) -> tuple[str, ...]:
    pages = max(1, -(-count // PAGE_SIZE))
    names = [f"journal/{year}" if number == 1 else f"journal/{year}-{number}" for number in range(1, pages + 1)]
    return tuple(f"{_free(name, taken)}.md" for name in names)


def _free(name: str, taken: Mapping[str, str]) -> str:
    while name in taken:
        name += "-entries"
    return name


def _counts(portfolio: Portfolio) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    entries: Iterable[Entry] = portfolio.entries.values()
    for entry in entries:
        if entry.kind.in_journal:
            year = entry.date.text[:4] if entry.date else UNDATED
            counts[year] = counts.get(year, 0) + 1
    return counts
