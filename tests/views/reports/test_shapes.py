"""Shapes of reports are data, also of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.views.reports.shapes import ShapeError, shape_in, shape_named, shape_names


@pytest.mark.parametrize("name", shape_names())
def test_a_shipped_shape_is_right_and_says_where_it_comes_from(name: str) -> None:
    shape = shape_named(name)
    assert shape.sections
    assert shape.source


def test_there_are_the_promised_shapes() -> None:
    assert set(shape_names()) >= {"appraisal", "cipd", "engc", "nmc", "brag", "plain"}


def test_a_shape_of_the_project_wins_by_its_name(tmp_path: Path) -> None:
    own = tmp_path / "templates/shapes/plain.yml"
    own.parent.mkdir(parents=True)
    own.write_text("title: Mine\nsections: [{heading: All, part: entries}]\n", encoding="utf-8")
    assert shape_named("plain", tmp_path).title == "Mine"
    (own.parent / "ours.yml").write_text("sections: [{part: goals}]\n", encoding="utf-8")
    assert "ours" in shape_names(tmp_path)
    assert shape_named("ours", tmp_path).title == "ours"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sections: [", "x.yml:1: "),
        ("title: x", "a shape has a title, and sections"),
        ("titel: x\nsections: []", "a shape has no 'titel'; use title"),
        ("sections: [x]", "section 1: this is no section"),
        ("sections: [{part: gaols}]", "section 1: there is no part 'gaols'; use goals"),
        ("sections: [{part: entries, kinds: [note]}]", "there is no kind 'note'"),
        ("sections: [{part: entries, kinds: note}]", "this is no list of names"),
        ("sections: [{part: entries, fields: [hourz]}]", "fields: 'hourz' can't be told; use wish"),
        ("sections: [{part: entries, fields: [with]}]", "fields: 'with' can't be told"),
        ("sections: [{part: entries, fields: [about]}]", "fields: 'about' can't be told"),
        ('sections: [{"\\e[31mx": y}]', "a section has no '"),
        ("sections: [{part: goals, header: x}]", "a section has no 'header'"),
        ("title: [x]\nsections: []", "title: this is no text"),
    ],
)
def test_what_is_wrong_with_a_shape_is_told_with_its_place(text: str, words: str) -> None:
    with pytest.raises(ShapeError) as wrong:
        shape_in("x", text, "x.yml")
    assert words in str(wrong.value)
    assert str(wrong.value).startswith("x.yml:")
    assert "\x1b" not in str(wrong.value)


def test_a_shape_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(ShapeError, match="there is no shape 'apraisal'; use appraisal, brag, cipd"):
        shape_named("apraisal")
