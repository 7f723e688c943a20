"""The calendar to subscribe to."""

from __future__ import annotations

from datetime import date, timedelta

from portfolio_gen.exports.calendar.frame import sequence
from portfolio_gen.exports.calendar.subscribe import DayEvent, stable_uid, subscription
from tests.exports.calendar.reading import events

TODAY = date(2026, 11, 20)


def event(summary: str = "Due", day: date = TODAY, uid: str = "a") -> DayEvent:
    return DayEvent(uid, day, summary, None)


def test_an_event_is_a_whole_day_that_takes_no_time_and_is_nobody_elses_business():
    (found,) = events(subscription("Mine", [event(day=date(2026, 12, 31))], TODAY))
    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (date(2026, 12, 31), date(2027, 1, 1))
    assert (str(found["TRANSP"]), str(found["CLASS"])) == ("TRANSPARENT", "PRIVATE")


def test_words_stay_what_they_are_and_never_become_properties():
    summary = "Ü" * 80 + "; a, b\\n \N{LINE SEPARATOR}\r\nEND:VEVENT\rX:\x00\x85\x0b:"
    (found,) = events(subscription("A; b,\r\nMETHOD:X", [event(summary)], TODAY))
    assert str(found["SUMMARY"]) == "Ü" * 80 + "; a, b\\n END:VEVENT X: :"


def test_an_empty_calendar_can_be_read_as_well():
    assert events(subscription("Mine", [], TODAY)) == []


def test_the_order_of_events_tells_nothing_of_what_they_are_about():
    made = [event(uid=uid) for uid in "bca"]
    assert [str(one["UID"]) for one in events(subscription("Mine", made, TODAY))] == ["a", "b", "c"]
    assert subscription("Mine", made, TODAY) == subscription("Mine", reversed(made), TODAY)


def test_a_uid_names_nothing_and_is_another_for_anything_else():
    uid = stable_uid("people/ada/goals/leave", "goal")
    # Another one would make every event of every calendar a new one.
    assert uid == "72459665-dafb-5189-a4fa-49f1ddb0f97e"
    assert len({uid, stable_uid("people/ada/goals/leav", "egoal"), stable_uid("people/ada/goals/leave", "look-7")}) == 3


def test_a_later_calendar_is_never_taken_for_an_older_one():
    days = [date(2020, 1, 1), TODAY, date(2031, 5, 17), date(2090, 1, 1)]
    for today in days:
        latest = max(sequence(day, today) for day in (date.min, *days, date.max))
        assert latest < min(sequence(day, today + timedelta(days=1)) for day in (date.min, *days, date.max))


def test_a_day_that_is_put_off_gives_a_larger_number_even_on_one_day():
    assert sequence(TODAY, TODAY) < sequence(TODAY + timedelta(days=1), TODAY)


def test_a_number_fits_wherever_calendars_keep_it():
    every = (date.min, date(1970, 1, 1), TODAY, date.max)
    assert all(0 <= sequence(day, today) < 2**31 for day in every for today in every)
