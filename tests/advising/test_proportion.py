"""How much of a reflection is description"""

from __future__ import annotations

import pytest

from tests.advising.readers import advice, codes

STEPS = (
    "On Monday we started the release at nine. I had the checklist and the others were in the call. We froze the "
    "branch and I built the packages. The build took an hour with the new dependency. At eleven we copied them to "
    "staging and ran the tests. Two tests stopped and we looked at the logs together. It was a timeout in the payment "
    "mock. We raised the timeout and ran them again. At one we had lunch. At two I started the deployment and watched "
    "the dashboards. The rate rose for a minute and fell again. At three I wrote the release notes and sent them to "
    "support. At four we closed the call and I went home by bus."
)
NEXT = "---\nnext_action: Copy the packages by a script on Friday.\n---\n"


def test_a_long_story_without_a_word_of_what_it_meant_is_told_so():
    (found,) = advice("journal/a.md", f"{NEXT}# Release\n\n{STEPS}\n")
    assert (found.code, found.line) == ("mostly-description", 6)


@pytest.mark.parametrize(
    "end",
    [
        "I was proud of the call.",
        "I learnt that the mock is slow.",
        "What surprised me was the silence.",
        "I think the timeout hides something.",
        "We should have asked for a second machine.",
        "Why did nobody ask?",
    ],
)
def test_a_sentence_that_judges_feels_or_learns_is_enough(end: str):
    assert codes("journal/a.md", f"{NEXT}# Release\n\n{STEPS} {end}\n") == []


def test_in_a_template_the_part_that_describes_is_weighed_against_the_others():
    rest = "## So what?\n\nIt was fine.\n\n## Now what?\n\nA script.\n"
    (found,) = advice("journal/a.md", f"{NEXT}# Release\n\n## What?\n\n{STEPS}\n\n{rest}")
    assert (found.code, found.line) == ("mostly-description", 6)


def test_parts_of_a_description_below_lower_headings_belong_to_it():
    rest = "## So what?\n\nIt was fine.\n"
    text = f"{NEXT}# Release\n\n## Description\n\n### Morning\n\n{STEPS}\n\n{rest}"
    assert codes("journal/a.md", text) == ["mostly-description"]


def test_a_description_with_as_much_of_what_it_meant_is_in_proportion():
    rest = "## So what?\n\n" + "I rely on luck because nobody asks me to stop. " * 10
    assert codes("journal/a.md", f"{NEXT}# Release\n\n## What?\n\n{STEPS}\n\n{rest}\n") == []


def test_comments_quotations_and_code_have_no_weight():
    quoted = "".join(f"> {STEPS}\n\n<!-- {STEPS} -->\n\n```\n{STEPS}\n```\n\n")
    assert codes("journal/a.md", f"{NEXT}# Release\n\nWe released it on Monday, and I had the list.\n\n{quoted}") == []


@pytest.mark.parametrize("words", [60, 110])
def test_a_short_story_may_be_only_a_story(words: int):
    short = " ".join(STEPS.split()[:words])
    assert codes("journal/a.md", f"{NEXT}# Release\n\n{short}\n") == []


def test_only_reflections_are_weighed():
    claims = "---\ncompetencies: [{id: releasing, because: I ran it}]\n---\n"
    others = {"competencies/releasing.md": "# Releasing\n"}
    assert codes("evidence/a.md", f"{claims}# Release\n\n{STEPS}\n", others) == []
