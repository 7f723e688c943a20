"""The map: what hangs together, as a picture and as a list."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from portfolio_gen.charts.network import MOST_MARKS
from portfolio_gen.views.parts.map_contents import FEW, MOST_ROWS
from tests.builders import COMPETENCY, Files, build, page

MAP = "map/index.md"

FILES: Files = {
    "competencies/testing.md": COMPETENCY,
    "competencies/writing.md": "# Writing",
    "people/ada/index.md": "---\naudience: team\n---\n# Ada",
    "people/ada/goals/talk.md": "---\ntitle: Give a talk\ncompetencies: [testing]\naudience: team\n---\n",
    "people/ada/evidence/checks.md": "---\ntitle: Checks\naudience: team\ncompetencies: testing\ngoals: talk\n---\n",
}


def the_map(files: Files, **options: object) -> str:
    return page(build(files, **{"audience": "me", **options}), MAP)


def picture(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text[text.index("<svg") : text.index("</svg>") + 6])


def lines(text: str) -> list[str]:
    """The lines of the list, each with the classes of its entry taken away."""
    return [re.sub(r"</?span[^>]*>", "", line) for line in text.splitlines() if re.match(r" *- ", line)]


def test_each_competency_has_the_goals_that_aim_at_it_and_the_entries_that_name_it():
    assert lines(the_map(FILES))[:3] == [
        "- [Testing](../competencies/testing.md)",
        "    - [Give a talk](../people/ada/goals/talk.md) goal",
        "    - [Checks](../people/ada/evidence/checks.md) evidence",
    ]


def test_each_goal_has_its_competencies_and_the_entries_that_move_it():
    assert lines(the_map(FILES))[3:] == [
        "- [Give a talk](../people/ada/goals/talk.md)",
        "    - [Testing](../competencies/testing.md) competency",
        "    - [Checks](../people/ada/evidence/checks.md) evidence",
    ]


def test_what_nothing_names_is_listed_but_not_drawn():
    text = the_map(FILES)
    unnamed = text[text.index("## Competencies that nothing names yet") :]
    assert "\n\n[Writing](../competencies/writing.md)\n" in unnamed
    assert "Writing" not in "".join(picture(text).itertext())


def test_the_picture_has_a_line_from_a_goal_to_its_competency_and_a_mark_for_each_mention():
    drawn = list(picture(the_map(FILES)).iter())
    assert len([one for one in drawn if "pf-tie" in one.get("class", "").split()]) == 1
    assert [one.findtext("title") for one in drawn if "pf-small" in one.get("class", "").split()] == ["Checks"] * 2


def test_an_entry_has_the_same_class_in_the_picture_and_in_the_list():
    text = the_map(FILES)
    (listed,) = set(re.findall(r'class="pf-on pf-kind-evidence (pf-e\d+)"', text))
    (drawn,) = {one.get("class", "").split()[-1] for one in picture(text).iter() if "pf-small" in one.get("class", "")}
    assert listed == drawn


def test_no_link_stands_in_the_picture():
    assert not [one for one in picture(the_map(FILES)).iter() if one.tag == "a" or one.get("href")]


def test_several_people_are_told_apart():
    ben = "---\ntitle: Write it down\ncompetencies: [writing]\naudience: team\n---\n"
    files = {**FILES, "people/ben/index.md": "---\naudience: team\n---\n# Ben", "people/ben/goals/write.md": ben}
    text = the_map(files)
    assert '<span class="pf-p0">Ada</span><span class="pf-p1">Ben</span>' in text
    assert "    - [Write it down](../people/ben/goals/write.md) goal · Ben" in lines(text)
    headings = [one for one in picture(text).iter() if "pf-heading" in one.get("class", "").split()]
    assert ["".join(one.itertext()) for one in headings] == ["Ada", "Ben"]


def test_nobody_is_named_where_lists_name_nobody():
    ben = "---\ntitle: Write it down\ncompetencies: [writing]\naudience: team\n---\n"
    files = {**FILES, "people/ben/index.md": "---\naudience: team\n---\n# Ben", "people/ben/goals/write.md": ben}
    text = the_map(files, matrix=False)
    assert "Ada" not in text
    assert "Ben" not in text


def test_what_is_withheld_changes_nothing():
    hidden = {
        "people/ada/journal/doubts.md": "---\ntitle: Doubts\ncompetencies: [testing, writing]\ngoals: [talk]\n---\n",
        "people/cy/index.md": "# Cy",
        "people/cy/goals/leave.md": "---\ntitle: Leave\ncompetencies: [writing]\n---\n",
    }
    assert the_map({**FILES, **hidden}, audience="team") == the_map(FILES, audience="team")


def test_a_portfolio_in_which_nothing_hangs_together_says_what_to_do():
    text = the_map({"journal/a.md": "# A"})
    assert "Nothing hangs together here yet" in text
    assert "<svg" not in text


def many(entries: int, goals: int) -> Files:
    evidence = {
        f"evidence/e{one}.md": f"---\ncompetencies: [testing]\ngoals: [g{one % goals}]\n---\n" for one in range(entries)
    }
    aims = {f"goals/g{one:03}.md": f"---\nid: g{one}\ncompetencies: [testing]\n---\n" for one in range(goals)}
    return {"competencies/testing.md": COMPETENCY, **evidence, **aims}


def test_a_name_has_room_for_some_entries_and_says_that_there_are_more():
    text = the_map(many(MOST_MARKS + 1, 1))
    assert text.count("More are on the page of the competency.") == 1
    assert len([line for line in lines(text) if line.endswith("evidence")]) == 2 * MOST_MARKS


def test_many_entries_are_left_out_of_the_picture_which_says_so():
    text = the_map(many(330, 30))
    assert "There are too many entries for one picture" in text
    assert "pf-small " not in text
    assert len([line for line in lines(text) if line.endswith("evidence")]) == 31 * FEW
    assert len(text) < 50_000


def test_more_goals_than_the_map_can_hold_are_said_to_be_elsewhere():
    text = the_map(many(1, MOST_ROWS + 1))
    assert "There are more goals and competencies than a map can hold" in text
    assert len([one for one in picture(text).iter() if "pf-tie" in one.get("class", "").split()]) == MOST_ROWS


@pytest.mark.parametrize("title", ["*a* [b](c) | <i> `d`", "</svg><script>alert(1)</script>", '"><b>', "نص (1)"])
def test_any_title_can_stand_in_the_map(title: str):
    files = {**FILES, "people/ada/goals/x.md": f"---\ntitle: '{title}'\ncompetencies: [testing]\n---\n"}
    text = the_map(files)
    assert "<script" not in text
    assert title in [(one.text or "").strip("\u2068\u2069") for one in picture(text).iter()]


def test_a_written_page_can_place_the_map():
    files = {**FILES, "notes.md": "---\naudience: public\n---\n# Notes\n\n<!-- portfolio: map -->\n"}
    text = page(build(files, audience="me"), "notes.md")
    assert "- [Testing](competencies/testing.md)" in lines(text)
