"""The pictures that stand in a line: progress and strength."""

from __future__ import annotations

import pytest

from portfolio_gen.charts.progress import progress
from portfolio_gen.charts.strength import columns, strength
from tests.charts.pictures import drawn, parsed


@pytest.mark.parametrize(("per_cent", "end"), [(1, "4"), (50, "50"), (100, "96"), (250, "96")])
def test_a_bar_is_as_long_as_the_progress(per_cent: int, end: str):
    (bar,) = drawn(progress(per_cent, "x"), "pf-done")
    assert bar.get("d") == f"M4 5H{end}"


@pytest.mark.parametrize("per_cent", [0, -5])
def test_no_progress_is_no_bar(per_cent: int):
    assert not drawn(progress(per_cent, "x"), "pf-done")


def test_small_pictures_stand_on_one_line_and_say_what_they_show():
    for text in (progress(40, "40 per cent"), strength((1, 2), "40 per cent")):
        assert "\n" not in text
        assert parsed(text).get("aria-label") == "40 per cent"


def test_each_block_is_there_or_missing():
    text = strength((3, 1, 0), "x")
    assert drawn(text, "pf-there")[0].get("d", "").count("z") == 4
    assert drawn(text, "pf-missing")[0].get("d", "").count("z") == 5


def test_no_columns_make_no_picture():
    assert strength((), "x") == ""


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ((0, None, 0, 0), (0, 0, 0, 0)),
        ((1, 181, 1, 1), (1, 1, 1, 1)),
        ((2, 180, 2, 2), (2, 2, 2, 2)),
        ((4, 30, 9, 9), (3, 3, 3, 3)),
    ],
)
def test_thin_and_stale_evidence_has_one_block(evidence: tuple[int, int | None, int, int], expected: tuple[int, ...]):
    assert columns(*evidence) == expected
