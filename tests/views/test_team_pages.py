"""What a site of several people shows of them: side by side, and never one above the other."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from portfolio_gen.views.parts.lessons import Lesson
from portfolio_gen.views.parts.matrix_rows import Cell, Line, Table
from portfolio_gen.views.parts.person_rows import PersonRow, Pursuit
from tests.builders import COMPETENCY, TODAY, Files, build, page

ROLE = "---\ntargets: {testing: 2}\n---\n# Tester\n"
TEAM = "---\naudience: public\nroles: [tester]\n---\n# Blue\n"
SHARED: Files = {"competencies/testing.md": COMPETENCY, "roles/tester.md": ROLE, "teams/blue.md": TEAM}


def person(name: str, more: str = "") -> dict[str, str]:
    text = f"---\ntitle: {name}\naudience: public\nrole: tester\nteam: blue\n{more}\n---\n"
    return {f"people/{name.lower()}/index.md": text}


def evidence(name: str, level: int, kind: str = "evidence", more: str = "") -> dict[str, str]:
    text = f"---\naudience: public\ncompetencies: {{id: testing, level: {level}}}\n{more}\n---\n"
    return {f"people/{name.lower()}/{kind}/{kind}-{level}.md": text}


def goal(name: str, title: str, more: str = "") -> dict[str, str]:
    return {f"people/{name.lower()}/goals/{title.lower()}.md": f"---\naudience: public\ntitle: {title}\n{more}\n---\n"}


def shown(uri: str, *files: Files, **options: str) -> str:
    everything = {uri: text for part in (SHARED, *files) for uri, text in part.items()}
    return page(build(everything, **options), uri)


def names(text: str) -> list[str]:
    return re.findall(r"\[(Ada|Bo|Cy|Zoe)\]\((?:\.\./)?(?:people/)?\w+/index\.md\)", text)


def test_people_stand_by_name_and_those_who_lead_first():
    everybody = person("Cy") | person("Ada") | person("Zoe", "leads: true") | person("Bo")
    for uri in ("people/index.md", "matrix/index.md", "teams/blue.md"):
        assert names(shown(uri, everybody))[:4] == ["Zoe", "Ada", "Bo", "Cy"]


@pytest.mark.parametrize(("ada", "bo"), [(1, 3), (3, 1)])
def test_no_level_changes_the_order_of_people(ada: int, bo: int):
    files = person("Bo") | person("Ada") | evidence("Ada", ada) | evidence("Bo", bo)
    assert names(shown("matrix/index.md", files)) == ["Ada", "Bo"]
    assert names(shown("people/index.md", files)) == ["Ada", "Bo"]


def test_what_others_see_of_a_person_does_not_change_with_how_much_they_write():
    def pages(count: int) -> list[str]:
        diary = {
            f"people/ada/journal/n{number}.md": "---\naudience: public\ncompetencies: [testing]\n---\n"
            for number in range(count)
        }
        files = SHARED | person("Ada") | person("Bo") | evidence("Ada", 2) | diary
        built = build(files)
        return [page(built, uri) for uri in ("people/index.md", "matrix/index.md", "teams/blue.md")]

    assert pages(1) == pages(40)


@pytest.mark.parametrize("value", [PersonRow, Pursuit, Cell, Line, Table, Lesson])
def test_nothing_that_is_shown_of_a_person_has_room_for_a_count(value: type):
    assert not [field.name for field in fields(value) if field.type in ("int", "float")]


def test_who_leads_shows_their_own_goals_before_anybody_else():
    files = person("Ada") | person("Zoe", "leads: true") | goal("Ada", "Paint") | goal("Zoe", "Listen")
    text = shown("index.md", files)
    assert text.index("## Who leads goes first") < text.index("[Listen]") < text.index("## Who is learning what")
    assert text.index("## Who is learning what") < text.index("[Paint]")


@pytest.mark.parametrize("status", ["idea", "paused", "done", "dropped"])
def test_only_what_people_work_on_now_stands_beside_them(status: str):
    files = person("Ada") | person("Bo") | goal("Ada", "Paint", f"status: {status}")
    assert "[Paint]" not in shown("people/index.md", files)
    assert "## Who is learning what" not in shown("index.md", files)


def test_the_home_page_of_one_person_is_about_that_person():
    text = shown("index.md", person("Ada"), goal("Ada", "Paint"))
    assert "[Paint](people/ada/goals/paint.md)" in text and "## Who is learning what" not in text
    assert "matrix/index.md" not in text


def test_a_matrix_of_one_person_is_not_in_the_navigation():
    assert "matrix/index.md" not in build(SHARED | person("Ada")).navigation
    assert "matrix/index.md" in build(SHARED | person("Ada") | person("Bo")).navigation


def test_the_lessons_are_those_of_the_newest_month_and_say_what_they_teach():
    lessons = {
        "people/ada/journal/2026-11-05-a.md": "---\naudience: public\ntitle: A\nnext_action: Ask *first*.\n---\n",
        "people/ada/learning/2026-11-02-b.md": "---\naudience: public\ntitle: B\n---\n# B\n\nBooks are slow. I am.\n",
        "people/ada/journal/2026-10-31-c.md": "---\naudience: public\ntitle: C\n---\n",
        "people/ada/journal/2026-12-01-d.md": "---\naudience: public\ntitle: D\n---\n",
        "people/ada/journal/e.md": "---\naudience: public\ntitle: E\ndate: 2026\n---\n",
    }
    text = shown("index.md", person("Ada"), person("Bo"), lessons)
    part = text[text.index("## Lessons of November 2026") : text.index("## What is new")]
    assert re.findall(r"^- \[(\w)\]", part, re.MULTILINE) == ["A", "B"]
    assert "Ask *first*." in part and "Books are slow. I am." in part


def test_a_lesson_tells_nothing_of_what_it_links_to_and_is_not_shared():
    lesson = {
        "people/ada/journal/2026-11-05-a.md": "---\naudience: public\n---\n# A\n\nWith [my secret](b.md) in mind.\n",
        "people/ada/journal/b.md": "# Secret",
    }
    text = shown("index.md", person("Ada"), person("Bo"), lesson)
    assert "With not shared in mind." in text and "secret" not in text.lower()


def test_nobody_helps_who_has_not_offered_it():
    files = person("Ada", "helps_with: [testing]") | person("Bo") | evidence("Bo", 3)
    text = shown("people/index.md", files)
    assert names(text[text.index("## Who can help") :]) == ["Ada"]


def test_a_cell_holds_what_was_shared_and_what_the_role_asks_for():
    files = (
        person("Ada") | person("Bo") | person("Cy") | evidence("Ada", 3)
        | evidence("Ada", 2, "assessments", "rater: self\ndate: 2026-01-01")
        | evidence("Bo", 1, "assessments", "rater: peer\ndate: 2026-01-01")
    )  # fmt: skip
    text = shown("matrix/index.md", files)
    cells = [re.sub(r"<[^<>]+>", "", cell).split() for cell in re.findall(r"<td>(.*)</td>", text)]
    assert cells == [["3", "→", "2", "✓", "○", "2"], ["→", "2", "▲", "1"], ["→", "2"]]
    assert 'aria-label="self-rated 2"' in text and 'aria-label="rated 1 by a peer"' in text


def test_the_matrix_says_nothing_of_what_was_not_shared():
    hidden = {"people/ada/evidence/secret.md": "---\ncompetencies: {id: testing, level: 3}\n---\n"}
    files = person("Ada") | person("Bo") | evidence("Bo", 2)
    assert shown("matrix/index.md", files, hidden) == shown("matrix/index.md", files)


def test_a_competency_at_which_somebody_only_aims_has_no_column():
    files = person("Ada") | person("Bo") | goal("Ada", "Speak", "competencies: [speaking]")
    assert "Speaking" not in shown("matrix/index.md", files, {"competencies/speaking.md": "# Speaking"})


def test_a_table_has_a_caption_and_its_headings_say_what_they_head():
    text = shown("matrix/index.md", person("Ada"), person("Bo"), evidence("Bo", 2))
    assert "<caption>People and the competencies of Craft</caption>" in text
    assert text.count('<th scope="row"') == 2 and text.count('<th scope="col"') == 2


def test_areas_have_a_table_each_and_competencies_of_which_nothing_is_shown_are_only_counted():
    more = {
        "competencies/calm.md": "---\narea: People\n---\n# Calm\n",
        "competencies/tact.md": "---\narea: People\n---\n# Tact\n",
        "people/ada/journal/n.md": "---\naudience: public\ncompetencies: [calm]\n---\n",
    }
    text = shown("matrix/index.md", person("Ada"), person("Bo"), more)
    assert re.findall(r"^## (\w+)", text, re.MULTILINE) == ["Craft", "People"]
    assert "[Tact]" not in text and "Of 1 further competency there is nothing to show here." in text


def test_a_team_says_who_has_shown_what_its_roles_ask_for():
    files = person("Ada") | person("Bo") | person("Cy") | evidence("Ada", 2) | evidence("Bo", 1)
    text = shown("teams/blue.md", files)
    row = next(line for line in text.splitlines() if line.startswith("| [Testing]"))
    assert row.endswith("| [Ada](../people/ada/index.md) | 1 of 2 |")


def test_equal_sites_come_from_equal_people_on_any_day():
    files = SHARED | person("Ada") | person("Bo") | evidence("Ada", 2)
    assert build(files, today=TODAY) == build(dict(reversed(list(files.items()))), today=TODAY)
