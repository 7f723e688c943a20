"""python-frontmatter with our rules."""

from __future__ import annotations

from pathlib import Path

import frontmatter
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.reading.front_matter import FrontMatterError
from portfolio_gen.reading.handler import PortfolioHandler

HANDLER = PortfolioHandler()


def loads(text: str) -> frontmatter.Post:
    return frontmatter.loads(text, handler=HANDLER)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: One\n---\nText\n",
        "\ufeff---\ntitle: One\n---\nText\n",
        "---\r\ntitle: One\r\n---\r\nText\r\n",
        "\n\n---\ntitle: One\n---\nText\n",
        "---\ntitle: One\n...\nText",
    ],
)
def test_a_post_has_the_fields_and_the_text(text: str):
    post = loads(text)
    assert (post.metadata, post.content) == ({"title": "One"}, "Text")


@pytest.mark.parametrize("text", ["---\n---\nText", "Text", "---\n# nothing\n---\nText"])
def test_a_post_may_have_no_fields(text: str):
    post = loads(text)
    assert (post.metadata, post.content) == ({}, "Text")


def test_values_mean_what_they_mean_to_the_generator():
    post = loads("---\na: no\nb: 12:30\nc: 010\nd: 2026-11\n---\n")
    assert post.metadata == {"a": "no", "b": "12:30", "c": "010", "d": "2026-11"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("---\na: 1\na: 2\n---\n", "duplicate-key"),
        ("---\na: !foo b\n---\n", "yaml-tag"),
        ("---\na: [\n---\n", "front-matter-syntax"),
        ("---\n- a\n---\n", "front-matter-shape"),
        ("---\nplain\n---\n", "front-matter-shape"),
        ("---\na: b\n", "front-matter-open"),
        ("----\na: b\n----\n", "front-matter-fence"),
    ],
)
def test_what_the_generator_refuses_is_refused(text: str, code: str):
    with pytest.raises(FrontMatterError) as caught:
        loads(text)
    assert caught.value.code == code


def test_a_mistake_is_named_at_the_line_of_the_source():
    with pytest.raises(FrontMatterError) as caught:
        loads("---\ntitle: One\naudience: me\naudience: team\n---\n")
    assert caught.value.line == 4


def test_a_post_is_read_from_a_file(tmp_path: Path):
    path = tmp_path / "a.md"
    path.write_bytes("\ufeff---\r\ntitle: Été\r\n---\r\nText\r\n".encode())
    assert frontmatter.load(str(path), handler=HANDLER).metadata == {"title": "Été"}


@pytest.mark.parametrize(
    "fields",
    [
        "title: One",
        "answer: 'no'",
        "when: 2026-11-05",
        "month: 2026-11",
        "time: 12:30",
        "number: 010",
        "hex: 0x1F",
        "count: 1_000",
        "quoted: '5'",
        "whole: 5",
        "blank:",
        "version: 1.10",
        "hours: 1.5",
        "large: 1e3",
        "goals: [a, {id: b, level: 2}]",
        "text: |\n  One\n  two",
    ],
)
def test_what_is_written_back_is_read_as_it_was(fields: str):
    post = loads(f"---\n{fields}\n---\n\nText")
    again = loads(frontmatter.dumps(post, handler=HANDLER))
    assert (again.metadata, again.content) == (post.metadata, post.content)


@settings(max_examples=200, deadline=None, database=None, derandomize=True)
@given(st.text("-+.\n ab:[]'\"", max_size=30))
def test_no_text_breaks_the_handler(text: str):
    try:
        post = loads(text)
    except FrontMatterError as error:
        assert error.line >= 1
    else:
        assert isinstance(post.metadata, dict)
