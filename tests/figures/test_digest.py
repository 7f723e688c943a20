"""What is told of a few days is what one reads in the sources by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from portfolio_gen.figures.digest import LESSONS, own_news, shared_news
from portfolio_gen.figures.status import status_of
from portfolio_gen.model.entry import EntryId
from tests.figures import generated, sources
from tests.figures.builders import ADA, BO, TESTING, TODAY, linked, person
from tests.figures.test_against_sources import SEEDS, name
from tests.figures.test_against_sources import linked as seen_by

START = generated.TODAY - timedelta(30)


def read(seed: int, audience: str) -> tuple[tuple[generated.Made, ...], dict[str, sources.Read]]:
    made = generated.portfolio(seed)
    texts = {one.uri: generated.written(one) for one in made}
    return made, sources.visible(texts, audience, "", generated.TODAY)


def recent(seen: dict[str, sources.Read]) -> list[sources.Read]:
    return sources.newest_first(
        [
            one for one in seen.values()
            if one.kind in sources.IN_JOURNAL and one.day and START <= one.day <= generated.TODAY
        ]
    )  # fmt: skip


@pytest.mark.parametrize("audience", ["team", "organisation", "public"])
@pytest.mark.parametrize("seed", SEEDS[:3])
def test_what_everybody_is_told_is_what_the_sources_say(seed: int, audience: str) -> None:
    made, seen = read(seed, audience)
    found = seen_by(made, audience, "")
    news = shared_news(found.portfolio, found.links, START, generated.TODAY)
    new = recent(seen)
    figures = sources.goals(seen, generated.TODAY)
    helpers = {
        competency: {who for who in sources.people(seen) if competency in seen[who].meta["helps_with"]}
        for competency in {one for entry in new for one in sources.named(entry, seen)}
    }
    assert {name(one.id) for one in news.shared} == {one.name for one in new}
    assert [name(one.id) for one in news.lessons] == [one.name for one in new if one.kind in LESSONS]
    assert {name(one.id) for one in news.reached} == {
        one.name for one in seen.values()
        if one.kind == "goal" and one.meta["status"] == "done"
        and {one.name, *figures[one.name]["story"]} & {entry.name for entry in new}
    }  # fmt: skip
    assert {name(one): {name(who) for who in people} for one, people in news.offers} == {
        competency: people for competency, people in helpers.items() if people
    }


@pytest.mark.parametrize("seed", SEEDS[:3])
def test_what_a_person_is_told_is_what_the_sources_say(seed: int) -> None:
    made, seen = read(seed, "me")
    found = seen_by(made, "me", "")
    soon = generated.TODAY + timedelta(14)
    for who in ("p0", "p1", "p2"):
        status = status_of(EntryId(f"people/{who}"), found.portfolio, found.links, generated.TODAY)
        news = own_news(status, found.portfolio, found.links, START)
        figures = sources.goals(seen, generated.TODAY)
        own = [one for one in seen.values() if one.person == who]
        due_now = {(one, days) for one, _, days in sources.due(who, seen, generated.TODAY)}
        known = {(one, days is None) for one, days in due_now}
        to_come = {(one, days) for one, _, days in sources.due(who, seen, soon) if (one, days is None) not in known}
        assert [name(one.id) for one in news.since.new] == [one.name for one in recent(seen) if one.person == who]
        assert {(name(one.entry), one.days) for one in news.looks} == due_now | to_come
        assert {(name(one.checkin), one.index) for one in news.promises} == {
            (one, place) for one, place, _, _ in sources.promises(who, seen, generated.TODAY)
            if (by := seen[one].meta["agreed"][place].get("by")) and by <= soon
        }  # fmt: skip
        assert {name(one.goal) for one in news.goals} == {
            one.name for one in own
            if one.kind == "goal" and one.meta["status"] == "active" and one.meta.get("due", date.max) <= soon
        }  # fmt: skip
        new = {one.name for one in recent(seen)}
        assert {name(one.goal) for one in news.since.moved} == {
            one.name for one in own if one.kind == "goal" and figures[one.name]["story"] & new
        }


def test_whoever_writes_much_crowds_out_nobody() -> None:
    by_bo = {"people/bo/journal/a.md": "---\n{audience: public, date: 2026-11-14}\n---\n# A\n"}
    found = linked(
        {**person("Bo"), **by_bo},
        journal_a="date: 2026-11-19", journal_b="date: 2026-11-18", journal_c="date: 2026-11-17",
    )  # fmt: skip
    news = shared_news(found.portfolio, found.links, date(2026, 11, 13), TODAY)
    assert [(found.portfolio.persons[one.id], name(one.id)) for one in news.shared] == [
        (ADA, "a"), (BO, "a"), (ADA, "b"), (ADA, "c"),
    ]  # fmt: skip


def test_who_offers_help_is_told_with_what_the_news_are_about() -> None:
    found = linked(
        person("Bo", "helps_with: [testing, writing]"), journal_a="{date: 2026-11-19, competencies: [testing]}"
    )
    assert shared_news(found.portfolio, found.links, date(2026, 11, 13), TODAY).offers == ((TESTING, (BO,)),)


def test_without_news_there_is_nothing_to_tell() -> None:
    found = linked(person("Bo", "helps_with: [testing]"), journal_a="{date: 2026-11-12, competencies: [testing]}")
    assert shared_news(found.portfolio, found.links, date(2026, 11, 13), TODAY).is_empty
    assert own_news(
        status_of(BO, found.portfolio, found.links, TODAY), found.portfolio, found.links, date(2026, 11, 13)
    ).is_empty
