"""The files of languages"""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml

from portfolio_gen.advising.language import CODES, LanguageError, language, language_from, languages

ENGLISH = (files("portfolio_templates") / "advice" / "en.yml").read_text("utf-8")


@pytest.mark.parametrize("name", languages())
def test_each_language_has_all_that_the_rules_ask_for(name: str):
    found = language(name)
    assert found is not None
    assert set(found.advice) == set(CODES)


@pytest.mark.parametrize("name", languages())
def test_advice_is_one_sentence_and_no_judgement(name: str):
    found = language(name)
    assert found is not None
    for sentence, _ in found.advice.values():
        assert sentence.endswith((".", "?"))
        assert sentence.count(". ") == 0
        assert not {"score", "points", "grade", "bad", "wrong", "good", "must", "should"} & set(
            sentence.lower().split()
        )


@pytest.mark.parametrize("name", ["en", "en-GB", "en_US", " EN "])
def test_a_language_is_found_whatever_its_country(name: str):
    assert language(name) is language("en")


@pytest.mark.parametrize("name", ["xx", "", "../en", "en.yml"])
def test_without_a_file_there_is_no_advice_in_a_language(name: str):
    assert language(name) is None


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("intention", None, "xx: intention: write words with commas"),
        ("intention", "next time,, then", "xx: intention: write words with commas"),
        ("moments", "in the stand-up", "xx: moments: 'in the stand-up' is not made of whole words"),
        ("moments", "Monday", "xx: moments: 'Monday' is not made of whole words in small letters"),
        ("colours", "red", "xx: 'colours' is unknown"),
        ("headings", {"action": "next"}, "xx: headings: there is no 'behaviour'"),
        ("headings", "next", "xx: headings: this is no mapping"),
    ],
)
def test_a_file_of_another_shape_is_refused_with_the_place(key: str, value: object, message: str):
    written = {**yaml.safe_load(ENGLISH), key: value}
    with pytest.raises(LanguageError, match="^" + message.replace("(", r"\(")):
        language_from(yaml.safe_dump(written, allow_unicode=True), "xx")


def test_a_file_without_one_of_the_lists_or_sentences_is_refused():
    written = yaml.safe_load(ENGLISH)
    del written["advice"]["no-due"]
    with pytest.raises(LanguageError, match="xx: advice: there is no 'no-due'"):
        language_from(yaml.safe_dump(written, allow_unicode=True), "xx")
    del written["vague"]
    with pytest.raises(LanguageError, match="xx: there is no 'vague'"):
        language_from(yaml.safe_dump(written, allow_unicode=True), "xx")


def test_first_names_are_no_words_with_another_meaning():
    found = language("en")
    assert found is not None
    words = {
        "will",
        "mark",
        "may",
        "april",
        "june",
        "grace",
        "hope",
        "rose",
        "bill",
        "frank",
        "jack",
        "victoria",
        "jordan",
    }
    assert not found.first_names & (words | found.common | found.calendar)
