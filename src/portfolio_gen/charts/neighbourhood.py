"""One thing in the middle, what points at it before it, and what it points at behind it."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio_gen.charts.labels import width
from portfolio_gen.charts.marks import SIZE, Point, group, outline, picture, text, words_group
from portfolio_gen.charts.nodes import Node, curve, drawn, form, node, nodes_group

_WIDTH = 360.0
_LANE = 34.0
"""From the middle to the marks beside it."""
_ROW = 20.0


def neighbourhood(centre: str, before: Sequence[Node], behind: Sequence[Node], title: str, description: str) -> str:
    """A row for each neighbour on its side of the middle, in the order given; "" without neighbours.

    `centre` is the class of what stands in the middle. It is on the page of every entry, so it is kept small.
    """
    rows = max(len(before), len(behind))
    if not rows:
        return ""
    middle = (_middle(before, behind), rows * _ROW / 2)
    first = _places(before, middle[0] - _LANE, middle)
    second = _places(behind, middle[0] + _LANE, middle)
    ties = [curve((middle[0] - 8, middle[1]), place) for place in first]
    ties += [curve((middle[0] + 8, middle[1]), place) for place in second]
    marks = zip((one.css_class for one in (*before, *behind)), (*first, *second), strict=True)
    words = (
        group("pf-before", _words(before, first, middle[0] - _LANE - 9, -9), 'text-anchor="end"'),
        *_words(behind, second, _WIDTH - middle[0] - _LANE - 9, 9),
    )
    parts = (
        group("pf-ties", [f'<path d="{"".join(ties)}"/>'], 'stroke-opacity="0.4"'),
        nodes_group([node(centre, outline(form(centre), middle, 6)), drawn(marks, 3.5)]),
        words_group(words),
    )
    return picture("pf-neighbourhood", (_WIDTH, rows * _ROW), title, description, parts)


def _middle(before: Sequence[Node], behind: Sequence[Node]) -> float:
    """How far from the left the middle is; with neighbours on one side only, as far left as can be."""
    if before and behind:
        return _WIDTH / 2
    widest = max((width(one.label) * SIZE for one in before), default=0)
    return min(_WIDTH - 10, round(widest) + 11 + _LANE) if before else 10.0


def _places(nodes: Sequence[Node], x: float, middle: Point) -> list[Point]:
    return [(x, middle[1] + (row - (len(nodes) - 1) / 2) * _ROW) for row in range(len(nodes))]


def _words(nodes: Sequence[Node], places: Sequence[Point], room: float, side: float) -> list[str]:
    return [text(one.label, (x + side, y + 4), room, says_all=False) for one, (x, y) in zip(nodes, places, strict=True)]
