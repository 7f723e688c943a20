"""A draft reads back as what its writer has said, and its cursor stands where the writer goes on."""

from __future__ import annotations

import html
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from markdown import Markdown
from portfolio_gen.drafting.draft import Answers, Draft, draft, title_of
from portfolio_gen.drafting.template_file import Template, template_in
from portfolio_gen.drafting.templates import templates
from portfolio_gen.drafting.words import in_markdown
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds import FOLDERS
from portfolio_gen.reading.entries import read_entry
from portfolio_gen.reading.sources import Source

DAY = date(2026, 11, 24)
SHIPPED, _ = templates(None)
PLAIN = """---
template:
  kind: reflection
  description: A test.
---

# {{title}}

## First
<!-- What happened? -->

## Second
<!-- And then? -->
"""
IN_FIELDS = """---
template: {kind: reflection, description: A test.}
title: "{{title}}"
tags: [week-{{week}}, '{{person}}']
---

# Something else
"""


def template(text: str, name: str = "test") -> Template:
    found = template_in(f"{name}.md", text.encode(), is_own=True)
    assert isinstance(found, Template), found
    return found


def drafted(text: str, title: str = "A title", **answers: Any) -> Draft:
    return draft(template(text), Answers(title, DAY, **answers))


def read(written: str, uri: str = "journal/2026-11-24-entry.md") -> Entry:
    entry, problems = read_entry(Source(uri, written), FOLDERS)
    assert entry is not None, problems
    assert problems == []
    return entry


def marked(made: Draft) -> str:
    """The text with a sign where the cursor stands."""
    lines = made.text.split("\n")
    line = lines[made.line - 1]
    assert len(line) >= made.column - 1
    lines[made.line - 1] = f"{line[: made.column - 1]}|{line[made.column - 1 :]}"
    return "\n".join(lines)


ODD_TITLES = (
    "Learn C#", "#1 priority", "#", "a ##", "*bold*", "2 * 3 * 4", "_x_ and snake_case", "[x]", "[x](y)", "[x][y]",
    "[[goals/x]]", "![a](b)", "<b>bold</b>", "a < b > c", "I <3 tests", "<!-- only: me -->", "a --> b", "{{date}}",
    "x {#id}", "x {: .y }", "{% raw %}", "🎉 done", "---", "===", "- [x] done", "1. first", "> quoted", "a\\",
    "a\\*b", "\\<b>", "`code`", "a``b`", "&copy; R&notes", "AT&T", ":smile:", "at 12:30:45", "~~x~~", "^^x^^", "==x==",
    "++a++", "C++", "$x$ or $y$", "H~2~O", "a | b", "no", "2026", "2026-11-24", "null", "a: b", "a # b", "'", '"', "@x",
    "Straße", "مرحبا", "two  blanks", "https://example.org/a_b", "\ufeffx", "a\u2028b", "a\x85b", "x](y)", "[^1]",
    "__0__", "\\ 1",
)  # fmt: skip
SIGNS = "ab 1#*_[]()<>{}!`\\&;:~^=+$|-'\"%@,.?/éß🎉"
TITLES = st.one_of(st.text(SIGNS, min_size=1, max_size=14), st.text(min_size=1, max_size=14)).filter(
    lambda text: text.split() and not re.search("[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff\ufffe\uffff]", text)
)


def with_odd_titles(test: Any) -> Any:
    for title in ODD_TITLES:
        test = example(title)(test)
    return test


@with_odd_titles
@given(TITLES)
@hypothesis_settings(deadline=None)
def test_a_title_reads_back_as_it_was_given(title: str) -> None:
    for text in (PLAIN, IN_FIELDS):
        entry = read(drafted(text, title).text)
        assert entry.title == " ".join(title.split())
        assert not entry.body.links
        assert not entry.passages


RENDERER = Markdown(
    extensions=[
        "attr_list", "md_in_html", "tables", "footnotes", "pymdownx.tilde", "pymdownx.caret", "pymdownx.mark",
        "pymdownx.emoji", "pymdownx.keys",
    ]
)  # fmt: skip


@with_odd_titles
@given(TITLES)
@hypothesis_settings(deadline=None)
def test_a_title_is_shown_as_it_was_given(title: str) -> None:
    lines = drafted(PLAIN, title).text.split("\n")
    shown = RENDERER.reset().convert(lines[0])
    match = re.fullmatch(r"<h1>(.*)</h1>", shown)
    assert match, shown
    assert "<" not in match[1]
    assert html.unescape(match[1]) == " ".join(title.split())


@pytest.mark.parametrize("title", [
    "Learn C++", "C:\\dir", "A & B", "AT&T: what now?", "snake_case", "Plan (draft)", "50 % - or more!", "I <3 tests",
    "A → B, or C -> D", "What's \"done\"?", "3 * 4", "Über uns",
])  # fmt: skip
def test_everyday_titles_need_no_escapes(title: str) -> None:
    assert in_markdown(title) == title


def test_a_title_that_ends_in_a_sharp_keeps_it() -> None:
    assert "\n# Learn C# #\n" in "\n" + drafted(PLAIN, "Learn C#").text


NAMES = (
    st.text(SIGNS, min_size=1, max_size=10).map(str.strip).filter(lambda name: name and not re.search(r"\[.*\]", name))
)


@given(goals=st.lists(NAMES, unique=True, max_size=3), names=st.lists(NAMES, unique=True, max_size=3))
@example(goals=["no", "2026", "1.10", "a, b", "- x", "key: value", "#tag", "'", "true", "~"], names=["null", "010"])
@hypothesis_settings(deadline=None)
def test_names_of_goals_and_competencies_read_back_as_they_were_given(goals: list[str], names: list[str]) -> None:
    claims = tuple((name, [None, 2, "Well on: the way"][number % 3]) for number, name in enumerate(names))
    entry = read(drafted(PLAIN, goals=tuple(goals), competencies=claims).text)
    assert list(entry.common.goals) == goals
    assert tuple((claim.id, claim.level) for claim in entry.common.competencies) == claims


@given(NAMES)
@hypothesis_settings(deadline=None)
def test_a_person_is_filled_in_so_that_yaml_reads_it(name: str) -> None:
    entry = read(drafted(IN_FIELDS, person=name).text)
    assert entry.common.tags == ("week-2026-W48", name)


def test_goals_and_competencies_join_those_of_the_template() -> None:
    text = PLAIN.replace(
        "---\n\n", "goals: learn-x   # one\n\n# Why\ncompetencies:\n  - {id: testing, because: It shows.}\n---\n\n", 1
    )
    entry = read(drafted(text, goals=("learn-x", "learn-y"), competencies=(("reviewing", 2),)).text)
    assert entry.common.goals == ("learn-x", "learn-y")
    assert [(claim.id, claim.because) for claim in entry.common.competencies] == [
        ("testing", "It shows."), ("reviewing", None)
    ]  # fmt: skip


def test_an_empty_field_of_the_template_takes_an_answer_and_keeps_its_comment() -> None:
    made = draft(SHIPPED["assessment"], Answers("Testing", DAY, competencies=(("testing", 2),)))
    assert "\ncompetencies: [{id: testing, level: 2}]   # what is rated" in made.text


def test_audience_and_type_stand_at_the_top_if_they_are_given() -> None:
    made = draft(SHIPPED["what"], Answers("A day", DAY, audience="mentor", type="reflection"))
    assert made.text.startswith("---\ntype: reflection\naudience: mentor\nmodel: what\n")


def test_without_fields_there_is_no_front_matter() -> None:
    assert drafted(PLAIN).text.startswith("# A title\n\n## First\n")


def test_the_writer_begins_behind_the_first_field_without_a_value() -> None:
    made = draft(SHIPPED["woop"], Answers("Learn X", DAY))
    assert "\nwish: |      # what you want" in marked(made)


def test_a_field_without_a_comment_gets_a_blank_to_write_behind() -> None:
    made = drafted(PLAIN.replace("---\n\n", "revisit:\n---\n\n", 1))
    assert "\nrevisit: |\n" in marked(made)


def test_the_writer_begins_below_the_first_help_if_fields_come_later() -> None:
    made = draft(SHIPPED["what"], Answers("A day", DAY))
    assert re.search(r"## What\?\n<!--[^\n]*-->\n\|\n\n## So what\?", marked(made))


def test_there_is_always_an_empty_line_to_write_on() -> None:
    text = PLAIN.replace("-->\n\n## Second\n<!-- And then? -->\n", "-->\n## Second\n<!-- And then? -->")
    assert marked(drafted(text)).endswith("-->\n|\n\n## Second\n<!-- And then? -->")
    assert marked(drafted(text, body="It rained.")).endswith("It rained.\n\n## Second\n<!-- And then? -->\n|\n")


def test_captured_words_go_below_the_first_help_and_the_writer_on_to_the_next() -> None:
    made = drafted(PLAIN, body="It rained {{date}}.\n\nAll day.\n")
    assert marked(made) == (
        "# A title\n\n## First\n<!-- What happened? -->\nIt rained {{date}}.\n\nAll day.\n\n"
        "## Second\n<!-- And then? -->\n|\n"
    )


def test_a_page_is_written_below_its_title() -> None:
    assert marked(draft(SHIPPED["page"], Answers("About", DAY))).endswith("# About\n\n|\n")
    assert marked(draft(SHIPPED["page"], Answers("About", DAY, body="Words."))).endswith("# About\n\nWords.\n\n|\n")


def test_headings_in_code_are_none() -> None:
    text = PLAIN.replace("## First", "```\n## Not this\n```\n\n## First")
    assert "## First\n<!-- What happened? -->\n|" in marked(drafted(text))


def test_all_placeholders_are_filled_in() -> None:
    text = PLAIN.replace("---\n\n", "date: {{date}}   # {{week}}\n'tags': ['{{ person }} & {{week}}']\n---\n\n", 1)
    made = drafted(text + "\n{{week}} {{unknown}}\n", person="lena")
    assert made.text.startswith("---\ndate: 2026-11-24   # 2026-W48\n'tags': [lena & 2026-W48]\n---\n")
    assert made.text.endswith("\n2026-W48 {{unknown}}\n")


def test_a_folded_value_with_a_placeholder_stays_one_value() -> None:
    text = PLAIN.replace("---\n\n", "next_action: >\n  Ask {{person}}\n  again\nlang: en\n---\n\n", 1)
    entry = read(drafted(text, person="a: b").text)
    assert entry.fields.next_action == "Ask a: b again"  # type: ignore[attr-defined]
    assert entry.common.lang == "en"


def test_a_template_that_shows_no_title_gets_it_as_a_field() -> None:
    assert read(drafted(PLAIN.replace("{{title}}", "Review"), "My: own").text).title == "My: own"


def test_without_a_title_the_template_proposes_one_else_the_kind_and_the_day() -> None:
    assert title_of(SHIPPED["weekly"], Answers("", DAY)) == "Week 2026-W48"
    assert title_of(SHIPPED["what"], Answers(" ", DAY)) == "Reflection, 24 November 2026"
    assert "\n# Week 2026-W48\n" in draft(SHIPPED["weekly"], Answers("", DAY)).text


def test_the_rest_of_a_template_stays_as_it_is() -> None:
    rest = "# kept\nmodel:   'x'   # kept too\n\ntags: [ a,b ]\n---\n\n\n# T\n\ttab  \n\n* x\n"
    made = drafted(f"---\n# top\ntemplate:\n  kind: reflection\n  description: >\n    Two\n\n    lines\n{rest}", "T")
    body = rest.replace("---\n\n\n", "---\n\n")
    assert made.text.startswith(f"---\ntitle: T\n# top\n{body}")


@pytest.mark.parametrize("value", ["\n\n- a\n\n", " [a,\n  b]\n", "   # which\n", "\n# one\n- a\n# two\n- b\n", " a\n"])
def test_an_answer_takes_the_place_of_all_lines_of_its_field_and_no_others(value: str) -> None:
    text = PLAIN.replace("---\n\n", f"competencies:{value}# of tags\ntags: [x]\n---\n\n", 1)
    made = drafted(text, competencies=(("z", None),))
    assert "z" in [claim.id for claim in read(made.text).common.competencies]
    assert made.text.count("competencies:") == 1
    assert "# of tags\ntags: [x]\n---\n" in made.text
