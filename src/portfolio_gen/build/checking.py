"""Everything that an author should know before publishing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from portfolio_gen.build.attachments import attachments_of
from portfolio_gen.build.author import authored
from portfolio_gen.build.linked import broken_links, seen_by_audience, told
from portfolio_gen.problems import Problem, sorted_problems
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.views.pages import view_problems
from portfolio_gen.withholding.audiences import audience_notes, person_notes, portfolio_notes
from portfolio_gen.withholding.third_parties.contact_details import contact_notes


def check(tree: Tree, settings: Settings, excluded: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Everything that an author should know: all problems of all entries, and what a build would not share.

    Raises:
        SettingsError: the reader is no person.
    """
    whole = authored(tree, settings, excluded)
    entries = tuple(whole.portfolio.entries.values())
    # A preview passes over names, since its author is the only reader.
    shared = seen_by_audience(
        whole.loaded, whole.portfolio, whole.unread, whole.tree, replace(settings, on_error="stop")
    )
    refused = attachments_of(whole.tree, shared, settings)[1]
    found = sorted_problems(
        whole.loaded.problems,
        whole.links.problems,
        broken_links(whole.portfolio, whole.links, whole.resolver, has_reader=bool(settings.reader)),
        (problem for entry in entries for problem in view_problems(entry)),
        (problem for entry in entries for problem in audience_notes(entry, settings.today)),
        portfolio_notes(whole.portfolio, settings),
        (problem for problem in shared.problems if problem.code == "not-shared"),
        person_notes(shared.portfolio),
        (problem for problem in shared.elsewhere if problem.code == "third-party-name"),
        (problem for entry in entries for problem in contact_notes(entry, whole.portfolio.audiences[entry.id])),
        refused,
    )
    return told(found, shared, settings, refused)
