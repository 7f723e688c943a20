"""Which words are a name."""

from __future__ import annotations

import unicodedata

import pytest

from portfolio_gen.withholding.third_parties.hits import hits, hits_in_path
from tests.withholding.third_parties.portfolios import index

NAMES = "Jane Doe, Jane\nWill, Mark, May, Rose\nJosé García\nO'Brien\nAnne-Marie\nJ. Smith\nJames\n李明\ndanah\nStrauß"


def found(text: str, names: str = NAMES) -> list[str]:
    """The names in a text, as written."""
    return [text[hit.start : hit.end] for hit in hits(text, index(names))]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe", "jane doe", "JANE DOE", "Jane  Doe", "Jane\nDoe", "Jane \t\n  Doe", "Jane\u00a0Doe",
        "Jane&nbsp;Doe",
        "Jane-Doe", "jane_doe", "jane.doe", "Jane%20Doe", "JaneDoe", "Jane<br>Doe", "Jane\\\nDoe", "Jane\u2011Doe",
        "J\u00adane D\u200boe", "José García", "Jose Garcia", "JOSÉ GARCÍA", "Jos&eacute; Garc&#237;a", "O'Brien",
        "O\u2019Brien", "Anne-Marie", "Anne Marie", "anne-\nmarie", "J. Smith", "J Smith", "J.Smith", "Strauss",
        "STRAUSS",
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_written(text: str):
    assert found(f"Talk to {text}, soon.") == [text]


@pytest.mark.parametrize("text", ["José García", "I met JOSÉ GARCÍA."])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_encoding_of_accents_does_not_matter(text: str, form: str):
    assert found(unicodedata.normalize(form, text), unicodedata.normalize("NFC", "José García"))
    assert found(unicodedata.normalize(form, text), unicodedata.normalize("NFD", "José García"))


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Jane **Doe**", "Jane **Doe"),
        ("**Jane** Doe", "Jane** Doe"),
        ("**J**ane Doe", "J**ane Doe"),
        ("a**Jane**and", "Jane"),
        ("x[Jane](x.md)and", "Jane"),
        ("[x][Jane\nDoe]", "Jane\nDoe"),
        ("Jane<b>Doe</b>", "Jane<b>Doe"),
        ("[Jane Doe](x.md)", "Jane Doe"),
        ("[Jane](x.md) Doe", "Jane](x.md) Doe"),
        ("[Jane](<x y.md> 'a title') Doe", "Jane](<x y.md> 'a title') Doe"),
        ("[Jane][1] Doe", "Jane][1] Doe"),
        ("[[x|Jane]] Doe", "Jane]] Doe"),
        ("<b>Jane</b> <i>Doe</i>", "Jane</b> <i>Doe"),
        ("Jane <!-- hm --> Doe", "Jane <!-- hm --> Doe"),
        ("Jane[^1] Doe", "Jane[^1] Doe"),
        ("> a Jane\n> Doe", "Jane\n> Doe"),
        ("`Jane Doe`", "Jane Doe"),
        ("```\nJane Doe\n```", "Jane Doe"),
        ("<!-- Jane Doe -->", "Jane Doe"),
        ("![x](jane-doe.png)", "jane-doe"),
        ("<img alt='Jane Doe'>", "Jane Doe"),
        ("[x](a.md 'Jane Doe')", "Jane Doe"),
        ("[[jane-doe]]", "jane-doe"),
        ("https://example.org/jane-doe", "jane-doe"),
    ],
)
def test_markup_hides_no_name(text: str, hit: str):
    assert found(text) == [hit]


@pytest.mark.parametrize(
    "text",
    [
        "I will mark the first of may beside a rose", "Janet Doer", "the janes", "Willow and Roses", "Jan E. Doe",
        "Garcia", "smith", "Marks and Wills", "brien", "obrien", "an other", "Mayday",
    ],
)  # fmt: skip
def test_other_words_are_no_names(text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["- Jane\n- Doe", "Jane\n\nDoe", "Jane, Doe", "| Jane | Doe |", "Jane. Doe", "Jane/Doe"]
)
def test_words_that_stand_apart_are_no_name_together(text: str):
    assert found(text, "Jane Doe") == []


def test_a_name_of_one_word_counts_with_its_capital_only():
    assert found("Will you? I will. WILL I? Rose rose.") == ["Will", "WILL", "Rose"]


def test_a_name_that_is_listed_in_small_letters_counts_in_any():
    assert found("danah said, Danah") == ["danah", "Danah"]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Jane's plan", "Jane's"), ("Jane\u2019s plan", "Jane\u2019s"), ("the Janes' plan", "Janes'"),
        ("James' plan", "James'"),
        ("James's plan", "James's"), ("Jane Doe's plan", "Jane Doe's"), ("Jane Does Plan", "Jane Does"),
        ("a 'Jane' b", "Jane"), ("a 'James' b", "James"), ("Jane'll come", "Jane"),
    ],
)  # fmt: skip
def test_the_ending_of_a_possessive_belongs_to_the_name(text: str, hit: str):
    (one,) = hits(text, index(NAMES))
    assert text[one.start : one.end] == hit
    assert one.is_possessive is ("plan" in text.lower())


def test_names_in_scripts_without_blanks_are_found_within_words():
    assert found("昨天李明说") == ["李明"]
    assert found("어제 김철수가", "김철수") == ["김철수"]


def test_other_scripts_have_small_letters_too():
    assert found("Я видел Юлию и Иван Петров", "Иван Петров\nЮлию") == ["Юлию", "Иван Петров"]


def test_the_longest_name_counts():
    assert found("Jane Doe and Jane") == ["Jane Doe", "Jane"]


def test_a_letter_and_its_accent_go_together():
    text = unicodedata.normalize("NFD", "René!")
    assert found(text, "René") == [text[:-1]]


@pytest.mark.parametrize(
    ("path", "is_named"),
    [
        ("people/jane-doe/journal/a.md", True), ("journal/2026-03-04-jane.md", True), ("jane/index.md", True),
        ("img/JaneDoe.png", True), ("journal/Jane-at-work.md", True), ("a/what-i-will-do.md", False),
        ("a/janet.md", False), ("may-day.md", False), ("journal/2026-05.md", False), ("a/b.md", False),
    ],
)  # fmt: skip
def test_a_path_is_searched_by_its_parts(path: str, is_named: bool):
    assert bool(hits_in_path(path, index(NAMES))) is is_named
