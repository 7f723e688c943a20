"""A role: what it asks for, and what that looks like."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.views.context import Context
from portfolio_gen.views.rows import level_words


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One competency that the role asks for."""

    link: str
    level: str
    """In words."""
    summary: str
    """What someone at this level does; empty if the competency doesn't say."""


def role_view(context: Context, entry: Entry) -> tuple[TargetRow, ...]:
    """The targets of a role, in the order of its author."""
    return tuple(
        TargetRow(
            context.target(named.target, entry.uri),
            level_words(context, named),
            _summary(context, named.target, named.level, entry.uri),
        )
        for named in context.links.in_field(entry.id, "targets")
    )


def _summary(context: Context, target: object, level: int | None, at: str) -> str:
    if level is None or not isinstance(target, ToEntry):
        return ""
    competency = context.entry(target.id)
    assert isinstance(competency.fields, CompetencyFields)
    if level > len(competency.fields.levels):
        return ""
    path = ("levels", level - 1, "summary")
    return context.prose(competency, competency.fields.levels[level - 1].summary, path, at)
