"""Rows of lists: one entry in one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portfolio_gen.linking.links import Named
from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.common import Claim
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.wording.kinds import kind_words
from portfolio_gen.wording.words import Words


@dataclass(frozen=True, slots=True)
class Row:
    """One entry in a list; each part is Markdown for the page that the list is on."""

    link: str
    kind: str
    """What kind of entry it is, in words."""
    mark: str
    """The name of its kind, by which style sheets know it."""
    date: str
    """In words; empty without a date."""
    person: str
    """Empty if it is nobody's, or if the page is about that person."""
    giver: str = ""
    """From whom feedback is, as a role; empty for anything else."""
    level: str = ""
    """The level it claims, in words; empty without one."""
    because: str = ""
    """Why; empty without a reason."""


def row(context: Context, entry: Entry, at: str, *, about: EntryId | None = None) -> Row:
    """An entry in one line, for the page at a uri; `about` is the person whom that page is about."""
    is_about = about is not None and context.portfolio.persons.get(entry.id) == about
    return Row(
        link=context.entry_link(entry.id, at),
        kind=kind_words(context.words, entry),
        mark=entry.kind_name,
        date=context.words.date(entry.date) if entry.date else "",
        person="" if is_about or entry.kind_name == "person" else context.author_link(entry, at),
        giver=giver_words(context, entry),
    )


def giver_words(context: Context, entry: Entry) -> str:
    """From whom an entry says what others think, so that it is never taken for its person's own words."""
    fields = entry.fields
    if not isinstance(fields, FeedbackFields) or fields.direction != "received" or not fields.giver_role:
        return ""
    return context.words.gettext("from %(role)s", role=escaped(fields.giver_role))


def rows(context: Context, entries: Iterable[Entry], at: str, *, about: EntryId | None = None) -> tuple[Row, ...]:
    """Entries in lines, the newest first."""
    return tuple(row(context, entry, at, about=about) for entry in newest_first(entries))


def claimed(context: Context, entry: Entry) -> tuple[tuple[Named, Claim], ...]:
    """The competencies that an entry names, each with what it says about it."""
    named = context.links.in_field(entry.id, "competencies")
    return tuple((one, entry.common.competencies[int(one.mention.at[1])]) for one in named if len(one.mention.at) > 1)


def level_words(context: Context, named: Named) -> str:
    """A level in words, such as "level 3, Reliable"; empty if none is named or the competency isn't shared."""
    if named.level is None or not isinstance(named.target, ToEntry):
        return ""
    return level_name(context.words, context.entry(named.target.id), named.level)


def level_name(words: Words, competency: Entry, level: int) -> str:
    """A level of a competency in words."""
    assert isinstance(competency.fields, CompetencyFields)
    levels = competency.fields.levels
    if level > len(levels):
        return words.gettext("level %(number)s", number=level)
    return words.gettext("level %(number)s, %(name)s", number=level, name=levels[level - 1].name)
