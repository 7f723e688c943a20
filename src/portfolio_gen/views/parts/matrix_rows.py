"""Competencies of one area against people or teams: the tables of the matrix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portfolio_gen.figures.claims import OTHERS
from portfolio_gen.figures.profile import Standing, profile_of
from portfolio_gen.model.entry import EntryId
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.areas import by_area
from portfolio_gen.views.parts.group_rows import GroupFigure


@dataclass(frozen=True, slots=True)
class Cell:
    """What one person shared about one competency, each number a level."""

    shown: str
    """By evidence; empty if none names a level."""
    target: str
    """Of the role; empty if it asks for none."""
    is_met: bool
    ratings: tuple[tuple[str, str], ...]
    """Who rated it, and with which level: "self", "mentor", "peer", "credential"; only those that there are."""
    is_only_named: bool
    """Whether there are entries about it and none names a level."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table."""

    link: str
    cells: tuple[Cell | GroupFigure | None, ...]
    """One for each column; None for what nobody shared."""


@dataclass(frozen=True, slots=True)
class Table:
    """The competencies of one area."""

    area: str
    """Plain words; empty for those without an area."""
    columns: tuple[str, ...]
    """Links."""
    lines: tuple[Line, ...]


def people_tables(context: Context, persons: Iterable[EntryId], at: str) -> tuple[Table, ...]:
    """A table for each area: people in the order given, and the competencies about which any of them shared something.

    Who shared nothing about an area and is asked for nothing in it has no line there.
    """
    cells: dict[EntryId, Mapping[EntryId, Cell]] = {}
    for person in persons:
        profile = profile_of(person, context.portfolio, context.links, context.today, context.index)
        cells[person] = {stands.competency: _cell(context, stands) for stands in profile if _says_something(stands)}
    used = {competency for own in cells.values() for competency in own}
    return tuple(
        Table(
            area,
            tuple(context.entry_link(one, at) for one in columns),
            tuple(
                Line(context.entry_link(person, at), tuple(own.get(one) for one in columns))
                for person, own in cells.items()
                if any(one in own for one in columns)
            ),
        )
        for area, columns in _by_area(context, used).items()
    )


def group_tables(context: Context, groups: Mapping[str, Mapping[EntryId, GroupFigure]], at: str) -> tuple[Table, ...]:
    """A table for each area: its competencies, and a column for each group, by the group's link or name."""
    used = {competency for figures in groups.values() for competency in figures}
    return tuple(
        Table(
            area,
            tuple(groups),
            tuple(
                Line(context.entry_link(one, at), tuple(figures.get(one) for figures in groups.values()))
                for one in competencies
            ),
        )
        for area, competencies in _by_area(context, used).items()
    )


def _by_area(context: Context, competencies: Iterable[EntryId]) -> Mapping[str, tuple[EntryId, ...]]:
    found = by_area(map(context.entry, competencies))
    return {area: tuple(one.id for one in entries) for area, entries in found.items()}


def _says_something(stands: Standing) -> bool:
    return stands.target is not None or not stands.is_untouched


def _cell(context: Context, stands: Standing) -> Cell:
    def level(number: int | None) -> str:
        return context.words.number(number) if number is not None else ""

    ratings = tuple(
        (rater, level(stands.ratings[rater].level))
        for rater in ("self", *OTHERS)
        if rater in stands.ratings and stands.ratings[rater].level is not None
    )
    shown = level(stands.shown)
    is_named = not stands.is_untouched
    return Cell(shown, level(stands.target), stands.is_met is True, ratings, is_named and not shown and not ratings)
