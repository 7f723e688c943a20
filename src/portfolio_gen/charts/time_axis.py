"""Days along a line: which ones are named, and how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portfolio_gen.charts.labels import label, width
from portfolio_gen.charts.marks import SIZE
from portfolio_gen.wording.words import Words

_EVERY = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12000, 24000)
"""After how many months the next day is named, the first of these for which there is room."""

_MOST = 24
"""How many days are named at most."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A named day."""

    day: date
    label: str
    below: str
    """A second line: the year, where a new one begins."""


def ticks(start: date, end: date, words: Words, room: float) -> tuple[Tick, ...]:
    """The first days of some months or years, as many as there is room for; `start` itself if there is none."""
    months = (end.year - start.year) * 12 + end.month - start.month
    for every in (every for every in _EVERY if months <= every * _MOST):
        days = _firsts(start, end, every)
        found = [_tick(day, every, words, is_first=day == days[0]) for day in days]
        widest = max((max(width(tick.label), width(tick.below)) for tick in found), default=0)
        if len(found) * (widest * SIZE + 8) <= room + 24:
            break
    return tuple(found) or (Tick(start, label(words.month_name(start)), str(start.year)),)


def _firsts(start: date, end: date, every: int) -> list[date]:
    years = every // 12
    months = range(1, 13, every) if every < 12 else (1,)
    first = start.year if years < 2 else -(-start.year // years) * years
    days = (date(year, month, 1) for year in range(first, end.year + 1, max(1, years)) for month in months)
    return [day for day in days if start <= day <= end]


def _tick(day: date, every: int, words: Words, *, is_first: bool) -> Tick:
    if every >= 12:
        return Tick(day, str(day.year), "")
    return Tick(day, label(words.month_name(day)), str(day.year) if is_first or day.month == 1 else "")
