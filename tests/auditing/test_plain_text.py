from __future__ import annotations

import pytest

from portfolio_gen.auditing.plain_text import plain_text, shown_otherwise


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("a [link](b.md) c", "a link c"),
        ("a [link][ref] c", "a link c"),
        ("a [link](b(1).md 'title') c", "a link c"),
        ("[[target|words]] and [[target]]", "words and target"),
        ("a ![picture](b.png) c", "a   c"),
        ("a <b>bold</b> c", "a bold c"),
        ("a <!-- note --> c", "a   c"),
        ("a <!-- note", "a  "),
        ("a[^1] c", "a c"),
        (r"a \* c", "a * c"),
        ("plain", "plain"),
    ],
)
def test_only_words_that_show_are_left(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


def test_only_paragraphs_that_read_otherwise_are_told() -> None:
    assert shown_otherwise("One.\n\nTwo [x](y.md).\n\nThree.") == ["Two x."]
    assert shown_otherwise("Nothing here.") == []
