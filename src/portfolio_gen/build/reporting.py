"""A report on one person, as Markdown and as a document of one file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from portfolio_gen.build.context import context_of
from portfolio_gen.build.linked import Linked, linked_portfolio, told
from portfolio_gen.build.packing import note_of
from portfolio_gen.build.papering import audited_paper, refuse_leaks
from portfolio_gen.figures.people import people_of
from portfolio_gen.figures.report import Report, report_of
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import EntryId
from portfolio_gen.papers.html import html_of
from portfolio_gen.papers.paper import Paper, PaperSource, Sheet
from portfolio_gen.problems import PortfolioError, Problem, errors
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.views.places import places_of
from portfolio_gen.views.reports.lines import REPORT
from portfolio_gen.views.reports.report import report_text, report_view
from portfolio_gen.views.reports.shapes import Shape


class ReportError(PortfolioError):
    """It can't be told whose report is meant; the message has the names."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A report, ready to be written."""

    markdown: str
    html: str
    report: Report
    person: str
    """The name of the person."""
    problems: tuple[Problem, ...]
    """Errors in what was therefore left out, whoever would see it; sorted."""


def reported(
    tree: Tree,
    settings: Settings,
    excluded: Iterable[str] = (),
    *,
    shape: Shape,
    start: date,
    end: date,
    person: str = "",
    url: str = "",
) -> Reported:
    """The report of a person over a time, both days included, of what the audience of the settings may see.

    Without a `person` it is the only one. With a `url` its lines lead to that site.

    Raises:
        ReportError: there is no such person, or there are several.
        LeakError: it would hold what the audience may not see.
        SettingsError: the reader is no person.
    """
    settings = replace(settings, on_error="withhold")
    linked = linked_portfolio(tree, settings, excluded)
    meant = _person(person or settings.person, linked)
    context = context_of(linked, settings, places_of(linked.portfolio, has_reader=linked.reader is not None))
    report = report_of(meant, start, end, linked.portfolio, linked.links, settings.today, context.index)
    view = report_view(context, report, shape)
    title = f"{view.title}: {view.name}"
    sheet = Sheet(REPORT, title, report_text(context, view, lists_sources=False), is_summary=True)
    sources = tuple(PaperSource(one.uri, one.title, one.about) for one in view.sources)
    html = html_of(Paper(title, context.words.language, note_of(context), (sheet,), sources=sources, url=url))
    if settings.audience is not Audience.ME:
        refuse_leaks(audited_paper(html, linked, tree, settings))
    problems = told(errors((*linked.problems, *linked.elsewhere)), linked, settings)
    return Reported(report_text(context, view), html, report, view.name, problems)


def _person(name: str, linked: Linked) -> EntryId:
    people = people_of(linked.portfolio)
    meant = linked.resolver.names.meant_by(name, ("person",)) if name else people
    if len(meant) == 1 and meant[0] in people:
        return meant[0]
    listed = ", ".join(people[:8]) or "nobody"
    if name:
        raise ReportError(f"nobody whom this audience sees is called '{name}'; there are {listed}")
    raise ReportError(f"say whose report it is with --person NAME: {listed}")
