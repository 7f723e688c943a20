"""Everything that people wrote, by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from portfolio_gen.markdown.writing import link_to
from portfolio_gen.model.dates import month_in_words
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.rows import Row, rows

PAGE_SIZE = 100
"""How many entries a page of the journal lists."""
RECENT = 15
"""How many entries the journal's first page lists."""
UNDATED = "undated"
"""The name of the year of entries that have no date."""


@dataclass(frozen=True, slots=True)
class Year:
    """One year in the list of years."""

    link: str
    entries: int


@dataclass(frozen=True, slots=True)
class JournalView:
    """The journal's first page."""

    years: tuple[Year, ...]
    """The newest first, entries without a date last."""
    recent: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """Entries of one month."""

    heading: str
    """ "March 2026"; empty for entries without a date or with no more than a year."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class JournalPageView:
    """Up to PAGE_SIZE entries of a year, the newest first."""

    months: tuple[Month, ...]
    pages: tuple[str, ...]
    """Links to all pages of the year, this one as plain words; empty if there is just one."""


def journal_entries(context: Context) -> Mapping[str, tuple[Entry, ...]]:
    """The entries of the journal by year ("2026", or UNDATED), years and entries the newest first."""
    by_year: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in newest_first(e for e in context.portfolio.entries.values() if e.kind.in_journal):
        # The year that the author wrote: the first day of 2026-W01 is in 2025.
        by_year[entry.date.text[:4] if entry.date else UNDATED].append(entry)
    years = sorted((year for year in by_year if year != UNDATED), reverse=True)
    return {year: tuple(by_year[year]) for year in (*years, *([UNDATED] if UNDATED in by_year else []))}


def year_title(year: str) -> str:
    """A year's heading."""
    return "Without a date" if year == UNDATED else year


def journal_view(context: Context, at: str) -> JournalView:
    """The years, and the newest entries of all."""
    by_year = journal_entries(context)
    newest = [entry for entries in by_year.values() for entry in entries][:RECENT]
    years = tuple(
        Year(link_to(year_title(year), context.uris[f"journal/{year}"], at), len(entries))
        for year, entries in by_year.items()
    )
    return JournalView(years, rows(context, newest, at))


def journal_page_view(context: Context, entries: Iterable[Entry], uris: tuple[str, ...], at: str) -> JournalPageView:
    """One page of a year; `uris` are all pages of that year."""
    months = tuple(
        Month(heading, rows(context, found, at)) for heading, found in groupby(newest_first(entries), key=_month)
    )
    pages = tuple(f"**{number}**" if uri == at else link_to(str(number), uri, at) for number, uri in enumerate(uris, 1))
    return JournalPageView(months, pages if len(uris) > 1 else ())


def _month(entry: Entry) -> str:
    if entry.date is None or entry.date.text.count("-") == 0:
        return ""
    return month_in_words(entry.date.first)
