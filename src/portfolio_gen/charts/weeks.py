"""Rhythm: in which weeks something was written. A week without is no more than a small dot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from portfolio_gen.charts.labels import label, width
from portfolio_gen.charts.marks import SIZE, group, number, picture, words_group

_WIDTH = 360.0
_LEFT = 4.0
_HEIGHT = 20.0
_TOP = 4.0
_WIDEST = 14.0
"""How wide the place of a week may be; a few weeks don't fill the picture."""


def weeks(weeks: Sequence[tuple[date, bool]], title: str, description: str, month_names: Sequence[str]) -> str:
    """A row of weeks, the oldest first: a bar where something was written, else a dot; "" without weeks.

    Each week is its Monday and whether something was written. The names of the months, January first, stand where
    a month begins, as far as there is room.
    """
    if not weeks:
        return ""
    step = min(_WIDEST, (_WIDTH - 2 * _LEFT) / len(weeks))
    bar = step * 0.72
    written = [
        f"M{number(_LEFT + index * step)} {number(_TOP)}h{number(bar)}v{number(_HEIGHT)}h-{number(bar)}z"
        for index, (_, is_written) in enumerate(weeks)
        if is_written
    ]
    others = [
        f"M{number(_LEFT + index * step + bar / 2)} {number(_TOP + _HEIGHT / 2)}h0"
        for index, (_, is_written) in enumerate(weeks)
        if not is_written
    ]
    dots = [f'<path d="{"".join(others)}"/>'] if others else []
    bars = [f'<path fill="currentColor" stroke="none" d="{"".join(written)}"/>'] if written else []
    parts = (
        group("pf-idle", dots, 'stroke-linecap="round" stroke-opacity="0.5"'),
        group("pf-written", bars),
        words_group(_months(weeks, step, month_names)),
    )
    return picture("pf-weeks", (_WIDTH, _TOP + _HEIGHT + 20), title, description, parts)


def _months(weeks: Sequence[tuple[date, bool]], step: float, names: Sequence[str]) -> list[str]:
    """The names of every month, or of every second, third and so on, if there is no room for more."""
    firsts = [(monday + timedelta(days=6)).replace(day=1) for monday, _ in weeks]
    begun = [(_LEFT + row * step, first) for row, first in enumerate(firsts) if first >= weeks[row][0]]
    widest = max((width(names[first.month - 1]) * SIZE for _, first in begun), default=0)
    every = next((every for every in (1, 2, 3, 4, 6) if every * step * 4.3 >= widest + 8), 12)
    return [
        f'<text x="{number(x)}" y="{number(_TOP + _HEIGHT + 14)}">{label(names[first.month - 1])}</text>'
        for x, first in begun
        if (first.month - 1) % every == 0 and x + width(names[first.month - 1]) * SIZE <= _WIDTH
    ]
