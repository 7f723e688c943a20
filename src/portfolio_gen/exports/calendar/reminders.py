"""A calendar to import once: the time to write each week and to look back each month, with an alarm."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event, vText

from portfolio_gen.exports.calendar.cues import WEEKDAYS, Cue
from portfolio_gen.exports.calendar.frame import as_file, at_midnight, calendar, one_line, sequence
from portfolio_gen.exports.calendar.subscribe import stable_uid
from portfolio_gen.wording.words import Words

WEEKLY = timedelta(minutes=15)
MONTHLY = timedelta(minutes=30)
"""How long both take."""


def reminders(person: str, cue: Cue, words: Words, today: date) -> bytes:
    """The file: a weekly event at the cue, and a monthly one on the last such day of a month, right behind it.

    Times are without a time zone, so that they move with the person; the first ones are today or later. `person` is
    an id.
    """
    weekly = _weekly_start(cue, today)
    made = calendar(words.gettext("Time to write"))
    rule = {"freq": "weekly", "byday": [WEEKDAYS[day] for day in cue.weekdays]}
    _add(made, stable_uid(person, "weekly"), words.gettext("Reflection time"), weekly, WEEKLY, rule, today)
    rule = {"freq": "monthly", "byday": f"-1{WEEKDAYS[cue.weekdays[-1]]}"}
    monthly = _monthly_start(cue, today)
    _add(made, stable_uid(person, "monthly"), words.gettext("Monthly review"), monthly, MONTHLY, rule, today)
    return as_file(made)


def _weekly_start(cue: Cue, today: date) -> datetime:
    days = (today + timedelta(days=ahead) for ahead in range(7))
    return datetime.combine(next(day for day in days if day.weekday() in cue.weekdays), cue.at)


def _monthly_start(cue: Cue, today: date) -> datetime:
    """The last of the cue's weekdays of a month, when the weekly event is over, unless that is past midnight."""
    days = (today + timedelta(days=ahead) for ahead in range(62))
    wanted = cue.weekdays[-1]
    day = next(day for day in days if day.weekday() == wanted and (day + timedelta(days=7)).month != day.month)
    begins = datetime.combine(day, cue.at)
    return begins + WEEKLY if (begins + WEEKLY).date() == day else begins


def _add(
    made: Calendar,
    uid: str,
    summary: str,
    start: datetime,
    duration: timedelta,
    rule: Mapping[str, Any],
    today: date,
) -> None:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", at_midnight(None))
    event.add("sequence", sequence(start.date(), today))
    event.add("dtstart", start)
    event.add("dtend", start + duration)
    event.add("rrule", rule)
    event.add("summary", one_line(summary))
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one_line(summary))
    # At the very time. As a duration it would be written P0D, which not all programs know.
    alarm.add("trigger", vText("PT0S"))
    event.add_component(alarm)
    made.add_component(event)
