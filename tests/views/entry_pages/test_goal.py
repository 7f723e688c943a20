"""The page of a goal: plan, progress and story."""

from __future__ import annotations

import re

import pytest

from portfolio_gen.views.entry_pages.goal import FIRST, LAST
from tests.builders import COMPETENCY, Files, build, page

ADA = {"people/ada/index.md": "---\naudience: public\n---\n# Ada\n"}


def goal(front_matter: str, *, audience: str = "me", **more: str) -> str:
    """The page of a goal; `more` are entries of the same person by the name of their file, "_" for "-"."""
    files = {
        **ADA,
        "competencies/testing.md": COMPETENCY,
        "people/ada/goals/sail.md": f"---\naudience: public\n{front_matter}\n---\n# Sail\n",
    }
    files |= {f"people/ada/journal/{name.replace('_', '-')}.md": text for name, text in more.items()}
    return page(build(files, audience=audience), "people/ada/goals/sail.md")


def moving(front_matter: str = "") -> str:
    return f"---\naudience: public\ngoals: [sail]\n{front_matter}\n---\n"


def stations(text: str) -> list[str]:
    """The points of a story: the words of a day in bold, or the title of an entry."""
    story = text.partition('<div class="pf-story"')[2].partition("</div>")[0]
    return re.findall(r"^- <span[^>]*>[^<]*</span> (?:<strong>|\[)([^<\]]*)", story, re.MULTILINE)


def test_a_plan_stands_above_the_text_in_the_order_in_which_it_is_thought_of():
    text = goal("measure: M\nobstacle: O\noutcome: P\nwish: W\nif: it rains\nthen: I go anyway")
    labels = re.findall(r"^\*\*(\w+)\*\*$", text.partition("pf-parts")[2], re.MULTILINE)
    assert labels == ["Wish", "Outcome", "Obstacle", "Plan", "Measure"]
    assert "If it rains, then I go anyway" in text


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [("if: it rains", "it rains"), ("then: I go", "I go"), ("if: it rains,\nthen: I go", "If it rains, then I go")],
)
def test_half_a_plan_is_shown_as_it_was_written(front_matter: str, expected: str):
    assert goal(front_matter).partition("**Plan**")[2].split("\n")[2] == expected


def test_what_the_plan_says_is_not_said_again_above_it():
    text = goal("wish: To cross the bay\ndue: 2026-12-01\nprogress: 40\nconfidence: 3")
    assert text.count("To cross the bay") == 1
    assert text.count("1 December 2026") == text.count("Confidence") == 1
    assert text.count("</svg> 40") == 1


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ("due: 2026-11-17", ["Overdue by 3 days", "No entry yet"]),
        ("due: 2026-11-19", ["Overdue by 1 day", "No entry yet"]),
        ("due: 2026-11-20", ["No entry yet"]),
        ("due: 2026-11-17\nstatus: done", []),
        ("status: idea", []),
    ],
)
def test_a_goal_says_plainly_what_is_the_matter(front_matter: str, expected: str):
    assert re.findall(r'pf-notice-\w+">([^<]*)<', goal(front_matter).partition("pf-parts")[0]) == expected


def test_a_goal_without_movement_says_for_how_long():
    assert "No entry for 45 days" in goal("status: active", **{"2026_10_06": moving()})
    assert "No entry for" not in goal("status: active", **{"2026_10_21": moving()})


def test_a_goal_that_is_done_says_so_and_asks_for_nothing():
    text = goal("status: done\ndue: 2026-01-01\nprogress: 100", **{"2026_01_01": moving()})
    assert '<span class="pf-status">Done</span>' in text
    assert "pf-notice" not in text
    assert stations(text) == ["2026-01-01"]


def test_a_story_goes_from_the_beginning_to_the_day_on_which_it_is_due():
    text = goal(
        "start: 2026-02-01\ndue: 2027-02-01",
        **{"2026_03_01": moving("title: Second"), "2026_01_01": moving("title: First"), "undated": moving()},
    )
    assert stations(text) == ["First", "Begun", "Second", "No entry for 264 days", "Due", "Undated"]


def test_a_story_tells_what_follows_from_each_entry():
    text = goal("", **{"2026_11_01": moving("next_action: Buy a rope")})
    assert '<span class="pf-label">Next step</span> Buy a rope' in text


def test_what_mentions_a_goal_in_its_text_belongs_to_its_story():
    assert "A mention" in stations(goal("", **{"2026_11_01": "# A mention\n\nFor [[sail]]."}))


def test_what_the_story_tells_is_not_listed_again():
    text = goal("", **{"2026_11_01": moving("title: Once")})
    assert text.count("[Once](") == 1
    assert "Linked from" not in text


def test_a_story_holds_nothing_that_was_withheld():
    text = goal("", audience="team", **{"2026_11_01": "---\ntitle: Doubts\ngoals: [sail]\n---\n"})
    assert "Doubts" not in text
    assert stations(text) == []


def test_only_its_author_is_told_how_to_begin_a_story():
    assert "`goals: [people/ada/goals/sail]`" in goal("")
    assert "`goals:" not in goal("", audience="team")


def test_a_long_story_is_told_from_its_beginning_and_its_end():
    count = FIRST + LAST + 7
    entries = {f"2025_{1 + index // 28:02}_{1 + index % 28:02}": moving(f"title: E{index}") for index in range(count)}
    text = goal("status: idea", **entries)
    told = stations(text)
    assert told[:FIRST] == [f"E{index}" for index in range(FIRST)]
    assert told[FIRST:] == [f"E{index}" for index in range(count - LAST, count)]
    assert "7 entries in between are in the journal." in text


def test_the_overview_lists_goals_by_status_and_by_the_day_on_which_they_are_due():
    files: Files = {
        "goals/a.md": "---\ntitle: later\ndue: 2027-01-01\n---\n",
        "goals/b.md": "---\ntitle: sooner\ndue: 2026-12-01\n---\n",
        "goals/c.md": "---\ntitle: without\n---\n",
        "goals/d.md": "---\ntitle: old\nstatus: done\ndue: 2025-01-01\n---\n",
        "goals/e.md": "---\ntitle: new\nstatus: done\ndue: 2026-01-01\n---\n",
    }
    overview = page(build(files, audience="me"), "goals/index.md")
    found = re.findall(r"^## (\w+)|goal-title\">\[(\w+)", overview, re.MULTILINE)
    assert ["".join(one) for one in found] == ["Active", "sooner", "later", "without", "Done", "new", "old"]


def test_the_next_step_of_a_goal_is_the_newest_of_its_own_person():
    files: Files = {
        **ADA,
        "people/ben/index.md": "# Ben",
        "people/ada/goals/sail.md": "# Sail",
        "people/ada/journal/2026-11-01.md": "---\ngoals: [sail]\nnext_action: Old one\n---\n",
        "people/ada/journal/2026-11-02.md": "---\ngoals: [sail]\nnext_action: Mend the *sail*\n---\n",
        "people/ben/journal/2026-11-03.md": "---\ngoals: [sail]\nnext_action: Ask Ada\n---\n",
    }
    overview = page(build(files, audience="me"), "goals/index.md")
    assert "Mend the *sail* <span" in overview
    assert "Old one" not in overview
    assert "Ask Ada" not in overview


def test_a_step_that_changed_something_is_no_next_step():
    step = moving("next_action: Buy a rope\nfollowups: [{date: 2026-11-10, changed: yes}]")
    files = {**ADA, "people/ada/goals/sail.md": "# Sail", "people/ada/journal/2026-11-01.md": step}
    assert "Buy a rope" not in page(build(files, audience="me"), "goals/index.md")
