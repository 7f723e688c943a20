"""What stands on the page of a competency."""

from __future__ import annotations

import re

import pytest

from portfolio_gen.build import Build
from portfolio_gen.views.entry_pages.competency.growth import FEW, MOST_STEPS
from portfolio_gen.views.entry_pages.competency.naming import MOST
from tests.builders import COMPETENCY, build, page

URI = "competencies/testing.md"
ADA = {"people/ada/index.md": "---\ntitle: Ada\n---\n"}
BEN = {"people/ben/index.md": "---\ntitle: Ben\n---\n"}


def built(*parts: dict[str, str], **options: object) -> Build:
    files = {URI: COMPETENCY}
    for part in parts:
        files |= part
    return build(files, **{"audience": "me", **options})


def shown(*parts: dict[str, str], **options: object) -> str:
    return page(built(*parts, **options), URI)


def evidence(uri: str, claim: str, date: str = "2026-03-05") -> dict[str, str]:
    return {f"{uri}.md": f"---\ntitle: {uri[-1].upper()}\ndate: {date}\ncompetencies: {claim}\n---\n"}


def assessment(uri: str, level: int, rater: str, date: str) -> dict[str, str]:
    claim = f"{{id: testing, level: {level}}}"
    return {f"{uri}.md": f"---\nrater: {rater}\ndate: {date}\ncompetencies: {claim}\n---\n"}


def section(text: str, heading: str) -> str:
    """The lines below a heading, up to the next one."""
    found = re.search(rf"^#+ {re.escape(heading)}(?: \{{:[^\n]*\}})?\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def test_evidence_stands_under_the_level_that_it_claims_with_person_date_and_reason():
    claim = "{id: testing, level: 2, because: It ran each night}"
    text = shown(ADA, BEN, evidence("people/ada/evidence/a", claim))
    level = section(text, "2. Practising")
    assert "[A](../people/ada/evidence/a.md)" in level
    assert "5 March 2026 · [Ada](../people/ada/index.md)" in level
    assert "It ran each night" in level
    assert text.count("evidence/a.md") == 1


def test_evidence_that_names_no_level_stands_apart():
    text = shown(ADA, evidence("people/ada/evidence/a", "testing"))
    assert "evidence/a.md" in section(text, "Evidence that names no level")
    assert "Evidence at this level" not in text


def test_evidence_for_a_competency_without_levels_keeps_the_level_that_it_names():
    files = {URI: "# Testing", **evidence("people/ada/evidence/a", "{id: testing, level: 7}")}
    text = shown(ADA, files)
    assert '<span class="pf-level">level 7</span>' in section(text, "Evidence that shows it")


def test_an_entry_that_claims_two_levels_stands_under_the_higher_one():
    claims = "[{id: testing, level: 3}, {id: testing, level: 1}]"
    text = shown(ADA, evidence("people/ada/evidence/a", claims))
    assert "evidence/a.md" in section(text, "3. Reliable")
    assert text.count("evidence/a.md") == 1


def test_levels_keep_their_anchors_and_can_be_searched_without_what_is_listed_under_them():
    text = shown(ADA, evidence("people/ada/evidence/a", "{id: testing, level: 2}"))
    assert "### 2. Practising {: #level-2" in text
    assert '<div class="pf-shown" markdown="1" data-search-exclude>' in section(text, "2. Practising")
    own = re.findall(r"^#+ .*", text.partition("## Levels")[2], re.MULTILINE)
    assert [heading for heading in own if "data-search-exclude" not in heading and "#level-" not in heading] == []


def test_only_a_site_of_one_person_marks_the_levels_at_which_that_person_stands():
    files = evidence("people/ada/evidence/a", "{id: testing, level: 2}")
    rated = assessment("people/ada/assessments/b", 3, "self", "2026-01-01")
    alone = shown(ADA, files, rated)
    assert "Shown by evidence" in section(alone, "2. Practising")
    assert "Self-rated" in section(alone, "3. Reliable")
    together = shown(ADA, BEN, files, rated)
    assert "Shown by evidence" not in together
    assert "Self-rated" not in together


def test_a_level_says_which_roles_ask_for_it():
    text = shown({"roles/dev.md": "---\ntitle: Developer\ntargets: {testing: 3}\n---\n"})
    assert "Asked for by [Developer](../roles/dev.md)" in section(text, "3. Reliable")
    assert "Linked from" not in text


def test_a_role_that_asks_for_a_level_that_is_not_described_is_named_too():
    role = {"roles/dev.md": "---\ntitle: Developer\ntargets: {testing: 4}\n---\n", URI: "# Testing"}
    assert "[Developer](../roles/dev.md)" in section(shown(role), "Roles that ask for it")


def test_growth_has_a_line_and_rows_for_each_kind_of_rating():
    text = shown(
        ADA,
        evidence("people/ada/evidence/a", "{id: testing, level: 1}", "2026-01-05"),
        evidence("people/ada/evidence/b", "{id: testing, level: 3}", "2026-03-05"),
        assessment("people/ada/assessments/c", 2, "mentor", "2026-06-05"),
    )
    growth = section(text, "Growth over time")
    assert growth.count('class="pf-series pf-evidence"') == growth.count('class="pf-series pf-mentor"') == 2
    cells = re.findall(r'^\| (.*?) \| <span class="pf-number">(\d)</span> \w+ \| (\w+) \|', growth, re.MULTILINE)
    assert cells == [("5 Jun 2026", "2", "Mentor"), ("5 Mar 2026", "3", "Evidence"), ("5 Jan 2026", "1", "Evidence")]


def test_growth_stands_for_each_person_apart_who_leads_first_then_by_name():
    files: dict[str, str] = {}
    for name in ("zoe", "ada", "ben"):
        leads = "leads: true\n" if name == "zoe" else ""
        files[f"people/{name}/index.md"] = f"---\ntitle: {name.capitalize()}\n{leads}---\n"
        files |= evidence(f"people/{name}/evidence/a", "{id: testing, level: 1}", "2026-01-05")
        # The level reached must not decide the order.
        level = {"zoe": 1, "ada": 2, "ben": 3}[name]
        files |= assessment(f"people/{name}/assessments/b", level, "self", "2026-02-05")
    headings = re.findall(r"^### \[(\w+)\]", shown(files), re.MULTILINE)
    assert headings == ["Zoe", "Ada", "Ben"]


def test_there_is_no_growth_for_a_single_step_nor_for_more_than_a_few_persons():
    single = evidence("people/ada/evidence/a", "{id: testing, level: 1}")
    assert "Growth over time" not in shown(ADA, single)
    crowd: dict[str, str] = {}
    for number in range(FEW + 1):
        crowd[f"people/p{number}/index.md"] = f"# P{number}"
        crowd |= evidence(f"people/p{number}/evidence/a", "{id: testing, level: 1}", "2026-01-05")
        crowd |= evidence(f"people/p{number}/evidence/b", "{id: testing, level: 2}", "2026-02-05")
    assert "Growth over time" not in shown(crowd)


def test_where_lists_name_nobody_neither_growth_nor_helpers_are_shown():
    files = evidence("people/ada/evidence/a", "{id: testing, level: 1}", "2026-01-05")
    files |= evidence("people/ada/evidence/b", "{id: testing, level: 2}", "2026-02-05")
    files["people/ada/index.md"] = "---\ntitle: Ada\nhelps_with: [testing]\n---\n"
    assert "Ada" in shown(files)
    assert "Ada" not in shown(files, matrix=False)
    assert "Growth over time" not in shown(files, matrix=False)


def test_where_lists_name_nobody_they_do_not_say_how_many_entries_they_leave_out():
    files = {f"people/ada/feedback/f{n}.md": "---\ncompetencies: [testing]\n---\n" for n in range(MOST + 1)}
    assert "[1 more in the journal]" in shown(ADA, files)
    assert "[More in the journal]" in shown(ADA, files, matrix=False)


def test_long_lists_end_with_a_link_to_the_journal_that_has_them_all():
    files: dict[str, str] = {}
    for number in range(MOST + 3):
        files[f"people/ada/feedback/f{number}.md"] = "---\ncompetencies: [testing]\n---\n"
        files |= evidence(f"people/ada/evidence/e{number}", "{id: testing, level: 2}")
    text = shown(ADA, files)
    assert text.count("](../people/ada/feedback/") == text.count("](../people/ada/evidence/") == MOST
    more = "[3 more in the journal](../journal/index.md?competency=competencies/testing&kind="
    assert f"{more}feedback)" in section(text, "Feedback on it")
    assert f"{more}evidence)" in section(text, "2. Practising")


def test_the_page_stays_as_short_however_many_entries_there_are():
    def length(entries: int) -> int:
        files: dict[str, str] = {}
        for number in range(entries):
            day = f"2026-{1 + number % 11:02}-{1 + number % 28:02}"
            files |= assessment(f"people/ada/assessments/a{number:03}", 1 + number % 3, "self", day)
            files[f"people/ada/goals/g{number:03}.md"] = "---\ncompetencies: [testing]\n---\n"
        return len(shown(ADA, files))

    assert length(4 * MOST_STEPS) < 1.1 * length(2 * MOST_STEPS)


def test_active_goals_say_who_is_working_on_it_and_the_others_stand_below():
    files = {
        "people/ada/goals/a.md": "---\ntitle: Now\ncompetencies: {id: testing, level: 3}\n---\n",
        "people/ada/goals/b.md": "---\ntitle: Then\nstatus: done\ncompetencies: [testing]\n---\n",
    }
    working = section(shown(ADA, BEN, files), "Who is working on it")
    now, _, others = working.partition("Other goals")
    assert "[Now](../people/ada/goals/a.md)" in now
    assert "aims at level 3, Reliable" in now
    assert "[Then]" not in now
    assert "[Then](../people/ada/goals/b.md)" in others
    assert "Done" in others


def test_who_offers_help_is_named_and_who_does_not_is_not():
    files = {"people/ada/index.md": "---\ntitle: Ada\nhelps_with: [testing]\n---\n", **BEN}
    text = shown(files, evidence("people/ben/evidence/a", "{id: testing, level: 3}"))
    assert section(text, "Who can help").count("](../people/") == 1
    assert "[Ada](../people/ada/index.md)" in section(text, "Who can help")
    assert "Linked from" not in text


def test_activities_that_nobody_logged_come_first():
    files = {
        "activities/a.md": "---\ntitle: A tried one\nminutes: 20\nalone: true\ncompetencies: [testing]\n---\n",
        "activities/b.md": "---\ntitle: B\nminutes: 1\nwith: [a friend, a mentor]\ncompetencies: [testing]\n---\n",
        "people/ada/journal/x.md": "---\ntitle: X\nactivities: [activities/a]\n---\n",
    }
    found = section(shown(ADA, files), "Activities to try next")
    assert found.index("[B]") < found.index("[A tried one]")
    assert "1 minute · with a friend and a mentor" in found
    assert "20 minutes · alone · tried in [X](../people/ada/journal/x.md)" in found


def test_for_a_reader_only_what_that_reader_logged_has_been_tried():
    files = {
        "activities/a.md": "---\ntitle: A\ncompetencies: [testing]\n---\n",
        "people/ada/journal/x.md": "---\naudience: team\nactivities: [activities/a]\n---\n",
        "people/ada/index.md": "---\naudience: team\n---\n",
        "people/ben/index.md": "---\naudience: team\n---\n",
    }
    assert "tried in" in shown(files, audience="team", reader="people/ada")
    assert "tried in" not in shown(files, audience="team", reader="people/ben")


@pytest.mark.parametrize(("uri", "other"), [("competencies/a.md", "B"), ("competencies/b.md", "A")])
def test_related_competencies_name_each_other_whichever_of_them_says_so(uri: str, other: str):
    files = {"competencies/a.md": "---\nrelated: [competencies/b]\n---\n", "competencies/b.md": ""}
    text = page(build(files), uri)
    assert f"[{other}]({other.lower()}.md)" in section(text, "Related competencies")
    assert "Linked from" not in text


def test_a_replaced_competency_says_what_took_its_place_above_its_text():
    files = {"competencies/old.md": "---\ntitle: Old\nreplaced_by: testing\n---\n\nWhat it was."}
    site = built(files)
    old = page(site, "competencies/old.md")
    assert old.index("[Testing](testing.md) has taken the place") < old.index("What it was.")
    assert "[Old](old.md)" in section(page(site, URI), "Related competencies")


def test_what_the_page_lists_is_not_listed_again_as_a_backlink():
    files = {
        "people/ada/index.md": "---\nhelps_with: [testing]\n---\n",
        "roles/dev.md": "---\ntargets: {testing: 2}\n---\n",
        "competencies/close.md": "---\nrelated: [testing]\n---\n",
        "competencies/old.md": "---\nreplaced_by: testing\n---\n",
        "people/ada/goals/g.md": "---\ncompetencies: [testing]\n---\n",
        "people/ada/checkins/c.md": "---\ncompetencies: [testing]\n---\n",
    }
    assert "Linked from" not in shown(files)
    assert "Linked from" in shown(files, {"people/ada/journal/x.md": "[[testing]]"})
