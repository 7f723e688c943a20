"""Where it is written: the entries that a report tells of, to look them up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portfolio_gen.figures.report import Report
from portfolio_gen.markdown.text_links import linked_text
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.reports.lines import Line


def sources_of(context: Context, report: Report, lines: Iterable[Line]) -> tuple[Entry, ...]:
    """The entries of the time, and what else the lines lead to, such as goals and competencies.

    The newest first, then those without a date by uri.
    """
    by_uri = {entry.uri: entry for entry in context.portfolio.entries.values()}
    linked = {uri: by_uri[uri] for uri in _destinations(lines) if uri in by_uri}
    told = {entry.uri: entry for entry in report.entries}
    return newest_first((told | linked).values())


def _destinations(lines: Iterable[Line]) -> Iterator[str]:
    """What the links lead to. A report stands at the root of the content, so a destination is a uri."""
    for line in lines:
        for text in (line.text, *line.below):
            yield from (link.target for link in linked_text(text).links)
