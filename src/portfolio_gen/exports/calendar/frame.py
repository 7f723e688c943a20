"""What all calendars of this generator have in common."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, time

from icalendar import Calendar, vText

_FIRST = date(2020, 1, 1)
"""From which day on sequences are counted, and the day of what names none."""
_MOST_DAYS = 2**15 - 1
_DAYS_OF_EVENTS = 2**16


def calendar(name: str) -> Calendar:
    """A calendar without events."""
    made = Calendar()
    made.add("prodid", "-//portfolio-gen//portfolio//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    # The one of RFC 7986, and the one that programs know.
    for key in ("name", "x-wr-calname"):
        made.add(key, vText(one_line(name)))
    return made


def as_file(made: Calendar) -> bytes:
    """A calendar as it is written: lines of at most 75 bytes, with the line breaks that the standard asks for."""
    # Sorted, it would depend on the version of the library.
    return bytes(made.to_ical(sorted=False))


def sequence(day: date, today: date) -> int:
    """The SEQUENCE of an event on a day in a calendar of today: larger in each later calendar, below 2 ** 31.

    Outlook and Apple take a subscribed calendar as it comes; Google keeps an event on its old day unless the number
    has grown (https://github.com/OpenACalendar/OpenACalendar-Web-Core/issues/176). No number that is made of the
    content alone grows both when a day is put off and when it is put back again. So the day of the build leads, which
    is an option and not the clock, and the same day of the build gives the same file. Below it counts the day of the
    event, so that whatever moves an event changes its number: one that is put off at once to a larger one, one that
    comes earlier with the calendar of the next day.
    """
    built = min(max((today - _FIRST).days, 0), _MOST_DAYS)
    return built * _DAYS_OF_EVENTS + min(max((day - _FIRST).days, 0), _DAYS_OF_EVENTS - 1)


def at_midnight(day: date | None) -> datetime:
    """The beginning of a day in UTC, as time stamps need it; for None one fixed day of the past."""
    return datetime.combine(day or _FIRST, time(), UTC)


def one_line(text: str) -> str:
    """A text without line breaks and control characters, which no calendar may hold."""
    return " ".join(
        "".join(" " if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") else sign for sign in text).split()
    )
