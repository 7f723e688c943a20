"""The words with which a competency says what a level looks like."""

from __future__ import annotations

from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.competency import CompetencyFields, Level
from portfolio_gen.views.context import Context
from portfolio_gen.wording.words import Words


def levels_of(competency: Entry) -> tuple[Level, ...]:
    """The levels of a competency from the lowest to the highest; empty if its author named none."""
    assert isinstance(competency.fields, CompetencyFields)
    return competency.fields.levels


def level_names(words: Words, competency: Entry, least: int) -> tuple[str, ...]:
    """What the levels are called, the lowest first; at least so many, those without a name by their number."""
    named = [level.name for level in levels_of(competency)]
    numbers = range(len(named) + 1, least + 1)
    return (*named, *(words.gettext("level %(number)s", number=number) for number in numbers))


def level_mark(competency: Entry, level: int) -> str:
    """A level in as few words as it can do with, as Markdown for a cell of a table: its number and its name."""
    levels = levels_of(competency)
    name = f" {escaped(levels[level - 1].name)}" if level <= len(levels) else ""
    return f'<span class="pf-number">{level}</span>{name}'


def anchor(context: Context, competency: Entry, level: int | None, at: str) -> str:
    """What somebody at a level does, as Markdown for the page at a uri: the summary, else the first signal.

    Empty without a level, or if the competency doesn't say.
    """
    levels = levels_of(competency)
    if level is None or level > len(levels):
        return ""
    found = levels[level - 1]
    if found.summary:
        return context.prose(competency, found.summary, ("levels", level - 1, "summary"), at)
    if found.signals:
        return context.prose(competency, found.signals[0], ("levels", level - 1, "signals", 0), at)
    return ""
