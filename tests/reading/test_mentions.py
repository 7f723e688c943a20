"""The names in typed fields, and the links in texts of fields, each at its place."""

from __future__ import annotations

import pytest

from tests.builders import entry


def mentions(fields: str, uri: str = "journal/a.md") -> list[tuple[str, str, int, int]]:
    found = entry(uri, f"---\n{fields}\n---\n")
    return [(one.field, one.target, one.line, one.column) for one in found.mentions]


def text_links(fields: str, uri: str = "journal/a.md") -> list[tuple[str, int, int]]:
    found = entry(uri, f"---\n{fields}\n---\n")
    return [(link.target, link.line, link.column) for text in found.texts.values() for link in text.links]


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ("goals: a", [("goals", "a", 2, 8)]),
        ("goals: [a, b]", [("goals", "a", 2, 9), ("goals", "b", 2, 12)]),
        ("goals:\n  - a\n  - b", [("goals", "a", 3, 5), ("goals", "b", 4, 5)]),
        ("goals: [[a]]", [("goals", "a", 2, 9)]),
        ("goals:\n  - [[a]]\n  - '[[b|c]]'", [("goals", "a", 3, 5), ("goals", "b", 4, 5)]),
        ("competencies: a", [("competencies", "a", 2, 15)]),
        ("competencies:\n  - a\n  - id: b\n    level: 2", [("competencies", "a", 3, 5), ("competencies", "b", 4, 9)]),
        ("competencies:\n  - level: 2\n    id: b", [("competencies", "b", 4, 9)]),
        ("person: [[ada]]", [("person", "ada", 2, 9)]),
    ],
)
def test_a_name_is_mentioned_where_it_stands(fields: str, places: list[tuple[str, str, int, int]]):
    assert mentions(fields) == places


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ("goals:\n  -\n  - b\n  - c", [4, 5]),
        ("competencies:\n  -\n  - id: b", [4]),
        ("competencies:\n  level: 2\n  id: b", [4]),
    ],
)
def test_neither_empty_places_nor_a_missing_dash_shift_the_lines(fields: str, lines: list[int]):
    assert [line for _, _, line, _ in mentions(fields)] == lines


def test_the_targets_of_a_role_are_mentioned_by_their_names_and_levels():
    found = entry("roles/a.md", "---\ntargets:\n  testing: 2\n  '[[writing]]': Reliable\n---\n")
    assert [(one.target, one.level, one.line) for one in found.mentions] == [
        ("testing", 2, 3),
        ("writing", "Reliable", 4),
    ]


def test_names_inside_of_inner_fields_are_mentioned_too():
    fields = "with: ben\nagreed:\n  - what: x\n    who: ada\n  - {what: y}"
    assert mentions(fields, "checkins/a.md") == [("with", "ben", 2, 7), ("agreed", "ada", 5, 10)]


def test_mentions_carry_the_level():
    found = entry("evidence/a.md", "---\ncompetencies: [{id: a, level: 2}, {id: b, level: Reliable}, c]\n---\n")
    assert [one.level for one in found.mentions] == [2, "Reliable", None]


def test_mentions_know_what_they_may_name():
    found = entry("journal/a.md", "---\ngoals: g\npeople: p\ncompetencies: c\nevidence: e\n---\n")
    assert {one.field: one.refers.kinds for one in found.mentions} == {
        "goals": ("goal",),
        "people": ("person",),
        "competencies": ("competency",),
        "evidence": (),
    }


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("next_action: Ask [[a]].", (2, 18)),
        ("next_action: See [b](a).", (2, 18)),
        ("title: x\nnext_action: '[[a]]'", (3, 15)),
        ('next_action: "Ask [[a]]."', (2, 19)),
    ],
)
def test_a_link_in_a_text_is_found_where_it_stands(fields: str, place: tuple[int, int]):
    assert text_links(fields) == [("a", *place)]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ("next_action: |\n  Ask [[a]].", 3),
        ("next_action: |\n  Then\n\n  ask [[a]].", 5),
        ("next_action: |\n\n  Ask [[a]].", 4),
        ("next_action: >-\n  Then ask\n  [[a]].", 4),
        ("next_action: Then\n  ask [[a]].", 3),
    ],
)
def test_a_link_in_a_text_of_several_lines_is_found_in_its_line(fields: str, line: int):
    ((_, found, _),) = text_links(fields)
    assert found == line


def test_inner_texts_have_links_too():
    fields = """competencies:
  - {id: c, because: "See [[a]]."}
followups:
  - {date: 2026-01-01, changed: no, note: "[[b]]"}"""
    assert [target for target, _, _ in text_links(fields)] == ["a", "b"]


def test_lists_of_texts_have_links_too():
    fields = """levels:
  - name: One
    signals: ["See [[a]].", x]
    examples: "[[b]]\""""
    assert [target for target, _, _ in text_links(fields, "competencies/a.md")] == ["a", "b"]


def test_lines_are_no_markdown():
    assert text_links("title: '[[a]]'\ntags: '[[b]]'") == []
