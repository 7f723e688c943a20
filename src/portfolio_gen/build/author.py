"""A portfolio as its author knows it: everything that could be read, linked, nothing withheld."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portfolio_gen.build.linked import resolver_of_everything, without_lists
from portfolio_gen.linking.links import Links, link
from portfolio_gen.linking.resolution import Resolver
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.reading.load import Loaded, load
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.withholding.publishing import told_apart, whole_portfolio


@dataclass(frozen=True, slots=True)
class Authored:
    """Everything, for commands on the author's own machine. Nothing that is published is made from it."""

    tree: Tree
    """The files, less lists of names."""
    loaded: Loaded
    """What was read of them, and what is wrong with it."""
    unread: frozenset[str]
    """Uris of sources that can't be read, or that hosts leave out."""
    portfolio: Portfolio
    """All entries that could be read."""
    links: Links
    """What they name."""
    resolver: Resolver
    """What names mean to the author."""


def authored(tree: Tree, settings: Settings, excluded: Iterable[str] = ()) -> Authored:
    """Everything that could be read of a content folder, linked. `excluded` are uris of pages that hosts leave out."""
    outside = frozenset(excluded)
    tree = without_lists(tree, settings)
    loaded = told_apart(load(tree.without(outside), settings.folders), settings)
    unread = loaded.broken | outside
    everything = whole_portfolio(loaded.entries, settings)
    resolver = resolver_of_everything(everything, loaded.apart, unread, tree)
    return Authored(tree, loaded, unread, everything, link(everything.entries.values(), resolver), resolver)
