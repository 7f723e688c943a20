"""A picture of each sort out of the same labels, and how to read one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from xml.etree import ElementTree

from portfolio_gen.charts.neighbourhood import neighbourhood
from portfolio_gen.charts.network import Mark, Row, network
from portfolio_gen.charts.nodes import Node
from portfolio_gen.charts.progress import progress
from portfolio_gen.charts.radar import Series, radar
from portfolio_gen.charts.steps import Line, steps
from portfolio_gen.charts.strength import strength
from portfolio_gen.charts.weeks import weeks
from portfolio_gen.wording.words import words_in

WORDS = words_in("en")
MONTHS = tuple(WORDS.month_name(date(2026, month, 1)) for month in range(1, 13))
START, END = date(2025, 1, 1), date(2026, 11, 20)
RATERS = ("evidence", "self", "mentor", "peer", "credential", "target")


def pictures(label: str) -> Mapping[str, str]:
    """One picture of each sort in which everything is called by the same words."""
    series = [Series(label, f"pf-{rater}", (1, None, 3)) for rater in RATERS]
    lines = [Line(label, f"pf-{rater}", [(START + timedelta(40), 2)]) for rater in RATERS]
    rows = [Row(label, kind, (f"pf-e{place}",)) for place, kind in enumerate(("", "pf-kind-goal"))]
    marks = tuple(Mark(label, f"pf-kind-{kind}", ("pf-e7",)) for kind in ("evidence", "reflection", "activity"))
    other = Row(label, "pf-kind-competency", ("pf-e9",), marks)
    nodes = [Node(label, f"pf-kind-{kind}") for kind in ("goal", "competency", "evidence", "feedback", "person")]
    kinds = {node.css_class: label for node in nodes}
    return {
        "radar": radar([label] * 3, series, 4, label, label),
        "steps": steps(lines, [label] * 3, START, END, label, label, WORDS),
        "weeks": weeks([(START + timedelta(7 * week), week % 2 == 0) for week in range(9)], label, label, [label] * 12),
        "progress": progress(40, label),
        "strength": strength((3, 2, 1, 0), label),
        "neighbourhood": neighbourhood("pf-kind-goal", nodes, nodes, label, label),
        "network": network([rows], [other], [("pf-e1", "pf-e9")], kinds, label, label),
    }


def parsed(picture: str) -> ElementTree.Element:
    """A picture as XML."""
    return ElementTree.fromstring(picture)


def said(picture: str) -> list[str]:
    """The words that a picture shows, without those that are only seen when it is pointed at."""
    return [(one.text or "") + "".join(part.tail or "" for part in one) for one in parsed(picture).iter("text")]


def drawn(picture: str, css_class: str) -> list[ElementTree.Element]:
    """The elements of a class."""
    return [one for one in parsed(picture).iter() if css_class in one.get("class", "").split()]
