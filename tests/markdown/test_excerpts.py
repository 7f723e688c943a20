"""The first sentences of a text, wherever its prose begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_gen.markdown.excerpts import LENGTH, excerpt


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title\n\nIt was the clock.\n\nMore.", "It was the clock."),
        ("Title\n=====\n\nIt was\nthe clock.", "It was the clock."),
        ("- a list\n\n> quoted\n\n```\ncode\n\nmore code\n```\n\n| a |\n\nProse.", "Prose."),
        ("See [the *plan*](plan.md) and `code`.", "See the plan and code."),
        ("<!-- remark -->\n\nProse.", "Prose."),
        ("![](picture.png)\n\n2026 was long.", "2026 was long."),
        ("# Only a title", ""),
        ("", ""),
    ],
)
def test_an_excerpt_is_the_first_paragraph_in_plain_words(text: str, expected: str):
    assert excerpt(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two. Three four. Five six seven.", "One two. Three four."),
        ("He said “no.” Then we all went home together.", "He said “no.”"),
        ("我们学到了很多。下一次我们会先问然后再去做慢慢来不要着急好不好呢", "我们学到了很多。"),
        ("Version 3.11 is what we all have been waiting for", "Version 3.11 is what we…"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsg…"),
    ],
)
def test_it_ends_with_a_sentence_or_says_that_it_goes_on(text: str, expected: str):
    assert excerpt(text, 24) == expected


@given(st.text(st.sampled_from("ab .!?。*_`[]()#>-\n"), max_size=300))
def test_it_is_one_line_and_never_too_long(text: str):
    found = excerpt(text)
    assert "\n" not in found and len(found) <= LENGTH
