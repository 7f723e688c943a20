"""Figures of portfolios made up from seeds are those that one counts in the sources by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portfolio_gen.build import Linked
from portfolio_gen.figures.attention import attention_for
from portfolio_gen.figures.claims import RATERS, claims_by_person
from portfolio_gen.figures.coverage import coverage_of
from portfolio_gen.figures.gaps import gaps_of
from portfolio_gen.figures.goals import goal_figures, goals_of
from portfolio_gen.figures.growth import growth_of
from portfolio_gen.figures.index import index_of
from portfolio_gen.figures.people import (
    helpers_by_competency,
    leaders,
    learners_by_competency,
    members_of,
    people_of,
)
from portfolio_gen.figures.profile import Standing, profile_of
from portfolio_gen.figures.promises import open_promises
from portfolio_gen.figures.revisits import revisits_due
from portfolio_gen.figures.rhythm import weeks_of
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.entry import EntryId
from portfolio_gen.problems import Severity
from tests.builders import link
from tests.figures import generated, sources

TODAY = generated.TODAY
BUILDS = (("me", ""), ("mentor", ""), ("team", ""), ("team", "p1"), ("public", ""))
SEEDS = range(300, 306)

each_seed = pytest.mark.parametrize("seed", SEEDS)
each_build = pytest.mark.parametrize(("audience", "reader"), BUILDS)


def linked(made: tuple[generated.Made, ...], audience: str, reader: str) -> Linked:
    """What one audience sees of a portfolio that nothing is wrong with."""
    found = link({one.uri: generated.written(one) for one in made}, audience=audience, reader=reader, today=str(TODAY))
    wrong = [problem for problem in (*found.problems, *found.elsewhere) if problem.severity is Severity.ERROR]
    assert wrong == []
    return found


def name(entry: EntryId | None) -> str | None:
    """What the sources call an entry."""
    return None if entry is None else entry.rpartition("/")[2]


def first(day: PartialDate | None) -> date | None:
    """The day that a date counts as."""
    return None if day is None else day.first


def plain(stands: Standing) -> dict[str, Any]:
    """A standing in the form in which it is counted in the sources."""
    assert stands.shown == (stands.ratings["evidence"].level if stands.strength.entries else None)
    return {
        "ratings": {
            rater: (rating.level, first(rating.date), name(rating.entry), rating.entries)
            for rater, rating in stands.ratings.items()
        },
        "target": stands.target,
        "met": stands.is_met,
        "evidence": stands.strength.entries,
        "forms": [form.lower() for form in stands.strength.forms],
        "thin": stands.is_thin,
        "stale": stands.is_stale,
        "untouched": stands.is_untouched,
    }


@each_seed
@each_build
def test_figures_are_those_of_the_sources(seed: int, audience: str, reader: str) -> None:
    made = generated.portfolio(seed)
    found = linked(made, audience, reader)
    seen = sources.visible({one.uri: generated.written(one) for one in made}, audience, reader, TODAY)
    portfolio, links = found.portfolio, found.links
    index = index_of(portfolio, links)

    assert {name(entry) for entry in portfolio.entries} == set(seen)
    people = people_of(portfolio)
    assert {name(person) for person in people} == set(sources.people(seen))
    for person in people:
        own = str(name(person))
        profile = profile_of(person, portfolio, links, TODAY, index)
        assert {name(one.competency): plain(one) for one in profile} == sources.profile(own, seen, TODAY)
        assert {
            (name(one.entry), one.since, one.days) for one in revisits_due(person, portfolio, TODAY, index)
        } == sources.due(own, seen, TODAY)
        weeks = weeks_of(person, portfolio, TODAY, index)
        assert {week.monday for week in weeks if week.is_written} == sources.weeks(own, seen, TODAY)
        promises = open_promises(person, portfolio, links, TODAY, index)
        assert {(name(one.checkin), one.index, one.is_overdue, one.is_own) for one in promises} == set(
            sources.promises(own, seen, TODAY)
        )
    assert goals_of_all(found) == sources.goals(seen, TODAY)


def goals_of_all(found: Linked) -> dict[str | None, dict[str, Any]]:
    """The figures of all goals, in the form in which they are counted in the sources."""
    every = (goal_figures(goal, found.portfolio, found.links, TODAY) for goal in found.portfolio.of_kind("goal"))
    return {
        name(one.goal): {
            "moved": one.last_moved,
            "still": one.is_without_movement,
            "overdue": one.is_overdue,
            "left": one.days_left,
            "story": {name(entry) for entry in one.story},
        }
        for one in every
    }


@each_seed
def test_gaps_and_coverage_add_up_from_the_sources(seed: int) -> None:
    made = generated.portfolio(seed)
    found = linked(made, "team", "")
    seen = sources.visible({one.uri: generated.written(one) for one in made}, "team", "", TODAY)
    portfolio, links = found.portfolio, found.links
    people = people_of(portfolio)

    profiles = {name(person): sources.profile(str(name(person)), seen, TODAY) for person in people}
    for person in people:
        for role in ("r0", "r1"):
            gaps = gaps_of(EntryId(f"roles/{role}"), person, portfolio, links, TODAY)
            assert {name(gap.competency): (gap.target, gap.missing, gap.shown) for gap in gaps} == {
                competency: (target, max(0, target - (shown or 0)), shown)
                for competency, target in sources.targets(role, seen).items()
                for shown in [profiles[name(person)].get(competency, {}).get("ratings", {}).get("evidence", [None])[0]]
            }
    rows = {name(row.competency): row for row in coverage_of(people, portfolio, links, TODAY, 1)}
    assert set(rows) == {competency for profile in profiles.values() for competency in profile}
    for competency, row in rows.items():
        group = [profile[competency] for profile in profiles.values() if competency in profile]
        asked = [one for one in group if one["target"] is not None]
        assert (row.people, row.asked or 0, row.met or 0) == (len(group), len(asked), sum(one["met"] for one in asked))
        assert (row.thin, row.stale, row.untouched) == tuple(
            sum(one[flag] for one in group) for flag in ("thin", "stale", "untouched")
        )


@each_seed
@pytest.mark.parametrize(("audience", "reader"), BUILDS[1:])
def test_what_is_withheld_changes_no_figure(seed: int, audience: str, reader: str) -> None:
    made = generated.portfolio(seed)
    found = linked(made, audience, reader)
    shown = {entry.uri for entry in found.portfolio.entries.values()}
    left = generated.without(made, {one.uri for one in made} - shown)
    if OPENNESS[audience] > OPENNESS["mentor"] and not reader:
        left = tuple(generated.Made(one.uri, one.meta, one.links) for one in left)
    assert len(left) < len(made)
    assert every_figure(linked(left, audience, reader)) == every_figure(found)


OPENNESS = {name: place for place, name in enumerate(sources.OPEN)}


def every_figure(found: Linked) -> list[object]:
    """All that can be asked about a portfolio."""
    portfolio, links = found.portfolio, found.links
    index = index_of(portfolio, links)
    people = people_of(portfolio)
    return [
        people, leaders(portfolio), members_of(EntryId("teams/t0"), portfolio, links),
        helpers_by_competency(portfolio, links), learners_by_competency(portfolio, links),
        claims_by_person(portfolio, links), index.claims_on, index.checkins,
        coverage_of(people, portfolio, links, TODAY, 2, index),
        goals_of_all(found),
        [growth_of(one.id, portfolio, links, index=index) for one in portfolio.of_kind("competency")],
        [gaps_of(role.id, person, portfolio, links, TODAY, index)
         for role in portfolio.of_kind("role") for person in (None, *people)],
        [[function(person, portfolio, links, TODAY, index) for person in people]
         for function in (profile_of, attention_for, open_promises)],
        [[function(person, portfolio, TODAY, index) for person in people] for function in (revisits_due, weeks_of)],
        [[goal.id for goal in goals_of(person, portfolio, index)] for person in people],
    ]  # fmt: skip


@each_seed
def test_an_index_made_before_changes_no_figure(seed: int) -> None:
    found = linked(generated.portfolio(seed), "mentor", "")
    portfolio, links = found.portfolio, found.links
    index = index_of(portfolio, links)
    everybody = [person.id for person in portfolio.of_kind("person")]
    for person in (*everybody, EntryId("nobody")):
        for function in (profile_of, attention_for, open_promises):
            assert function(person, portfolio, links, TODAY) == function(person, portfolio, links, TODAY, index)
        assert revisits_due(person, portfolio, TODAY) == revisits_due(person, portfolio, TODAY, index)
        assert weeks_of(person, portfolio, TODAY) == weeks_of(person, portfolio, TODAY, index)
        assert goals_of(person, portfolio) == goals_of(person, portfolio, index)


def test_made_up_portfolios_hold_what_is_to_be_told_apart() -> None:
    rows: list[dict[str, Any]] = []
    goals: list[dict[str, Any]] = []
    looks: set[int | None] = set()
    promises: set[tuple[bool, ...]] = set()
    for seed in SEEDS:
        made = generated.portfolio(seed)
        seen = sources.visible({one.uri: generated.written(one) for one in made}, "me", "", TODAY)
        people = sources.people(seen)
        rows += [row for person in people for row in sources.profile(person, seen, TODAY).values()]
        goals += sources.goals(seen, TODAY).values()
        looks |= {days for person in people for _, _, days in sources.due(person, seen, TODAY)}
        promises |= {one[2:] for person in people for one in sources.promises(person, seen, TODAY)}
    for flag in ("thin", "stale", "untouched", "met"):
        assert {bool(row[flag]) for row in rows} == {True, False}, flag
    assert {row["met"] for row in rows} == {True, False, None}
    assert {rater for row in rows for rater in row["ratings"]} == {*RATERS}
    for flag in ("still", "overdue"):
        assert {goal[flag] for goal in goals} == {True, False}, flag
    assert looks == {7, 30, 90, None}
    assert promises == {(True, True), (True, False), (False, True), (False, False)}
