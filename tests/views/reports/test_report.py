"""Reports: exactly what is of the time, in each shape. After a change: UPDATE_GOLDEN=1 pytest, then read the diff."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.build.reporting import Reported, ReportError, reported
from portfolio_gen.figures.report import Report, report_of
from portfolio_gen.model.entry import EntryId
from portfolio_gen.views.reports.shapes import shape_named, shape_names
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


def made(shape: str = "plain", files: Files = FILES, **options: Any) -> Reported:
    """The report on Ada for her team, of the first half of a year."""
    wanted: dict[str, Any] = {"start": date(2026, 1, 1), "end": date(2026, 6, 30), "person": "ada", **options}
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
    assert "Where it is written" not in text


def test_both_days_count_and_a_partial_date_is_its_first_day() -> None:
    files = {**FILES, "people/ada/journal/p.md": "---\naudience: team\ndate: 2026-06\n---\n# Partial\n"}
    assert "Partial" in made(files=files, start=date(2026, 6, 1), end=date(2026, 6, 1)).markdown
    assert "Partial" not in made(files=files, start=date(2026, 6, 2)).markdown


def test_with_a_site_each_line_leads_to_it() -> None:
    html = made(url="https://x.example/").html
    assert 'href="https://x.example/people/ada/evidence/2026-02-01-one/"' in html
    assert "<a>" not in html.partition("<main>")[2].partition("</main>")[0]


def test_a_person_who_can_not_be_meant_is_told() -> None:
    with pytest.raises(ReportError, match="nobody whom this audience sees is called 'bo'; there are people/ada"):
        made(person="bo")


def found(seed: int) -> list[tuple[Report, dict[str, sources.Read], str]]:
    """The reports of half a year on all people of a portfolio made up from a seed, and its sources."""
    portfolio = generated.portfolio(seed)
    linked = seen_by(portfolio, "team", "")
    seen = sources.visible({one.uri: generated.written(one) for one in portfolio}, "team", "", generated.TODAY)
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
        assert report.undated == sum(one.day is None for one in own)
