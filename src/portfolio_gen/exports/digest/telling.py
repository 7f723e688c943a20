"""Whole digests: for oneself, for a mentor, for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from portfolio_gen.cleaning.plain import harmless_line
from portfolio_gen.exports.digest.closing import kind_words_about_rhythm, next_step_words
from portfolio_gen.exports.digest.document import Digest, Section
from portfolio_gen.exports.digest.lines import Telling
from portfolio_gen.exports.digest.sections import mentor_section, own_section, shared_section
from portfolio_gen.figures.digest import OwnNews, SharedNews
from portfolio_gen.figures.since import Since
from portfolio_gen.model.entry import EntryId
from portfolio_gen.wording.words import AUDIENCES


def own_digest(telling: Telling, news: OwnNews, *, has_addresses: bool) -> Digest:
    """What a person reads about their own portfolio."""
    words = telling.words
    person = telling.plain.portfolio.entries.get(news.status.person)
    name = telling.title(person.id) if person is not None and person.is_written else ""
    day = words.day(telling.today)
    title = words.gettext("Your portfolio on %(day)s", day=day)
    if name:
        title = words.gettext("%(person)s, your portfolio on %(day)s", person=name, day=day)
    status = news.status
    closing = (next_step_words(telling, status), kind_words_about_rhythm(telling, status))
    note = words.gettext("Made for %(audience)s on %(day)s.", audience=words.gettext(AUDIENCES["me"]), day=day)
    section = own_section(telling, news)
    return _digest(
        telling, "own", title, news.since.start, (section,), note, "me", tuple(filter(None, closing)),
        has_addresses=has_addresses,
    )  # fmt: skip


def mentor_digest(
    telling: Telling, found: Sequence[Since], start: date, reader: EntryId, audience: str, *, has_addresses: bool
) -> Digest:
    """What a mentor reads about those whom they mentor; who has nothing new and nothing open is left out."""
    words = telling.words
    day = words.day(telling.today)
    name = telling.title(reader)
    sections = tuple(section for one in found if (section := mentor_section(telling, one)).parts)
    title = words.gettext("Before you talk: news for %(reader)s on %(day)s", reader=name, day=day)
    note = words.gettext("Made for %(reader)s on %(day)s. Please don't pass it on.", reader=name, day=day)
    return _digest(
        telling, "mentor", title, start, sections, note, audience, reader=reader, has_addresses=has_addresses
    )


def shared_digest(
    telling: Telling, news: SharedNews, start: date, site_name: str, audience: str, *, has_addresses: bool
) -> Digest:
    """What everybody of an audience reads about what was shared."""
    words = telling.words
    day = words.day(telling.today)
    title = words.gettext("%(site)s: what was learnt until %(day)s", site=harmless_line(site_name), day=day)
    note = words.gettext("Made for %(audience)s on %(day)s.", audience=words.gettext(AUDIENCES[audience]), day=day)
    sections = () if news.is_empty else (shared_section(telling, news),)
    return _digest(telling, "shared", title, start, sections, note, audience, has_addresses=has_addresses)


def _digest(
    telling: Telling,
    kind: Literal["own", "mentor", "shared"],
    title: str,
    start: date,
    sections: tuple[Section, ...],
    note: str,
    audience: str,
    closing: tuple[str, ...] = (),
    *,
    reader: str = "",
    has_addresses: bool,
) -> Digest:
    words = telling.words
    is_empty = not any(section.parts for section in sections)
    intro = words.gettext("Since %(day)s.", day=words.day(start))
    if is_empty:
        intro = words.gettext("Nothing new since %(day)s.", day=words.day(start))
    return Digest(
        kind=kind,
        title=title,
        intro=intro,
        sections=() if is_empty else sections,
        closing=closing,
        note=note,
        language=words.language,
        more_words=words.gettext("and %(num)s more", num="%s"),
        audience=audience,
        reader=reader,
        since=start,
        today=telling.today,
        has_addresses=has_addresses,
        is_empty=is_empty,
    )
