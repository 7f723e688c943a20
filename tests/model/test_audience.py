"""Who may see an entry."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.model.audience import AUDIENCE_NAMES, Audience, audience_named


def test_audiences_are_ordered_from_the_least_to_the_most_open():
    assert Audience.ME < Audience.MENTOR < Audience.TEAM < Audience.ORGANISATION < Audience.PUBLIC
    assert AUDIENCE_NAMES == ("me", "mentor", "team", "organisation", "public")


@pytest.mark.parametrize("written", ["team", " team ", "TEAM", "Team\n", "\tteAm"])
def test_blanks_and_case_are_set_aside(written: str):
    assert audience_named(written) is Audience.TEAM


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "teams",
        "tea",
        "organization",
        "publlic",
        "mentors",
        "ME_",
        "2",
        "None",
        "team, mentor",
        "te am",
        "\uff4d\uff45",
    ],
)
def test_nothing_else_is_an_audience(written: str):
    assert audience_named(written) is None


def test_a_name_means_the_audience_that_is_shown_by_it():
    assert [audience_named(str(audience)) for audience in Audience] == list(Audience)


@settings(max_examples=200, deadline=None, database=None, derandomize=True)
@given(st.text(max_size=12))
def test_only_the_five_words_name_an_audience(text: str):
    named = audience_named(text)
    assert named is None or str(named) == text.strip().lower()
