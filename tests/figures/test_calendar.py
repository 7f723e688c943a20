"""The days of a person's calendar are those that one finds in the sources by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import pytest

from portfolio_gen.figures.calendar import calendar_days
from portfolio_gen.figures.people import people_of
from portfolio_gen.model.entry import EntryId
from tests.figures import generated, sources
from tests.figures.builders import ADA, TODAY, linked
from tests.figures.test_against_sources import BUILDS, SEEDS, name
from tests.figures.test_against_sources import linked as linked_seed

Day = tuple[date, str, str, int | None]


def by_hand(person: str, seen: Mapping[str, sources.Read], today: date) -> Iterator[Day]:
    """The days from the text of the sources: the day, what it is for, the entry, the place or the days behind it."""
    for one in seen.values():
        if one.kind == "goal" and one.person == person and one.meta["status"] == "active" and "due" in one.meta:
            yield one.meta["due"], "goal", one.name, None
        is_party = one.kind == "checkin" and person in (one.person, *map(sources.last, one.meta["with"]))
        if is_party and one.day and one.day >= today:
            yield one.day, "checkin", one.name, None
        if one.person == person and "revisit" in one.meta:
            yield one.meta["revisit"], "revisit", one.name, None
        if one.person == person and one.kind == "reflection" and one.day and "next_action" in one.meta:
            written = [followup["date"] for followup in one.meta["followups"]]
            looks = [(number, days, one.day + timedelta(days)) for number, days in enumerate((7, 30, 90))]
            for number, days, day in looks:
                if day > today and len(written) <= number and max(written, default=date.min) < day:
                    yield day, "look", one.name, days
    for entry, day, days in sources.due(person, seen, today):
        if days is not None:
            yield day, "look", entry, days
    for checkin, place, _, _ in sources.promises(person, seen, today):
        if "by" in seen[checkin].meta["agreed"][place]:
            yield seen[checkin].meta["agreed"][place]["by"], "promise", checkin, place


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("audience", "reader"), BUILDS)
def test_a_calendar_holds_exactly_the_days_that_stand_in_the_sources(seed: int, audience: str, reader: str) -> None:
    made = generated.portfolio(seed)
    found = linked_seed(made, audience, reader)
    texts = {one.uri: generated.written(one) for one in made}
    seen = sources.visible(texts, audience, reader, generated.TODAY)
    for person in people_of(found.portfolio):
        expected = set(by_hand(str(name(person)), seen, generated.TODAY))
        for has_looks in (True, False):
            days = calendar_days(person, found.portfolio, found.links, generated.TODAY, has_looks=has_looks)
            plain = [(one.day, one.reason, str(name(one.entry)), one.index if one.index is not None else one.days)
                     for one in days]  # fmt: skip
            assert len(plain) == len(set(plain))
            assert set(plain) == {one for one in expected if has_looks or one[1] not in ("look", "revisit")}


def days_of(person: EntryId = ADA, **fronts: str) -> list[tuple[str, str, int | None]]:
    found = linked(**fronts)
    days = calendar_days(person, found.portfolio, found.links, TODAY, has_looks=True)
    return [(str(one.day), one.reason, one.index if one.index is not None else one.days) for one in days]


def test_a_next_step_is_looked_at_once_if_it_is_due_and_on_all_days_to_come():
    assert days_of(journal_a="{date: 2026-10-15, next_action: Ask.}") == [
        ("2026-11-14", "look", 30), ("2027-01-13", "look", 90),
    ]  # fmt: skip


def test_who_has_looked_early_is_not_told_again():
    followups = "followups: [{date: 2026-11-15, changed: partly}]"
    days = days_of(journal_a=f"{{date: 2026-11-14, next_action: Ask., {followups}}}")
    assert days == [("2026-12-14", "look", 30), ("2027-02-12", "look", 90)]


def test_a_goal_that_is_not_active_is_due_on_no_day():
    goals = {
        f"goals_{status}": f"{{status: {status}, due: 2026-12-01}}" for status in ("idea", "paused", "done", "dropped")
    }
    assert days_of(**goals, goals_a="due: 2026-11-01") == [("2026-11-01", "goal", None)]


def test_a_check_in_stays_until_its_day_is_over():
    assert days_of(checkins_a="date: 2026-11-20", checkins_b="date: 2026-11-19") == [("2026-11-20", "checkin", None)]


def test_a_promise_without_a_day_or_that_is_kept_is_in_no_calendar():
    agreed = "agreed: [{what: A, by: 2026-12-01, done: true}, {what: B}, {what: C, by: 2026-12-02}]"
    assert days_of(checkins_a=f"{{date: 2026-11-01, {agreed}}}") == [("2026-12-02", "promise", 2)]
