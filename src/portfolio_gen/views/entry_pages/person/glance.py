"""Where a person stands in a few numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio_gen.figures.goals import GoalFigures, goal_figures, goals_of
from portfolio_gen.figures.profile import profile_of
from portfolio_gen.figures.promises import open_promises
from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.goal_state import goal_fields
from portfolio_gen.wording.words import Words


@dataclass(frozen=True, slots=True)
class Tile:
    """One number and what it means."""

    label: str
    value: str
    note: str
    """What to know about it, as Markdown; empty if there is nothing."""
    is_late: bool = False
    """Whether the note tells of something that is overdue."""


def tiles(context: Context, person: Entry, at: str) -> tuple[Tile, ...]:
    """What a person works on, where they stand and what is open; what there is none of is left out."""
    return (*_goals(context, person), *_standings(context, person, at), *_promises(context, person))


def _goals(context: Context, person: Entry) -> Iterator[Tile]:
    goals = goals_of(person.id, context.portfolio, context.index)
    if not goals:
        return
    active = [
        goal_figures(goal, context.portfolio, context.links, context.today)
        for goal in goals
        if goal_fields(goal).status == "active"
    ]
    note, is_late = _goal_note(active, context.words)
    yield Tile(context.words.gettext("Active goals"), context.words.number(len(active)), note, is_late)


def _goal_note(active: list[GoalFigures], words: Words) -> tuple[str, bool]:
    """What to know about the goals that somebody works on, and whether one is overdue."""
    overdue = sum(figures.is_overdue for figures in active)
    if overdue:
        return words.ngettext("%(num)s overdue", "%(num)s overdue", overdue), True
    still = sum(figures.is_without_movement for figures in active)
    if still:
        return words.ngettext("%(num)s without movement", "%(num)s without movement", still), False
    return (words.gettext("all in movement") if active else ""), False


def _standings(context: Context, person: Entry, at: str) -> Iterator[Tile]:
    words = context.words
    profile = profile_of(person.id, context.portfolio, context.links, context.today, context.index)
    targets = [one for one in profile if one.target is not None]
    if targets:
        met = words.number(sum(one.is_met is True for one in targets))
        value = words.gettext("%(part)s of %(whole)s", part=met, whole=words.number(len(targets)))
        role = next((context.target(one.target, at) for one in context.links.in_field(person.id, "role")), "")
        yield Tile(words.gettext("Role targets met"), value, role)
    if any("evidence" in one.ratings for one in profile):
        shown = words.number(sum("evidence" in one.ratings for one in profile))
        value = words.gettext("%(part)s of %(whole)s", part=shown, whole=words.number(len(profile)))
        yield Tile(words.gettext("Competencies with evidence"), value, "")


def _promises(context: Context, person: Entry) -> Iterator[Tile]:
    found = open_promises(person.id, context.portfolio, context.links, context.today, context.index)
    if found:
        overdue = sum(one.is_overdue for one in found)
        note = context.words.ngettext("%(num)s overdue", "%(num)s overdue", overdue) if overdue else ""
        yield Tile(context.words.gettext("Open promises"), context.words.number(len(found)), note, bool(overdue))
