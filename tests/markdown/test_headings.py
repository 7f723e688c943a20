"""The headings of a Markdown text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.markdown.headings import first_heading, heading_title, plain_words, top_heading_end
from portfolio_gen.markdown.text_links import linked_text


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("# One\n", "One"),
        ("Text\n\n### One ###\n", "One"),
        ("#One\n", "One"),
        ("One\n===\n", "One"),
        ("One\n---\n", "One"),
        ("\n\n# One\n# Two\n", "One"),
        ("## Two\n\n# One\n", "Two"),
        ("# One {#anchor}\n", "One"),
        ("# One {: .x }\n", "One"),
        ("# One **two** _three_ `four`\n", "One two three four"),
        ("# See [[goals/a|the goal]]\n", "See the goal"),
        ("# See [the goal](a.md)\n", "See the goal"),
        ("# snake_case_name and 2 * 3 * 4\n", "snake_case_name and 2 * 3 * 4"),
        ("# \\# Not so\n", "# Not so"),
        ("```\n# code\n```\n# One\n", "One"),
        ("    # code\n\n# One\n", "One"),
        ("# Ünï\U0001f600\n", "Ünï\U0001f600"),
        ("- a\n- b\n---\n\n# One\n", "One"),
        ("| a | b |\n| --- | --- |\n\n# One\n", "One"),
        ("# C#\n", "C"),
    ],
)
def test_the_title_is_the_first_heading_as_plain_words(body: str, title: str):
    assert heading_title(linked_text(body))[0] == title


@pytest.mark.parametrize(
    "body",
    ["", "Text\n", "# \n", "#\n", "`# a`\n", "\\# a\n", "---\n\nText\n", "#tag\n"[:0], "```\n# code\n```\n", "- a\n"],
)
def test_a_text_may_have_no_heading(body: str):
    assert heading_title(linked_text(body))[0] == ""


def test_a_title_says_whether_there_are_links_in_it():
    assert heading_title(linked_text("# See [[a]]\n")) == ("See a", True)
    assert heading_title(linked_text("# See\n\n[[a]]\n")) == ("See", False)


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("[a](b_(1).md)", "a"),
        ("[a](<b c.md>)", "a"),
        ("![a](b.png) c", "a c"),
        ("[![a](b.png)](c.md)", "a"),
        ("[a][b]", "a"),
        ("`**a**`", "**a**"),
        ("***a***", "a"),
        ("a<br>b", "ab"),
        ("Q&amp;A", "Q&A"),
        ("a\\_b\\_c", "a_b_c"),
        ("  a \t b ", "a b"),
    ],
)
def test_plain_words_are_what_a_reader_sees(markdown: str, words: str):
    assert plain_words(markdown) == words


@pytest.mark.parametrize(
    ("body", "rest"),
    [
        ("# One\nText", "Text"),
        ("\n\n# One\n\nText", "\nText"),
        ("One\n===\nText", "Text"),
        ("# One", ""),
        ("Text\n\n# One\n", "Text\n\n# One\n"),
        ("Text\n\nOne\n===\n", "Text\n\nOne\n===\n"),
    ],
)
def test_the_text_goes_on_after_its_title(body: str, rest: str):
    end = top_heading_end(body)
    assert end is not None
    assert body[end:] == rest


@pytest.mark.parametrize("body", ["", "Text\n", "## Two\n", "Two\n---\n", "```\n# code\n```\n"])
def test_a_text_may_have_no_title(body: str):
    assert top_heading_end(body) is None


TEXTS = st.text(max_size=40) | st.lists(
    st.sampled_from(
        ["#", "# ", "\n", "=", "---", "a", " ", "*", "_", "`", "[", "](", ")", "[[", "]]", "{#", "}", "\\", "<"]
    ),
    max_size=16,
).map("".join)


@settings(max_examples=600, deadline=None, database=None, derandomize=True)
@given(TEXTS)
def test_a_heading_is_in_range_and_its_words_are_one_line(body: str):
    span = first_heading(body)
    if span is not None:
        assert 0 <= span[0] < span[1] <= len(body)
        assert "\n" not in plain_words(body[slice(*span)])
    end = top_heading_end(body)
    assert end is None or 0 <= end <= len(body)
