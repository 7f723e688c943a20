"""Reports: exactly what is of the time, in each shape. After a change: UPDATE_GOLDEN=1 pytest, then read the diff."""

from __future__ import annotations

import json
import random
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.build.reporting import Reported, ReportError, reported
from portfolio_gen.figures.report import Report, report_of
from portfolio_gen.model.entry import EntryId
from portfolio_gen.views.reports.shapes import shape_in, shape_named, shape_names
from tests.builders import COMPETENCY, Files, settings, tree
from tests.figures import generated, sources
from tests.figures.test_against_sources import SEEDS, name
from tests.figures.test_against_sources import linked as seen_by
from tests.golden import check_golden_text

BOOK = "---\naudience: team\nsource: A book\nhours: 1.5\napplied: At work.\n---\n# L\n"
DONE = "---\naudience: team\nstatus: done\ndue: 2026-05-01\noutcome: It *works*.\n---\n# Reach | it\n"
GIVEN = "---\naudience: team\ndirection: given\nfeed_forward: Try less.\n---\n# To Bo\n"
OWN = "---\naudience: team\ncompetencies: [{id: testing, level: 1}]\n---\n# Me\n"
TWO = "---\naudience: team\ncompetencies: [{id: testing, level: 2}]\n---\n# Two\n"

FILES: Files = {
    "competencies/testing.md": COMPETENCY,
    "competencies/writing.md": "---\ntitle: Writing [well]\n---\n",
    "roles/dev.md": "---\ntargets: {testing: 2, writing: 1}\n---\n# Dev\n",
    "people/ada/index.md": "---\naudience: team\nrole: dev\n---\n# Ada\n",
    "people/ada/goals/a.md": DONE,
    "people/ada/goals/b.md": "---\naudience: team\ncompetencies: [testing]\n---\n# Move it\n",
    "people/ada/evidence/2026-02-01-one.md": """
        ---
        audience: team
        form: talk
        impact: Calls went down by **half**, see [[b]].
        competencies: [{id: testing, level: 3, because: "All eight <b>did</b>"}]
        goals: [b]
        ---
        # One [1]

        The first sentence. The second.
        """,
    "people/ada/evidence/2026-03-01-two.md": TWO,
    "people/ada/journal/2026-04-01-r.md": """
        ---
        audience: team
        mode: others
        competencies: [testing]
        next_action: Ask first.
        followups: [{date: 2026-05-01, changed: partly, note: Once.}, {date: 2026-06-01, changed: no}]
        questions: [How do you begin?]
        ---
        # R
        """,
    "people/ada/learning/2026-04-02-l.md": BOOK,
    "people/ada/learning/2026-04-03-m.md": "---\naudience: team\n---\n# M\n",
    "people/ada/assessments/2026-06-01-me.md": OWN,
    "people/ada/assessments/2026-06-02-by.md": """
        ---
        audience: team
        rater: mentor
        competencies: [{id: testing, level: 2, because: Seen twice}]
        ---
        # By a mentor
        """,
    "people/ada/feedback/2026-06-03-f.md": """
        ---
        audience: team
        giver_role: a colleague
        consent: quoted
        behaviour: You asked first.
        feed_forward: Do it again.
        ---
        # F
        """,
    "people/ada/feedback/2026-06-04-g.md": GIVEN,
    "people/ada/journal/2026-06-05-z.md": "---\ncompetencies: [testing]\n---\n# Zebra\n",
    "people/ada/journal/2025-12-31-old.md": "---\naudience: team\ncompetencies: [writing]\n---\n# Old\n",
    "people/ada/journal/none.md": "---\naudience: team\n---\n# No date\n",
}


DAYS = (date(2026, 1, 1), date(2026, 6, 30))


def made(shape: str = "plain", files: Files = FILES, **options: Any) -> Reported:
    """The report on Ada for her team, of the first half of a year."""
    wanted: dict[str, Any] = {"start": DAYS[0], "end": DAYS[1], "person": "ada", **options}
    return reported(tree(files), settings(audience="team"), shape=shape_named(shape), **wanted)


@pytest.mark.parametrize("shape", shape_names())
def test_a_report_looks_like_this(shape: str) -> None:
    check_golden_text(Path(__file__).parent / "expected" / f"{shape}.md", made(shape).markdown)


@pytest.mark.parametrize("shape", shape_names())
def test_what_is_withheld_changes_nothing(shape: str) -> None:
    other = {
        **FILES,
        "people/ada/journal/2026-06-05-z.md": "---\ncompetencies: [writing]\nmode: formal\n---\n# Okapi\n",
    }
    assert made(shape).markdown == made(shape, other).markdown
    assert "Zebra" not in made(shape).html


def test_a_time_in_which_nothing_was_written_reads_well() -> None:
    text = made("appraisal", start=date(2020, 1, 1), end=date(2020, 2, 1)).markdown
    assert text.count("Nothing is written about this in this time.") >= 4
    assert made(start=date(2020, 1, 1), end=date(2020, 2, 1)).markdown.count("Where it is written") == 0


def test_both_days_count_and_a_partial_date_is_its_first_day() -> None:
    files = {**FILES, "people/ada/journal/p.md": "---\naudience: team\ndate: 2026-06\n---\n# Partial\n"}
    assert "Partial" in made(files=files, start=date(2026, 6, 1), end=date(2026, 6, 1)).markdown
    assert "Partial" not in made(files=files, start=date(2026, 6, 2)).markdown


def test_with_a_site_each_line_leads_to_it() -> None:
    html = made(url="https://x.example/").html
    assert 'href="https://x.example/people/ada/evidence/2026-02-01-one/"' in html
    assert "<a>" not in html.partition("<main>")[2].partition("</main>")[0]


@pytest.mark.parametrize("shape", shape_names())
def test_without_a_site_each_line_leads_to_the_list_at_its_end(shape: str) -> None:
    html = made(shape).html
    assert "<a>" not in html
    led = set(re.findall(r'<a href="#(source-\d+)"', html))
    listed = dict(re.findall(r'<li id="(source-\d+)">.*?<span class="paper-uri">(.*?)</span>', html))
    assert led
    assert led <= set(listed)
    assert set(listed.values()) <= set(FILES)
    assert 'id="source-1"' in made(shape, url="https://x.example/").html


def test_goals_and_competencies_are_listed_too() -> None:
    listed = made("appraisal").html.partition('class="paper-sources"')[2]
    assert (
        '<li id="source-10">Testing (competency) · <span class="paper-uri">competencies/testing.md</span></li>'
        in listed
    )
    assert "people/ada/goals/b.md" in listed


@pytest.mark.parametrize("shape", shape_names())
def test_what_something_changed_is_told_once(shape: str) -> None:
    one = FILES["people/ada/evidence/2026-02-01-one.md"]
    assert isinstance(one, str)
    files = {**FILES, "people/ada/evidence/2026-02-01-one.md": one.replace("[{id: testing", "[writing, {id: testing")}
    assert made(shape, files).markdown.count("Calls went down") == 1


def test_a_person_who_can_not_be_meant_is_told() -> None:
    with pytest.raises(ReportError, match="nobody whom this audience sees is called 'bo'; there are people/ada"):
        made(person="bo")


def test_a_text_of_a_project_s_own_shape_may_hold_any_sign() -> None:
    shape = shape_in("x", "title: '100% [mine]'\nintroduction: '%(x)s'\nsections: [{heading: 'a %', part: goals}]", "x")
    text = reported(tree(FILES), settings(audience="team"), shape=shape, start=DAYS[0], end=DAYS[1]).markdown
    assert text.startswith("# 100% &#91;mine&#93;: Ada\n\n1 January 2026 to 30 June 2026\n\n%(x)s\n\n## a %\n")


@pytest.mark.parametrize("text", ["<textarea>", "the <style> of it", "<!-- so", "```", "<title>", "<svg><style>"])
def test_no_text_hides_what_comes_after_it(text: str) -> None:
    impact = json.dumps(text)
    one = f"---\naudience: team\ncompetencies: [testing]\nimpact: {impact}\n---\n# One\n"
    html = made("appraisal", {**FILES, "people/ada/evidence/2026-02-01-one.md": one}).html
    assert re.search(r"<h2[^>]*>Where it is written</h2>", html)
    assert ">Zebra<" not in html


def test_what_was_told_to_others_is_not_what_one_does_differently() -> None:
    text = made("cipd").markdown.partition("## Where it is written")[0]
    assert "To Bo" not in text
    assert "(feedback, given, 4 June 2026)" in made("engc").markdown


def test_a_goal_that_was_dropped_is_not_on_the_way() -> None:
    files = {**FILES, "people/ada/goals/b.md": "---\naudience: team\nstatus: dropped\n---\n# Move it\n"}
    assert "### Dropped\n\n- [Move it](people/ada/goals/b.md)\n" in made("appraisal", files).markdown
    assert "- [Move it]" not in made("brag", files).markdown.partition("## Where it is written")[0]


def test_nothing_is_said_of_untouched_goals_where_nothing_is_said_of_gaps() -> None:
    files = {**FILES, "people/ada/goals/c.md": "---\naudience: team\n---\n# Untouched\n"}
    assert "Untouched" in made("appraisal", files).markdown
    assert "Untouched" not in made("brag", files).markdown


def test_what_comes_after_the_time_tells_nothing_of_it() -> None:
    late = "---\naudience: team\ncompetencies: [{id: writing, level: 1}]\n---\n# Late\n"
    files = {**FILES, "people/ada/evidence/2026-07-01-late.md": late}
    assert made("appraisal", files).markdown == made("appraisal").markdown


def portfolio_of(seed: int) -> tuple[generated.Made, ...]:
    """A portfolio made up from a seed, in which some say how long they learnt, and how."""
    chance = random.Random(seed)
    everything = generated.portfolio(seed)
    for one in everything:
        if "/learning/" in one.uri and chance.random() < 0.6:
            one.meta["hours"] = chance.choice((0, 1.5, 2))
        if "/journal/" in one.uri and chance.random() < 0.6:
            one.meta["mode"] = chance.choice(("experience", "others", "formal"))
    return everything


def found(seed: int, audience: str = "team") -> list[tuple[Report, dict[str, sources.Read], str]]:
    """The reports of half a year on all people of a portfolio made up from a seed, and its sources."""
    portfolio = portfolio_of(seed)
    linked = seen_by(portfolio, audience, "")
    seen = sources.visible({one.uri: generated.written(one) for one in portfolio}, audience, "", generated.TODAY)
    start = generated.TODAY - timedelta(180)
    return [
        (
            report_of(
                EntryId(f"people/{person}"), start, generated.TODAY, linked.portfolio, linked.links, generated.TODAY
            ),
            seen,
            person,
        )
        for person in sources.people(seen)
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_report_holds_exactly_what_the_sources_say(seed: int) -> None:
    for report, seen, person in found(seed):
        own = [one for one in seen.values() if one.person == person and one.kind in sources.IN_JOURNAL]
        within = {one.name for one in own if one.day and report.start <= one.day <= report.end}
        assert {name(entry.id) for entry in report.entries} == within
        claiming: dict[str, set[str]] = {}
        for one in (one for one in own if one.name in within and one.kind != "goal"):
            if one.kind == "assessment" and one.meta.get("rater", "self") == "self":
                continue
            for competency in sources.named(one, seen):
                claiming.setdefault(competency, set()).add(one.name)
        assert {name(one.competency): {name(entry) for entry in one.entries} for one in report.shown} == claiming
        for one in report.shown:
            levels = [
                sources.named(seen[str(name(entry))], seen)[str(name(one.competency))] or 0
                for entry in one.entries
                if seen[str(name(entry))].kind == "evidence"
            ]
            assert (one.level or 0) == max(levels, default=0)
            assert levels == sorted(levels, reverse=True)
        assert report.undated == sum(one.day is None and one.kind != "goal" for one in own)


@pytest.mark.parametrize("audience", ["team", "me"])
@pytest.mark.parametrize("seed", SEEDS)
def test_goals_voices_gaps_and_hours_are_those_of_the_sources(seed: int, audience: str) -> None:
    for report, seen, person in found(seed, audience):
        own = [one for one in seen.values() if one.person == person and one.kind in sources.IN_JOURNAL]
        within = [one for one in own if one.day and report.start <= one.day <= report.end]
        assert goals_told(report) == goals_counted(report, own, within)

        def names(kind: str, field: str, default: str, values: set[str], of: list[sources.Read] = within) -> set[str]:
            return {one.name for one in of if one.kind == kind and one.meta.get(field, default) in values}

        assert {name(one.id) for one in report.feedback} == names("feedback", "direction", "received", {"received"})
        assert {name(one.id) for one in report.supported} == names("feedback", "direction", "received", {"given"})
        for told, raters in ((report.ratings, {"mentor", "peer", "credential"}), (report.self_ratings, {"self"})):
            assert {(name(one.entry), name(one.competency), one.level) for one in told} == {
                (rating, competency, level)
                for rating in names("assessment", "rater", "self", raters)
                for competency, level in sources.named(seen[rating], seen).items()
            }
        notes = [one.meta.get("hours") for one in within if one.kind == "learning"]
        known = [hours for hours in notes if hours is not None]
        assert (report.hours.total, report.hours.recorded, report.hours.entries) == (sum(known), len(known), len(notes))
        modes = [one.meta.get("mode") for one in within if one.kind == "reflection"]
        assert report.mix == {mode: modes.count(mode) for mode in ("experience", "others", "formal") if mode in modes}
        assert {(name(entry), place) for entry, place in report.changes} == {
            (one.name, place)
            for one in own if one.kind == "reflection"
            for place, look in enumerate(one.meta.get("followups", []))
            if look["changed"] != "no" and report.start <= look["date"] <= report.end
        }  # fmt: skip
        assert wanting(report) == wanting_counted(report, person, own, within, seen)


def goals_told(report: Report) -> list[set[str | None]]:
    lists = (report.goals_reached, report.goals_moved, report.goals_dropped, report.goals_open)
    return [{name(one.goal) for one in goals} for goals in lists]


def goals_counted(report: Report, own: list[sources.Read], within: list[sources.Read]) -> list[set[str]]:
    """The goals that were reached, moved, dropped and are open, from the sources."""
    lists: list[set[str]] = [set(), set(), set(), set()]
    for goal in (one for one in own if one.kind == "goal"):
        status, due = goal.meta["status"], goal.meta.get("due")
        # A goal that names itself is moved by nobody.
        is_told = any(sources.refers(one, goal.name) for one in within if one is not goal)
        is_in_time = goal in within or (due is not None and report.start <= due <= report.end)
        if status == "done":
            lists[0] |= {goal.name} if is_told or is_in_time else set()
        elif is_told:
            lists[2 if status == "dropped" else 1].add(goal.name)
        elif status == "active":
            lists[3].add(goal.name)
    return lists


def wanting(report: Report) -> list[dict[str | None, tuple[int | None, int | None, bool]]]:
    return [
        {name(one.competency): (one.target, one.shown, one.is_stale) for one in found}
        for found in (report.gaps, report.below)
    ]


def wanting_counted(
    report: Report, person: str, own: list[sources.Read], within: list[sources.Read], seen: dict[str, sources.Read]
) -> list[dict[str, tuple[int | None, int | None, bool]]]:
    """What had no evidence of the time, and what had too little on its last day, from the sources."""
    until = {
        key: one for key, one in seen.items()
        if one not in own or one.kind == "goal" or (one.day and one.day <= report.end)
    }  # fmt: skip
    profile = sources.profile(person, until, report.end)
    aims = {
        competency for goal in own if goal.kind == "goal" and goal.meta["status"] in ("active", "idea", "paused")
        for competency in sources.named(goal, seen)
    }  # fmt: skip
    shown = {
        competency for one in within if one.kind == "evidence" for competency in sources.named(one, seen)
    }  # fmt: skip
    lists: list[dict[str, tuple[int | None, int | None, bool]]] = [{}, {}]
    for competency, row in profile.items():
        if "replaced_by" in seen[competency].meta or (row["target"] is None and competency not in aims):
            continue
        best = row["ratings"]["evidence"][0] if "evidence" in row["ratings"] else None
        if competency not in shown:
            lists[0][competency] = (row["target"], best, row["stale"])
        elif row["met"] is False:
            lists[1][competency] = (row["target"], best, row["stale"])
    return lists


def test_the_portfolios_hold_what_reports_have_to_tell_apart() -> None:
    reports = [report for seed in SEEDS for report, _, _ in found(seed, "me")]
    for part in ("feedback", "supported", "ratings", "self_ratings", "mix", "changes", "gaps", "below"):
        assert any(getattr(report, part) for report in reports), part
    assert all(any(goals_told(report)[place] for report in reports) for place in range(4))
    assert any(report.hours.recorded < report.hours.entries for report in reports)
