"""Marks for entries: a shape and a colour for each kind, drawn together to stay small."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portfolio_gen.charts.labels import width
from portfolio_gen.charts.marks import HOLLOW, LINE, SIZE, Point, group, number, outline, text, words_group

FORMS: Mapping[str, str] = {
    "goal": "diamond",
    "competency": "square",
    "evidence": "disc",
    "reflection": "ring",
    "learning": "wedge",
    "challenge": "wedge",
    "activity": "wedge",
    "feedback": "triangle",
    "assessment": "triangle",
    "checkin": "triangle",
    "person": "person",
}
"""The shape of a kind, by its class without "pf-kind-"; what isn't here has the shape "frame"."""
_RADIUS = 3.6


@dataclass(frozen=True, slots=True)
class Node:
    """Something that has a place of its own and is called by its name."""

    label: str
    css_class: str
    """ "pf-kind-" and what kind of thing it is."""


def drawn(places: Iterable[tuple[str, Point]], radius: float = _RADIUS) -> str:
    """Marks at places, by (class, place): all of a class in one path. They belong into a group of `nodes_group`."""
    ways: dict[str, str] = {}
    for css_class, at in places:
        ways[css_class] = ways.get(css_class, "") + outline(form(css_class), at, radius)
    return "".join(node(name, way) for name, way in ways.items())


def nodes_group(parts: Iterable[str]) -> str:
    """Marks together, filled where their shape is not drawn as lines."""
    return group("pf-nodes", parts, 'fill="currentColor"')


def node(css_class: str, way: str, further: str = "", inner: str = "") -> str:
    """One mark, or all of a class; `further` are more classes, `inner` is what stands in it."""
    hollow, fill = ("pf-hollow", ' fill="none"') if form(css_class) in HOLLOW else ("", "")
    classes = " ".join(part for part in (hollow, css_class, further) if part)
    return f'<path class="{classes}"{fill} d="{way}"{f">{inner}</path>" if inner else "/>"}'


def form(css_class: str) -> str:
    """The shape for a class."""
    return FORMS.get(css_class.removeprefix("pf-kind-"), "frame")


@dataclass(frozen=True, slots=True)
class Key:
    """What the marks of a picture mean."""

    marks: tuple[tuple[str, Point], ...]
    """By class, for `drawn`."""
    words: str
    """The part of the picture that holds the names."""
    height: float


def key(names: Mapping[str, str], top: float, total: float) -> Key:
    """The names of marks, by class, in rows; those with the same shape share one mark."""
    by_form: dict[str, list[str]] = {}
    for css_class in names:
        by_form.setdefault(form(css_class), []).append(css_class)
    x, y = 4.0, top + LINE
    marks, words = [], []
    for classes in by_form.values():
        label = " · ".join(names[css_class] for css_class in classes)
        wide = min(width(label) * SIZE, total - 24)
        if x + wide + 13 > total and x > 4:
            x, y = 4.0, y + LINE + 2
        marks.append((classes[0], (x + 4, y - 4)))
        words.append(text(label, (x + 13, y), total - x - 13, says_all=False))
        x += wide + 28
    return Key(tuple(marks), words_group(words), y - top + 6)


def curve(start: Point, end: Point) -> str:
    """A line from one mark to another that leaves and arrives level."""
    along, down = number(end[0] - start[0]), number(end[1] - start[1])
    half = number((end[0] - start[0]) / 2)
    return f"M{number(start[0])} {number(start[1])}c{half} 0 {half} {down} {along} {down}".replace(" -", "-")
