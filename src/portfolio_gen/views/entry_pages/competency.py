"""A competency: its levels, and the entries that stand behind them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.rows import Row, claimed, level_words, row

_SECTIONS = (
    ("Goals that aim at it", ("goal",), False),
    ("Evidence that shows it", ("evidence",), False),
    ("Reflections", ("reflection",), False),
    ("Feedback on it", ("feedback",), False),
    ("Assessments", ("assessment",), True),
    ("Learning, challenges and check-ins", ("learning", "challenge", "checkin"), True),
    ("Activities to practise it", ("activity",), False),
)
"""The sections of the page, the kinds of entry in each, and whether each row says of which kind it is."""


LISTED_KINDS = frozenset(kind for _, kinds, _ in _SECTIONS for kind in kinds)
"""The kinds of entry that the page lists if they name the competency."""


@dataclass(frozen=True, slots=True)
class LevelText:
    """One level, as Markdown."""

    number: int
    name: str
    summary: str
    signals: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of one kind, the newest first."""

    heading: str
    says_kind: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CompetencyView:
    """What stands below the text of a competency."""

    levels: tuple[LevelText, ...]
    """From the lowest to the highest."""
    sections: tuple[Section, ...]
    """Those that have entries."""


def competency_view(context: Context, entry: Entry) -> CompetencyView:
    """The levels of a competency and every entry that names it, with its level and its reason."""
    by_kind: defaultdict[str, list[Row]] = defaultdict(list)
    for source in newest_first(_sources(context, entry)):
        by_kind[source.kind_name].append(_row(context, source, entry))
    sections = (
        Section(heading, says_kind, tuple(row for kind in kinds for row in by_kind[kind]))
        for heading, kinds, says_kind in _SECTIONS
    )
    return CompetencyView(_levels(context, entry), tuple(section for section in sections if section.rows))


def _sources(context: Context, competency: Entry) -> list[Entry]:
    sources = {
        reference.source
        for reference in context.links.backlinks.get(competency.id, ())
        if reference.field == "competencies"
    }
    return [context.entry(source) for source in sources]


def _row(context: Context, source: Entry, competency: Entry) -> Row:
    plain = row(context, source, competency.uri)
    for named, claim in claimed(context, source):
        if getattr(named.target, "id", None) == competency.id:
            path = ("competencies", int(named.mention.at[1]), "because")
            because = context.prose(source, claim.because, path, competency.uri)
            return replace(plain, level=level_words(context, named), because=because)
    return plain


def _levels(context: Context, entry: Entry) -> tuple[LevelText, ...]:
    assert isinstance(entry.fields, CompetencyFields)

    def prose(text: str | None, *path: str | int) -> str:
        return context.prose(entry, text, ("levels", *path), entry.uri)

    return tuple(
        LevelText(
            number + 1,
            level.name,
            prose(level.summary, number, "summary"),
            tuple(prose(text, number, "signals", index) for index, text in enumerate(level.signals)),
            tuple(prose(text, number, "examples", index) for index, text in enumerate(level.examples)),
        )
        for number, level in enumerate(entry.fields.levels)
    )
