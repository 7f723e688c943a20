"""What pictures are made of: the frame, lines, marks and words, all with coordinates of one decimal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from portfolio_gen.charts.labels import label, shortened, shown, width

SIZE = 12
"""The size of words for which places are reckoned; style sheets may make them smaller."""
LINE = 14
"""From one line of words to the next."""

Point = tuple[float, float]

SHAPES: Mapping[str, str] = {
    "evidence": "disc",
    "self": "ring",
    "mentor": "square",
    "peer": "triangle",
    "credential": "diamond",
    "target": "band",
}
"""The mark of a series, by its class without "pf-"."""
DASHES: Mapping[str, str] = {
    "evidence": "",
    "self": "5 3",
    "mentor": "1.5 2.5",
    "peer": "8 2.5 1.5 2.5",
    "credential": "10 3",
    "target": "",
}
"""How the line of a series is broken, by its class without "pf-"."""
RADII: Mapping[str, float] = {"band": 9, "diamond": 3.4, "ring": 3.8, "square": 2.9, "triangle": 2.8, "disc": 2.4}
"""How large a shape is; the larger is drawn first, so that two at one place can both be seen."""
HOLLOW = frozenset({"ring", "frame", "diamond"})
"""The shapes that are drawn as lines."""
_FURTHER = ("disc", "ring", "square", "triangle", "diamond")


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    # Rounded twice: what machines reckon differently must not stand on the edge between two decimals.
    text = f"{round(value, 6):.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def picture(css_class: str, size: tuple[float, float], title: str, description: str, parts: Iterable[str]) -> str:
    """A whole picture that says what it is; it has no ids, so that any number of them can be on a page."""
    frame = (
        f'<svg class="pf-picture {css_class}" viewBox="0 0 {number(size[0])} {number(size[1])}" role="img" '
        'fill="none" stroke="currentColor" direction="ltr">'
    )
    about = [f"<title>{shown(title)}</title>", *([f"<desc>{shown(description)}</desc>"] if description else [])]
    return "\n".join((frame, *about, *(part for part in parts if part), "</svg>"))


def group(css_class: str, parts: Iterable[str], attributes: str = "") -> str:
    """Parts together; nothing if there are none."""
    inner = "".join(parts)
    return f'<g class="{css_class}"{attributes and " "}{attributes}>{inner}</g>' if inner else ""


def words_group(parts: Iterable[str]) -> str:
    """Words together."""
    return group("pf-words", parts, f'fill="currentColor" stroke="none" font-size="{SIZE}"')


def text(words: str, at: Point, room: float, anchor: str = "start", *, whole: str = "", says_all: bool = True) -> str:
    """Words on one line, no wider than the room for them; shortened ones say all when they are pointed at.

    The `whole` is what they are a part of, if that is more than they say.
    """
    short = shortened(words, room / SIZE)
    all_of_it = whole or (words if short != " ".join(words.split()) else "")
    hint = f"<title>{shown(all_of_it)}</title>" if all_of_it and says_all else ""
    side = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{number(at[0])}" y="{number(at[1])}"{side}>{hint}{label(short)}</text>'


def path(points: Sequence[Point], *, is_closed: bool = False) -> str:
    """Straight lines from point to point, as the value of `d`."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if is_closed else "")


def line(css_class: str, index: int, way: str, *, is_area: bool = False) -> str:
    """The line of a series; its place among the series decides how it is broken if its class isn't known.

    A band is a wide pale line, which others can lie upon.
    """
    known = list(DASHES.values())[:-1]
    pattern = DASHES.get(_name(css_class), known[index % len(known)])
    dashes = f' stroke-dasharray="{pattern}"' if pattern else ""
    band = ' stroke-width="5" stroke-opacity="0.3" stroke-linecap="round"' if shape(css_class, index) == "band" else ""
    css = "pf-band" if band else "pf-line pf-area" if is_area else "pf-line"
    return f'<path class="{css}" d="{way}"{dashes}{band}/>'


def shape(css_class: str, index: int) -> str:
    """The shape of a series' marks; its place among the series decides if its class isn't known."""
    return SHAPES.get(_name(css_class), _FURTHER[index % len(_FURTHER)])


def mark(css_class: str, index: int, at: Point) -> str:
    """The mark of a series at a point; a band has none."""
    form = shape(css_class, index)
    return "" if form == "band" else shaped(form, at, RADII[form])


def _name(css_class: str) -> str:
    return css_class.removeprefix("pf-")


def shaped(form: str, at: Point, radius: float) -> str:
    """One shape of `outline` around a point."""
    solid = "pf-point pf-hollow" if form in HOLLOW else 'pf-point" fill="currentColor'
    return f'<path class="{solid}" d="{outline(form, at, radius)}"/>'


def outline(form: str, at: Point, radius: float) -> str:
    """The way around one of the shapes "disc", "ring", "square", "frame", "triangle", "wedge", "person", "diamond"."""
    x, y = at
    r = radius
    match form:
        case "disc" | "ring":
            arc = f"a{number(r)} {number(r)} 0 1 0 "
            return f"M{number(x - r)} {number(y)}{arc}{number(2 * r)} 0{arc.rstrip()}-{number(2 * r)} 0"
        case "square" | "frame":
            side = number(1.8 * r)
            return f"M{number(x - 0.9 * r)} {number(y - 0.9 * r)}h{side}v{side}h-{side}z"
        case "person":
            head = outline("disc", (x, y - 0.6 * r), 0.55 * r)
            return f"{head}M{number(x - r)} {number(y + 1.1 * r)}a{number(r)} {number(r)} 0 0 1 {number(2 * r)} 0z"
        case "triangle" | "wedge":
            up = r if form == "triangle" else -r
            side = f"l{number(1.1 * r)} {number(2 * up)}h{number(-2.2 * r)}z".replace(" -", "-")
            return f"M{number(x)} {number(y - 1.2 * up)}{side}"
        case _:
            side = number(1.3 * r)
            return f"M{number(x)} {number(y - 1.3 * r)}l{side} {side}-{side} {side}-{side}-{side}z"


def legend(names: Sequence[tuple[str, str]], top: float, total: float) -> tuple[list[str], float]:
    """What the lines of series mean, by (name, class): parts of the picture, and how high they are.

    Two stand in a row, unless a name needs the whole of it.
    """
    columns = 2 if all(width(name) * SIZE <= total / 2 - 44 for name, _ in names) else 1
    parts = []
    for index, (name, css_class) in enumerate(names):
        x = 8 + (index % columns) * total / columns
        y = top + (index // columns) * (LINE + 4) + LINE
        sample = line(css_class, index, f"M{number(x)} {number(y - 4)}h24")
        parts.append(group(f"pf-series {css_class}", (sample, mark(css_class, index, (x + 12, y - 4)))))
        parts.append(words_group([text(name, (x + 32, y), total / columns - 44)]))
    return parts, -(-len(names) // columns) * (LINE + 4) + 4.0
