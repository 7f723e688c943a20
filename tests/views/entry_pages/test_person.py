"""The page of a person: what a mentor decides from."""

from __future__ import annotations

import re

import pytest

from portfolio_gen.views.entry_pages.person import RECENT
from tests.builders import COMPETENCY, Files, build, page

NOTHING = "\N{EN DASH}"
OPEN = "---\naudience: team\n"


def ada(*, audience: str = "team", role: str = "", reader: str = "", **entries: str) -> str:
    """Ada's page, and what she wrote: texts by "folder__name", "_" for "-"."""
    files: dict[str, str] = {
        "competencies/testing.md": COMPETENCY,
        "competencies/writing.md": COMPETENCY.replace("Testing", "Writing"),
        "roles/dev.md": "---\ntargets: {testing: 2, writing: 3}\n---\n# Developer\n",
        "people/ada/index.md": f"{OPEN}{role}\n---\n# Ada\n",
    }
    for name, text in entries.items():
        folder, _, stem = name.partition("__")
        files[f"people/ada/{folder}/{stem.replace('_', '-')}.md"] = text
    options = {"reader": reader} if reader else {}
    return page(build(files, audience=audience, **options), "people/ada/index.md")


def panel(text: str, heading: str) -> str:
    """What stands below a heading of a person's page; empty without it."""
    return re.split(r"^## ", text.partition(f"\n## {heading} ")[2], maxsplit=1, flags=re.MULTILINE)[0]


def row(text: str, competency: str) -> list[str]:
    """The cells of a competency in the table of a profile, without markup."""
    profile = text.partition("## Competencies")[2]
    line = next(line for line in profile.splitlines() if line.startswith(f"| [{competency}]"))
    cells = (
        re.sub(r"<svg.*?</svg>|<span class=\"pf-cell\">[^<]*</span>|<[^>]*>", "", cell) for cell in line.split("|")
    )
    return [" ".join(cell.split()) for cell in cells][1:-1]


def shows(level: int, *, kind: str = "", date: str = "2026-11-01") -> str:
    return f"{OPEN}date: {date}\n{kind}\ncompetencies: [{{id: testing, level: {level}}}]\n---\n"


def test_ratings_are_kept_apart_each_with_its_date_and_the_number_of_entries():
    text = ada(
        role="role: dev",
        evidence__a=shows(2, date="2026-10-01"),
        evidence__b=shows(1, date="2026-11-01"),
        assessments__c=shows(3, kind="rater: self"),
        assessments__d=shows(1, kind="rater: mentor", date="2026-06"),
        assessments__e=shows(2, kind="rater: peer"),
    )
    assert row(text, "Testing")[1:5] == [
        "2 Practising [1 Oct 2026](evidence/a.md), 2 entries",
        "3 Reliable [1 Nov 2026](assessments/c.md), 1 entry",
        "Mentor 1 Starting [June 2026](assessments/d.md), 1 entry "
        "Peer 2 Practising [1 Nov 2026](assessments/e.md), 1 entry",
        "2 Practising met",
    ]


def test_a_profile_has_no_column_that_would_be_empty():
    header = next(line for line in ada(evidence__a=shows(1)).splitlines() if line.startswith("| Competency"))
    assert header == "| Competency | Shown by evidence | Strength of evidence |"


def test_a_table_has_as_many_cells_in_every_row():
    text = ada(role="role: dev", evidence__a=shows(2), assessments__c=shows(3, kind="rater: self"))
    rows = [line for line in panel(text, "Competencies").splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} == {6}


def test_a_competency_without_evidence_says_so_and_is_no_level():
    text = ada(role="role: dev", journal__a=shows(3))
    assert row(text, "Testing") == [
        "[Testing](../../competencies/testing.md)",
        NOTHING,
        "2 Practising not met yet",
        "no evidence yet",
    ]
    assert row(text, "Writing")[-1] == "not begun"


def test_what_entries_only_name_is_named_below_the_table():
    text = ada(journal__a=shows(3))
    assert "| [Testing]" not in text
    assert "so far without a level: [Testing](../../competencies/testing.md)." in text


def test_a_radar_needs_three_competencies_and_a_level():
    more = {f"competencies/c{number}.md": COMPETENCY for number in range(3)}
    role = {
        "roles/dev.md": "---\ntargets: {c0: 1, c1: 2, c2: 3}\n---\n",
        "people/ada/index.md": f"{OPEN}role: dev\n---\n",
    }
    shown = {"people/ada/evidence/a.md": f"{OPEN}competencies: {{id: c1, level: 1}}\n---\n"}
    assert "pf-radar" not in page(build({**more, **role}, audience="team"), "people/ada/index.md")
    assert "pf-radar" in page(build({**more, **role, **shown}, audience="team"), "people/ada/index.md")
    assert "pf-radar" not in ada(role="role: dev", evidence__a=shows(2))


def test_active_goals_come_with_progress_next_step_day_and_plan():
    text = ada(
        goals__sail=f"{OPEN}progress: 40\ndue: 2026-12-20\nif: it rains\nthen: I go\n---\n# Sail\n",
        journal__2026_11_10=f"{OPEN}goals: [sail]\nnext_action: Buy a rope\n---\n",
    )
    goal = panel(text, "Working on")
    for words in ("[Sail](goals/sail.md)", "</svg> 40\N{NARROW NO-BREAK SPACE}%", "due 20 December 2026, in 30 days"):
        assert words in goal
    assert "Buy a rope" in goal
    assert "If it rains, then I go" in goal


def test_goals_that_nobody_works_on_stand_apart():
    text = ada(goals__a=f"{OPEN}status: done\n---\n# Over\n", goals__b=f"{OPEN}---\n# Now\n")
    assert "Over" not in panel(text, "Working on")
    assert "Over" in panel(text, "Other goals")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({}, "The role asks for [Testing]"),
        ({"journal__a": shows(1)}, "There is no evidence yet of [Testing]"),
        ({"evidence__a": shows(1)}, "[Testing](../../competencies/testing.md) rests on a single piece of evidence."),
        (
            {"evidence__a": shows(1, date="2026-01-01"), "evidence__b": shows(1, date="2026-02-01")},
            "Nothing new about [Testing]",
        ),
        ({"goals__a": f"{OPEN}due: 2026-11-10\n---\n# Sail\n"}, "[Sail](goals/sail.md) is overdue by 10 days."),
        ({"goals__a": f"{OPEN}---\n# Sail\n"}, "No entry refers to [Sail]"),
    ],
)
def test_what_to_talk_about_is_said_in_plain_words(entries: Files, expected: str):
    entries = {name.replace("goals__a", "goals__sail"): text for name, text in entries.items()}
    assert expected in panel(ada(role="role: dev", **entries), "To talk about")


def test_competencies_with_which_the_same_is_the_matter_are_said_together():
    points = panel(ada(role="role: dev"), "To talk about")
    assert "asks for [Testing](../../competencies/testing.md) and [Writing](../../competencies/writing.md)." in points


def test_what_nobody_asks_for_is_nothing_to_talk_about():
    assert panel(ada(evidence__a=shows(1)), "To talk about") == ""


def test_open_promises_say_who_what_and_by_when():
    agreed = "agreed:\n  - {who: ada, what: Send it, by: 2026-11-01}\n  - {who: a librarian, what: Read *it*}\n"
    done = "  - {who: ada, what: Long done, done: true}\n"
    text = ada(checkins__2026_10_01=f"{OPEN}{agreed}{done}title: Our talk\n---\n")
    promises = panel(text, "To talk about")
    assert "<strong>Ada</strong> Send it" in promises
    assert "by 1 November 2026 · [Our talk](checkins/2026-10-01.md)" in promises
    assert promises.count(">overdue<") == 1
    assert "<strong>a librarian</strong> Read *it*" in promises
    assert "Long done" not in promises


def feedback(consent: str, said: str = "You listened.") -> str:
    return f"{OPEN}consent: {consent}\ngiver_role: a reader\nbehaviour: {said}\nfeed_forward: Ask more\n---\n# Said\n"


@pytest.mark.parametrize(("consent", "label"), [("quoted", "in their own words"), ("paraphrased", "paraphrased")])
def test_feedback_is_shown_as_its_giver_agreed(consent: str, label: str):
    shown = panel(ada(feedback__2026_11_01=feedback(consent)), "Feedback")
    assert "You listened." in shown
    assert f"a reader · {label} · 1 November 2026" in shown
    assert ("pf-quoted" in shown) is (consent == "quoted")


@pytest.mark.parametrize("audience", ["me", "team"])
def test_feedback_without_consent_is_no_highlight(audience: str):
    assert panel(ada(audience=audience, feedback__2026_11_01=feedback("none")), "Feedback") == ""


def test_feedback_that_was_given_is_no_highlight():
    given = feedback("quoted").replace("consent", "direction: given\nconsent", 1)
    assert panel(ada(feedback__2026_11_01=given), "Feedback") == ""


def test_recent_entries_end_with_the_way_to_the_journal():
    entries = {f"journal__2026_01_{day:02}": f"{OPEN}---\n" for day in range(1, RECENT + 3)}
    recent = panel(ada(**entries), "Recent entries")
    assert recent.count("\n- ") == RECENT
    assert "Older ones are in the [journal](../../journal/index.md)." in recent


def test_only_an_author_sees_the_own_rhythm_and_second_looks():
    step = {"journal__2026_10_01": f"{OPEN}next_action: Buy a rope\n---\n# Wind\n"}
    mine, theirs = ada(audience="me", **step), ada(**step)
    assert "You wrote in 1 week of the last year." in panel(mine, "Your rhythm")
    assert "October 2026: 1 week" in panel(mine, "Your rhythm")
    looks = panel(mine, "Due for a second look")
    assert "A month on: has it changed anything?" in looks
    assert "Buy a rope" in looks
    for heading in ("Your rhythm", "Due for a second look"):
        assert panel(theirs, heading) == ""


def two_people(reader: str) -> list[bool]:
    """Whether Ada's and Ben's page show a rhythm, in a build for authors."""
    files = {
        f"people/{name}/{uri}.md": OPEN + "---\n" for name in ("ada", "ben") for uri in ("index", "journal/2026-11-01")
    }
    built = build(files, audience="me", **({"reader": reader} if reader else {}))
    return ["Your rhythm" in page(built, f"people/{name}/index.md") for name in ("ada", "ben")]


def test_among_several_people_a_rhythm_is_shown_to_its_reader_alone():
    assert two_people("") == [False, False]
    assert two_people("ben") == [False, True]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-19", "You are in it."),
        ("2026-11-06", "You are in it."),
        ("2026-11-01", "Last in the week of 26 October"),
    ],
)
def test_a_missed_week_is_no_matter(day: str, expected: str):
    assert expected in panel(ada(audience="me", **{f"journal__{day.replace('-', '_')}": ""}), "Your rhythm")


def test_an_entry_that_was_to_be_read_again_waits_for_it():
    looks = panel(ada(audience="me", journal__a="---\nrevisit: 2026-11-18\n---\n# Wind\n"), "Due for a second look")
    assert "[Wind](journal/a.md)" in looks
    assert "You wanted to read it again on 18 November 2026." in looks
    assert "followups" not in looks


def test_a_person_without_entries_gets_a_sentence_and_no_empty_panel():
    text = ada()
    assert "Nothing that this person has written is shared here yet." in text
    assert "pf-panel" not in text
    assert "pf-tiles" not in text


def test_a_person_without_a_page_has_the_same_view():
    built = build({"people/eve/goals/sail.md": "---\nstatus: active\n---\n# Sail\n"}, audience="me")
    text = page(built, "people/eve/index.md")
    assert '<span class="pf-label">Active goals</span> <span class="pf-number">1</span>' in text
    assert "[Sail](goals/sail.md)" in panel(text, "Working on")


def test_nothing_withheld_counts():
    private = {"goals__sail": "# Sail\n", "evidence__a": "---\ncompetencies: {id: testing, level: 3}\n---\n"}
    assert ada(role="role: dev", **private) == ada(role="role: dev")


def test_every_heading_of_the_view_stays_out_of_the_search():
    text = ada(
        audience="me",
        role="role: dev",
        evidence__a=shows(2),
        goals__a="",
        goals__b="---\nstatus: done\n---\n",
        feedback__2026_11_01=feedback("quoted"),
        checkins__c="---\nagreed: [{what: A thing}]\n---\n",
        journal__2026_10_01="---\nnext_action: Go\n---\n",
    )
    headings = [line for line in text.splitlines() if line.startswith("##")]
    assert len(headings) == 11
    assert all(line.endswith("{: data-search-exclude }") for line in headings)


def test_the_only_person_of_a_site_is_on_its_home_page():
    files = {"people/ada/index.md": "# Ada", "goals/sail.md": "# Sail", "journal/2026-11-01.md": "# Wind"}
    home = page(build(files, audience="me"), "index.md")
    assert "[Sail](goals/sail.md)" in panel(home, "Working on")
    assert "[Wind](journal/2026-11-01.md)" in panel(home, "Recent entries")


def test_a_portfolio_of_nobody_shows_what_is_worked_on():
    home = page(
        build({"goals/sail.md": "# Sail", "goals/b.md": "---\nstatus: done\n---\n# Old"}, audience="me"), "index.md"
    )
    assert "[Sail](goals/sail.md)" in panel(home, "Working on")
    assert "[Old]" not in panel(home, "Working on")


def test_an_empty_portfolio_says_what_to_do_first():
    mine, theirs = (page(build({}, audience=audience), "index.md") for audience in ("me", "organisation"))
    assert "`journal/2026-11-20.md`" in mine
    assert "Nothing has been shared" not in mine
    assert "`audience: organisation`" in theirs


BOTH: Files = {
    "people/ada/index.md": f"{OPEN}mentors: [bo]\n---\n# Ada\n",
    "people/bo/index.md": f"{OPEN}---\n# Bo\n",
    "people/cy/index.md": f"{OPEN}---\n# Cy\n",
    "people/ada/checkins/2026-10-01.md": "---\naudience: mentor\nwith: [bo]\nagreed:\n  - {who: me, what: Send it}\n"
    "  - {who: bo, what: Read it}\n  - {who: cy, what: Print it}\n  - {who: bo, what: Long done, done: true}\n"
    "---\n# Our talk\n",
}


def agreed(person: str, **options: str) -> list[str]:
    """The promises on a person's page, without links."""
    text = page(build(BOTH, **options), f"people/{person}/index.md")
    part = text.partition("### Open promises")[2].partition("</div>")[0]
    found = re.findall(r'<span class="pf-promise"><strong>(.*?)</strong> (.*?)</span>', part)
    return [f"{who.strip('[').partition(']')[0]}: {what}" for who, what in found]


@pytest.mark.parametrize(
    "options", [{"audience": "me"}, {"audience": "mentor"}, {"audience": "team", "reader": "bo"}], ids=str
)
def test_what_was_agreed_is_on_the_pages_of_both_until_it_is_done(options: dict[str, str]):
    assert agreed("ada", **options) == agreed("bo", **options) == ["Ada: Send it", "Bo: Read it", "Cy: Print it"]
    assert agreed("cy", **options) == ["Cy: Print it"]


def test_who_may_not_see_the_check_in_sees_nothing_that_was_agreed():
    assert [agreed(person, audience="team") for person in ("ada", "bo", "cy")] == [[], [], []]
