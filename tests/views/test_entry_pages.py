"""What stands on the page of one entry."""

from __future__ import annotations

import pytest

from tests.builders import COMPETENCY, build, page


def text(uri: str, source: str, **more: str) -> str:
    files = {uri: source, "competencies/testing.md": COMPETENCY, **more}
    return page(build(files, audience="me"), uri)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# Mine\n\nText", "# Mine\n\n<div"),
        ("\n\nMine\n====\n\nText", "Mine\n====\n\n<div"),
        ("Text", "# Note\n\n<div"),
        ("Text\n\n# Later\n", "<div"),
        ("```\n# Code\n```", "# Note\n\n<div"),
        ("## Second\n", "# Second\n\n<div"),
        ("\nSecond\n---\nText", "# Second\n\n<div"),
        ("Text\n\n## Second\n", "# Second\n\n<div"),
    ],
)
def test_the_header_stands_below_the_title_and_a_missing_title_is_added(body: str, expected: str):
    assert text("journal/note.md", body).startswith(expected)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("# Using *tests* and `make`", "Using tests and make"),
        ("Intro\n\n## A second [link](a.md)", "A second link"),
        ("# Closed #", "Closed"),
        ("# With {: #anchor }", "With"),
        ("Setext\n---", "Setext"),
        ("```\n# Code\n```\n# Real", "Real"),
        ("no heading", "Note"),
        ("# About [[testing]]", "About Testing"),
        ("# About [[testing|it]]", "About it"),
    ],
)
def test_a_title_is_the_first_heading_in_plain_words(body: str, title: str):
    built = build({"journal/note.md": body, "competencies/testing.md": COMPETENCY}, audience="me")
    assert f"[{title}](note.md)" in page(built, "journal/undated.md")


def test_a_title_is_escaped_wherever_it_is_shown():
    built = build({"journal/note.md": "---\ntitle: '*a* [b](c) | <i> `d`'\n---\n"}, audience="me")
    assert r"[\*a\* &#91;b&#93;(c) &#124; &lt;i&gt; \`d\`](note.md)" in page(built, "journal/undated.md")


def test_an_entry_counts_once_per_competency_however_often_it_names_it():
    source = "---\ncompetencies: [testing, {id: testing, level: 2}]\n---\nSee [[testing]]."
    built = build({"evidence/a.md": source, "competencies/testing.md": COMPETENCY}, audience="me")
    assert "| [Testing](testing.md) | 1 | 1 |" in page(built, "competencies/index.md")


def test_the_level_shown_is_the_highest_that_evidence_claims():
    files = {
        "competencies/testing.md": COMPETENCY,
        "people/ada/index.md": "# Ada",
        "people/ada/evidence/a.md": "---\ncompetencies: {id: testing, level: 2}\n---\n",
        "people/ada/evidence/b.md": "---\ncompetencies: {id: testing, level: 1}\n---\n",
        "people/ada/assessments/c.md": "---\ncompetencies: {id: testing, level: 3}\n---\n",
        "people/ada/goals/d.md": "---\ncompetencies: {id: testing, level: 3}\n---\n",
    }
    text = page(build(files, audience="me"), "people/ada/index.md")
    shown = next(line for line in text.splitlines() if line.startswith("| [Testing]")).split("|")[2]
    assert '<span class="pf-number">2</span> Practising' in shown
    assert "2 entries" in shown


def test_what_is_newest_comes_first_and_what_has_no_date_last():
    files = {
        "competencies/testing.md": COMPETENCY,
        **{
            f"evidence/{name}.md": f"---\ntitle: {name}\ncompetencies: [testing]\n{date}\n---\n"
            for name, date in (
                ("old", "date: 2025-12-31"),
                ("none", ""),
                ("new", "date: 2026-02"),
                ("week", "date: 2026-W02"),
            )
        },
    }
    lines = page(build(files, audience="me"), "competencies/testing.md").splitlines()
    rows = [line.partition("[")[2] for line in lines if line.startswith("- ") and "evidence/" in line]
    assert [row.partition("]")[0] for row in rows] == ["new", "week", "old", "none"]


def test_a_goal_is_overdue_only_while_it_is_active_and_past_its_day():
    files = {
        "goals/a.md": "---\ntitle: late\ndue: 2026-11-19\n---\n",
        "goals/b.md": "---\ntitle: today\ndue: 2026-11-20\n---\n",
        "goals/c.md": "---\ntitle: done\nstatus: done\ndue: 2026-01-01\n---\n",
    }
    overview = page(build(files, audience="me"), "goals/index.md")
    assert [line.partition("[")[2].partition("]")[0] for line in overview.splitlines() if "Overdue" in line] == ["late"]


def test_links_in_fields_lead_right_from_every_page_that_shows_them():
    files = {
        "competencies/testing.md": COMPETENCY,
        "people/ada/evidence/deep/a.md": """
            ---
            title: A
            competencies:
              - id: testing
                because: See [[testing]], [it](../../../../competencies/testing.md#level-2) and [b](b.csv)
            ---
            """,
        "people/ada/evidence/deep/b.csv": "",
    }
    built = build(files, audience="me")
    assert "See [Testing](testing.md), [it](testing.md#level-2) and [b](../people/ada/evidence/deep/b.csv)" in page(
        built, "competencies/testing.md"
    )
    assert built.attachments == {"people/ada/evidence/deep/b.csv"}


def test_every_page_says_for_whom_it_was_built():
    built = build({"journal/a.md": "", "notes.md": "", "people/ada/index.md": ""}, audience="me")
    for one in (*built.written.values(), *built.generated):
        end = "Built for its author alone on 20 November 2026.\n{: .pf-audience data-search-exclude }"
        assert one.text.rstrip().endswith(end), one.uri


def test_equal_content_makes_an_equal_site_in_whatever_order_it_comes():
    files = {"journal/b.md": "[[a]]", "journal/a.md": "[[b]]", "goals/c.md": "", "competencies/testing.md": COMPETENCY}
    backwards = dict(reversed(list(files.items())))
    assert build(files, audience="me") == build(backwards, audience="me")
