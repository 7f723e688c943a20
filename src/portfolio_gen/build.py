"""The one composer: from the files of a content folder to everything that a host publishes for one audience."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from portfolio_gen.exports.json_export import export_document
from portfolio_gen.linking.link_problems import broken_link
from portfolio_gen.linking.links import Links, link, texts_of
from portfolio_gen.linking.names import names_of
from portfolio_gen.linking.resolution import Resolver, ToPage
from portfolio_gen.linking.titles import retitled
from portfolio_gen.model.paths import place_of
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.problems import Problem, Severity, errors, sorted_problems
from portfolio_gen.reading.load import Loaded, load
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.views.assets import site_assets
from portfolio_gen.views.context import Context
from portfolio_gen.views.navigation import default_navigation, out_of_navigation
from portfolio_gen.views.page import Page
from portfolio_gen.views.pages import generated_pages, view_problems, written_pages
from portfolio_gen.views.places import ALWAYS_THERE, Places, generated_places, places_of
from portfolio_gen.withholding.attachments import attachment_problems, published_attachments
from portfolio_gen.withholding.audiences import audience_notes, person_notes, portfolio_notes
from portfolio_gen.withholding.navigation import NavItem
from portfolio_gen.withholding.publishing import publishable, whole_portfolio

__all__ = ["Build", "Linked", "build_site", "check", "export", "linked_portfolio"]


@dataclass(frozen=True, slots=True)
class Build:
    """Everything a host needs to publish a portfolio for one audience."""

    written: Mapping[str, Page]
    """The pages that authors wrote and the audience may see, by uri."""
    generated: tuple[Page, ...]
    """The pages that nobody wrote."""
    attachments: frozenset[str]
    """Uris of the attachments that are published. Nothing else below the content folder is."""
    assets: Mapping[str, str]
    """Files that the pages need, by uri; style sheets among them."""
    navigation: tuple[NavItem, ...]
    """What the site's navigation holds if its owner has written none."""
    out_of_navigation: frozenset[str]
    """Uris of the pages that stand in no navigation that nobody has written."""
    problems: tuple[Problem, ...]
    """Errors anywhere, and what else is wrong with what the audience sees; sorted."""
    is_stopped: bool
    """Whether there are errors with which nothing may be published."""


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


def build_site(tree: Tree, settings: Settings, excluded: Iterable[str] = ()) -> Build:
    """The site of a content folder for the audience of the settings.

    `excluded` are uris of pages that the host leaves out for reasons of its own.

    Raises:
        SettingsError: the reader is no person.
    """
    linked = linked_portfolio(tree, settings, excluded)
    attachments, refused = _attachments(tree, linked.links, settings)
    places = places_of(linked.portfolio)
    context = _context(linked, settings, places)
    return Build(
        written={page.uri: page for page in written_pages(context)},
        generated=tuple(generated_pages(context, places)),
        attachments=attachments,
        assets=site_assets(),
        navigation=default_navigation(linked.portfolio, places),
        out_of_navigation=out_of_navigation(linked.portfolio, places),
        problems=sorted_problems(linked.problems, linked.elsewhere, refused),
        # Errors stop a build wherever they are, so that one that passes for a few passes for all.
        is_stopped=settings.on_error == "stop" and bool(errors(linked.problems) or linked.elsewhere or refused),
    )


def linked_portfolio(tree: Tree, settings: Settings, excluded: Iterable[str] = ()) -> Linked:
    """What the audience may see, linked: the way of the data from the files up to the views.

    Raises:
        SettingsError: the reader is no person.
    """
    outside = frozenset(excluded)
    loaded = load(tree.without(outside), settings.folders)
    return _linked(loaded, whole_portfolio(loaded.entries, settings), loaded.broken | outside, tree, settings)


def _linked(loaded: Loaded, everything: Portfolio, unread: frozenset[str], tree: Tree, settings: Settings) -> Linked:
    """What the audience may see of what was read, less what turns out to be wrong when it is linked."""
    problems = list(loaded.problems)
    hidden = unread
    while True:
        published = publishable(everything, settings, hidden)
        resolver = Resolver(published.portfolio.entries, published.names, tree.attachments, ALWAYS_THERE)
        links = link(published.portfolio.entries.values(), resolver)
        broken = {problem.uri for problem in errors(links.problems)}
        problems += links.problems
        if not broken:
            break
        # What names something that isn't there is as wrong as what can't be read: it is withheld too.
        hidden |= broken
    problems += (problem for entry in published.portfolio.entries.values() for problem in view_problems(entry))
    portfolio = retitled(published.portfolio, links)
    seen = {entry.uri for entry in portfolio.entries.values()}
    told = (problem for problem in problems if problem.severity is Severity.ERROR or problem.uri in seen)
    # What a visible entry names and may not show is no error here, whatever it is: nothing of it may matter.
    narrower = [entry for entry in published.withheld if entry.uri not in hidden]
    elsewhere = errors(link(narrower, _resolver_of_everything(everything, unread, tree)).problems)
    return Linked(portfolio, links, resolver, sorted_problems(told), sorted_problems(elsewhere))


def check(tree: Tree, settings: Settings, excluded: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Everything that an author should know: all problems of all entries, and what a build would not share.

    Raises:
        SettingsError: the reader is no person.
    """
    outside = frozenset(excluded)
    loaded = load(tree.without(outside), settings.folders)
    unread = loaded.broken | outside
    everything = whole_portfolio(loaded.entries, settings)
    resolver = _resolver_of_everything(everything, unread, tree)
    entries = tuple(everything.entries.values())
    links = link(entries, resolver)
    shared = _linked(loaded, everything, unread, tree, settings)
    return sorted_problems(
        loaded.problems,
        links.problems,
        _broken_links(everything, links, resolver),
        (problem for entry in entries for problem in view_problems(entry)),
        (problem for entry in entries for problem in audience_notes(entry, settings.today)),
        portfolio_notes(everything, settings),
        (problem for problem in shared.problems if problem.code == "not-shared"),
        person_notes(shared.portfolio),
        _attachments(tree, shared.links, settings)[1],
    )


def export(tree: Tree, settings: Settings, excluded: Iterable[str] = ()) -> tuple[Mapping[str, Any], int]:
    """What the audience may see as one document for programs, and the number of errors that it doesn't tell.

    The form is that of `exports.json_export`. Its problems are those of what is shown, and of sources whose
    audience can't be known until they are mended. What names something that this audience may not see stays
    out: notes of what is not shared, and errors in it.

    Raises:
        SettingsError: the reader is no person.
    """
    linked = linked_portfolio(tree, settings, excluded)
    problems = sorted_problems(linked.problems, _broken_links(linked.portfolio, linked.links, linked.resolver))
    told = (problem for problem in problems if problem.severity is not Severity.NOTE)
    return export_document(linked.portfolio, linked.links, told, settings.audience), len(linked.elsewhere)


def _attachments(tree: Tree, links: Links, settings: Settings) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The attachments that are published, and the problems of those that can't be."""
    wanted = published_attachments(tree.attachments, links.files, settings.assets)
    refused = tuple(attachment_problems(tree.root, wanted)) if tree.root is not None else ()
    return wanted - {problem.uri for problem in refused}, refused


def _resolver_of_everything(everything: Portfolio, unread: frozenset[str], tree: Tree) -> Resolver:
    """What names mean to the author, who may see it all; what can't be read has a name at least."""
    return Resolver(everything.entries, names_of((), unread), tree.attachments, ALWAYS_THERE)


def _broken_links(portfolio: Portfolio, links: Links, resolver: Resolver) -> Iterable[Problem]:
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


def _context(linked: Linked, settings: Settings, places: Places) -> Context:
    reader = linked.resolver.names.meant_by(settings.reader, ("person",)) if settings.reader else ()
    return Context(
        portfolio=linked.portfolio,
        links=linked.links,
        today=settings.today,
        audience=settings.audience,
        reader=linked.portfolio.entries[reader[0]].title if reader else "",
        site_name=settings.site_name,
        is_preview=settings.is_preview,
        uris=places.uris,
    )
