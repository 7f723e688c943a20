from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.drafting.places import dated
from portfolio_gen.drafting.slugs import MOST_BYTES, MOST_SIGNS, is_reserved, slug
from portfolio_gen.model.dates import date_in_name

TITLES = st.one_of(
    st.text(max_size=80),
    st.text("aÄß.-/\\ 0129😀日й\u0301\ufe0f\u200d'", max_size=200),
    st.sampled_from(
        ["CON", "com1", "LPT9.txt", ".", "..", "../../x", "index", "README", "2026-10-11", "W47", "a" * 300]
    ),
)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Learn to say no", "learn-to-say-no"),
        ("Über Grüße & Straße", "ueber-gruesse-and-strasse"),
        ("Café à l'été", "cafe-a-lete"),
        ("Łódź, Århus, Þing", "lodz-arhus-thing"),
        ("İstanbul", "istanbul"),
        ("日本語のタイトル", "日本語のタイトル"),
        ("Привет, мир: ещё й", "привет-мир-ещё-й"),
        ("नमस्ते दुनिया", "नमस्ते-दुनिया"),
        ("../../x", "x"),
        ("notes.md", "notes-md"),
        ("Soft\u00adhyphen", "softhyphen"),
        ("1\ufe0f\u20e3 first", "1-first"),
    ],
)
def test_a_title_reads_well_as_a_file_name(title: str, name: str) -> None:
    assert slug(title, "goal") == name


@pytest.mark.parametrize("title", ["", ".", "😀😀", "---", "\ufe0f", "\u3164"])
def test_a_title_without_letters_is_called_as_its_kind(title: str) -> None:
    assert slug(title, "goal") == "goal"


@pytest.mark.parametrize("title", ["CON", "nul", "Com1", "com¹", "index", "README", "404"])
def test_a_name_that_means_something_else_gets_the_kind_in_front(title: str) -> None:
    assert slug(title, "page").startswith("page-")


def test_a_long_title_ends_with_a_whole_word() -> None:
    name = slug("word " * 60, "goal")
    assert name.split("-")[-1] == "word" and MOST_SIGNS - 5 < len(name) <= MOST_SIGNS


def test_a_long_word_is_cut() -> None:
    assert slug("a" * 300, "goal") == "a" * MOST_SIGNS


@settings(max_examples=150)
@given(TITLES)
def test_every_title_gives_a_name_that_every_system_takes(title: str) -> None:
    name = slug(title, "reflection")
    assert name and not is_reserved(name)
    assert not re.search(r"[\s<>:\"/\\|?*.\x00-\x1f]", name) and not name.startswith("-") and not name.endswith("-")
    assert len(name) <= MOST_SIGNS + len("reflection-") and len(name.encode()) <= MOST_BYTES + len("reflection-")
    assert name == name.lower() == unicodedata.normalize("NFC", name)


@settings(max_examples=100)
@given(TITLES, st.sampled_from(["2026-11-24", "2026-W47", "2026-11", "2026"]))
def test_a_dated_name_has_just_that_date(title: str, day: str) -> None:
    found = date_in_name(dated(slug(title, "goal"), day))
    assert found is None if day == "2026" else found is not None and found.text == day
