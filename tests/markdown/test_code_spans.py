"""Which parts of a Markdown text are code, compared with what Python-Markdown renders as code."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import markdown
from portfolio_gen.markdown.code_spans import code_spans

_MARK = re.compile(r"Q\d")


class CodeText(HTMLParser):
    """All text inside of code elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "code"

    def handle_data(self, data: str) -> None:
        self.text += data if self.depth else ""


def rendered_as_code(text: str, *extensions: str) -> list[str]:
    """The marks that Python-Markdown shows inside of code."""
    parser = CodeText()
    parser.feed(markdown.markdown(text, extensions=["fenced_code", "tables", *extensions]))
    parser.close()
    return sorted(_MARK.findall(parser.text))


def taken_for_code(text: str) -> list[str]:
    """The marks that stand inside of our spans."""
    spans = code_spans(text)
    return sorted(match[0] for match in _MARK.finditer(text) if any(a <= match.start() < b for a, b in spans))


CASES = {
    "no code": "Q1 and Q2",
    "back-ticks": "a `Q1` Q2 ``Q3 ` Q4`` Q5",
    "back-ticks over two lines": "a `Q1\nQ2` Q3",
    "a back-tick alone": "a ` Q1\n\nb Q2",
    "back-ticks in two paragraphs": "a `Q1\n\nQ2` Q3",
    "back-ticks of unequal length": "a `Q1`` Q2` Q3",
    "escaped back-ticks": "a \\`Q1\\` Q2",
    "an escaped back-tick closes": "a `Q1\\` Q2",
    "back-ticks in a table": "| a | b |\n|---|---|\n| `Q1` | Q2 |\n| Q3 | `Q4` |",
    "back-ticks in a quote": "> a ` Q1\n\nb ` Q2",
    "back-ticks in a link's text": "[a ` b](x) Q1 ` Q2",
    "back-ticks before a list": "a ` b\n\n- Q1 ` c",
    "fence": "```\nQ1\n\nQ2\n```\nQ3",
    "fence of tildes": "~~~\nQ1\n~~~\nQ2",
    "fence with a language": "```python\nQ1\n```\nQ2",
    "fence with attributes": "```{.python #x}\nQ1\n```\nQ2",
    "fence that is never closed": "```\nQ1\n\nQ2",
    "fence that is never closed, then indented": "```\n\n    Q1\n",
    "long fence around a short one": "````\nQ1\n```\nQ2\n````\nQ3",
    "long fence of tildes": "a\n\n~~~~\nQ1\n~~~\nQ2\n~~~~\n",
    "back-ticks inside of tildes": "~~~\nQ1\n```\nQ2\n~~~\nQ3\n```\nQ4",
    "two fences": "```\nQ1\n```\n\nQ2\n\n```\nQ3\n```\nQ4",
    "fence within a paragraph": "Q1\n```\nQ2\n```\nQ3",
    "fence with blanks behind it": "```  \nQ1\n```  \nQ2",
    "empty fence": "```\n```\nQ1",
    "fence in a list": "- a\n\n    ```\n    Q1\n    ```\n\nQ2",
    "fence in a quote": "> ```\n> Q1\n> ```\n\nQ2",
    "slightly indented fence": "  ```\n  Q1\n  ```\nQ2",
    "indented block": "a\n\n    Q1\n\nQ2",
    "indented block at the top": "    Q1\n\nQ2",
    "indented by a tab": "a\n\n\tQ1",
    "indented line within a paragraph": "a\n    Q1",
    "indented blocks with a blank line": "    Q1\n\n    Q2\n\nQ3",
    "indented block glued to text": "    Q1\nQ2",
    "indented below a heading": "# a\n\n    Q1",
    "indented below a rule": "a\n\n***\n\n    Q1",
    "indented below bold words": "**a**\n\n    Q1",
    "fence in an indented block": "a\n\n    ```\n    Q1\n    ```\n\nQ2",
    "paragraph in a list item": "- a\n\n    Q1\n\nQ2",
    "paragraph in a numbered item": "1. a\n\n    Q1\n\n        Q2",
    "paragraph in an item with a plus": "+ a\n\n    Q1",
    "code in a list item": "- a\n\n        Q1\n\nQ2",
    "code in a nested list item": "- a\n    - b\n\n        Q1\n\n            Q2\n\nQ3",
    "code in the last list item": "- a\n- b\n\n        Q1",
    "deep line within an item's paragraph": "- a\n        Q1",
    "wide list item": "*   a\n\n    Q1\n\n        Q2",
    "item after two blank lines": "* a\n\n\n    Q1",
    "paragraph after a list": "- a\n\nQ1\n\n    Q2",
    "paragraph after a numbered list": "1. a\n\nb\n\n    Q1\n",
    "lists and paragraphs by turns": "- a\n\n    b\n\nc\n\n    Q1\n\n- d\n\n    Q2",
    "nested numbered lists": "1. a\n    1. b\n\n        Q1\n\n    Q2\n\nQ3\n\n    Q4",
}
"""Texts in which Q1, Q2, ... stand where they may be code."""


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_code_is_what_python_markdown_renders_as_code(text: str):
    assert taken_for_code(text) == rendered_as_code(text)


EXTENDED = {
    "admonition": "!!! note\n    Q1\n\n    Q2\n\n        Q3\n\nQ4",
    "admonition without text": "!!! note\n\n    Q1\n\n        Q2",
    "footnote": "a[^1]\n\n[^1]: b\n\n    Q1\n\n        Q2\n",
    "definition": "a\n:   b\n\n    Q1\n\n        Q2\n",
}


@pytest.mark.parametrize("text", EXTENDED.values(), ids=EXTENDED)
def test_what_is_indented_below_a_container_belongs_to_it(text: str):
    assert taken_for_code(text) == rendered_as_code(text, "admonition", "footnotes", "def_list")


NOT_CODE = {
    "items of a list": "- a ` Q1\n- Q2 ` b",
    "items of a numbered list": "1. a ` Q1\n2. Q2 ` b",
    "heading and text": "# a ` b\nQ1 ` Q2",
    "underlined heading and text": "a ` b\n===\nQ1 ` Q2",
    "rule": "a ` Q1\n- - -\nQ2 ` b",
    "blank line with blanks": "a `Q1\n  \nQ2` Q3",
    "quoted paragraphs": "> a ` Q1\n>\n> Q2 ` b",
    "info string that is none": "```python foo bar\nQ1\n\nQ2\n```\nQ3",
}
"""Here a link that is taken for code is left as it is, withheld target and words included, and then shown."""


@pytest.mark.parametrize("text", NOT_CODE.values(), ids=NOT_CODE)
def test_nothing_is_taken_for_code_that_is_shown_as_text(text: str):
    assert set(taken_for_code(text)) <= set(rendered_as_code(text))


CODE = {
    "behind an escaped backslash": "a \\\\`Q1` Q2",
    "in a quote": "> Q1\n>\n>     Q2\n\nQ3",
    "right below a heading": "# a\n    Q1",
    "longer opening": "a ``Q1` Q2",
    "longer closing fence": "```\nQ1\n````\nQ2\n```\nQ3",
    "below a number in brackets": "1) a\n\n    Q1",
}


@pytest.mark.parametrize("text", CODE.values(), ids=CODE)
def test_nothing_is_taken_for_text_that_is_shown_as_code(text: str):
    assert set(rendered_as_code(text)) <= set(taken_for_code(text))


TEXTS = st.text(max_size=60) | st.lists(
    st.sampled_from(
        ["`", "``", "```", "~~~", "\n", "\n\n", "    ", "\t", "- ", "> ", "1. ", "a", "\\", " ", "# ", "|"]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=800, deadline=None, database=None, derandomize=True)
@given(TEXTS)
def test_spans_are_in_range_sorted_and_apart(text: str):
    spans = code_spans(text)
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
