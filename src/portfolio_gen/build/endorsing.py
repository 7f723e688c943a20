"""Whether others put on record what they said, as far as git knows."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.figures.endorsement import By, committed_by, is_by_others
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.reading.committers import committers
from portfolio_gen.reading.sources import Tree


def endorsements(tree: Tree, portfolio: Portfolio) -> Mapping[EntryId, By]:
    """Who committed what others said of a person, where a history tells; git is asked only if there is such a thing.

    Only what the audience sees counts, so what is withheld changes nothing.
    """
    concerned = {portfolio.persons.get(entry.id) for entry in portfolio.entries.values() if is_by_others(entry)}
    wanted = {
        entry.uri: entry.id for entry in portfolio.entries.values()
        if entry.is_written and portfolio.persons.get(entry.id) in concerned - {None}
    }  # fmt: skip
    authors: dict[EntryId, frozenset[str]] = {}
    for root, uris in tree.by_root(wanted):
        if root is not None and uris:
            found = committers(root, uris)
            authors |= {wanted[uris[own]]: keys for own, keys in found.items()}
    return committed_by(portfolio, authors)
