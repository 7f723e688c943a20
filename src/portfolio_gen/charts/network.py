"""How things hang together: two columns of names with lines between them, and marks below a name for its parts.

A force-directed net of some hundred things is a ball of wool. Two columns can be read, stay the same from one build to
the next when little changes, and are drawn with whole numbers alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from portfolio_gen.charts.labels import shown
from portfolio_gen.charts.marks import Point, group, outline, picture, text, words_group
from portfolio_gen.charts.nodes import curve, drawn, form, key, node, nodes_group

_WIDTH = 360.0
_LEFT, _RIGHT = 142.0, 212.0
"""Where the marks of the two columns are."""
_HEADING, _NAME, _MARKS, _STEP = 24.0, 22.0, 10.0, 9.5
"""How high a heading, a name and a row of marks are, and from one mark to the next."""
MOST_MARKS = 12
"""How many marks there is room for below a name."""
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """Something small that belongs to a name."""

    label: str
    css_class: str
    """ "pf-kind-" and its kind."""
    tokens: tuple[str, ...]
    """Classes by which a script knows it, its own first."""


@dataclass(frozen=True, slots=True)
class Row:
    """A name in a column."""

    label: str
    css_class: str
    """ "pf-kind-" and its kind; "" for a heading."""
    tokens: tuple[str, ...]
    """Classes by which a script knows it, its own first; that one is unique in the picture."""
    marks: tuple[Mark, ...] = ()
    """Up to MOST_MARKS of them are shown."""


Groups = Sequence[Sequence[Row]]
Tie = tuple[str, str]
"""The first tokens of a row in the left column and of one in the right."""


def laid_out(left: Groups, right: Sequence[Row], ties: Sequence[Tie]) -> tuple[list[list[Row]], list[Row]]:
    """The rows of both columns in an order in which fewer lines cross; a group stays together, its headings first.

    Rows without lines come last, in the order given, and equals stay in it.
    """
    groups, column = [list(rows) for rows in left], list(right)
    for _ in range(_ROUNDS):
        column = _sorted(column, _others(ties, chain.from_iterable(groups), is_left=False))
        ways = _others(ties, column, is_left=True)
        groups = [
            [*(row for row in rows if not row.css_class), *_sorted([row for row in rows if row.css_class], ways)]
            for rows in groups
        ]
    return groups, column


def network(
    left: Groups, right: Sequence[Row], ties: Sequence[Tie], kinds: Mapping[str, str], title: str, description: str
) -> str:
    """Groups of names on the left, names on the right, lines between them; "" without any name.

    `kinds` says what the marks mean, by class.
    """
    groups, column = laid_out(left, right, ties)
    rows = list(chain.from_iterable(groups))
    if not rows and not column:
        return ""
    present = {mark.css_class for row in (*rows, *column) for mark in row.marks}
    present |= {row.css_class for row in (*rows, *column)}
    keys = key({name: words for name, words in kinds.items() if name in present}, 0, _WIDTH)
    height = max(sum(map(_height, rows)), sum(map(_height, column)))
    places = _places(rows, _LEFT, keys.height + 8, height) | _places(column, _RIGHT, keys.height + 8, height)
    classes = {row.tokens[0]: row for row in rows}
    parts = (
        nodes_group([drawn(keys.marks), keys.words]),
        group("pf-ties", (_tie(tie, classes, places) for tie in ties), 'stroke-opacity="0.35"'),
        nodes_group(_row(row, places[row.tokens[0]], is_left=True) for row in rows),
        nodes_group(_row(row, places[row.tokens[0]], is_left=False) for row in column),
    )
    return picture("pf-network", (_WIDTH, keys.height + height + 12), title, description, parts)


def _others(ties: Sequence[Tie], rows: Iterable[Row], *, is_left: bool) -> Mapping[str, list[int]]:
    """For each row of one column, where the rows are that its lines lead to; `rows` are the other column."""
    at = {row.tokens[0]: place for place, row in enumerate(rows)}
    found: dict[str, list[int]] = {}
    for one, other in ties:
        mine, theirs = (one, other) if is_left else (other, one)
        found.setdefault(mine, []).append(at[theirs])
    return found


def _sorted(rows: Sequence[Row], others: Mapping[str, list[int]]) -> list[Row]:
    """Rows by the middle of the rows that their lines lead to."""

    def place(row: Row) -> tuple[bool, float]:
        found = others.get(row.tokens[0], ())
        return not found, sum(found) / len(found) if found else 0

    return sorted(rows, key=place)


def _height(row: Row) -> float:
    return (_NAME if row.css_class else _HEADING) + (_MARKS if row.marks else 0)


def _places(rows: Sequence[Row], x: float, top: float, height: float) -> dict[str, Point]:
    """The middle of the line on which each name stands; a shorter column is spread a little, and centred."""
    mine = sum(map(_height, rows))
    gap = min(14.0, (height - mine) // len(rows)) if rows else 0.0
    y = top + (height - mine - gap * len(rows)) // 2
    found = {}
    for row in rows:
        found[row.tokens[0]] = (x, y + _HEADING - 12 if not row.css_class else y + 10)
        y += _height(row) + gap
    return found


def _tie(tie: Tie, rows: Mapping[str, Row], places: Mapping[str, Point]) -> str:
    (x, y), (end, low) = places[tie[0]], places[tie[1]]
    row = rows[tie[0]]
    tokens = " ".join((tie[1], *row.tokens, row.css_class))
    return f'<path class="pf-tie {tokens}" d="{curve((x + 7, y), (end - 7, low))}"/>'


def _row(row: Row, at: Point, *, is_left: bool) -> str:
    x, y = at
    side = -1 if is_left else 1
    room = x - 10 if is_left else _WIDTH - x - 10
    anchor = "end" if is_left else "start"
    tokens = " ".join(row.tokens)
    if not row.css_class:
        return group(f"pf-heading {tokens}", [words_group([text(row.label, (x + 4, y + 4), room, anchor)])])
    mark = node(row.css_class, outline(form(row.css_class), at, 4))
    name = words_group([text(row.label, (x + side * 9, y + 4), room, anchor)])
    own = group(f"pf-named {row.css_class} {tokens}", (mark, name))
    return own + "".join(
        _mark(mark, row.tokens[0], (x + side * (13 + _STEP * place), y + 14))
        for place, mark in enumerate(row.marks[:MOST_MARKS])
    )


def _mark(mark: Mark, row: str, at: Point) -> str:
    further = f"pf-small {row} {' '.join(mark.tokens)}"
    way = outline(form(mark.css_class), at, 3)
    return node(mark.css_class, way, further, f"<title>{shown(mark.label)}</title>")
