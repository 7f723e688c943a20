"""The newest entries of a site, as every form of a feed needs them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import islice
from uuid import NAMESPACE_URL, uuid5

from portfolio_gen.cleaning.plain import harmless_line, shortened
from portfolio_gen.exports.gists import gist_of
from portfolio_gen.linking.plain import Plain
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.wording.kinds import kind_words
from portfolio_gen.wording.words import AUDIENCES, Words

MOST = 30
"""How many entries a feed holds."""
_SUMMARY = 300
"""How many signs a summary has at most."""

PageAddress = Callable[[str], str | None]
"""The whole address of the page at a uri; None if the site has none."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry; all its words are plain and on one line."""

    entry: str
    """Its id, which stays when the title changes."""
    uri: str
    title: str
    day: date
    """Its date; of a partial one the first day."""
    author: str
    """Empty where the site names nobody."""
    summary: str
    """What changes, or else how it begins; empty if it says neither."""
    kind: str
    kind_words: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What is new on a site, without addresses."""

    title: str
    note: str
    """For whom it was built."""
    language: str
    audience: str
    reader: str
    """The id of the one for whom the site is besides; empty without one."""
    items: tuple[Item, ...]
    """The newest first."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a feed is published."""

    url: str
    """It ends with "/"."""
    page: PageAddress

    def urn(self, name: str) -> str:
        """The lasting name of something of the site."""
        return uuid5(NAMESPACE_URL, f"{self.url}#{name}").urn

    def items(self, feed: Feed) -> tuple[tuple[Item, str], ...]:
        """The items that have a page, with its address."""
        found = ((item, self.page(item.uri)) for item in feed.items)
        return tuple((item, address) for item, address in found if address is not None)


def feed_of(
    plain: Plain, words: Words, today: date, *, site_name: str, audience: str, reader: Entry | None, names_people: bool
) -> Feed:
    """The newest entries of the journal dated until today, as the audience sees them."""
    dated = (
        entry
        for entry in plain.portfolio.entries.values()
        if entry.kind.in_journal and entry.date is not None and entry.date.first <= today
    )
    whom = harmless_line(reader.title) if reader is not None else words.gettext(AUDIENCES[audience])
    return Feed(
        title=harmless_line(site_name),
        note=words.gettext("New entries, built for %(audience)s.", audience=whom),
        language=words.language,
        audience=audience,
        reader=reader.id if reader is not None else "",
        items=tuple(
            _item(plain, words, entry, names_people=names_people) for entry in islice(newest_first(dated), MOST)
        ),
    )


def moment(day: date) -> str:
    """Midnight of a day, in UTC (RFC 3339)."""
    return datetime.combine(day, time(), UTC).isoformat().replace("+00:00", "Z")


def _item(plain: Plain, words: Words, entry: Entry, *, names_people: bool) -> Item:
    assert entry.date is not None
    person = plain.portfolio.person_of(entry) if names_people else None
    return Item(
        entry=entry.id,
        uri=entry.uri,
        title=harmless_line(entry.title),
        day=entry.date.first,
        author=harmless_line(person.title) if person is not None else "",
        summary=shortened(gist_of(plain, words, entry) or plain.beginning(entry), _SUMMARY),
        kind=entry.kind_name,
        kind_words=kind_words(words, entry),
    )
