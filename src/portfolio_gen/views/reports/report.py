"""A report as Markdown: what one person has shown in a time, in one of several shapes."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.figures.report import Report
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.views.reports.lines import REPORT, Group, entry_named
from portfolio_gen.views.reports.parts import PARTS
from portfolio_gen.views.reports.shapes import Section, Shape
from portfolio_gen.views.templates import rendered


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is shown."""

    heading: str
    groups: tuple[Group, ...]
    """Empty if there is nothing to tell."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """What a report shows."""

    name: str
    title: str
    introduction: str
    time: str
    """From when until when, in words."""
    parts: tuple[Part, ...]
    entries: tuple[str, ...]
    """Each entry that is told of, as a link with its date: where to look it up."""


def report_text(context: Context, report: Report, shape: Shape) -> str:
    """The report as Markdown with relative links, as if it stood at the root of the content folder."""
    words = context.words
    view = ReportView(
        name=escaped(context.entry(report.person).title),
        title=escaped(words.gettext(shape.title) if shape.title else ""),
        introduction=escaped(words.gettext(shape.introduction) if shape.introduction else ""),
        time=words.gettext("%(start)s to %(end)s", start=words.day(report.start), end=words.day(report.end)),
        parts=tuple(_part(context, report, section) for section in shape.sections),
        entries=tuple(_listed(context, entry) for entry in report.entries),
    )
    return rendered("report.md.jinja", view, context, REPORT) + "\n"


def _part(context: Context, report: Report, section: Section) -> Part:
    groups = tuple(group for group in PARTS[section.part](context, report, section) if group.lines)
    return Part(escaped(context.words.gettext(section.heading) if section.heading else ""), groups)


def _listed(context: Context, entry: Entry) -> str:
    return f"{entry_named(context, entry)} · {escaped(entry.uri)}"
