"""What holds for every picture, whatever it shows."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from markdown import Markdown
from portfolio_gen.cleaning.html import clean_html
from portfolio_gen.markdown.writing import PAGE_EXTENSIONS
from tests.charts.pictures import parsed, pictures

NASTY = (
    "</svg><script>alert(1)</script>",
    '"><img src=x>',
    "a & b < c",
    "*a* `b` [c](d) | e ![f](g) ~~h~~ {i} :j:",
    "\\*a",
)
SORTS = tuple(pictures("x"))


def words(picture: str) -> list[str]:
    """All words of a picture, and all values of attributes that say something."""
    found = [*parsed(picture).itertext(), parsed(picture).get("aria-label", "")]
    return [text.strip("\u2068\u2069") for text in found]


@pytest.mark.parametrize("sort", SORTS)
def test_a_picture_says_what_it_is(sort: str):
    picture = parsed(pictures("Words of the picture")[sort])
    assert picture.get("role") == "img"
    assert "Words of the picture" in (picture.get("aria-label"), picture.findtext("title"))


@pytest.mark.parametrize("sort", SORTS)
def test_a_picture_has_no_id_no_link_no_style_of_its_own_and_no_blank_line(sort: str):
    text = pictures("x")[sort]
    elements = list(parsed(text).iter())
    assert not [one for one in elements if {"id", "href", "style"} & set(one.keys()) or one.tag in ("a", "style")]
    assert "\n\n" not in text
    assert "#" not in re.sub(r"&#\d+;", "", text)


@pytest.mark.parametrize("sort", SORTS)
def test_cleaning_takes_nothing_from_a_picture(sort: str):
    text = pictures("Größe & قوة")[sort]
    before, after = parsed(text), parsed(clean_html(f"<figure>{text}</figure>")).find("svg")
    assert after is not None
    assert [(one.tag, one.attrib) for one in after.iter()] == [(one.tag, one.attrib) for one in before.iter()]
    assert list(after.itertext()) == list(before.itertext())


@pytest.mark.parametrize("label", NASTY)
@pytest.mark.parametrize("sort", SORTS)
def test_a_picture_is_no_markdown_wherever_it_stands(sort: str, label: str):
    text = pictures(label)[sort]
    for page in (f"<figure>\n{text}\n</figure>", f'<div markdown="1">\n\n<figure>\n{text}\n</figure>\n\n</div>'):
        html = Markdown(extensions=list(PAGE_EXTENSIONS)).convert(page)
        assert text in html


@pytest.mark.parametrize("label", NASTY)
@pytest.mark.parametrize("sort", ["progress", "strength"])
def test_a_small_picture_is_no_markdown_in_a_line_or_a_cell(sort: str, label: str):
    text = pictures(label)[sort]
    html = Markdown(extensions=list(PAGE_EXTENSIONS)).convert(f"- a {text} b\n\n| a | b |\n| - | - |\n| {text} | c |")
    assert html.count(text) == 2
    assert "<td>c</td>" in html


@settings(max_examples=60, deadline=None)
@given(some.text(max_size=60))
def test_any_words_make_pictures_that_can_be_read(label: str):
    for text in pictures(label).values():
        picture = parsed(text)
        assert {one.tag for one in picture.iter()} <= {"svg", "title", "desc", "g", "path", "text"}
        assert "\n\n" not in text


@settings(max_examples=60, deadline=None)
@given(some.text(some.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40))
def test_the_words_of_a_picture_are_said_as_they_are(label: str):
    for text in pictures(label).values():
        assert label in words(text)


def test_pictures_are_the_same_each_time():
    assert pictures("x") == pictures("x")
