"""From the files of a content folder to everything that a host publishes for one audience."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from portfolio_gen.build.attachments import attachments_of
from portfolio_gen.build.calendars import calendar_files
from portfolio_gen.build.context import context_of
from portfolio_gen.build.feeds import site_feed
from portfolio_gen.build.linked import Linked, linked_portfolio, told
from portfolio_gen.exports.feeds.feed import Feed
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.problems import Problem, errors
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.views.assets import site_assets
from portfolio_gen.views.context import Context
from portfolio_gen.views.journal_index import JOURNAL_INDEX, JournalIndex, index_script, journal_index
from portfolio_gen.views.navigation import default_navigation, out_of_navigation
from portfolio_gen.views.not_found import NOT_FOUND
from portfolio_gen.views.page import Page
from portfolio_gen.views.pages import generated_pages, not_found_page, written_pages
from portfolio_gen.views.places import places_of
from portfolio_gen.withholding.navigation import NavItem, meta_without_withheld, withheld_places


@dataclass(frozen=True, slots=True)
class Build:
    """Everything a host needs to publish a portfolio for one audience."""

    written: Mapping[str, Page]
    """The pages that authors wrote and the audience may see, by uri."""
    generated: tuple[Page, ...]
    """The pages that nobody wrote."""
    not_found: Page
    """What stands at addresses at which there is nothing: the owner's own page, which is among `written`, or ours."""
    attachments: frozenset[str]
    """Uris of the attachments that are published. Nothing else below the content folder is."""
    assets: Mapping[str, str | bytes]
    """Files that are no pages, by uri: what pages need, and what programs read. The journal's index names pages by
    their uris."""
    journal: JournalIndex
    """The journal's index, for a host that knows the address of each page: `index_script` writes it with them."""
    feed: Feed | None
    """The newest entries, for a host that knows the address of each page: `feed_files` writes them; None if the site
    has no feeds."""
    navigation: tuple[NavItem, ...]
    """What the site's navigation holds if its owner has written none."""
    out_of_navigation: frozenset[str]
    """Uris of the pages that stand in no navigation that nobody has written."""
    problems: tuple[Problem, ...]
    """Errors anywhere, and what else is wrong with what the audience sees; sorted."""
    is_stopped: bool
    """Whether there are errors with which nothing may be published."""
    is_untrusted: bool
    """Whether what the pages hold is to be cleaned by who renders them, and they carry a policy."""
    linked: Linked = field(compare=False, repr=False)
    """What the audience may see; the audit compares the finished site with it."""


def build_site(tree: Tree, settings: Settings, excluded: Iterable[str] = (), *, cleans_markdown: bool = False) -> Build:
    """The site of a content folder for the audience of the settings.

    `excluded` are uris of pages that the host leaves out for reasons of its own. With `cleans_markdown` what
    untrusted authors wrote is made harmless as Markdown, for engines that don't clean what they render.

    Raises:
        SettingsError: the reader is no person.
    """
    linked = linked_portfolio(tree, settings, excluded)
    attachments, refused = attachments_of(tree, linked, settings)
    places = places_of(linked.portfolio, has_reader=linked.reader is not None)
    context = context_of(linked, settings, places, tree=tree, cleans_markdown=cleans_markdown)
    written, generated = tuple(written_pages(context)), tuple(generated_pages(context, places))
    journal = journal_index(context)
    own = {source.uri for source in tree.sources} | tree.attachments | tree.unreadable
    withheld = withheld_places(own, {*(page.uri for page in (*written, *generated)), *attachments})
    return Build(
        written={page.uri: replace(page, meta=_host_meta(page, tree, withheld)) for page in written},
        generated=generated,
        not_found=next((page for page in written if page.uri == NOT_FOUND), None) or not_found_page(context),
        attachments=attachments,
        assets={
            **site_assets(),
            JOURNAL_INDEX: index_script(journal, {}),
            **_calendars(context, settings, attachments),
        },
        journal=journal,
        feed=site_feed(linked, settings),
        navigation=default_navigation(_without_included(linked.portfolio), places),
        out_of_navigation=out_of_navigation(linked.portfolio, places) | _included_uris(linked.portfolio),
        problems=told((*linked.problems, *linked.elsewhere, *refused), linked, settings, refused),
        is_stopped=settings.on_error == "stop"
        and _has_own_errors((*linked.problems, *linked.elsewhere, *refused), settings),
        is_untrusted=context.is_untrusted,
        linked=linked,
    )


def _calendars(context: Context, settings: Settings, attachments: frozenset[str]) -> Mapping[str, bytes]:
    """The site's calendars, but where its owner publishes a file of the same name."""
    return {uri: content for uri, content in calendar_files(context, settings).items() if uri not in attachments}


def _host_meta(page: Page, tree: Tree, withheld: frozenset[str]) -> Mapping[str, Any]:
    """Front matter for the host; lists of links in included folders lead to places of their owners' own sites."""
    if tree.is_included(page.uri):
        return {name: value for name, value in page.meta.items() if name != "links"}
    return meta_without_withheld(page.meta, withheld)


def _included_uris(portfolio: Portfolio) -> frozenset[str]:
    return frozenset(entry.uri for entry in portfolio.entries.values() if entry.origin is not None)


def _without_included(portfolio: Portfolio) -> Portfolio:
    """The site's own entries: each page carries the whole navigation, and people have pages of their own."""
    return replace(portfolio, entries={key: one for key, one in portfolio.entries.items() if one.origin is None})


def _has_own_errors(problems: Iterable[Problem], settings: Settings) -> bool:
    """Whether there are errors for which the site's own authors answer, whoever would see what is wrong.

    They stop a build wherever they are, so that one that passes for a few passes for all. What is wrong in an
    included folder is withheld, and stops nobody else.
    """
    return any(settings.included_at(problem.uri) is None for problem in errors(problems))
