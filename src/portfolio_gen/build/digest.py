"""What is new, told in two minutes: to oneself, to a mentor, or to everybody of an audience."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from portfolio_gen.build.linked import Linked, linked_portfolio, told
from portfolio_gen.build.papering import audited_paper, refuse_leaks
from portfolio_gen.build.status import standpoint
from portfolio_gen.exports.digest.document import Digest, fitting
from portfolio_gen.exports.digest.lines import Telling
from portfolio_gen.exports.digest.page import digest_page
from portfolio_gen.exports.digest.telling import mentor_digest, own_digest, shared_digest
from portfolio_gen.figures.digest import own_news, shared_news
from portfolio_gen.figures.index import index_of
from portfolio_gen.figures.since import mentees_of, since_last_met
from portfolio_gen.linking.not_shared import not_shared_in
from portfolio_gen.linking.plain import Plain
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import EntryId
from portfolio_gen.problems import PortfolioError, Problem, errors
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.wording.words import words_in

Address = Callable[[str], str]
"""The address of the page at a uri."""


class DigestError(PortfolioError):
    """It can't be told about whom a digest is; the message says what would be right."""


@dataclass(frozen=True, slots=True)
class Told:
    """A digest, and what its author should know of it."""

    digest: Digest
    problems: tuple[Problem, ...]
    """Errors in what was therefore left out, whoever would see it; sorted."""


def digest_for_oneself(
    tree: Tree,
    settings: Settings,
    excluded: Iterable[str],
    start: date,
    *,
    person: str | None = None,
    waiting: int = 0,
    address: Address | None = None,
) -> Told:
    """What a person is told of their own portfolio; `person` and `waiting` are as for `standpoint`.

    Raises:
        NoSuchPersonError: there is no such person, or there are several.
        SettingsError: the list of names can't be right.
    """
    found = standpoint(tree, settings, person, excluded, waiting=waiting)
    news = own_news(found.status, found.linked.portfolio, found.linked.links, start)
    telling = _telling(found.linked, settings, address)
    return _told(own_digest(telling, news, has_addresses=address is not None), found.linked, settings)


def digest_for_mentor(
    tree: Tree,
    settings: Settings,
    excluded: Iterable[str],
    start: date,
    *,
    reader: str,
    person: str | None = None,
    address: Address | None = None,
) -> Told:
    """What a mentor is told of all who name them as a mentor, or of one person.

    It is made of what a site for the reader would hold: what the audience of the settings may see, at least the
    team's, and what people open to their mentors.

    Raises:
        DigestError: nobody of that name is here, or nobody names the reader as a mentor.
        LeakError: it would hold what the reader may not see.
        SettingsError: the reader is no person.
    """
    settings = replace(settings, reader=reader, audience=max(settings.audience, Audience.TEAM), on_error="withhold")
    linked = linked_portfolio(tree, settings, excluded)
    assert linked.reader is not None
    index = index_of(linked.portfolio, linked.links)
    found = [
        since_last_met(one, linked.reader, linked.portfolio, linked.links, settings.today, index, start)
        for one in _mentees(linked, linked.reader, person)
    ]
    telling = _telling(linked, settings, address)
    audience = str(settings.audience)
    digest = mentor_digest(telling, found, start, linked.reader, audience, has_addresses=address is not None)
    return _audited(_told(digest, linked, settings), linked, tree, settings)


def digest_for_everybody(
    tree: Tree, settings: Settings, excluded: Iterable[str], start: date, *, address: Address | None = None
) -> Told:
    """What an audience is told of everybody: what was shared with it.

    Raises:
        LeakError: it would hold what the audience may not see.
    """
    settings = replace(settings, reader="", on_error="withhold")
    linked = linked_portfolio(tree, settings, excluded)
    news = shared_news(linked.portfolio, linked.links, start, settings.today)
    telling = _telling(linked, settings, address)
    has_addresses = address is not None
    digest = shared_digest(
        telling, news, start, settings.site_name, str(settings.audience), has_addresses=has_addresses
    )
    return _audited(_told(digest, linked, settings), linked, tree, settings)


def _telling(linked: Linked, settings: Settings, address: Address | None) -> Telling:
    return Telling(
        plain=Plain(linked.portfolio, linked.links, not_shared_in(settings.language)),
        words=words_in(settings.language),
        today=settings.today,
        names_people=settings.matrix,
        link=address or (lambda uri: uri),
    )


def _told(digest: Digest, linked: Linked, settings: Settings) -> Told:
    return Told(fitting(digest), errors(told((*linked.problems, *linked.elsewhere), linked, settings)))


def _audited(found: Told, linked: Linked, tree: Tree, settings: Settings) -> Told:
    refuse_leaks(audited_paper(digest_page(found.digest), linked, tree, settings))
    return found


def _mentees(linked: Linked, reader: EntryId, person: str | None) -> tuple[EntryId, ...]:
    mentees = mentees_of(reader, linked.portfolio, linked.links)
    if not mentees:
        raise DigestError(f"nobody names '{reader}' among their 'mentors', or their pages aren't open to that reader")
    if person is None:
        return mentees
    meant = linked.resolver.names.meant_by(person, ("person",))
    if len(meant) != 1 or meant[0] not in mentees:
        raise DigestError(f"'{person}' doesn't name '{reader}' among their 'mentors'; {', '.join(mentees)} did")
    return meant
