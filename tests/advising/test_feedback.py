"""What makes feedback of use"""

from __future__ import annotations

import pytest

from tests.advising.readers import advice, codes

HEARD = "behaviour: You cut the client off three times."


def said(block: str, body: str = "") -> list[str]:
    return codes("feedback/a.md", f"---\n{block}\n---\n\n# From a colleague\n\n{body}\n")


@pytest.mark.parametrize(
    ("block", "body"),
    [
        (HEARD, ""),
        (HEARD, "That is true, and I had not noticed it."),
        (f"direction: received\n{HEARD}\nimpact: They left.", ""),
        ("giver_role: a colleague", "It was about the three times at which I cut the client off."),
        (HEARD, "## What I will try\n\n<!-- next time -->"),
        (HEARD, '"I will stop it next time," somebody said.'),
    ],
)
def test_feedback_from_which_nothing_follows_is_told_so(block: str, body: str):
    assert said(block, body) == ["no-feed-forward"]


@pytest.mark.parametrize(
    ("block", "body"),
    [
        (f"{HEARD}\nfeed_forward: Count to three.", ""),
        (HEARD, "What I'll try: count to three."),
        (HEARD, "I will count to three."),
        (HEARD, "## What I will try\n\nCounting to three."),
        (HEARD, "## Next time\n\nThree breaths."),
        (HEARD, "Next time I count to three."),
        (f"direction: given\n{HEARD}", ""),
        ("situation: In the lift", ""),
    ],
)
def test_feedback_with_something_to_try_and_feedback_that_was_given_need_no_advice(block: str, body: str):
    assert said(block, body) == []


@pytest.mark.parametrize(
    "behaviour",
    [
        "You are great!", "Great job, keep it up", "You're a real team player", "You did a great job",
        "You are too quiet", "He is lazy", "You were really very professional", "I think you are brilliant",
        "Always so friendly and helpful",
    ],
)  # fmt: skip
def test_a_judgement_alone_is_asked_for_what_was_done(behaviour: str):
    assert said(f"behaviour: {behaviour}\nfeed_forward: Keep at it on Fridays.") == ["no-behaviour"]


@pytest.mark.parametrize(
    "behaviour",
    [
        "You summarised the talk twice. Great job!", "You thanked me for my point and went to the next slide.",
        "Great that you asked the quiet ones first", "You put us in order.", "I take the keyboard.",
        "You answered four questions that were put to other people, which was rude", "Very friendly, and you rang back",
        "Nobody had a slide", "A lot of slides.",
    ],
)  # fmt: skip
def test_a_deed_with_or_without_a_judgement_is_enough(behaviour: str):
    assert said(f"behaviour: {behaviour}\nfeed_forward: Keep at it on Fridays.") == []


def test_without_the_field_the_text_is_read_with_what_is_quoted():
    assert said("direction: given", '"You did a great job, keep it up!"') == ["no-behaviour"]
    assert said("direction: given", '"Great job: you wrote it on the board for us."') == []


def test_advice_stands_at_the_field_that_judges():
    (found,) = advice("feedback/a.md", "---\ndirection: given\nbehaviour: You are great\n---\n")
    assert (found.code, found.line) == ("no-behaviour", 3)
