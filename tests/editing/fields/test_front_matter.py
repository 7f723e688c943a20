"""A field that is changed changes nothing else, not a blank."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_gen.editing.errors import EditError
from portfolio_gen.editing.fields.front_matter import (
    add_to_list,
    fields_of,
    remove_field,
    remove_from_list,
    replace_scalar,
    set_field,
)
from portfolio_gen.editing.fields.scalars import same
from portfolio_gen.editing.source_text import Edit, with_edits


def block(lines: str) -> str:
    return f"---\n{lines}---\n\n# Title\n"


def after(lines: str, edits: list[Edit]) -> str:
    """The lines between the fences once some edits are made."""
    text = with_edits(block(lines), edits)
    assert text.endswith("---\n\n# Title\n")
    return text.removeprefix("---\n").removesuffix("---\n\n# Title\n")


@pytest.mark.parametrize(
    ("lines", "path", "value", "expected"),
    [
        ("status: active  # for now\n", ("status",), "done", "status: done  # for now\n"),
        ("status: 'active'\n", ("status",), "done", "status: 'done'\n"),
        ('status: "active"\n', ("status",), "done", 'status: "done"\n'),
        ("due:   # the day\nb: 1\n", ("due",), "2026-12-01", 'due: "2026-12-01"   # the day\nb: 1\n'),
        ("due: # the day\n", ("due",), 5, "due: 5 # the day\n"),
        ("due:\n", ("due",), "soon", "due: soon\n"),
        ("a: 1\n\n# trail\n", ("b",), True, "a: 1\nb: true\n\n# trail\n"),
        ("a: >\n  folded\n  text\n", ("b",), 2, "a: >\n  folded\n  text\nb: 2\n"),
        ("a: >\n  folded\n  text\nb: 1\n", ("a",), "short", "a: short\nb: 1\n"),
        ("a: one\n  two\n", ("a",), "x: y", 'a: "x: y"\n'),
        ("", ("a",), "no", "a: no\n"),
        ("# only a comment\n", ("a",), "true", '# only a comment\na: "true"\n'),
        ("{a: 1}\n", ("b",), 2, "{a: 1, b: 2}\n"),
        ("l: [a,  b]\n", ("l", 1), "c", "l: [a,  c]\n"),
        ("l:\n  - a\n  -\n  - b  # two\n", ("l", 1), "c", "l:\n  - a\n  -\n  - c  # two\n"),
        ("l: [{id: a,  level: 1}]\n", ("l", 0, "because"), "of it", "l: [{id: a,  level: 1, because: of it}]\n"),
        ("l:\n  - id: a\n    level: 1\n", ("l", 0, "because"), "x", "l:\n  - id: a\n    level: 1\n    because: x\n"),
        ("l:\n  - id: a\n    done: false\n", ("l", 0, "done"), True, "l:\n  - id: a\n    done: true\n"),
        ("l:\n- a\n- b\n", ("l",), ["x", "y"], "l:\n- x\n- y\n"),
        ("l:  # why\n  - a\nb: 1\n", ("l",), ["x", "y"], "l:  # why\n  - x\n  - y\nb: 1\n"),
        ("l: [a,  b]\n", ("l",), ["x", "y"], "l: [x, y]\n"),
        ("l: {id: a}\n", ("l", 0, "level"), 2, "l: {id: a, level: 2}\n"),
        ("l:\n  id: a\n", ("l", 0, "level"), 2, "l:\n  id: a\n  level: 2\n"),
        ("l: a\n", ("l", 0), "b", "l: b\n"),
        ("due: \nb: 1\n", ("due",), "soon", "due: soon\nb: 1\n"),
        ("a: |+\n  x\n\n", ("b",), 1, "a: |+\n  x\n\nb: 1\n"),
        ("a: | # help\n  x\n\nb: 1\n", ("a",), "one\n\n  two\n", "a: | # help\n  one\n\n    two\n\nb: 1\n"),
        ("a: |\n    x\n", ("a",), "one\ntwo", "a: |-\n    one\n    two\n"),
        ("a: 1\n# end\n", ("b",), "one\n\n two", "a: 1\nb: |-\n  one\n\n   two\n# end\n"),
        ("l:\n  - id: a\n", ("l", 0, "b"), "one\ntwo\n", "l:\n  - id: a\n    b: |\n      one\n      two\n"),
        ("", ("b",), " one\ntwo", 'b: " one\\ntwo"\n'),
        ("a: >\n  x\n  y\n", ("a",), "one two\n", "a: >\n  one two\n"),
        ("a: > # help\n  x\n", ("a",), "y", "a: y # help\n"),
        ("a:\n  v # c\n", ("a",), "y", "a:\n  y # c\n"),
        ("? a\n: v\n", ("a",), "y", "? a\n: y\n"),
        ("a: é😀 # \u2028c\n", ("a",), "z", "a: z # \u2028c\n"),
        ("t: {a: 1}\n", ("t", "b"), 2, "t: {a: 1, b: 2}\n"),
        ("t: {}\n", ("t", "b"), 2, "t: {b: 2}\n"),
        ("a: 1\n", ("t", "b"), 2, "a: 1\nt: {b: 2}\n"),
        ("t:\n", ("t", "b"), 2, "t: {b: 2}\n"),
    ],
)
def test_a_value_is_set(lines: str, path: tuple[Any, ...], value: Any, expected: str):
    assert after(lines, set_field(block(lines), path, value)) == expected


def test_a_source_without_front_matter_gets_one():
    assert with_edits("# Title\n", set_field("# Title\n", ("status",), "done")) == "---\nstatus: done\n---\n\n# Title\n"


@pytest.mark.parametrize(
    ("lines", "path", "expected"),
    [
        ("a: 1\nb: 2  # two\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
        ("a:\n  - x\n  - y\nb: 2\n", ("a",), "b: 2\n"),
        ("a: 1\n", ("a",), ""),
        ("l: [{id: a, level: 2}]\n", ("l", 0, "level"), "l: [{id: a}]\n"),
        ("l: [{level: 2, id: a}]\n", ("l", 0, "level"), "l: [{id: a}]\n"),
        ("l: [a, b]\n", ("l", 0), "l: [b]\n"),
        ("l: [a, a]\n", ("l", 1), "l: [a]\n"),
        ("l:\n  - id: a\n  - id: b\n", ("l", 0), "l:\n  - id: b\n"),
        ("l:\n  - a\n  -\n  - b\n", ("l", 1), "l:\n  - a\n  -\n"),
        ("t:\n  a: 1\nb: 2\n", ("t", "a"), "b: 2\n"),
        ("t: {a: 1}\n", ("t", "a"), "t: {}\n"),
        ("l: {id: a, level: 2}\n", ("l", 0, "level"), "l: {id: a}\n"),
        ("# about a\na:\n\n  v\nb: 1\n", ("a",), "# about a\nb: 1\n"),
        ("a: 1\n", ("z",), "a: 1\n"),
    ],
)
def test_a_field_is_removed(lines: str, path: tuple[Any, ...], expected: str):
    assert after(lines, remove_field(block(lines), path)) == expected


@pytest.mark.parametrize(
    ("lines", "value", "expected"),
    [
        ("l: a\n", "b", "l: [a, b]\n"),
        ("l: 'a'  # one\n", "b", "l: ['a', b]  # one\n"),
        ("l: [a,  b ]\n", "c", "l: [a,  b, c ]\n"),
        ("l: []\n", "c", "l: [c]\n"),
        ("l:\n  - a  # one\n\nm: 1\n", "b", "l:\n  - a  # one\n  - b\n\nm: 1\n"),
        ("l:\n- a\n", "b: c", 'l:\n- a\n- "b: c"\n'),
        (
            "l:\n  - id: a\n    level: 1\n",
            {"id": "b", "level": 2},
            "l:\n  - id: a\n    level: 1\n  - id: b\n    level: 2\n",
        ),
        ("l: [a]\n", {"id": "b", "level": 2}, "l: [a, {id: b, level: 2}]\n"),
        ("l:\n  -\n    id: a\n", {"id": "b"}, "l:\n  -\n    id: a\n  - id: b\n"),
        ("l:\n  - a\n  - # to do\n", "b", "l:\n  - a\n  - # to do\n  - b\n"),
        ("l:\n  - a\n  # end\n", "b", "l:\n  - a\n  - b\n  # end\n"),
        ("l: [\n  a,\n  b  # two\n]\n", "c", "l: [\n  a,\n  b,  # two\n  c\n]\n"),
        ("l: [\n  a, # one\n]\n", "b", "l: [\n  a, # one\n  b,\n]\n"),
        ("l: [a, b,]\n", "c", "l: [a, b, c,]\n"),
        ("l: a, b\n", "c", 'l: ["a, b", c]\n'),
        ("l: 'a, b'\n", "c", "l: ['a, b', c]\n"),
        ("l: {id: a}\n", "b", "l: [{id: a}, b]\n"),
        ("m: 1\n", "a", "m: 1\nl: [a]\n"),
        ("l:\n", "a", "l: [a]\n"),
    ],
)
def test_a_list_grows_in_its_own_style(lines: str, value: Any, expected: str):
    assert after(lines, add_to_list(block(lines), ("l",), value)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("l: [a, x, b]\n", "l: [a, b]\n"),
        ("l: [x, a]\n", "l: [a]\n"),
        ("l: [a, x, x]\n", "l: [a]\n"),
        ("l:\n  - a\n  - x  # gone\n  - b\n", "l:\n  - a\n  - b\n"),
        ("l: [\n  a, # one\n  x # gone\n]\n", "l: [\n  a, # one\n]\n"),
        ("l: [\n  x, # gone\n  a, # one\n]\n", "l: [\n  a, # one\n]\n"),
        ("l: [x, a,\n  x, b]\n", "l: [a,\n  b]\n"),
        ("l:\n  -\n    x\n  - a\n", "l:\n  - a\n"),
        ("l: x\nm: 1\n", "m: 1\n"),
        ("l: [x]\nm: 1\n", "m: 1\n"),
        ("l: [a]\n", "l: [a]\n"),
    ],
)
def test_a_list_shrinks(lines: str, expected: str):
    assert after(lines, remove_from_list(block(lines), ("l",), lambda one: one == "x")) == expected


def test_a_name_is_replaced_in_its_quotes():
    assert after("l: [a, 'b']\n", [replace_scalar(block("l: [a, 'b']\n"), ("l", 1), "c")]) == "l: [a, 'c']\n"
    lines = "targets: {one: 1, two: 2}\n"
    assert after(lines, [replace_scalar(block(lines), ("targets", "one"), "uno", key=True)]) == (
        "targets: {uno: 1, two: 2}\n"
    )


@pytest.mark.parametrize("lines", ["a: &x v\nb: *x\n", "l:\n  - a\n  # why\n  - b\n"])
def test_what_can_not_be_changed_safely_is_left_to_its_author(lines: str):
    field = "a" if lines.startswith("a") else "l"
    with pytest.raises(EditError, match="by hand"):
        set_field(block(lines), (field,), ["x"])


@pytest.mark.parametrize("path", [("l", 0, "done"), ("m", 0, "done"), ("l", 0, "more"), ("m", 1)])
def test_what_other_places_share_is_left_to_its_author(path: tuple[Any, ...]):
    with pytest.raises(EditError, match="by hand"):
        set_field(block("l: &x [{done: false}]\nm: *x\n"), path, True)


def test_a_place_below_a_single_word_is_left_to_its_author():
    with pytest.raises(EditError, match="by hand"):
        set_field(block("l: a\n"), ("l", 0, "done"), True)


def test_a_block_that_can_not_be_read_is_not_edited():
    with pytest.raises(EditError, match="mend that first"):
        set_field("---\na: [\n---\n", ("a",), 1)


TEXTS = st.text(st.sampled_from("ab1:#-'\"[]{},&*!|>%@`~ é😀\u2028\n"), max_size=12)
VALUES = st.one_of(TEXTS, st.integers(-5, 5), st.booleans(), st.dates(), st.lists(TEXTS, max_size=3))
PAIRS = st.dictionaries(st.sampled_from("abcde"), VALUES, max_size=5)


def shaped(name: str, value: Any, draw: st.DrawFn) -> str:
    """A field as one of the ways in which people write it."""
    from portfolio_gen.editing.fields.scalars import written

    comment = draw(st.sampled_from(("", "  # note", " #")))
    if isinstance(value, list) and value and draw(st.booleans()):
        indent = draw(st.sampled_from(("", "  ")))
        return f"{name}:{comment}\n" + "".join(f"{indent}- {written(one)}\n" for one in value)
    if isinstance(value, list) and value and draw(st.booleans()):
        return f"{name}: [{comment}\n" + "".join(f"    {written(one, is_in_flow=True)},\n" for one in value) + "  ]\n"
    if isinstance(value, str) and value.isalnum() and draw(st.booleans()):
        return f"{name}: {draw(st.sampled_from(('|-', '>-')))}{comment}\n  {value}\n"
    if isinstance(value, str) and draw(st.booleans()):
        return f"{name}:  {written(value, style=draw(st.sampled_from(chr(39) + chr(34))))}{comment}\n"
    return f"{name}: {written(value)}{comment}\n"


@st.composite
def blocks(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    fields = draw(PAIRS)
    lines = "".join(
        shaped(name, value, draw) + draw(st.sampled_from(("", "\n", "# why\n"))) for name, value in fields.items()
    )
    return lines, fields


@given(blocks(), st.sampled_from("abcdef"), VALUES)
def test_whatever_is_set_is_read_and_other_lines_stay(made: tuple[str, dict[str, Any]], name: str, value: Any):
    lines, fields = made
    text = block(lines)
    assert same(fields_of(text), fields)
    try:
        fresh = with_edits(text, set_field(text, (name,), value))
    except EditError:
        # Only a list over several lines may hold comments that would be lost.
        assert isinstance(fields.get(name), list)
        return
    assert same(fields_of(fresh), {**fields, name: value})
    others = [line for line in lines.splitlines(True) if not line.startswith((f"{name}:", "- ", " "))]
    left = iter(fresh.splitlines(True))
    assert all(line in left for line in others)


@given(blocks(), st.sampled_from("abcde"), TEXTS)
def test_what_is_added_and_removed_leaves_the_text_as_it_was(made: tuple[str, dict[str, Any]], name: str, value: str):
    lines, fields = made
    text = block(lines)
    former = fields.get(name)
    if not isinstance(former, list) or not former or value in former:
        return
    more = with_edits(text, add_to_list(text, (name,), value))
    assert same(fields_of(more), {**fields, name: [*former, value]})
    assert with_edits(more, remove_from_list(more, (name,), lambda one: one == value)) == text
