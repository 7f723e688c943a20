"""Second looks that found a change, as evidence of it."""

from __future__ import annotations

from tests.builders import COMPETENCY, Files, build, page

FILES: Files = {
    "competencies/testing.md": COMPETENCY,
    "people/ada/index.md": "---\naudience: public\n---\n# Ada\n",
    "people/ada/goals/speak.md": "---\naudience: public\n---\n# Speak\n",
    "people/ada/journal/2026-01-01-a.md": """
        ---
        audience: public
        goals: [speak]
        competencies: [testing]
        next_action: Say it *first*.
        followups:
          - {date: 2026-02-01, changed: partly, note: "Once, see [[speak]]."}
          - {date: 2026-03-01, changed: yes}
          - {date: 2026-04-01, changed: no, note: Not at all.}
        ---
        # A
        """,
    "people/ada/journal/2026-01-02-b.md": """
        ---
        goals: [speak]
        next_action: Okapi.
        followups: [{date: 2026-05-01, changed: yes}]
        ---
        # Zebra
        """,
}


def changes(uri: str, **options: str) -> list[str]:
    """The lines below the heading of changes."""
    text = page(build(FILES, **options), uri)
    part = text.partition('<div class="pf-changes"')[2].partition("</div>")[0]
    return [line for line in part.splitlines() if line.startswith("- ")]


def test_a_goal_and_a_competency_show_what_has_changed_the_newest_first() -> None:
    expected = ["It changed something</span>", "It changed something in part</span> Once, see [Speak](speak.md)."]
    found = changes("people/ada/goals/speak.md")
    assert [line.partition(">")[2] for line in found] == expected
    assert [line.partition(">")[2].partition("</span>")[0] for line in changes("competencies/testing.md")] == [
        "It changed something", "It changed something in part",
    ]  # fmt: skip


def test_a_person_shows_what_has_changed() -> None:
    text = page(build(FILES), "people/ada/index.md")
    assert "## What has changed" in text
    assert "Say it *first*." in text


def test_a_look_that_found_nothing_is_no_evidence_and_what_is_withheld_is_not_there() -> None:
    for uri in ("people/ada/index.md", "people/ada/goals/speak.md", "competencies/testing.md"):
        text = page(build(FILES), uri)
        assert "Not at all" not in text
        assert "Okapi" not in text
    assert len(changes("people/ada/goals/speak.md", audience="me")) == 3


def test_an_entry_shows_its_second_looks_by_day_also_those_that_found_nothing() -> None:
    text = page(build(FILES), "people/ada/journal/2026-01-01-a.md")
    looks = text.partition("## Second looks")[2].partition("</div>")[0]
    said = [line.partition(">")[2] for line in looks.splitlines() if line.startswith("- ")]
    assert said == [
        'It changed something in part</span> Once, see [Speak](../goals/speak.md). '
        '<span class="pf-about">1 February 2026</span>',
        'It changed something</span> <span class="pf-about">1 March 2026</span>',
        'It changed nothing yet</span> Not at all. <span class="pf-about">1 April 2026</span>',
    ]  # fmt: skip
    assert text.count("Not at all.") == 1


def test_a_look_without_a_next_step_has_no_empty_label() -> None:
    without = {
        **FILES,
        "people/ada/journal/2026-01-01-a.md": """
        ---
        audience: public
        goals: [speak]
        followups: [{date: 2026-03-01, changed: yes}]
        ---
        # A
        """,
    }
    text = page(build(without), "people/ada/goals/speak.md")
    assert "It changed something" in text
    assert "Next step" not in text.partition("## What it changed")[2].partition("</div>")[0]


def test_an_entry_without_changes_has_no_such_part() -> None:
    assert changes("people/ada/journal/2026-01-01-a.md") == []
