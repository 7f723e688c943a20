"""Pictures of what hangs together."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as some

from portfolio_gen.charts.neighbourhood import neighbourhood
from portfolio_gen.charts.network import MOST_MARKS, Mark, Row, laid_out, network
from portfolio_gen.charts.nodes import Node
from tests.charts.pictures import drawn, parsed, said

KINDS = {"pf-kind-goal": "goal", "pf-kind-competency": "competency", "pf-kind-evidence": "evidence"}


def goal(token: str) -> Row:
    return Row(f"Goal {token}", "pf-kind-goal", (token,))


def competency(token: str) -> Row:
    return Row(f"Competency {token}", "pf-kind-competency", (token,))


def around(before: int, behind: int) -> str:
    nodes = [Node(f"Entry {place}", "pf-kind-evidence") for place in range(max(before, behind))]
    return neighbourhood("pf-kind-goal", nodes[:before], nodes[:behind], "Around", "")


def test_neighbours_stand_on_their_sides_of_the_middle():
    (left,) = drawn(around(2, 1), "pf-before")
    assert left.get("text-anchor") == "end"
    assert [one.text for one in left] == ["Entry 0", "Entry 1"]
    assert said(around(2, 1)) == ["Entry 0", "Entry 1", "Entry 0"]


def test_the_middle_and_each_neighbour_have_the_mark_of_their_kind():
    marks = drawn(around(2, 1), "pf-kind-evidence")
    assert len(marks) == 1
    assert marks[0].get("d", "").count("M") == 3
    assert len(drawn(around(2, 1), "pf-kind-goal")) == 1


def test_no_neighbours_make_no_picture():
    assert around(0, 0) == ""


def test_ten_neighbours_stay_small():
    nodes = [Node("Ein ziemlich langer Titel, wie man ihn schreibt", f"pf-kind-{kind}") for kind in (
        "goal", "competency", "evidence", "reflection", "person")]  # fmt: skip
    text = neighbourhood("pf-kind-feedback", nodes, nodes, "x", "")
    assert len(text.encode()) < 1_900


def test_rows_are_ordered_so_that_fewer_lines_cross():
    groups, column = laid_out(
        [[goal("a"), goal("b")]], [competency("x"), competency("y"), competency("z")], [("a", "y"), ("b", "x")]
    )
    assert [row.tokens[0] for row in column] == ["y", "x", "z"]
    assert [row.tokens[0] for row in groups[0]] == ["a", "b"]


def test_a_heading_stays_on_top_of_its_group():
    heading = Row("Ada", "", ("p",))
    groups, _ = laid_out([[heading, goal("a")], [goal("b")]], [competency("x"), competency("y")], [("a", "y")])
    assert [[row.tokens[0] for row in rows] for rows in groups] == [["p", "a"], ["b"]]


@settings(max_examples=60, deadline=None)
@given(some.lists(some.tuples(some.integers(0, 9), some.integers(0, 9)), unique=True), some.integers(1, 4))
def test_no_row_is_lost_or_moved_to_another_group(pairs: list[tuple[int, int]], size: int):
    groups = [[goal(f"g{one}") for one in range(10)][start : start + size] for start in range(0, 10, size)]
    right = [competency(f"c{one}") for one in range(10)]
    ties = [(f"g{one}", f"c{other}") for one, other in pairs]
    left, column = laid_out(groups, right, ties)
    assert [set(rows) for rows in left] == [set(rows) for rows in groups]
    assert set(column) == set(right)
    assert (left, column) == laid_out(groups, right, ties)


def test_rows_do_not_stand_on_each_other():
    text = network([[goal(f"g{one}") for one in range(9)]], [competency("x")], [("g1", "x")], {}, "Map", "")
    rows = [float(one.get("y", "")) for one in parsed(text).iter("text") if one.get("text-anchor") == "end"]
    assert all(lower - upper >= 20 for upper, lower in pairwise(rows))


def test_a_line_knows_both_of_its_ends():
    (line,) = drawn(network([[goal("a")]], [competency("x")], [("a", "x")], {}, "Map", ""), "pf-tie")
    assert {"a", "x"} <= set(line.get("class", "").split())


def test_a_mark_knows_its_row_and_says_its_name_when_it_is_pointed_at():
    marks = tuple(Mark(f"Entry {one}", "pf-kind-evidence", (f"e{one}",)) for one in range(MOST_MARKS + 3))
    text = network([], [Row("Testing", "pf-kind-competency", ("x",), marks)], [], KINDS, "Map", "")
    small = drawn(text, "pf-small")
    assert len(small) == MOST_MARKS
    assert small[0].get("class", "").split()[-2:] == ["x", "e0"]
    assert small[0].findtext("title") == "Entry 0"


def test_only_kinds_that_are_there_are_explained():
    text = network([[goal("a")]], [competency("x")], [], KINDS, "Map", "")
    assert said(text)[:2] == ["goal", "competency"]
    assert "evidence" not in text


def test_nothing_makes_no_map():
    assert network([], [], [], KINDS, "Map", "") == network([[]], [], [], KINDS, "Map", "") == ""


def test_three_hundred_rows_make_a_map_of_whole_numbers_and_halves():
    left = [[goal(f"g{one}") for one in range(150)]]
    right = [competency(f"c{one}") for one in range(150)]
    ties = [(f"g{one}", f"c{one * 7 % 150}") for one in range(150)]
    assert len(drawn(network(left, right, ties, KINDS, "Map", ""), "pf-tie")) == 150
