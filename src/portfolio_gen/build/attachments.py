"""The attachments of a site, after all rules."""

from __future__ import annotations

from dataclasses import replace

from portfolio_gen.build.linked import Linked, without_lists
from portfolio_gen.cleaning.trust import is_untrusted
from portfolio_gen.problems import Problem
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.withholding.active import running_attachments
from portfolio_gen.withholding.attachments import attachment_problems, published_attachments, stray_problems
from portfolio_gen.withholding.third_parties.lists import attachments_named_by


def attachments_of(tree: Tree, linked: Linked, settings: Settings) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The attachments that are published, and the problems of those that can't be."""
    tree = without_lists(tree, settings)
    # What the owner of the site names in `assets` is the owner's own.
    own = frozenset(uri for uri in tree.attachments if not tree.is_included(uri))
    named_by_owner = published_attachments(own, frozenset(), settings.assets)
    wanted = published_attachments(tree.attachments, linked.links.files, ()) | named_by_owner
    refused = tuple(stray_problems(tree.attachments & linked.links.files, wanted))
    for root, uris in tree.by_root(wanted):
        found = list(attachment_problems(root, uris)) if root is not None else []
        if is_untrusted(linked.portfolio, settings):
            found += running_attachments(root, (one for one, uri in uris.items() if uri not in named_by_owner))
        refused += tuple(replace(problem, uri=uris[problem.uri]) for problem in found)
    refused += tuple(attachments_named_by(linked.third_parties, wanted, settings))
    return wanted - {problem.uri for problem in refused}, refused
