"""The calendar to import once."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

import pytest

from portfolio_gen.exports.calendar.cues import cue_in
from portfolio_gen.exports.calendar.reminders import reminders
from portfolio_gen.wording.words import words_in
from tests.exports.calendar.reading import events, others

TODAY = date(2026, 11, 20)


def made(cue: str, today: date = TODAY) -> bytes:
    return reminders("people/ada", cue_in(cue), words_in("en"), today)


def first(event: Any, count: int) -> list[datetime]:
    """The first times of an event, as dateutil works them out."""
    return list(islice(event.getrruleset(addRDate=True), count))


def test_the_weekly_one_comes_at_the_cue_and_the_first_is_not_past():
    weekly, _ = others(made("Tuesdays and Thursdays, 17:00"))
    assert [f"{one:%a %d %b %H:%M}" for one in first(weekly, 3)] == [
        "Tue 24 Nov 17:00", "Thu 26 Nov 17:00", "Tue 01 Dec 17:00",
    ]  # fmt: skip


def test_today_is_early_enough_for_the_first():
    weekly, _ = others(made("Friday at 16:00"))
    assert first(weekly, 1) == [datetime(2026, 11, 20, 16)]  # noqa: DTZ001


@pytest.mark.parametrize("ahead", range(0, 70, 3))
def test_the_monthly_one_comes_behind_the_last_weekly_one_of_each_month(ahead: int):
    weekly, monthly = others(made("Friday at 16:00", TODAY + timedelta(ahead)))
    for one in first(monthly, 14):
        assert (one.weekday(), (one + timedelta(days=7)).month != one.month) == (4, True)
        assert one == datetime.combine(one, datetime.min.time()) + timedelta(hours=16, minutes=15)
    assert first(monthly, 1)[0].date() >= TODAY + timedelta(ahead)
    months = [(one.year * 12 + one.month) for one in first(monthly, 14)]
    assert months == list(range(months[0], months[0] + 14))
    assert first(weekly, 1)[0].date() <= first(monthly, 1)[0].date()


def test_times_are_those_of_the_clock_wherever_the_person_is():
    assert all(one.decoded("DTSTART").tzinfo is None for one in events(made("Friday")))
    assert b"TZID" not in made("Friday") and b"VTIMEZONE" not in made("Friday")


def test_each_has_an_alarm_that_is_shown_at_the_very_time():
    for one in others(made("Friday")):
        assert (one.valarm.action.value, one.valarm.trigger.value) == ("DISPLAY", timedelta(0))
        assert one.valarm.description.value == one.summary.value
    assert made("Friday").count(b"TRIGGER:PT0S") == 2


def test_shortly_before_midnight_the_monthly_one_stays_on_its_day():
    weekly, monthly = events(made("Friday 23:50"))
    assert monthly.decoded("DTSTART").weekday() == weekly.decoded("DTSTART").weekday() == 4


def test_another_cue_moves_the_same_events():
    assert [str(one["UID"]) for one in events(made("Friday"))] == [str(one["UID"]) for one in events(made("Monday"))]


def test_nothing_of_the_cue_but_its_time_is_in_it():
    assert b"Quagga" not in made("Friday, before the Quagga meeting")
