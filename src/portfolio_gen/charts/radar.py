"""A profile: several ratings of the same things around a centre."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from portfolio_gen.charts.labels import in_lines
from portfolio_gen.charts.marks import (
    LINE,
    RADII,
    SIZE,
    Point,
    group,
    legend,
    line,
    mark,
    number,
    path,
    picture,
    shape,
    text,
    words_group,
)

MOST_AXES = 16
"""With more of them nobody reads a radar any more."""
_WIDTH = 360.0
_RADIUS = 92.0
_GAP = 12.0
"""From the outermost ring to the words."""
_NARROW_AXES = 8
"""Up to so many axes there is room for two lines of words at each."""
_MOST_RINGS = 8


@dataclass(frozen=True, slots=True)
class Series:
    """One rating of everything."""

    name: str
    css_class: str
    """"pf-evidence", "pf-self", "pf-mentor", "pf-peer", "pf-credential" or "pf-target"; another gets marks in turn."""
    values: Sequence[float | None]
    """One for each axis, from 0 to the number of rings; None where there is no rating."""


def radar(axes: Sequence[str], series: Sequence[Series], rings: int, title: str, description: str) -> str:
    """A radar with one axis for each name, clockwise from the top; "" for fewer than 3 or more than MOST_AXES axes.

    A series is a line from axis to axis, broken where a rating is missing. Series with no rating are left out.
    """
    if not 3 <= len(axes) <= MOST_AXES:
        return ""
    drawn = [one for one in series if any(value is not None for value in one.values)]
    scale = max(1, rings)
    lines = [in_lines(name, _room(index, len(axes)) / SIZE, _lines(len(axes))) for index, name in enumerate(axes)]
    centre = (_WIDTH / 2, _GAP + LINE * len(lines[0]) + 4 + _RADIUS)
    lowest = max(_at(index, len(axes), _RADIUS, centre)[1] for index in range(len(axes)))
    bottom = lowest + _GAP + LINE * _lines(len(axes)) + 2
    keys, height = legend([(one.name, one.css_class) for one in drawn], bottom, _WIDTH)
    order = sorted(enumerate(drawn), key=lambda pair: -RADII[shape(pair[1].css_class, pair[0])])
    parts = (
        group("pf-grid", _grid(len(axes), scale, centre), 'stroke-opacity="0.25"'),
        *(_line(one, index, scale, centre, len(axes)) for index, one in order),
        words_group(_numbers(scale, centre)),
        words_group(_words(axes, lines, centre)),
        *keys,
    )
    return picture("pf-radar", (_WIDTH, bottom + (height if drawn else 0)), title, description, parts)


def _lines(axes: int) -> int:
    return 2 if axes <= _NARROW_AXES else 1


def _room(index: int, axes: int) -> float:
    """How wide the words of an axis may be."""
    x, _ = _at(index, axes, _RADIUS + _GAP, (0, 0))
    if abs(x) < 1:
        return 150.0 if axes <= _NARROW_AXES else 90.0
    return _WIDTH / 2 - abs(x) - 2


def _at(index: int, axes: int, radius: float, centre: Point) -> Point:
    angle = 2 * pi * index / axes
    return centre[0] + radius * sin(angle), centre[1] - radius * cos(angle)


def _grid(axes: int, scale: int, centre: Point) -> list[str]:
    every = -(-scale // _MOST_RINGS)
    levels = [level for level in range(1, scale + 1) if level == scale or level % every == 0]
    rings = [
        path([_at(index, axes, _RADIUS * level / scale, centre) for index in range(axes)], is_closed=True)
        for level in levels
    ]
    spokes = "".join(path([centre, _at(index, axes, _RADIUS, centre)]) for index in range(axes))
    return [f'<path d="{"".join(rings)}"/>', f'<path class="pf-spokes" d="{spokes}"/>']


def _line(series: Series, index: int, scale: int, centre: Point, axes: int) -> str:
    """The lines between axes next to each other that both have a rating, and a mark at each rating."""
    points: list[Point | None] = [
        None if value is None else _at(place, axes, _RADIUS * min(max(value, 0), scale) / scale, centre)
        for place, value in zip(range(axes), (*series.values, *[None] * axes), strict=False)
    ]
    marks = [mark(series.css_class, index, point) for point in points if point is not None]
    whole = [point for point in points if point is not None]
    if len(whole) == axes:
        way = path(whole, is_closed=True)
    else:
        pairs = zip(points, (*points[1:], points[0]), strict=True)
        way = "".join(path([one, other]) for one, other in pairs if one is not None and other is not None)
    if shape(series.css_class, index) == "band":
        way += "".join(f"M{number(x)} {number(y)}h0" for x, y in whole)  # A band has no marks, but round ends.
    drawn = line(series.css_class, index, way, is_area=len(whole) == axes) if way else ""
    return group(f"pf-series {series.css_class}", (drawn, *marks))


def _numbers(scale: int, centre: Point) -> list[str]:
    """The number of each ring, beside the axis that points up."""
    every = -(-scale // 4)
    return [
        f'<text class="pf-scale" x="{number(centre[0] + 4)}" y="{number(centre[1] - _RADIUS * level / scale + 4)}">'
        f"{level}</text>"
        for level in range(every, scale + 1, every)
    ]


def _words(axes: Sequence[str], lines: Sequence[Sequence[str]], centre: Point) -> list[str]:
    found = []
    for index, (name, parts) in enumerate(zip(axes, lines, strict=True)):
        x, y = _at(index, len(axes), _RADIUS + _GAP, centre)
        side = x - centre[0]
        anchor = "middle" if abs(side) < 1 else "start" if side > 0 else "end"
        # Words above the centre end at their place, words below it begin there, words beside it are centred.
        up = (centre[1] - y) / (_RADIUS + _GAP)
        first = y + 4 - LINE * (len(parts) - 1) * (0.5 + 0.5 * up) - up * 4 + (0 if up > 0 else -up * 4)
        room = _room(index, len(axes))
        found += [
            text(part, (x, first + LINE * row), room, anchor, whole=name if "…" in part else "")
            for row, part in enumerate(parts)
        ]
    return found
