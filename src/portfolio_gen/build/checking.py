"""Everything that an author should know before publishing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from portfolio_gen.build.attachments import attachments_of
from portfolio_gen.build.linked import broken_links, resolver_of_everything, seen_by_audience, told, without_lists
from portfolio_gen.linking.links import link
from portfolio_gen.problems import Problem, sorted_problems
from portfolio_gen.reading.load import load
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.views.pages import view_problems
from portfolio_gen.withholding.audiences import audience_notes, person_notes, portfolio_notes
from portfolio_gen.withholding.publishing import told_apart, whole_portfolio
from portfolio_gen.withholding.third_parties.contact_details import contact_notes


def check(tree: Tree, settings: Settings, excluded: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Everything that an author should know: all problems of all entries, and what a build would not share.

    Raises:
        SettingsError: the reader is no person.
    """
    outside = frozenset(excluded)
    tree = without_lists(tree, settings)
    loaded = told_apart(load(tree.without(outside), settings.folders), settings)
    unread = loaded.broken | outside
    everything = whole_portfolio(loaded.entries, settings)
    resolver = resolver_of_everything(everything, loaded.apart, unread, tree)
    entries = tuple(everything.entries.values())
    links = link(entries, resolver)
    # A preview passes over names, since its author is the only reader.
    shared = seen_by_audience(loaded, everything, unread, tree, replace(settings, on_error="stop"))
    refused = attachments_of(tree, shared, settings)[1]
    found = sorted_problems(
        loaded.problems,
        links.problems,
        broken_links(everything, links, resolver),
        (problem for entry in entries for problem in view_problems(entry)),
        (problem for entry in entries for problem in audience_notes(entry, settings.today)),
        portfolio_notes(everything, settings),
        (problem for problem in shared.problems if problem.code == "not-shared"),
        person_notes(shared.portfolio),
        (problem for problem in shared.elsewhere if problem.code == "third-party-name"),
        (problem for entry in entries for problem in contact_notes(entry, everything.audiences[entry.id])),
        refused,
    )
    return told(found, shared, settings, refused)
