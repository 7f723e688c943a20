"""What a goal needs"""

from __future__ import annotations

import pytest

from tests.advising.readers import advice, codes


def said(block: str, body: str = "", title: str = "Get better at presenting") -> list[str]:
    return codes("goals/a.md", f"---\n{block}\n---\n\n# {title}\n\n{body}\n")


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("status: active", "no-measure"),
        ("due: 2027-01-01\nobstacle: I talk too fast", "no-measure"),
        ("measure: talks given", "no-plan"),
        ("measure: talks given\ndue: 2027-01-01", "no-plan"),
        ("measure: talks given\nobstacle: I talk too fast", "no-due"),
        ("measure: talks given\nif: somebody asks\nthen: I say yes", "no-due"),
        ("status: idea\nwish: People listen", "no-measure"),
    ],
)
def test_of_what_a_goal_lacks_the_most_useful_is_named_alone(block: str, expected: str):
    assert said(block) == [expected]


@pytest.mark.parametrize(
    "block",
    [
        "measure: talks given\nobstacle: I talk too fast\ndue: 2027-01-01",
        "measure: talks given\nthen: I say yes\ndue: 2027-01-01",
        "status: done",
        "status: dropped",
        "status: paused",
    ],
)
def test_a_goal_that_has_it_all_or_is_over_needs_no_advice(block: str):
    assert said(block) == []


@pytest.mark.parametrize(
    "title", ["Read 12 books", "Give two talks", "Halve it: half the calls", "Pass the exam in nursing"]
)
def test_a_goal_that_can_be_counted_is_its_own_measure(title: str):
    assert said("obstacle: I talk too fast\ndue: 2027-01-01", title=title) == []


@pytest.mark.parametrize(
    "body",
    [
        "## How I will know\n\nPeople ask questions.",
        "## Measurable\n\nTalks given.",
    ],
)
def test_a_measure_may_stand_in_the_text(body: str):
    assert said("obstacle: I talk too fast\ndue: 2027-01-01", body) == []


@pytest.mark.parametrize(
    "body",
    [
        "If somebody asks me to speak, I will say yes.",
        "When I notice that I talk too fast, I stop and breathe.",
        "## Obstacles\n\nI talk too fast.",
        "## What I will do\n\nA talk in spring.",
    ],
)
def test_a_plan_may_stand_in_the_text(body: str):
    assert said("measure: talks given\ndue: 2027-01-01", body) == []


def test_help_of_a_template_is_no_plan():
    assert said("measure: talks\ndue: 2027-01-01", "## Obstacles\n\n<!-- If it happens, I will ... -->") == ["no-plan"]


def test_an_idea_with_a_first_step_has_all_that_an_idea_needs():
    assert said("status: idea", "First step: watch one of the others in February.") == []


def test_advice_stands_at_the_field_beside_which_the_missing_one_belongs():
    text = "---\ntitle: Present\nwish: People listen\nmeasure: talks given\ndue: 2027-01-01\n---\n"
    (found,) = advice("goals/a.md", text)
    assert (found.line, found.column) == (4, 1)
