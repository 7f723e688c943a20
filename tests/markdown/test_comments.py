"""What a template or a writer says to whoever edits a text is in no text that readers get."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_gen.markdown.comments import comments, unsaid, without_comments


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in comments(text)]


def test_comments_are_found_on_one_line_and_on_several():
    assert found("a <!-- one --> b\n<!--\ntwo\n-->\n") == ["<!-- one -->", "<!--\ntwo\n-->"]


@pytest.mark.parametrize(
    "mark",
    [
        "<!-- portfolio: goals -->",
        "<!-- only: mentor -->",
        "<!-- end only -->",
        "<!-- more -->",
        "<!--more-->",
        "<!-- material/tags -->",
    ],
)
def test_marks_are_no_comments(mark: str):
    assert found(f"a\n\n{mark}\n\nb") == []


@pytest.mark.parametrize("text", ["`<!-- a -->`", "```html\n<!-- a -->\n```\n", "    <!-- a -->\n", "<!-- a", "a -->"])
def test_code_and_comments_without_an_end_are_text(text: str):
    assert found(text) == []


def test_more_than_a_word_is_a_comment():
    assert found("<!-- more of this later -->") == ["<!-- more of this later -->"]


def test_a_comment_in_a_comment_ends_neither():
    assert found("<!-- a <!-- b --> c --> d") == ["<!-- a <!-- b --> c -->"]
    assert found("<!-- a <!-- b --> c") == ["<!-- a <!-- b -->"]


def test_a_heading_that_nobody_has_answered_goes_with_its_help():
    text = "# T\n\n## What?\n<!-- help -->\n\nIt rained.\n\n## So what?\n<!-- help -->\n\n## Now what?\n<!-- help -->\n"
    assert without_comments(text) == "# T\n\n## What?\n\n\nIt rained.\n\n"


def test_a_heading_without_help_and_without_text_stays():
    assert without_comments("## A\n\n## B\n<!-- help -->\n") == "## A\n\n"


def test_the_title_stays():
    assert without_comments("# T\n<!-- help -->\n") == "# T\n\n"


def test_a_heading_stays_for_what_stands_below_a_lower_one():
    text = "## A\n<!-- help -->\n\n### A1\n<!-- help -->\n\nSaid.\n\n## B\n<!-- help -->\n\n### B1\n<!-- help -->\n"
    assert without_comments(text) == "## A\n\n\n### A1\n\n\nSaid.\n\n"


def test_what_looks_like_a_heading_in_code_is_an_answer():
    text = "## A\n<!-- help -->\n\n```\n# no heading\n```\n"
    assert without_comments(text) == "## A\n\n\n```\n# no heading\n```\n"


@given(st.lists(st.sampled_from(("<!--", "-->", "## A", "# T", "x", "\n", "```", " ", "-", "<!-- only: me -->"))))
def test_stretches_are_in_order_apart_and_inside(parts: list[str]):
    text = "".join(parts)
    edges = [edge for stretch in unsaid(text) for edge in stretch]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(text) for edge in edges)


# Four blanks make code, in which nothing is a comment.
@given(st.lists(st.sampled_from(("<!-- a -->", "## A\n", "x", "\n", " .", "- "))))
def test_no_comment_is_left(parts: list[str]):
    assert "a" not in without_comments("".join(parts))


def test_signs_without_end_cost_no_more_than_their_number():
    assert len(comments("<!-- <!-- --> " * 20_000)) == 20_000
