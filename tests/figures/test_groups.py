"""What a figure may say about a group."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_gen.figures.groups import FEWEST, least_group, share_of, told_number
from portfolio_gen.model.entry import EntryId
from tests.builders import link


def least(*texts: str) -> int:
    teams = {f"teams/t{number}.md": f"---\nmin_group: {number}\n---\n" for number in (1, 4, 7)}
    people = {f"people/p{number}/index.md": f"---\n{text}\n---\n" for number, text in enumerate(texts)}
    linked = link({**teams, **people}, audience="me")
    return least_group([EntryId(f"people/p{number}") for number in range(len(texts))], linked.portfolio, linked.links)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["team: t4", "team: t4"], 4),
        (["team: t4", "team: t7"], 7),
        (["team: t4", "role:"], 5),
        (["team: t1"], FEWEST),
        ([], 5),
    ],
)
def test_the_strictest_team_of_a_group_says_how_small_it_may_be(texts: list[str], expected: int):
    assert least(*texts) == expected


@pytest.mark.parametrize(("people", "told"), [(0, None), (4, None), (5, 5), (9, 5), (10, 10), (14, 10)])
def test_numbers_of_people_are_rounded_down_and_small_ones_are_not_told(people: int, told: int | None):
    assert told_number(people, 5) == told


@pytest.mark.parametrize("whole", range(FEWEST, 60))
def test_no_share_tells_that_all_or_none_of_a_group_are_counted(whole: int):
    shares = [share_of(part, whole) for part in range(whole + 1)]
    assert shares[0] == shares[1] == "few"
    assert shares[-1] == shares[-2] == "most"


@given(st.integers(1, 300).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_share_is_true(pair: tuple[int, int]):
    part, whole = pair
    match share_of(part, whole):
        case "few":
            assert part / whole <= 1 / 3 + 1e-9
        case "half":
            assert 1 / 3 < part / whole < 2 / 3
        case "most":
            assert part / whole >= 2 / 3 - 1e-9
