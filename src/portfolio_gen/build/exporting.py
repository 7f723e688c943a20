"""What one audience may see, as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from portfolio_gen.build.linked import broken_links, linked_portfolio, told
from portfolio_gen.exports.json_export import export_document
from portfolio_gen.problems import Severity, sorted_problems
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings


def export(tree: Tree, settings: Settings, excluded: Iterable[str] = ()) -> tuple[Mapping[str, Any], int]:
    """What the audience may see as one document for programs, and the number of errors that it doesn't tell.

    The form is that of `exports.json_export`. Its problems are those of what is shown, and of sources whose
    audience can't be known until they are mended. What names something that this audience may not see stays
    out: notes of what is not shared, and errors in it.

    Raises:
        SettingsError: the reader is no person.
    """
    linked = linked_portfolio(tree, settings, excluded)
    problems = sorted_problems(
        linked.problems,
        broken_links(linked.portfolio, linked.links, linked.resolver, has_reader=linked.reader is not None),
    )
    found = told((problem for problem in problems if problem.severity is not Severity.NOTE), linked, settings)
    return export_document(linked.portfolio, linked.links, found, settings.audience), len(linked.elsewhere)
