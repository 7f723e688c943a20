"""Names of others"""

from __future__ import annotations

from dataclasses import replace

import pytest

from portfolio_gen.build.advising import advice_for
from portfolio_gen.build.author import authored
from portfolio_gen.settings.names_list import ListedName, NamesList
from tests.advising.readers import advice, codes
from tests.builders import Files, settings, tree

LINE = "I noticed it too late, and I will ask before the next one."
PEOPLE: Files = {
    "people/priya/index.md": "---\ntitle: Priya Nair\naliases: [Pri]\naudience: public\n---\n",
    "people/olaf/index.md": "---\ntitle: Olaf Berg\nthird_party: true\n---\n",
}


def said(words: str, others: Files | None = None, uri: str = "people/ada/journal/a.md") -> list[str]:
    return codes(uri, f"# A day\n\n{words} {LINE}\n", others)


@pytest.mark.parametrize(
    "words",
    [
        "I had a talk with Sarah Miller about it.",
        "Ahmed from accounts told me so.",
        "Mr. Henderson shouted at me.",
        "Dr Okafor was on call.",
        "It was Katarzyna's idea.",
        'In the lift "ask Henrik" was all he said.',
        "We met Professor Bloom.",
        "I told\nMrs\nHolt.",
    ],
)
def test_the_name_of_somebody_is_told_to_be_one(words: str):
    assert said(words) == ["name-of-somebody"]


@pytest.mark.parametrize(
    "words",
    [
        "I met my manager and a colleague from Legal in London.",
        "Will we mark it in May, or hope for June? Grace is a word.",
        "Harbour Street rang, and Victoria Station was closed.",
        "Mr D. wanted to book a room, and Mrs. K. did not.",
        "I learnt Python, Jenkins and Ruby for Microsoft Teams.",
        "St John is a hospital, San Jose a place, and Martin Street a street.",
        "I read a book by Sarah Miller.",
        "Graham Gibbs has a model of it, and so has Dr Kolb, a cycle.",
        "THOMAS was the name of the server, and the file was called thomas.",
        "See `Thomas` and [the plan](https://example.org/Thomas).",
        "The Project Manager and the Head of Service agreed. Good Friday is near.",
    ],
)
def test_what_only_looks_like_a_name_is_none(words: str):
    assert said(words) == []


@pytest.mark.parametrize("name", ["Priya", "Priya Nair", "Priya's", "Pri", "Ada"])
def test_those_who_are_part_of_the_portfolio_may_be_named(name: str):
    others = {**PEOPLE, "people/ada/index.md": "---\ntitle: Ada Byron\n---\n"}
    assert said(f"I went there with {name} on Monday.", others) == []


def test_another_of_the_same_first_name_may_not():
    assert said("I went there with Priya Sharma on Monday.", PEOPLE) == ["name-of-somebody"]


@pytest.mark.parametrize("name", ["Olaf Berg", "Berg and Olaf", "Zzyzx"])
def test_those_on_the_private_list_and_third_parties_are_found_however_they_are_called(name: str):
    given = replace(settings(), names=NamesList((ListedName(("Zzyzx",)),)))
    files = {**PEOPLE, "people/priya/journal/a.md": f"# A day\n\nI went there with {name}. {LINE}\n"}
    whole = authored(tree(files), given)
    found = advice_for(whole.portfolio.of_kind("reflection"), whole.portfolio, given).advice
    assert [one.code for one in found] == ["name-of-somebody"]


def test_the_first_name_alone_is_told_and_its_place_is_exact():
    text = f"# A day\n\nI went there.\nThen Ahmed and Sarah came. {LINE}\n"
    (found,) = advice("journal/a.md", text)
    assert (found.line, found.column) == (4, 6)


def test_the_advice_does_not_repeat_the_name():
    (found,) = advice("journal/a.md", f"# A day\n\nThen Ahmed came. {LINE}\n")
    assert "Ahmed" not in found.sentence + found.example


def test_a_field_may_hold_a_name():
    block = "behaviour: You cut Ahmed off.\nfeed_forward: Wait."
    (found,) = advice("feedback/a.md", f"---\n{block}\n---\n")
    assert (found.code, found.line) == ("name-of-somebody", 2)


def test_who_gave_feedback_is_a_role():
    block = "giver_role: Sarah Miller\nbehaviour: You cut them off.\nfeed_forward: Wait."
    (found,) = advice("feedback/a.md", f"---\n{block}\n---\n")
    assert (found.code, found.line) == ("name-of-giver", 2)


@pytest.mark.parametrize(
    "uri", ["learning/a.md", "competencies/a.md", "activities/a.md", "people/ada/index.md", "a.md"]
)
def test_where_authors_and_owners_are_named_names_are_right(uri: str):
    assert said("I heard it from Sarah Miller.", uri=uri) == []
