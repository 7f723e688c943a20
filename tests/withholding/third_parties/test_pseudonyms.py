"""Roles in place of names, in one text."""

from __future__ import annotations

import pytest

from portfolio_gen.withholding.third_parties.pseudonyms import renamed_tag, renamed_text
from tests.withholding.third_parties.portfolios import index

NAMES = index("Jane Doe, Jane\nJosé García = my boss\nAnne-Marie = my parents\nBoss Smith")


def renamed(text: str) -> str:
    return renamed_text(text, NAMES, is_markdown=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I asked Jane Doe for it", "I asked a colleague for it"),
        ("I asked Jane\nDoe for it", "I asked a colleague for it"),
        ("> I asked Jane\n> Doe", "> I asked a colleague"),
        ("I asked José García.", "I asked my boss."),
        ("by Jane's plan, Jane\u2019s", "by a colleague's plan, a colleague\u2019s"),
        ("of Anne-Marie's", "of my parents'"),
        ("a Jane Doe and a Jane", "a a colleague and a a colleague"),
    ],
)
def test_a_role_stands_for_a_name(text: str, expected: str):
    assert renamed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane said", "A colleague said"),
        ("He left. Jane stayed", "He left. A colleague stayed"),
        ("Why? **Jane** knows", "Why? **A colleague** knows"),
        ("One.\n\nJane", "One.\n\nA colleague"),
        ("# Jane's plan", "# A colleague's plan"),
        ("- a\n- [ ] Jane", "- a\n- [ ] A colleague"),
        ("1. [Jane](x.md)", "1. [A colleague](x.md)"),
        ("> Jane", "> A colleague"),
        ("| Jane | and Jane |", "| A colleague | and a colleague |"),
        ("and\nJane", "and\na colleague"),
        ("Dr. Jane", "Dr. a colleague"),
        ("e.g. Jane", "e.g. a colleague"),
        ("[[x|Jane]]", "[[x|a colleague]]"),
    ],
)
def test_a_role_has_a_capital_where_a_sentence_begins(text: str, expected: str):
    assert renamed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I saw Jane **Doe**.", "I saw **a colleague**."),
        ("I saw **Jane** Doe.", "I saw **a colleague**."),
        ("I saw **Jane** **Doe** there", "I saw **a colleague** there"),
        ("I saw _Jane_ _Doe_ there", "I saw _a colleague_ there"),
        ("**my Jane** **Doe and** x", "**my a colleague** **and** x"),
        ("a **b Jane** c", "a **b a colleague** c"),
        ("a **Jane *M.* Doe**", "a **a colleague *M.* Doe**"),
        ("see [Jane](x.md) Doe's plan", "see [a colleague's](x.md) plan"),
        ("see Jane [Doe and others](x.md)", "see [a colleague and others](x.md)"),
        ("see [Jane](a.md) [Doe](b.md) there", "see [a colleague](a.md) there"),
        ("see [my friend Jane](a.md) Doe!", "see [my friend a colleague](a.md)!"),
        ("see [[x|Jane]] Doe", "see [[x|a colleague]]"),
        ("see Jane [[x|Doe]]", "see [[x|a colleague]]"),
        ("see <b>Jane</b> <i>Doe</i>", "see <b>a colleague</b>"),
        ("see Jane <b>Doe</b>", "see <b>a colleague</b>"),
        ("see `Jane Doe`", "see `a colleague`"),
        ("see Jane <!-- x --> Doe", "see a colleague"),
        ("see Jane\\\nDoe", "see a colleague"),
        ("see Jane<br>Doe", "see a colleague"),
    ],
)
def test_a_name_that_markup_splits_is_replaced_whole(text: str, expected: str):
    assert renamed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write to jane.doe@corp.com now", "write to a colleague now"),
        ("write to <jane.doe@corp.com> now", "write to a colleague now"),
        ("see ![Jane Doe](x.png 'of Jane Doe')", "see ![a colleague](x.png 'of a colleague')"),
        ("see [x][Jane Doe]\n\n[jane doe]: a.md", "see [x][a colleague]\n\n[A colleague]: a.md"),
        ("<img alt='by Jane Doe'>", "<img alt='by a colleague'>"),
        ("x <!-- of Jane Doe -->", "x <!-- of a colleague -->"),
    ],
)
def test_what_is_published_out_of_sight_is_replaced_too(text: str, expected: str):
    assert renamed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[x](people/jane-doe.md)", "[[jane-doe]]", "[[x#Jane Doe]]", "https://x.org/jane-doe",
        "<a href='jane-doe.md'>x</a>",
        "[x](mailto:jane.doe@corp.com)", "<p id='jane-doe'>x</p>", "# x {#jane-doe}", "![x](jane-doe.png)",
        "[x](https://x.org/Jane%20Doe)",
    ],
)  # fmt: skip
def test_what_leads_somewhere_stays(text: str):
    assert renamed(text) is text


def test_a_text_without_names_is_the_very_same():
    text = "I will **mark** the [first](of.md) of may: jane."
    assert renamed(text) is text


def test_a_role_makes_no_name_with_the_word_behind_it():
    assert renamed("with José García Smith") == "with my a colleague"


def test_signs_of_a_role_mean_nothing_in_markdown():
    names = index("Jane = somebody [HR]")
    assert renamed_text("a Jane", names, is_markdown=True) == "a somebody &#91;HR&#93;"
    assert renamed_text("a Jane", names, is_markdown=False) == "a somebody [HR]"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("jane", "a colleague"), ("Jane", "a colleague"), ("with Jane", "with a colleague"), ("janet", "janet")],
)
def test_a_tag_may_be_a_name_in_small_letters(tag: str, expected: str):
    assert renamed_tag(tag, NAMES) == expected
