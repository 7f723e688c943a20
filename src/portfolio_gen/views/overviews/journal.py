"""Everything that people wrote, by year and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.markdown.writing import escaped, link_to
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.journal_links import journal_link
from portfolio_gen.views.parts.rows import Row, row
from portfolio_gen.wording.words import Words

PAGE_SIZE = 100
"""How many entries a page of the journal lists."""
RECENT = 15
"""How many entries the journal's first page lists."""
UNDATED = "undated"
"""The name of the year of entries that have no date."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry on the line of time."""

    row: Row
    shows: str
    """The competencies that it names, as Markdown; empty if it names none that the audience sees."""


@dataclass(frozen=True, slots=True)
class Month:
    """Entries of one month."""

    heading: str
    """ "March 2026", "2026" for entries with no more than a year; empty for those without a date."""
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class JournalView:
    """The journal's first page."""

    years: tuple[str, ...]
    """Links to them, the newest first, entries without a date last."""
    months: tuple[Month, ...]
    """The newest entries."""
    older: str
    """A link to where the entries go on; empty if all are here."""


@dataclass(frozen=True, slots=True)
class JournalPageView:
    """Up to PAGE_SIZE entries of a year, the newest first."""

    months: tuple[Month, ...]
    pages: tuple[str, ...]
    """Links to all pages of the year, this one as plain words; empty if there is just one."""
    choose: str
    """A link to the journal's first page, where readers choose among the entries of the year."""


def journal_entries(context: Context) -> Mapping[str, tuple[Entry, ...]]:
    """The entries of the journal by year ("2026", or UNDATED), years and entries the newest first."""
    by_year: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in newest_first(e for e in context.portfolio.entries.values() if e.kind.in_journal):
        by_year[year_of(entry)].append(entry)
    years = sorted((year for year in by_year if year != UNDATED), reverse=True)
    return {year: tuple(by_year[year]) for year in (*years, *([UNDATED] if UNDATED in by_year else []))}


def year_of(entry: Entry) -> str:
    """The year that the author wrote, or UNDATED: the first day of 2026-W01 is in 2025."""
    return entry.date.text[:4] if entry.date else UNDATED


def month_of(entry: Entry, words: Words) -> str:
    """The heading below which an entry stands; a week over New Year is in the year that the author wrote."""
    if entry.date is None or "-" not in entry.date.text:
        return entry.date.text if entry.date else ""
    return words.month(max(entry.date.first, date(int(entry.date.text[:4]), 1, 1)))


def year_title(year: str, words: Words) -> str:
    """A year's heading."""
    return words.gettext("Without a date") if year == UNDATED else year


def journal_view(context: Context, at: str) -> JournalView:
    """The years, and the newest entries of all."""
    by_year = journal_entries(context)
    entries = [entry for entries in by_year.values() for entry in entries]
    years = tuple(link_to(year_title(year, context.words), context.uris[f"journal/{year}"], at) for year in by_year)
    older = ""
    if len(entries) > RECENT:
        year = year_of(entries[RECENT])
        uri = context.uris[f"journal/{year}"]
        older = link_to(context.words.gettext("Older entries"), uri, at)
    return JournalView(years, _months(context, entries[:RECENT], at), older)


def journal_page_view(context: Context, entries: Iterable[Entry], uris: tuple[str, ...], at: str) -> JournalPageView:
    """One page of a year; `uris` are all pages of that year."""
    found = newest_first(entries)
    pages = tuple(f"**{number}**" if uri == at else link_to(str(number), uri, at) for number, uri in enumerate(uris, 1))
    choose = journal_link(context, context.words.gettext("Filter these entries"), at, year=year_of(found[0]))
    return JournalPageView(_months(context, found, at), pages if len(uris) > 1 else (), choose)


def competencies_of(context: Context, entry: Entry) -> tuple[Entry, ...]:
    """The competencies that an entry names and the audience sees, each once, in its order."""
    named = (one.target for one in context.links.in_field(entry.id, "competencies"))
    return tuple(context.entry(name) for name in dict.fromkeys(one.id for one in named if isinstance(one, ToEntry)))


def _months(context: Context, entries: Iterable[Entry], at: str) -> tuple[Month, ...]:
    grouped = groupby(entries, key=lambda entry: month_of(entry, context.words))
    return tuple(Month(heading, tuple(_moment(context, entry, at) for entry in found)) for heading, found in grouped)


def _moment(context: Context, entry: Entry, at: str) -> Moment:
    shows = " · ".join(escaped(competency.title) for competency in competencies_of(context, entry))
    return Moment(row(context, entry, at), shows)
