"""What a block of YAML means, and where everything in it stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from portfolio_gen.model.field_types import WrittenNumber
from portfolio_gen.problems import CODES
from portfolio_gen.reading.front_matter import FrontMatterError
from portfolio_gen.reading.yaml_loader import MAX_DEPTH, MAX_VALUES, load_yaml


def loaded(text: str) -> Any:
    return load_yaml(text)[0]


def refused(text: str, first_line: int = 1) -> tuple[str, int, int]:
    """The code of what is wrong with a block, its line and its column."""
    with pytest.raises(FrontMatterError) as caught:
        load_yaml(text, first_line=first_line)
    return caught.value.code, caught.value.line, caught.value.column


@pytest.mark.parametrize(
    "word",
    [
        "no", "No", "NO", "yes", "Yes", "on", "On", "off", "OFF", "y", "n", "12:30", "1:30", "1:30:59", "190:20:30",
        "010", "007", "0o14", "0x1F", "0b11", "1_000", "1_0.5", "+5", "0755", "2026-11", "2026-W47", "2026-1-5",
        "2026-02-30", "2026-11-05T10:30:00Z", "2026-11-05 10:30", ".inf", "-.inf", ".nan", "NaN", "=", "1.2.3",
        "1e", "e3", "--", ".", "..", "1,000", "tRUE", "nULL", "00", "-01", "12345678901234567890", "١٢",
        "1 000", "None", "inf",
    ],
)  # fmt: skip
def test_words_that_yaml_11_turns_into_something_else_stay_text(word: str):
    assert loaded(f"a: {word}") == {"a": word}


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True), ("True", True), ("FALSE", False), ("null", None), ("~", None), ("Null", None), ("", None),
        ("0", 0), ("42", 42), ("-7", -7), ("999999999999999999", 999_999_999_999_999_999),
        ("2026-11-05", date(2026, 11, 5)), ("2024-02-29", date(2024, 2, 29)),
    ],
)  # fmt: skip
def test_plain_words_with_one_meaning_have_it(word: str, value: object):
    found = loaded(f"a: {word}")["a"]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(("word", "number"), [("1.10", 1.1), ("1e3", 1000.0), ("-0.5", -0.5), (".5", 0.5), ("2.", 2.0)])
def test_a_decimal_number_remembers_how_it_was_written(word: str, number: float):
    found = loaded(f"a: {word}")["a"]
    assert isinstance(found, WrittenNumber)
    assert (found, found.text) == (number, word)


@pytest.mark.parametrize("word", ["true", "null", "~", "42", "1.10", "2026-11-05", "", "no", "<<"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_what_is_quoted_is_text(word: str, quote: str):
    assert loaded(f"a: {quote}{word}{quote}") == {"a": word}


def test_block_scalars_are_text():
    assert loaded("a: |\n  42\nb: >-\n  true\n") == {"a": "42\n", "b": "true"}


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "  \n"])
def test_an_empty_block_has_no_value(text: str):
    assert loaded(text) is None


@pytest.mark.parametrize("name", ["no", "on", "1", "1.0", "true", "null", "2026-11-05", "~"])
def test_a_fields_name_is_text_whatever_it_looks_like(name: str):
    assert list(loaded(f"{name}: x")) == [name]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\na: 2\n", (2, 1)),
        ("a: 1\nb: 2\n'a': 2\n", (3, 1)),
        ("a: {b: 1, b: 2}\n", (1, 11)),
        ("a:\n  - b: 1\n    c: 2\n    b: 3\n", (4, 5)),
        ("audience: me\ntitle: x\naudience: public\n", (3, 1)),
        ("1: a\n'1': b\n", (2, 1)),
        ("a:\na:\n", (2, 1)),
    ],
)
def test_a_field_that_is_given_twice_is_refused_at_the_second(text: str, place: tuple[int, int]):
    assert refused(text) == ("duplicate-key", *place)


def test_a_field_that_is_given_twice_names_the_first_line_too():
    with pytest.raises(FrontMatterError) as caught:
        load_yaml("a: 1\nb: 2\na: 3\n", first_line=4)
    assert caught.value.message == "'a' is given twice, first in line 4"
    assert caught.value.line == 6


def test_the_same_name_may_stand_in_different_mappings():
    assert loaded("a: {b: 1}\nc: {b: 2}\n") == {"a": {"b": 1}, "c": {"b": 2}}


@pytest.mark.parametrize(
    "text",
    [
        "a: !!python/object/apply:os.system ['true']", "a: !!python/name:os.system", "a: !foo b", "a: !!set {b}",
        "a: !!str 1", "a: !!binary aGk=", "a: !<tag:example.org,2026:x> b", "!!map {a: b}", "a: !!null", "a: !ENV X",
        "a: !!omap [b: 1]", "a: !foo {b: c}", "a: !foo [b]", "<<: {a: b}", "b: &b {a: 1}\nc:\n  <<: *b\n",
        "<<: [{a: 1}, {b: 2}]",
    ],
)  # fmt: skip
def test_tags_and_merge_keys_are_refused(text: str):
    assert refused(text)[0] == "yaml-tag"


@pytest.mark.parametrize(
    "text", ["? [a]\n: b\n", "{[a]: b}", "? {a: b}\n: c\n", "a: &a x\n*a : y\n", "!!str a: b\n", "{a: {[b]: c}}"]
)
def test_a_fields_name_is_plain_text(text: str):
    assert refused(text)[0] == "front-matter-shape"


@pytest.mark.parametrize("text", ["a: 1\n--- b\n", "a: 1\n---\nb: 2\n", "a: 1\n...\n---\nb: 2\n"])
def test_a_block_is_one_document(text: str):
    assert refused(text)[0] == "front-matter-shape"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: &a [*a]", id="recursive list"),
        pytest.param("a: &a {b: *a}", id="recursive mapping"),
        pytest.param("&a [*a]", id="recursive root"),
        pytest.param("a: *b", id="unknown alias"),
        pytest.param("a: *b\nb: &b x", id="alias before its anchor"),
        pytest.param("a: &a 1\nb: &a [*a]", id="anchor that is given anew"),
    ],
)
def test_an_alias_stands_for_something_complete_before_it(text: str):
    assert refused(text)[0] == "front-matter-syntax"


def test_an_alias_stands_for_its_value():
    assert loaded("a: &a [1, 2]\nb: *a\nc: &s x\nd: *s\n") == {"a": [1, 2], "b": [1, 2], "c": "x", "d": "x"}


def bomb(levels: int, width: int) -> str:
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.parametrize("text", [bomb(9, 9), bomb(40, 2), bomb(3, 100), bomb(200, 1)])
def test_aliases_that_multiply_are_refused(text: str):
    assert refused(text)[0] == "front-matter-limit"


def deep(value: Any) -> int:
    """How deep a value is nested, counted without recursion."""
    depth, level = 0, [value]
    while level:
        depth += 1
        level = [
            inner
            for one in level
            if isinstance(one, list | dict)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
    return depth


def test_aliases_do_not_nest_deeper_than_the_limit():
    lines = ["a0: &a0 " + "[" * 11 + "x" + "]" * 11]
    lines += [f"a{n}: &a{n} " + "[" * 11 + f"*a{n - 1}" + "]" * 11 for n in range(1, 28)]
    try:
        value = loaded("\n".join(lines))
    except FrontMatterError as error:
        assert error.code == "front-matter-limit"
    else:
        assert deep(value) <= MAX_DEPTH + 2


@pytest.mark.parametrize("text", ["[" * 50_000, "a: " + "[" * 30_000 + "]" * 30_000, "{a: " * 10_000, "- " * 30_000])
def test_deep_nesting_is_refused(text: str):
    assert refused(text)[0] == "front-matter-limit"


def test_nesting_as_deep_as_the_limit_is_read():
    assert deep(loaded("a: " + "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1))) == MAX_DEPTH + 1


def test_very_many_values_are_refused():
    assert refused("a: [" + "x, " * MAX_VALUES + "]")[0] == "front-matter-limit"


@pytest.mark.parametrize(
    ("text", "line"), [("a:\n\tb: c\n", 2), ("\ta: b\n", 1), ("a: b\n\tc: d\n", 2), ("a:\n  - b\n\t- c\n", 3)]
)
def test_a_tab_is_no_indentation(text: str, line: int):
    assert refused(text)[:2] == ("front-matter-tab", line)


@pytest.mark.parametrize("text", ["a:\tb", "a: b\t", "a: b\tc", "a: b\t# comment"])
def test_a_tab_between_words_does_no_harm(text: str):
    assert list(loaded(text)) == ["a"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b: c\n", (1, 5)),
        ("title: One: two\n", (1, 11)),
        ("a: [b\nc: d\n", (2, 2)),
        ("a: @b\n", (1, 4)),
        ("a: `b`\n", (1, 4)),
        ("a: %b\n", (1, 4)),
        ('a: "\\ud800"\n', (1, 7)),
        ('a: "\\q"\n', (1, 4)),
        ("a\nb: c\n", (2, 2)),
        ("a: b\n c: d\n", (2, 3)),
        ("x: 1\na: b\x07c\n", (2, 5)),
        ("x: 1\na: b\x00c\n", (2, 5)),
        ("a: \x1b[31mred\n", (1, 4)),
        ("a: b\x7f\n", (1, 5)),
        ("é: \ufffe\n", (1, 4)),
        ("'\u00fc\u00fc': @\n", (1, 7)),
    ],
)
def test_a_mistake_is_named_at_its_line_and_column(text: str, place: tuple[int, int]):
    code, line, column = refused(text)
    assert (code, line) == ("front-matter-syntax", place[0])
    assert abs(column - place[1]) <= 3


@pytest.mark.parametrize("text", ['a: "b\nc: d\n', "a: 'b\n", "a: [b, c\n", "a: {b: c\n"])
def test_what_is_never_closed_is_named_inside_the_block(text: str):
    code, line, _ = refused(text)
    assert code == "front-matter-syntax"
    assert 1 <= line <= text.count("\n")


def test_lines_are_those_of_the_source():
    assert refused("a: 1\nb: [\n", first_line=10)[1] == 11


def test_every_value_and_every_name_has_a_place():
    _, loader = load_yaml("title: One\ngoals:\n  - a\n  - {id: b, level: 2}\n")
    assert loader.keys[("title",)] == (1, 1)
    assert loader.values[("title",)] == (1, 8)
    assert loader.values[("goals", 0)] == (3, 5)
    assert loader.keys[("goals", 1, "level")] == (4, 13)
    assert loader.values[("goals", 1, "level")] == (4, 20)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"], ids=ascii)
def test_only_cr_and_lf_end_a_line(sign: str):
    """YAML 1.2 (5.4) counts the others as ordinary signs, and so do editors when they count lines."""
    value, loader = load_yaml(f'a: "b{sign}c"\nd: e\n')
    assert value["a"] == f"b{sign}c"
    assert loader.keys[("d",)] == (2, 1)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"], ids=ascii)
def test_what_stands_behind_a_rarer_line_break_is_no_field(sign: str):
    try:
        value = loaded(f"title: a{sign}audience: public\n")
    except FrontMatterError as error:
        assert error.line == 1
    else:
        assert list(value) == ["title"]


SNIPPETS = st.sampled_from(
    ["a", "b", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "'", '"', "|", ">", "&a ", "*a",
     "!", "!!str ", "<<", "? ", "#", " #", "%", "@", "`", "\t", "\\", "\\u", "1", "1.5", "no", "---", "...", "\x85",
     "\u2028", "\ufeff", "\x00", "\x1b", "é", "\U0001f600", "=", "~"]
)  # fmt: skip
BLOCKS = st.text(max_size=40) | st.lists(SNIPPETS, max_size=14).map("".join)


@settings(max_examples=800, deadline=None, database=None, derandomize=True)
@given(BLOCKS)
@example("a: \ud800")
@example("\ufeff")
@example("%YAML 1.2")
@example("%YAML 9.9\n--- a")
@example("%TAG ! tag:example.org,2026:\n--- !x a")
@example("? ")
@example("- : ")
@example("a: !")
@example('"')
def test_no_text_breaks_the_loader(text: str):
    try:
        load_yaml(text)
    except FrontMatterError as error:
        assert error.code in CODES
        assert error.line >= 1
        assert error.column >= 1
        assert error.message


@settings(max_examples=400, deadline=None, database=None, derandomize=True)
@given(BLOCKS)
def test_no_mistake_is_named_below_the_end_of_the_block(text: str):
    try:
        load_yaml(text)
    except FrontMatterError as error:
        assert error.line <= max(1, text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1)


NAMES = st.text(alphabet="abcdefgh_- é1", min_size=1, max_size=8)
TREES = st.recursive(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Nd"), exclude_characters="\ufeff"),
            max_size=12)
    | st.integers(-(10**9), 10**9) | st.booleans() | st.none() | st.dates(min_value=date(1000, 1, 1)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=10,
)  # fmt: skip


@settings(max_examples=150, deadline=None, database=None, derandomize=True)
@given(st.dictionaries(NAMES, TREES, max_size=4))
def test_what_pyyaml_writes_is_read_as_it_was(value: dict[str, Any]):
    text = yaml.safe_dump(value, allow_unicode=True, width=10_000)
    if "&id" not in text:
        assert loaded(text) == value
