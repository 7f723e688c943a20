"""What of a Markdown text are its writer's own words"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_gen.advising.prose import MOST, prose


def words(text: str) -> str:
    """All words that count, with a stroke between sentences."""
    return " | ".join(" ".join(one.words) for one in prose(text).sentences)


@pytest.mark.parametrize(
    "text",
    [
        "one <!-- help of a template --> two",
        "one `code here` two",
        "one\n\n```\ncode here\n```\n\ntwo",
        "one\n\n> what another said\n\ntwo",
        'one "what another said" two',
        "one “what another said” two",
        "one ![a picture](picture.png) two",
        "one [[some-entry]] two",
        "one https://example.org/page two",
        "one <span class='x'> two",
        "one\n\n## A heading\n\ntwo",
        "one\n\nA heading\n---------\n\ntwo",
        "one\n\n**A heading**\n\ntwo",
        "one\n\n| a | table |\n| - | - |\n\ntwo",
        "one <!-- only: mentor --> two <!-- end only -->",
    ],
)
def test_what_the_writer_did_not_say_does_not_count(text: str):
    assert words(text).replace(" |", "") == "one two"


def test_the_words_of_a_link_count_and_its_target_does_not():
    assert words("I read [her account](../her-account.md) and [[entry|mine]].") == "i read her account and mine"


def test_sentences_end_at_their_signs_at_blank_lines_and_before_items():
    assert words("Is it? Yes it\nis.\n\nWell\n\n- first\n- second") == "is it | yes it is | well | first | second"


def test_apostrophes_are_alike():
    assert words("I\u2019ll and I'll") == "i'll and i'll"


def test_sections_have_the_words_of_their_heading_and_what_stands_below():
    found = prose("# Title\n\nFirst.\n\n## Now what?\n\nSecond one.\n\n**So**\n\nThird.\n").sections
    assert [(one.level, one.heading, one.count) for one in found] == [
        (0, (), 0), (1, ("title",), 1), (2, ("now", "what"), 2), (7, ("so",), 1),
    ]  # fmt: skip


def test_of_a_very_long_text_the_beginning_and_the_end_are_read():
    said = words("begin. " + "x" * MOST + " end.")
    assert said.startswith("begin") and said.endswith("end")
    assert len(prose("word " * MOST).spoken.split()) < MOST // 4


@given(st.text(alphabet="aI.!\"\u201c\u201d'\u2019`~*_#-=<>!()[]|{}\\\n\t 0:", max_size=200))
def test_offsets_are_those_in_the_text_as_it_was_written(text: str):
    found = prose(text)
    assert len(found.spoken) == len(text)
    assert [sign == "\n" for sign in found.spoken] == [sign == "\n" for sign in text]
    for one in found.sentences:
        assert text[one.start].lower() == one.words[0][0]
