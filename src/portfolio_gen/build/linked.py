"""What one audience may see of a content folder, linked: the way of the data from the files up to the views."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from portfolio_gen.build.scoped import scoped_resolver, with_links_in_place
from portfolio_gen.linking.link_problems import broken_link
from portfolio_gen.linking.links import Links, link, texts_of
from portfolio_gen.linking.not_shared import not_shared_in
from portfolio_gen.linking.resolution import Resolver, ToPage
from portfolio_gen.linking.titles import retitled
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.paths import place_of
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.problems import Problem, Severity, errors, sorted_problems
from portfolio_gen.reading.load import Loaded, load
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.views.pages import view_problems
from portfolio_gen.views.places import ALWAYS_THERE, generated_places, generated_uris, places_of
from portfolio_gen.withholding.discretion import discreet
from portfolio_gen.withholding.publishing import publishable, told_apart, whole_portfolio
from portfolio_gen.withholding.third_parties.list_file import without_list
from portfolio_gen.withholding.third_parties.lists import PrivateNames, named_by, private_names, renamed_by


@dataclass(frozen=True, slots=True)
class Linked:
    """What one audience may see, linked."""

    portfolio: Portfolio
    links: Links
    resolver: Resolver
    problems: tuple[Problem, ...]
    """Errors in what nobody may see until it is mended, and what is wrong with what the audience sees; sorted."""
    elsewhere: tuple[Problem, ...]
    """Errors in what this audience may not see; they name it, so they are for its author."""
    everything: Portfolio
    """What the portfolio is a part of. Nothing that is published is made from it; the audit looks for the rest."""
    reader: EntryId | None = None
    """The person who reads; None if it is for nobody in particular."""
    third_parties: tuple[PrivateNames, ...] = ()
    """Whose names must not be in it, by whose list they are on."""

    @property
    def tellable(self) -> frozenset[Problem]:
        """The problems whose words the audience may read; others may quote what it may not see."""
        seen = {entry.uri for entry in self.portfolio.entries.values()}
        broken = broken_links(self.portfolio, self.links, self.resolver, has_reader=self.reader is not None)
        return frozenset(one for one in (*self.problems, *broken) if one.uri in seen and one.code != "not-shared")


def linked_portfolio(tree: Tree, settings: Settings, excluded: Iterable[str] = ()) -> Linked:
    """What the audience may see, linked: the way of the data from the files up to the views.

    Raises:
        SettingsError: the reader is no person.
    """
    outside = frozenset(excluded)
    tree = without_lists(tree, settings)
    loaded = told_apart(load(tree.without(outside), settings.folders), settings)
    return seen_by_audience(loaded, whole_portfolio(loaded.entries, settings), loaded.broken | outside, tree, settings)


def seen_by_audience(
    loaded: Loaded, everything: Portfolio, unread: frozenset[str], tree: Tree, settings: Settings
) -> Linked:
    """What the audience may see of what was read, less what turns out to be wrong when it is linked."""
    all_names = resolver_of_everything(everything, loaded.apart, unread, tree)
    third_parties, wrong_lists = private_names(everything, loaded.apart, settings)
    problems = [*loaded.problems, *wrong_lists]
    named = tuple(named_by(third_parties, everything, all_names, settings))
    hidden = unread | _hidden_for_names(named, wrong_lists, everything, settings)
    known = {entry.uri for entry in everything.entries.values()}
    while True:
        published = publishable(everything, settings, hidden)
        portfolio = renamed_by(third_parties, published.portfolio, all_names, settings.audience)
        # What is withheld at the place of a generated page changes no link to that page.
        pages = ALWAYS_THERE | generated_uris(portfolio, places_of(portfolio, has_reader=bool(settings.reader)))
        nameable = (*published.withheld, *loaded.apart)
        resolver = scoped_resolver(portfolio.entries, nameable, hidden - known, tree, pages)
        links = link(portfolio.entries.values(), resolver)
        broken = {problem.uri for problem in errors(links.problems)}
        problems += links.problems
        if not broken:
            break
        # What names something that isn't there is as wrong as what can't be read: it is withheld too.
        hidden |= broken
    problems += (problem for entry in published.portfolio.entries.values() for problem in view_problems(entry))
    portfolio = retitled(with_links_in_place(portfolio, links, resolver), links, not_shared_in(settings.language))
    seen = {entry.uri for entry in portfolio.entries.values()}
    told = (problem for problem in problems if problem.severity is Severity.ERROR or problem.uri in seen)
    # What a visible entry names and may not show is no error here, whatever it is: nothing of it may matter.
    narrower = [entry for entry in published.withheld if entry.uri not in hidden and entry.origin is None]
    # What is wrong with what another owner has not opened is nobody's business here.
    opened = _opened(everything, settings)
    elsewhere = sorted_problems(
        errors(link(narrower, all_names).problems),
        (problem for problem in named if problem.uri in opened or not tree.is_included(problem.uri)),
    )
    reader = resolver.names.meant_by(settings.reader, ("person",)) if settings.reader else ()
    return Linked(
        portfolio, links, resolver, sorted_problems(told), elsewhere, everything,
        reader[0] if reader else None, third_parties,
    )  # fmt: skip


def without_lists(tree: Tree, settings: Settings) -> Tree:
    """The files without anybody's list of names."""
    return without_list(tree, settings.names, *(one.names for one in settings.include))


def _hidden_for_names(
    named: Iterable[Problem], wrong_lists: Iterable[Problem], everything: Portfolio, settings: Settings
) -> set[str]:
    """The uris of entries that nobody sees because names stand in them, or may do so; authors see their own."""
    found = {one.uri for one in named if settings.audience is not Audience.ME or settings.included_at(one.uri)}
    folders = {posixpath.dirname(one.uri) for one in wrong_lists}
    entries = everything.entries.values()
    return found | {one.uri for one in entries if one.origin is not None and one.origin.folder in folders}


def resolver_of_everything(
    everything: Portfolio, apart: Iterable[Entry], unread: frozenset[str], tree: Tree
) -> Resolver:
    """What names mean to the author, who may see it all; what can't be read, or is `apart`, has a name at least."""
    return scoped_resolver(everything.entries, apart, unread, tree, ALWAYS_THERE)


def broken_links(portfolio: Portfolio, links: Links, resolver: Resolver, *, has_reader: bool) -> Iterable[Problem]:
    """Relative links that lead neither to an entry nor to a generated page. A build leaves them to its host."""
    pages = generated_places(portfolio, places_of(portfolio, has_reader=has_reader))
    for entry in portfolio.entries.values():
        for path, text in texts_of(entry):
            for one, target in zip(text.links, links.texts[entry.id, path], strict=True):
                # Hosts leave an address without an ending as it is, so it may be right.
                if not isinstance(target, ToPage) or "." not in posixpath.basename(target.uri):
                    continue
                if place_of(target.uri) not in pages:
                    yield broken_link(entry.uri, one, resolver)


def told(
    problems: Iterable[Problem], linked: Linked, settings: Settings, refused: Iterable[Problem] = ()
) -> tuple[Problem, ...]:
    """Problems as they may be told; `refused` are those of attachments that somebody has published.

    Of included folders, on whatever machine, only what is open to the audience is quoted. What is wrong with the rest
    is left out, unless nobody knows for whom that is.
    """
    problems = tuple(problems)
    tellable = {*linked.tellable, *refused}
    opened = _opened(linked.everything, settings)
    others = {one for one in problems if settings.included_at(one.uri)}
    if not settings.is_discreet:
        tellable |= {one for one in problems if one not in others or _may_be_told(one, opened)}
    closed = {entry.uri for entry in linked.everything.entries.values()} - opened
    quiet = {one for one in others - tellable if one.uri in closed or one.severity is Severity.NOTE}
    return discreet((problem for problem in problems if problem not in quiet), tellable)


def _opened(everything: Portfolio, settings: Settings) -> set[str]:
    """The uris of entries of included folders that their owners have opened to the audience."""
    least = max(settings.audience, Audience.TEAM)
    entries = everything.entries.values()
    return {entry.uri for entry in entries if entry.origin is not None and everything.audiences[entry.id] >= least}


def _may_be_told(problem: Problem, opened: Collection[str]) -> bool:
    """Whether whoever builds a site may read the words of a problem in an included folder."""
    is_private = problem.code in ("third-party-name", "contact-details")
    return (problem.uri in opened and not is_private) or problem.code in ("include", "same-place")
