"""From the files of a content folder to everything that a host publishes for one audience."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from portfolio_gen.build.attachments import attachments_of
from portfolio_gen.build.linked import Linked, linked_portfolio, told
from portfolio_gen.cleaning.trust import is_untrusted
from portfolio_gen.linking.not_shared import not_shared_in
from portfolio_gen.problems import Problem, errors
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.views.assets import site_assets
from portfolio_gen.views.context import Context
from portfolio_gen.views.navigation import default_navigation, out_of_navigation
from portfolio_gen.views.page import Page
from portfolio_gen.views.pages import generated_pages, written_pages
from portfolio_gen.views.places import Places, places_of
from portfolio_gen.withholding.navigation import NavItem, meta_without_withheld, withheld_places


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
    places = places_of(linked.portfolio)
    context = _context(linked, settings, places, cleans_markdown=cleans_markdown)
    written, generated = tuple(written_pages(context)), tuple(generated_pages(context, places))
    own = {source.uri for source in tree.sources} | tree.attachments | tree.unreadable
    withheld = withheld_places(own, {*(page.uri for page in (*written, *generated)), *attachments})
    return Build(
        written={page.uri: replace(page, meta=meta_without_withheld(page.meta, withheld)) for page in written},
        generated=generated,
        attachments=attachments,
        assets=site_assets(),
        navigation=default_navigation(linked.portfolio, places),
        out_of_navigation=out_of_navigation(linked.portfolio, places),
        problems=told((*linked.problems, *linked.elsewhere, *refused), linked, settings, refused),
        # Errors stop a build wherever they are, so that one that passes for a few passes for all.
        is_stopped=settings.on_error == "stop" and bool(errors(linked.problems) or linked.elsewhere or refused),
        is_untrusted=context.is_untrusted,
        linked=linked,
    )


def _context(linked: Linked, settings: Settings, places: Places, *, cleans_markdown: bool) -> Context:
    reader = linked.resolver.names.meant_by(settings.reader, ("person",)) if settings.reader else ()
    return Context(
        portfolio=linked.portfolio,
        links=linked.links,
        today=settings.today,
        audience=settings.audience,
        reader=linked.portfolio.entries[reader[0]].title if reader else "",
        site_name=settings.site_name,
        not_shared=not_shared_in(settings.language),
        is_preview=settings.is_preview,
        is_untrusted=is_untrusted(linked.portfolio, settings),
        cleans_markdown=cleans_markdown,
        uris=places.uris,
    )
