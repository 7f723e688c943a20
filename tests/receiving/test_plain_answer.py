"""Forms in plain text, however they come back."""

from __future__ import annotations

import textwrap

import pytest

from portfolio_gen.answers.plain_form import plain_form
from portfolio_gen.receiving.answer import RefusedError
from portfolio_gen.receiving.plain_answer import answer_in_text
from portfolio_gen.wording.words import words_in
from tests.answers.test_forms import FORM

EMPTY = plain_form(FORM, words_in("en"))


def filled(form: str = EMPTY, **answers: str) -> str:
    """The form with answers below its questions."""
    for name, text in answers.items():
        start = form.index(f"[{name}")
        end = form.index("]", start) + 1
        form = f"{form[:end]}\n{text}{form[end:]}"
    return form


def quoted(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.splitlines())


ANSWERS = {"situation": "On Tuesday,\nin the review.", "feed_forward": "Say it first.", "consent": "quoted"}


def read(text: str) -> dict[str, str]:
    answer = answer_in_text(text)
    return {**answer.words, "consent": answer.consent}


def test_what_stands_below_a_question_is_its_answer() -> None:
    assert read(filled(**ANSWERS)) == ANSWERS


def test_a_reply_inside_of_what_was_quoted_counts() -> None:
    assert read("Hello!\n\n" + quoted(filled(**ANSWERS)) + "\n-- \nTom\n") == ANSWERS


def test_a_reply_between_what_was_quoted_counts() -> None:
    text = quoted(EMPTY).replace("> [behaviour", "In the review.\n\n> [behaviour")
    assert read(text) == {"situation": "In the review.", "consent": ""}


@pytest.mark.parametrize("width", [30, 50, 78])
def test_a_form_that_a_mailer_wrapped_is_read_all_the_same(width: int) -> None:
    lines = (textwrap.fill(line, width, break_long_words=False) for line in filled(**ANSWERS).splitlines())
    answer = answer_in_text("\n".join(lines))
    assert answer.person == "people/lena"
    assert answer.about == ("journal/a: b c",)
    assert " ".join(answer.words["situation"].split()) == "On Tuesday, in the review."


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_a_form_is_read_back_in_every_language(language: str) -> None:
    assert read(filled(plain_form(FORM, words_in(language)), **ANSWERS)) == ANSWERS


def test_line_ends_and_blanks_of_other_systems_change_nothing() -> None:
    text = filled(**ANSWERS).replace("\n", "\r\n").replace("[consent", "\u00a0[consent")
    assert read(text) == ANSWERS


def test_choices_are_ticked_by_an_x_and_levels_by_a_number() -> None:
    answer = answer_in_text(filled(goal="X", level="2"))
    assert (answer.goals, dict(answer.competencies)) == (("goals/speak",), {"competencies/testing": "2"})


def test_a_word_in_a_sentence_is_a_consent_and_two_are_none() -> None:
    assert answer_in_text(filled(consent="Quoted, please.")).consent == "quoted"
    assert answer_in_text(filled(consent="quoted or none")).consent == "quoted or none"


def test_the_empty_form_below_an_answer_is_passed_over() -> None:
    assert read(filled(**ANSWERS) + "\nOn Monday you wrote:\n" + quoted(EMPTY)) == ANSWERS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thanks, looks good!", "there is no line that begins with"),
        (filled(situation="One").split("[end")[0] + filled(situation="Two"), "answered twice"),
        (EMPTY.replace("1 for people/lena", "for nobody"), "whom this is for"),
        (EMPTY.split("[end")[0] + EMPTY.replace("people/lena", "people/mia"), "whom this is for"),
        (filled(impact="x" * 20_001), "longer than 20,000 signs"),
    ],
)
def test_what_can_not_be_told_is_refused(text: str, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        answer_in_text(text)
