from __future__ import annotations

import pytest

from portfolio_gen.charts.radar import MOST_AXES, Series, radar
from tests.charts.pictures import drawn, said

AXES = ("Testing", "Writing", "Planning", "Reporting")


def picture(*series: Series, axes: tuple[str, ...] = AXES, rings: int = 4) -> str:
    return radar(axes, series, rings, "Profile", "")


@pytest.mark.parametrize("count", [0, 2, MOST_AXES + 1])
def test_too_few_or_too_many_axes_make_no_picture(count: int):
    assert picture(axes=("x",) * count) == ""


def test_every_axis_and_every_series_is_called_by_its_name():
    words = said(picture(Series("shown", "pf-evidence", (1, 2, 3, 4)), Series("self", "pf-self", (1, 1, 1, 1))))
    assert [word for word in words if not word.isdigit()] == [*AXES, "shown", "self"]


def test_values_lie_on_their_axes():
    (line,) = drawn(picture(Series("shown", "pf-evidence", (4, 2, 0, 1))), "pf-area")
    assert line.get("d") == "M180 30L226 122L180 122L157 122Z"


def test_what_is_beyond_the_rings_lies_on_the_outermost():
    (line,) = drawn(picture(Series("shown", "pf-evidence", (9, -1, 4, 4))), "pf-area")
    assert line.get("d") == "M180 30L180 122L180 214L88 122Z"


def test_a_line_is_broken_where_a_rating_is_missing():
    text = picture(Series("shown", "pf-evidence", (4, 2, None, 1)))
    line, _ = drawn(text, "pf-line")
    assert line.get("d") == "M180 30L226 122M157 122L180 30"
    assert len(drawn(text, "pf-point")) == 3 + 1
    assert not drawn(text, "pf-area")


def test_ratings_that_are_alone_are_marks():
    text = picture(Series("peer", "pf-peer", (4, None, 1, None)))
    assert [line.get("d") for line in drawn(text, "pf-line")][1:] == []
    assert len(drawn(text, "pf-point")) == 2 + 1


def test_a_target_that_is_alone_can_be_seen():
    line, _ = drawn(picture(Series("target", "pf-target", (4, None, None, None))), "pf-band")
    assert line.get("d") == "M180 30h0"
    assert line.get("stroke-linecap") == "round"


def test_a_series_without_ratings_is_left_out():
    text = picture(Series("shown", "pf-evidence", (1, 1, 1, 1)), Series("peer", "pf-peer", (None,) * 4))
    assert "peer" not in text


def test_series_differ_without_colour():
    kinds = ("evidence", "self", "mentor", "peer", "credential", "target")
    text = picture(*(Series(kind, f"pf-{kind}", (1, 2, 3, 4)) for kind in kinds))
    lines = {(line.get("stroke-dasharray"), line.get("stroke-width")) for line in drawn(text, "pf-line")}
    assert len(lines) == 5
    assert len(drawn(text, "pf-band")) == 2


def test_a_series_of_another_class_has_marks_too():
    first, second = Series("a", "pf-a", (1, 1, 1, 1)), Series("b", "pf-b", (2, 2, 2, 2))
    dashes = [line.get("stroke-dasharray") for line in drawn(picture(first, second), "pf-line")]
    assert len(set(dashes)) == 2


def test_a_larger_mark_is_drawn_before_a_smaller_one():
    text = picture(Series("shown", "pf-evidence", (1,) * 4), Series("self", "pf-self", (1,) * 4))
    assert text.index("pf-series pf-self") < text.index("pf-series pf-evidence")


def test_many_levels_do_not_make_many_rings():
    assert drawn(picture(rings=60), "pf-grid")[0][0].get("d", "").count("Z") <= 9
