"""What each type of field makes of what YAML gave."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from portfolio_gen.model.common import Claims, LevelName
from portfolio_gen.model.field_types import (
    AsSequence,
    AsWord,
    Day,
    Line,
    Lines,
    Moment,
    Number,
    ReferenceText,
    Text,
    Whole,
    WrittenNumber,
    shown,
)

DAY = date(2026, 11, 5)
NEVER_TEXT: list[Any] = [True, False, [], ["a"], {}, {"a": "b"}, None]


def value(kind: Any, written: object) -> Any:
    return TypeAdapter(kind).validate_python(written, strict=True)


def refused(kind: Any, written: object) -> str:
    """What is said about a value that a field can't have."""
    with pytest.raises(ValidationError) as caught:
        value(kind, written)
    return str(caught.value.errors()[0]["msg"])


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (" a b ", "a b"),
        ("", ""),
        (12, "12"),
        (-3, "-3"),
        (WrittenNumber("1.10"), "1.10"),
        (WrittenNumber("1e3"), "1e3"),
        (DAY, "2026-11-05"),
        ("no", "no"),
    ],
)
def test_text_is_what_its_author_sees_in_the_file(written: object, text: str):
    assert value(Text, written) == text
    assert value(Line, written) == text


@pytest.mark.parametrize("written", NEVER_TEXT, ids=repr)
@pytest.mark.parametrize("kind", [Line, Text], ids=["line", "text"])
def test_what_is_no_text_is_refused(kind: Any, written: object):
    assert "is not text; put it in quotes" in refused(kind, written)


@pytest.mark.parametrize("written", ["a\nb", "a\r\nb", "a\rb"])
def test_a_line_has_no_line_breaks(written: str):
    assert "join the lines" in refused(Line, written)


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_a_line_has_none_of_the_rarer_line_breaks_either(sign: str):
    with pytest.raises(ValidationError):
        value(Line, f"a{sign}b")


def test_a_line_has_an_end():
    assert value(Line, "a" * 500) == "a" * 500
    refused(Line, "a" * 501)


@pytest.mark.parametrize(("written", "number"), [(50, 50), ("50", 50), ("50%", 50), (" 50 % ", 50), ("-1", -1), (0, 0)])
def test_a_whole_number_may_be_quoted_and_may_be_a_per_cent(written: object, number: int):
    assert value(Whole, written) == number


@pytest.mark.parametrize(
    "written", [True, WrittenNumber("50.0"), "half", "5.5", "", "1_000", "0x1F", [50], {"a": 1}, None, DAY], ids=repr
)
def test_nothing_else_is_a_whole_number(written: object):
    refused(Whole, written)


@pytest.mark.parametrize(
    ("written", "number"), [(2, 2.0), (WrittenNumber("1.50"), 1.5), ("1.5", 1.5), ("2", 2.0), (" 3 ", 3.0)]
)
def test_a_number_may_be_whole_decimal_or_quoted(written: object, number: float):
    assert value(Number, written) == number


@pytest.mark.parametrize("written", [True, "two", "", "1,5", "1.5h", [1.5], {}, None, DAY, "nan", "inf"], ids=repr)
def test_nothing_else_is_a_number(written: object):
    refused(Number, written)


@pytest.mark.parametrize("written", [WrittenNumber("1e999"), "9" * 400], ids=["1e999", "400 digits"])
def test_a_number_is_never_infinite(written: object):
    refused(Number, written)


def test_a_number_can_be_written_as_json():
    assert json.dumps(value(Number, WrittenNumber("1.50"))) == "1.5"


@pytest.mark.parametrize("written", [DAY, "2026-11-05", " 2026-11-05 ", "2026-11-05T10:30"], ids=repr)
def test_a_day_is_a_day(written: object):
    assert value(Day, written) == DAY


@pytest.mark.parametrize(
    "written",
    ["2026-11", 2026, "2026-W47", "2026-02-30", "soon", "", True, WrittenNumber("2026.11"), [], {}, None, 20261105],
    ids=repr,
)
def test_what_is_no_day_is_refused_with_an_example(written: object):
    assert "is not a day; write it as 2026-11-05" in refused(Day, written)


@pytest.mark.parametrize(
    ("written", "text"), [(DAY, "2026-11-05"), (2026, "2026"), ("2026-11", "2026-11"), ("2026-W47", "2026-W47")]
)
def test_a_moment_is_as_exact_as_it_is_written(written: object, text: str):
    assert value(Moment, written).text == text


@pytest.mark.parametrize("written", ["soon", "", True, 12, WrittenNumber("2026.1"), [], {}, None], ids=repr)
def test_what_is_no_moment_is_refused_with_examples(written: object):
    assert "write 2026-11-05, 2026-W47, 2026-11 or 2026" in refused(Moment, written)


@pytest.mark.parametrize("written", ["done", " Done ", "DONE"])
def test_words_of_a_choice_are_taken_without_regard_to_case_and_blanks(written: str):
    assert value(Annotated[Literal["done", "active"], AsWord], written) == "done"


@pytest.mark.parametrize("written", ["doing", "", True, 1, ["done"], {"done": 1}, None, DAY], ids=repr)
def test_other_words_are_refused(written: object):
    refused(Annotated[Literal["done", "active"], AsWord], written)


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("a", ("a",)),
        (["a", "b"], ("a", "b")),
        ([], ()),
        ([None, "a", None], ("a",)),
        (7, ("7",)),
        (["a", 1, DAY], ("a", "1", "2026-11-05")),
    ],
)
def test_one_value_does_for_a_list_and_empty_places_are_passed_over(written: object, lines: tuple[str, ...]):
    assert value(Lines, written) == lines


@pytest.mark.parametrize("written", [[["a"]], [{"a": "b"}], {"a": "b"}, [True]], ids=repr)
def test_lists_of_lines_hold_lines_only(written: object):
    refused(Lines, written)


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("write-tests", "write-tests"),
        (" goals/write-tests ", "goals/write-tests"),
        ("[[write-tests]]", "write-tests"),
        ("[[write-tests|my goal]]", "write-tests"),
        ("[[write-tests#why]]", "write-tests"),
        ("[[write-tests#why|my goal]]", "write-tests"),
        ("[my goal](../goals/write-tests.md)", "../goals/write-tests.md"),
        ("[my goal](<../goals/write tests.md>)", "../goals/write tests.md"),
        ([["write-tests"]], "write-tests"),
        ([[["write-tests"]]], "write-tests"),
        (2026, "2026"),
        (WrittenNumber("1.10"), "1.10"),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_a_reference_is_a_name_however_it_is_written(written: object, target: str):
    assert value(ReferenceText, written) == target


@pytest.mark.parametrize(
    ("written", "target"),
    [([["write-tests|my goal"]], "write-tests"), ([["write-tests#why"]], "write-tests")],
)
def test_an_unquoted_wiki_link_may_have_a_text_and_a_place_too(written: object, target: str):
    assert value(ReferenceText, written) == target


@pytest.mark.parametrize("written", ['[my goal](goals/write-tests.md "A goal")', "[my goal]( goals/write-tests.md )"])
def test_a_markdown_link_in_a_field_may_have_a_title_and_blanks(written: str):
    assert value(ReferenceText, written) == "goals/write-tests.md"


@pytest.mark.parametrize(
    "written", ["", " ", [], ["a", "b"], {"a": "b"}, True, None, "a\nb", [[]], "[[ ]]", [["a"], ["b"]]], ids=repr
)
def test_what_names_nothing_or_two_things_is_no_reference(written: object):
    refused(ReferenceText, written)


@pytest.mark.parametrize(
    ("written", "level"), [(1, 1), ("3", 3), ("Reliable", "Reliable"), (" Reliable ", "Reliable"), (99, 99)]
)
def test_a_level_is_its_number_or_its_name(written: object, level: int | str):
    assert value(LevelName, written) == level


@pytest.mark.parametrize("written", [0, 100, True, WrittenNumber("1.5"), [], {}, None, DAY], ids=repr)
def test_levels_are_counted_from_one(written: object):
    assert "level" in refused(LevelName, written)


def test_a_level_with_very_many_digits_is_refused_in_words_that_an_author_understands():
    assert "levels are counted from 1" in refused(LevelName, "9" * 5000)


@pytest.mark.parametrize(
    "written", ["testing", ["testing"], {"id": "testing"}, [{"id": "testing"}], [["testing"]], ["[[testing]]"]]
)
def test_a_claim_may_be_a_bare_name(written: object):
    (claim,) = value(Claims, written)
    assert (claim.id, claim.level, claim.because) == ("testing", None, None)


@pytest.mark.parametrize(
    "written", [{"level": 2}, {"id": "a", "lvl": 2}, [{}], [{"id": ["a", "b"]}], [{"id": "a", "because": []}]], ids=repr
)
def test_a_claim_names_a_competency_and_has_no_other_fields(written: object):
    refused(Claims, written)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("doing", "'doing'"),
        (True, "'true'"),
        (False, "'false'"),
        (12, "'12'"),
        ({"a": 1}, "a mapping"),
        (["a"], "a list"),
        (DAY, "'2026-11-05'"),
    ],
)
def test_a_value_is_shown_as_its_author_would_recognise_it(written: object, words: str):
    assert shown(written).strip("'") == words.strip("'")


def test_a_number_is_shown_as_it_was_written():
    assert shown(WrittenNumber("1.10")) == "'1.10'"


def test_a_long_value_is_shown_short():
    assert len(shown("a" * 10_000)) < 80


@pytest.mark.parametrize("written", ["a\nb", "a\x1b[31mb", "a\x00b", "a\u2028b"], ids=ascii)
def test_a_value_is_shown_on_one_line_without_control_characters(written: str):
    assert shown(written).isprintable()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates() | st.just(WrittenNumber("1.10")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    "kind",
    [Line, Text, Day, Moment, Whole, Number, ReferenceText, Lines, LevelName, Claims,
     Annotated[tuple[ReferenceText, ...], AsSequence], Annotated[Literal["done"], AsWord]],
    ids=["line", "text", "day", "moment", "whole", "number", "reference", "lines", "level", "claims", "references",
         "word"],
)  # fmt: skip
@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(written=VALUES)
def test_no_value_breaks_a_field(kind: Any, written: object):
    try:
        first = value(kind, written)
    except ValidationError as error:
        assert error.errors()
    else:
        assert value(kind, written) == first
