"""The attachments of a site, after all rules."""

from __future__ import annotations

from portfolio_gen.build.linked import Linked
from portfolio_gen.cleaning.trust import is_untrusted
from portfolio_gen.model.audience import Audience
from portfolio_gen.problems import Problem
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.withholding.active import running_attachments
from portfolio_gen.withholding.attachments import attachment_problems, published_attachments, stray_problems
from portfolio_gen.withholding.third_parties.findings import attachment_name_problems
from portfolio_gen.withholding.third_parties.list_file import without_list
from portfolio_gen.withholding.third_parties.names import name_index


def attachments_of(tree: Tree, linked: Linked, settings: Settings) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The attachments that are published, and the problems of those that can't be."""
    tree = without_list(tree, settings.names)
    wanted = published_attachments(tree.attachments, linked.links.files, settings.assets)
    refused = tuple(attachment_problems(tree.root, wanted)) if tree.root is not None else ()
    refused += tuple(stray_problems(tree.attachments & linked.links.files, wanted))
    if is_untrusted(linked.portfolio, settings):
        named_by_owner = published_attachments(tree.attachments, frozenset(), settings.assets)
        refused += tuple(running_attachments(tree.root, wanted - named_by_owner))
    third_parties = name_index(settings.names.names, linked.everything.of_kind("person"))
    if third_parties is not None and settings.audience is not Audience.ME:
        refused += tuple(attachment_name_problems(wanted, third_parties))
    return wanted - {problem.uri for problem in refused}, refused
