"""What one audience may see of a content folder, linked: the way of the data from the files up to the views."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from portfolio_gen.linking.link_problems import broken_link
from portfolio_gen.linking.links import Links, link, texts_of
from portfolio_gen.linking.names import names_of
from portfolio_gen.linking.not_shared import not_shared_in
from portfolio_gen.linking.resolution import Resolver, ToPage
from portfolio_gen.linking.titles import retitled
from portfolio_gen.model.audience import Audience
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
from portfolio_gen.withholding.third_parties.findings import name_problems
from portfolio_gen.withholding.third_parties.list_file import without_list
from portfolio_gen.withholding.third_parties.names import name_index
from portfolio_gen.withholding.third_parties.renaming import renamed_portfolio
from portfolio_gen.withholding.third_parties.spellings import NameIndex


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

    @property
    def tellable(self) -> frozenset[Problem]:
        """The problems whose words the audience may read; others may quote what it may not see."""
        seen = {entry.uri for entry in self.portfolio.entries.values()}
        broken = broken_links(self.portfolio, self.links, self.resolver)
        return frozenset(one for one in (*self.problems, *broken) if one.uri in seen and one.code != "not-shared")


def linked_portfolio(tree: Tree, settings: Settings, excluded: Iterable[str] = ()) -> Linked:
    """What the audience may see, linked: the way of the data from the files up to the views.

    Raises:
        SettingsError: the reader is no person.
    """
    outside = frozenset(excluded)
    tree = without_list(tree, settings.names)
    loaded = told_apart(load(tree.without(outside), settings.folders), settings)
    return seen_by_audience(loaded, whole_portfolio(loaded.entries, settings), loaded.broken | outside, tree, settings)


def seen_by_audience(
    loaded: Loaded, everything: Portfolio, unread: frozenset[str], tree: Tree, settings: Settings
) -> Linked:
    """What the audience may see of what was read, less what turns out to be wrong when it is linked."""
    problems = list(loaded.problems)
    all_names = resolver_of_everything(everything, unread, tree)
    third_parties = name_index(settings.names.names, everything.of_kind("person"))
    named = _name_problems(everything, third_parties, all_names, settings)
    # Their author may read them as they are.
    hidden = unread | {problem.uri for problem in named if settings.audience is not Audience.ME}
    while True:
        published = publishable(everything, settings, hidden)
        portfolio = published.portfolio
        if third_parties is not None and settings.pseudonyms and settings.audience is not Audience.ME:
            portfolio = renamed_portfolio(portfolio, third_parties, all_names)
        # What is withheld at the place of a generated page changes no link to that page.
        pages = ALWAYS_THERE | generated_uris(portfolio, places_of(portfolio))
        resolver = Resolver(portfolio.entries, published.names, tree.attachments, pages)
        links = link(portfolio.entries.values(), resolver)
        broken = {problem.uri for problem in errors(links.problems)}
        problems += links.problems
        if not broken:
            break
        # What names something that isn't there is as wrong as what can't be read: it is withheld too.
        hidden |= broken
    problems += (problem for entry in published.portfolio.entries.values() for problem in view_problems(entry))
    portfolio = retitled(portfolio, links, not_shared_in(settings.language))
    seen = {entry.uri for entry in portfolio.entries.values()}
    told = (problem for problem in problems if problem.severity is Severity.ERROR or problem.uri in seen)
    # What a visible entry names and may not show is no error here, whatever it is: nothing of it may matter.
    narrower = [entry for entry in published.withheld if entry.uri not in hidden]
    elsewhere = (*errors(link(narrower, all_names).problems), *named)
    return Linked(portfolio, links, resolver, sorted_problems(told), sorted_problems(elsewhere), everything)


def _name_problems(
    everything: Portfolio, third_parties: NameIndex | None, resolver: Resolver, settings: Settings
) -> tuple[Problem, ...]:
    """Names of third parties where others would read them; a preview for its author alone asks for none."""
    if third_parties is None or (settings.audience is Audience.ME and settings.on_error == "withhold"):
        return ()
    return tuple(name_problems(everything, third_parties, resolver, are_renamed=settings.pseudonyms))


def resolver_of_everything(everything: Portfolio, unread: frozenset[str], tree: Tree) -> Resolver:
    """What names mean to the author, who may see it all; what can't be read has a name at least."""
    return Resolver(everything.entries, names_of((), unread), tree.attachments, ALWAYS_THERE)


def broken_links(portfolio: Portfolio, links: Links, resolver: Resolver) -> Iterable[Problem]:
    """Relative links that lead neither to an entry nor to a generated page. A build leaves them to its host."""
    pages = generated_places(portfolio, places_of(portfolio))
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
    """Problems as they may be told; `refused` are those of attachments that somebody has published."""
    return discreet(problems, {*linked.tellable, *refused}) if settings.is_discreet else sorted_problems(problems)
