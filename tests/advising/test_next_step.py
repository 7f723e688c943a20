"""Whether a reflection ends in something to do"""

from __future__ import annotations

import pytest

from tests.advising.readers import advice, codes

STORY = (
    "We presented the new dashboard to the client on Tuesday, and it crashed twice in the middle of the demo. "
    "I had prepared it the night before and never on their laptop. They were patient, and I could tell that they were "
    "not happy. I felt embarrassed, because I rely on luck more than I admit to anybody."
)
WHAT = "# Review\n\n## What?\n\nThe demo crashed, and I had not tested it.\n\n## So what?\n\nI rely on luck.\n\n"


@pytest.mark.parametrize(
    "end",
    [
        "Next time I test it there.",
        "I'll test it on their machine the day before.",
        "I am going to ask for their laptop.",
        "From now on the demo runs on two machines.",
        "Ask for their laptop a day before.",
        "New rule: no demo without a rehearsal.",
        "I want to try it without slides, once.",
        "We agreed that nobody demos alone.",
        "If that fails, tomorrow is another day to try it.",
        "> nothing\n\nFirst step: borrow their laptop.",
    ],
)
def test_a_reflection_that_ends_in_an_intention_needs_no_advice(end: str):
    assert codes("journal/a.md", f"# Review\n\n{STORY} {end}\n") == []


@pytest.mark.parametrize(
    "end",
    [
        "",
        "I should have tested it on their machine.",
        'The client said "I will call you next week".',
        "<!-- Next time, I will ... -->",
        "`next time`",
        "I could have asked for their laptop.",
        "\n\n> Next time I will test it.",
    ],
)
def test_a_reflection_that_ends_before_it_says_what_follows_is_told_so(end: str):
    assert codes("journal/a.md", f"# Review\n\n{STORY} {end}\n") == ["no-next-step"]


@pytest.mark.parametrize(
    "block",
    [
        "next_action: Test it on their machine first.",
        "followups: [{date: 2026-11-01, changed: yes}]",
        "revisit: 2027-01-01",
    ],
)
def test_a_field_that_looks_ahead_is_enough(block: str):
    assert codes("journal/a.md", f"---\n{block}\n---\n\n# Review\n\n{STORY}\n") == []


@pytest.mark.parametrize(
    "heading", ["Now what?", "Action plan", "3. Action plan", "Next", "What I will do", "Next time"]
)
def test_words_below_a_heading_that_asks_for_them_are_enough(heading: str):
    assert codes("journal/a.md", f"{WHAT}## {heading}\n\nRehearsals on two machines.\n") == []


@pytest.mark.parametrize("heading", ["Now what?", "Action plan", "What I will do differently"])
def test_a_heading_that_asks_and_is_not_answered_is_the_place_of_the_advice(heading: str):
    (found,) = advice("journal/a.md", f"{WHAT}## {heading}\n\n<!-- What will you do? -->\n")
    assert (found.code, found.line, found.column) == ("empty-next-step", 11, 1)


def test_the_advice_stands_at_the_last_sentence():
    (found,) = advice("journal/a.md", f"---\naudience: team\n---\n# Review\n\n{STORY}\n")
    assert (found.line, STORY[found.column - 1 :][:16]) == (6, "I felt embarrass")


def test_a_day_at_the_very_end_of_a_longer_text_is_a_plan():
    story = f"# Review\n\n{STORY} It was loud. It was late. Nobody left."
    assert codes("journal/a.md", f"{story} Eight more on Friday.\n") == []
    assert codes("journal/a.md", f"{story} Eight on Friday. They sat there. They left.\n") == ["no-next-step"]


def test_an_intention_at_the_beginning_of_a_long_text_is_part_of_the_story():
    story = " ".join(f"The client asked for figure {n} and I had it." for n in range(12))
    assert "no-next-step" in codes("journal/a.md", f"# Review\n\nI will tell it in order. I felt odd. {story}\n")


@pytest.mark.parametrize(
    ("uri", "text"),
    [
        ("journal/a.md", "# On the bus\n\nCried a bit. It was not his fault, but he did say so.\n"),
        (
            "journal/a.md",
            "---\nmodel: quick\n---\n# Day\n\n## What happened\n\nThe demo crashed twice in front of all.\n",
        ),
        ("journal/a.md", "---\nmodel: quick\n---\n# Day\n\nI learnt that a demo may well crash in front of us all.\n"),
        ("learning/a.md", f"# Course\n\n{STORY}\n"),
        ("evidence/a.md", f"# Proof\n\n{STORY}\n"),
        ("notes.md", f"# A page\n\n{STORY}\n"),
    ],
    ids=["short", "quick", "quick and learnt", "learning", "evidence", "page"],
)
def test_short_notes_and_other_kinds_are_not_asked_for_a_next_step(uri: str, text: str):
    assert codes(uri, text) == []


@pytest.mark.parametrize(
    ("block", "text"),
    [
        ("", "The release failed today. I learnt that I skip the tests when I am late."),
        ("", "I noticed that I talk too much when somebody is silent for a while."),
        ("competencies: [testing]", "The release failed today, and I sat in front of it for four hours."),
    ],
)
def test_a_short_note_about_something_to_be_learnt_is_asked_what_follows(block: str, text: str):
    others = {"competencies/testing.md": "# Testing\n"}
    assert codes("journal/a.md", f"---\n{block}\n---\n# Release\n\n{text}\n", others) == ["no-next-step"]


@pytest.mark.parametrize(
    "step",
    [
        "Be better at communicating", "Try to listen more", "Improve my presentations",
        "communicate more with the team", "Work on my time management", "Be more proactive",
        "To be less stressed", "Pay more attention to details",
    ],
)  # fmt: skip
def test_a_next_action_that_nobody_could_see_is_told_to_need_a_moment(step: str):
    (found,) = advice("journal/a.md", f"---\nnext_action: {step}\n---\n# Review\n\nIt crashed, and I was lost.\n")
    assert (found.code, found.line) == ("vague-next-step", 2)


@pytest.mark.parametrize(
    "step",
    [
        "Try to ask one question before I answer", "Work on the checklist every Friday",
        "Practice first, talking second.", "Ask a colleague to run December, and sit at the back.",
        "Be more direct when the client asks for a date",
        "Rehearse the way back before anything else is rebuilt.", "Send the figures to support", "Book the room",
    ],
)  # fmt: skip
def test_a_next_action_with_a_moment_or_a_deed_is_clear(step: str):
    assert codes("journal/a.md", f"---\nnext_action: {step}\n---\n# Review\n\nIt crashed, and I was lost.\n") == []


def test_a_next_action_that_has_been_followed_up_is_left_alone():
    block = "next_action: Be better\nfollowups: [{date: 2026-11-01, changed: yes}]"
    assert codes("journal/a.md", f"---\n{block}\n---\n# Review\n\nIt crashed, and I was lost.\n") == []
