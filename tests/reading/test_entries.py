"""A source as an entry."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_gen.model.kinds import FOLDERS, KINDS
from portfolio_gen.problems import CODES, Problem, errors
from portfolio_gen.reading.entries import read_entry
from portfolio_gen.reading.fields import names_of
from portfolio_gen.reading.load import load
from portfolio_gen.reading.sources import Source, Tree
from tests.builders import entry


def problems_of(text: str, uri: str = "journal/note.md") -> list[Problem]:
    return read_entry(Source(uri, text), FOLDERS)[1]


def test_a_plain_note_in_the_journal_is_a_reflection():
    found = entry("journal/2026-03-05-a-hard-week.md", "It rained.\n")
    assert (found.kind_name, found.title, str(found.date)) == ("reflection", "A hard week", "2026-03-05")
    assert (found.body.text, found.body_line, found.common.audience) == ("It rained.\n", 1, None)


def test_an_empty_file_is_an_entry_too():
    found = entry("journal/note.md", "")
    assert (found.kind_name, found.title, found.body.text) == ("reflection", "Note", "")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Written\n---\n# Heading\n", "Written"),
        ("---\ntitle:\n---\n# Heading\n", "Heading"),
        ("---\ntitle: ''\n---\n# Heading\n", "Heading"),
        ("---\ntitle: ' '\n---\n", "Note"),
        ("# Heading\n", "Heading"),
        ("Text\n\n## Later\n", "Later"),
        ("Heading\n=======\n", "Heading"),
        ("```\n# code\n```\n\n# Heading\n", "Heading"),
        ("# \n\nText\n", "Note"),
        ("---\ntitle: 2026\n---\n", "2026"),
        ("---\ntitle: 1.10\n---\n", "1.10"),
        ("---\ntitle: 2026-11-05\n---\n", "2026-11-05"),
        ("---\ntitle: no\n---\n", "no"),
        ("---\ntitle: 010\n---\n", "010"),
        ("---\ntitle: '# Not a heading'\n---\n", "# Not a heading"),
        ("# **Bold** and `code`\n", "Bold and code"),
    ],
)
def test_the_title_is_written_or_the_first_heading_or_the_files_name(text: str, title: str):
    assert entry("journal/note.md", text).title == title


@pytest.mark.parametrize(
    ("uri", "text", "entry_id"),
    [
        ("goals/a.md", "", "goals/a"),
        ("people/ada/index.md", "", "people/ada"),
        ("goals/a.md", "---\nid: my-goal\n---\n", "my-goal"),
        ("goals/a.md", "---\nid: team/goal-1\n---\n", "team/goal-1"),
        ("goals/a.md", "---\nid: 7\n---\n", "7"),
        ("goals/a.md", "---\nid:\n---\n", "goals/a"),
        ("goals/a.md", "---\nid: über\n---\n", "über"),
    ],
)
def test_the_id_is_written_or_the_path(uri: str, text: str, entry_id: str):
    assert entry(uri, text).id == entry_id


@pytest.mark.parametrize(
    "written",
    ["a b", "a|b", "a#b", "a[b", "a]b", "<a", "a>", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "./a",
     "a\\b", "'a\"b'", "'a\tb'", "/"],
)  # fmt: skip
def test_an_id_that_could_not_be_linked_to_is_an_error(written: str):
    (problem,) = problems_of(f"---\ntitle: x\nid: {written}\n---\n")
    assert (problem.code, problem.line, problem.column) == ("invalid-value", 3, 5)


@pytest.mark.parametrize("written", ['"a\\0b"', '"a\\eb"', '"a\\x7fb"'])
def test_an_id_has_no_invisible_signs(written: str):
    assert "invalid-value" in {problem.code for problem in problems_of(f"---\nid: {written}\n---\n")}


def test_the_written_date_counts_before_that_of_the_files_name():
    assert str(entry("journal/2026-03-05.md", "---\ndate: 2025-W10\n---\n").date) == "2025-W10"


def test_the_body_begins_below_the_front_matter():
    found = entry("journal/a.md", "---\ntitle: x\n---\n\nSee [[b]].\n")
    assert (found.body.text, found.body_line) == ("\nSee [[b]].\n", 4)
    assert [(link.target, link.line, link.column) for link in found.body.links] == [("b", 5, 5)]


def test_every_written_field_has_its_line():
    found, _ = read_entry(Source("journal/a.md", "\n---\ntitle: x\n\ntags:\n  - a\nlang: en\n---\n"), FOLDERS)
    assert found is not None
    assert found.lines == {"title": 3, "tags": 5, "lang": 7}


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("---\n- a\n- b\n---\n", (2, 1), "front-matter-shape"),
        ("---\nplain text\n---\n", (2, 1), "front-matter-shape"),
        ("\n\n---\n42\n---\n", (4, 1), "front-matter-shape"),
        ("---\na: 1\na: 2\n---\n", (3, 1), "duplicate-key"),
        ("---\na: !x y\n---\n", (2, 4), "yaml-tag"),
        ("---\ntitle: One: two\n---\n", (2, 11), "front-matter-syntax"),
        ("---\na:\n\tb: c\n---\n", (3, 1), "front-matter-tab"),
        ("---\na: 1\n", (1, 1), "front-matter-open"),
        ("----\na: 1\n----\n", (1, 1), "front-matter-fence"),
        ("---\na: " + "[" * 40_000 + "\n---\n", (2, 16), "front-matter-limit"),
        ("\ufeff---\r\na: 1\r\nb: [\r\n---\r\n", (3, 1), "front-matter-syntax"),
    ],
)
def test_what_cannot_be_read_for_certain_is_no_entry(text: str, place: tuple[int, int], code: str):
    found, (problem,) = read_entry(Source("journal/a.md", text), FOLDERS)
    assert found is None
    assert problem.code == code
    assert problem.line == place[0]
    assert abs(problem.column - place[1]) <= 2


def test_deep_values_behind_aliases_break_nothing():
    lines = ["a0: &a0 " + "[" * 11 + "x" + "]" * 11]
    lines += [f"a{n}: &a{n} " + "[" * 11 + f"*a{n - 1}" + "]" * 11 for n in range(1, 27)]
    text = "\n".join(["---", *lines, "competencies: *a26", "goals: *a26", "---", ""])
    assert problems_of(text)


NAMES = sorted({"type", *(name for kind in KINDS.values() for name in names_of(kind.fields)), "audience", "title", "id",
                "date", "competencies", "goals", "evidence", "people", "tags", "person", "aliases", "revisit",
                "expires", "Audience", "audiences", "draft", "foo", "", "<<", "no"})  # fmt: skip
VALUES = st.sampled_from(
    ["", "x", "[[a]]", "[a, b]", "[]", "{}", "{id: a}", "{id: a, level: 2}", "[{id: a, level: x, because: '[[b]]'}]",
     "true", "5", "1.10", "-1", "2026-11-05", "2026-02-30", "goal", "role", "team", "me", "'", '"', "|\n  a\n  b",
     "\n  - a\n  - {b: c}", "\n  a: 1", "!x y", "&a b", "*a", "~", "[~, a]", "{what: [], who: x}", "'[a](b.md)'",
     "{date: x, changed: maybe}", "{name: n, signals: {a: b}}", "[[[[a]]]]", "{a: 1, b: high, '[[c]]': 2}", "9" * 30,
     "\u2028", "\x00", "\ufeff", "é", "person", "competency", "checkin", "reflection", "teem", "no"]
)  # fmt: skip
BODIES = st.sampled_from(["", "# T\n", "See [[a]] and `[[b]]`.", "[x](y.md)", "<a href='x'>", "```\n[[a]]", "\x00"])
BLOCKS = st.builds(
    lambda fields, end, body: "---\n" + "".join(f"{name}: {value}\n" for name, value in fields) + end + body,
    st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=5),
    st.sampled_from(["---\n", "...\n", "---", "", "----\n"]),
    BODIES,
)
SOURCES = BLOCKS | st.text(max_size=60) | st.text("-: \n[]{}ab#`<>()!|'\"&*?", max_size=60)
URIS = st.sampled_from(
    ["journal/a.md", "goals/2026-01-01.md", "people/ada/index.md", "index.md", "roles/r.md", "competencies/c.md",
     "checkins/c.md", "people/ada/teams/t.md", "activities/a.md", "feedback/f.md", "assessments/a.md"]
)  # fmt: skip
MANY = settings(
    max_examples=1000, deadline=None, database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


@MANY
@given(URIS, SOURCES)
def test_no_text_breaks_the_reading_of_an_entry(uri: str, text: str):
    found, problems = read_entry(Source(uri, text), FOLDERS)
    assert found is not None or errors(problems)
    assert found is None or found.title
    for problem in problems:
        assert problem.uri == uri
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.code in CODES
        assert problem.message


@settings(MANY, max_examples=500)
@given(st.lists(st.tuples(URIS, SOURCES), min_size=1, max_size=3, unique_by=lambda pair: pair[0]))
def test_no_source_with_an_error_is_among_the_entries(pairs: list[tuple[str, str]]):
    loaded = load(Tree(tuple(Source(uri, text) for uri, text in pairs)), FOLDERS)
    broken = {problem.uri for problem in errors(loaded.problems)}
    read = {found.uri for found in loaded.entries.values()}
    assert broken == loaded.broken
    assert read | broken == {uri for uri, _ in pairs}
    assert not read & broken
