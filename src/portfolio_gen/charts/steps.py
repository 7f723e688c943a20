"""Growth: levels over time as steps, one line for each kind of rating."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portfolio_gen.charts.labels import width
from portfolio_gen.charts.marks import SIZE, Point, group, line, mark, number, path, picture, text, words_group
from portfolio_gen.charts.time_axis import Tick, ticks
from portfolio_gen.wording.words import Words

_WIDTH = 360.0
_TOP = 12.0
_LEVEL = 34.0
"""From one level to the next."""
_APART = 3.5
"""From one line to the next where they are on the same level."""
_LABEL = 14.0
"""From one name of a line to the next."""


@dataclass(frozen=True, slots=True)
class Line:
    """The levels of one kind of rating over time."""

    name: str
    css_class: str
    """"pf-evidence", "pf-self", "pf-mentor", "pf-peer" or "pf-credential"; another gets marks in turn."""
    points: Sequence[tuple[date, int]]
    """From when on which level, counted from 1."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where days and levels are in the picture."""

    left: float
    right: float
    start: date
    end: date
    levels: int

    def x(self, day: date) -> float:
        share = (day - self.start).days / max(1, (self.end - self.start).days)
        return self.left + (self.right - self.left) * min(max(share, 0), 1)

    def y(self, level: int) -> float:
        return _TOP + _LEVEL * (self.levels - min(max(level, 1), self.levels))


def steps(
    series: Sequence[Line],
    levels: Sequence[str],
    start: date,
    end: date,
    title: str,
    description: str,
    words: Words,
) -> str:
    """Step lines from `start` to `end` over the names of the levels, the lowest first; "" without a point to show.

    A line begins with its first rating, or on the first day with the last one before it, and goes on to the last day.
    Each is called by its name at its end.
    """
    drawn = [(one, _shown(one, start, end)) for one in series]
    drawn = [(one, points) for one, points in drawn if points]
    if not drawn or not levels:
        return ""
    left = min(104.0, max(width(name) for name in levels) * SIZE + 10)
    right = _WIDTH - min(92.0, max(width(one.name) for one, _ in drawn) * SIZE + 12)
    frame = _Frame(left, right, start, end, len(levels))
    bottom = frame.y(1) + 16
    days = ticks(start, end, words, right - left)
    parts = [
        group("pf-grid", _grid(frame, bottom, days), 'stroke-opacity="0.25"'),
        words_group(text(name, (left - 10, frame.y(row + 1) + 4), left - 10, "end") for row, name in enumerate(levels)),
        words_group(_times(frame, bottom, days)),
    ]
    ends = []
    for index, (one, points) in enumerate(drawn):
        shift = (index - (len(drawn) - 1) / 2) * _APART
        parts.append(_line(one, index, points, frame, shift))
        ends.append((frame.y(points[-1][1]) + shift, one))
    parts += _names(ends, right)
    height = bottom + (30 if any(day.below for day in days) else 16)
    return picture("pf-steps", (_WIDTH, height), title, description, parts)


def _shown(one: Line, start: date, end: date) -> list[tuple[date, int]]:
    """The points that are in the picture, by day; the last one before it stands on its first day."""
    points = sorted((point for point in one.points if point[0] <= end), key=lambda point: point[0])
    before = [level for day, level in points if day <= start]
    found = {day: level for day, level in points if day > start}
    return [*([(start, before[-1])] if before else []), *found.items()]


def _grid(frame: _Frame, bottom: float, days: Sequence[Tick]) -> list[str]:
    lines = [
        path([(frame.left, frame.y(level)), (frame.right, frame.y(level))]) for level in range(1, frame.levels + 1)
    ]
    lines += [path([(frame.x(tick.day), bottom - 6), (frame.x(tick.day), bottom - 2)]) for tick in days]
    return [f'<path d="{"".join(lines)}"/>']


def _times(frame: _Frame, bottom: float, days: Sequence[Tick]) -> list[str]:
    parts = []
    for tick in days:
        x = frame.x(tick.day)
        parts.append(f'<text x="{number(x)}" y="{number(bottom + 10)}" text-anchor="middle">{tick.label}</text>')
        if tick.below:
            parts.append(f'<text x="{number(x)}" y="{number(bottom + 24)}" text-anchor="middle">{tick.below}</text>')
    return parts


def _line(one: Line, index: int, points: Sequence[tuple[date, int]], frame: _Frame, shift: float) -> str:
    corners: list[Point] = []
    for day, level in points:
        x, y = frame.x(day), frame.y(level) + shift
        corners += [(x, corners[-1][1]), (x, y)] if corners else [(x, y)]
    marks = [mark(one.css_class, index, (frame.x(day), frame.y(level) + shift)) for day, level in points]
    way = path([*corners, (frame.right, corners[-1][1])])
    return group(f"pf-series {one.css_class}", (line(one.css_class, index, way), *marks))


def _names(ends: Sequence[tuple[float, Line]], right: float) -> list[str]:
    """The name of each line at its end, moved apart where they would stand on each other, a thin line leading there."""
    parts = []
    placed = sorted(ends, key=lambda end: end[0])
    rows = _apart([y for y, _ in placed])
    for (y, one), row in zip(placed, rows, strict=True):
        lead = f'<path class="pf-lead" d="{path([(right, y), (right + 7, row)])}"/>'
        name = words_group([text(one.name, (right + 10, row + 4), _WIDTH - right - 10)])
        parts.append(group(f"pf-series {one.css_class}", (lead, name)))
    return parts


def _apart(wanted: Sequence[float]) -> list[float]:
    """Places as near as can be to those wanted, in their order, none less than a line of words from the next."""
    blocks: list[list[float]] = []
    for y in wanted:
        blocks.append([y])
        while len(blocks) > 1 and _first(blocks[-1]) < _first(blocks[-2]) + _LABEL * len(blocks[-2]):
            last = blocks.pop()
            blocks[-1] += last
    return [_first(block) + _LABEL * place for block in blocks for place in range(len(block))]


def _first(block: Sequence[float]) -> float:
    """Where the first of some names stands, if all stand below each other around the middle of their places."""
    return max(_TOP - 4, sum(block) / len(block) - _LABEL * (len(block) - 1) / 2)
