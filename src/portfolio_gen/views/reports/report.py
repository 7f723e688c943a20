"""A report as Markdown: what one person has shown in a time, in one of several shapes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from portfolio_gen.figures.report import Report
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.views.reports.lines import REPORT, Group, about_entry, entry_named
from portfolio_gen.views.reports.parts import PARTS
from portfolio_gen.views.reports.shapes import Section, Shape
from portfolio_gen.views.reports.sources import sources_of
from portfolio_gen.views.templates import rendered
from portfolio_gen.wording.words import Words


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is shown."""

    heading: str
    groups: tuple[Group, ...]
    """Empty if there is nothing to tell."""


@dataclass(frozen=True, slots=True)
class Source:
    """An entry that the report tells of, as it is listed."""

    uri: str
    title: str
    """Plain words."""
    about: str
    """Its kind and date."""
    line: str
    """All of it, as Markdown."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """What a report shows."""

    name: str
    """Plain words."""
    title: str
    """Plain words."""
    introduction: str
    time: str
    """From when until when, in words."""
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]
    """Where to look up what is told, the newest first."""


def report_view(context: Context, report: Report, shape: Shape) -> ReportView:
    """A report in a shape. Its links are relative, as if it stood at the root of the content folder."""
    words = context.words
    parts = tuple(_part(context, report, section, shape) for section in shape.sections)
    lines = [line for part in parts for group in part.groups for line in group.lines]
    return ReportView(
        name=context.entry(report.person).title,
        title=_shape_words(words, shape.title),
        introduction=_shape_words(words, shape.introduction),
        time=words.gettext("%(start)s to %(end)s", start=words.day(report.start), end=words.day(report.end)),
        parts=parts,
        sources=tuple(_source(context, entry) for entry in sources_of(context, report, lines)),
    )


def report_text(context: Context, view: ReportView, *, lists_sources: bool = True) -> str:
    """A report as Markdown; without its list of sources for a document that lists them itself."""
    shown = view if lists_sources else replace(view, sources=())
    return rendered("report.md.jinja", shown, context, REPORT) + "\n"


def _part(context: Context, report: Report, section: Section, shape: Shape) -> Part:
    groups = tuple(group for group in PARTS[section.part](context, report, section, shape) if group.lines)
    return Part(escaped(_shape_words(context.words, section.heading)), groups)


def _shape_words(words: Words, text: str) -> str:
    """A text of a shape, translated if it is shipped; one of a project's own may hold any sign."""
    return words.gettext(text.replace("%", "%%")) if text else ""


def _source(context: Context, entry: Entry) -> Source:
    about = about_entry(context, entry)
    line = f"{entry_named(context, entry)} · {escaped(entry.uri)}"
    return Source(entry.uri, entry.title, about, line)
