"""Calendars as two other readers see them."""

from __future__ import annotations

from typing import Any

import vobject
from icalendar import Calendar


def events(content: bytes) -> list[Any]:
    """The events of a calendar with which nothing is wrong, however strictly one reads, as icalendar has them."""
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"") and content.endswith(b"\r\n")
    read = Calendar.from_ical(content.decode())
    assert read.errors == [] and all(one.errors == [] for one in read.walk())
    assert {one.name for one in read.walk()} <= {"VCALENDAR", "VEVENT", "VALARM"}
    found = read.walk("VEVENT")
    other = others(content)
    assert [(str(one["UID"]), str(one["SUMMARY"])) for one in found] == [
        (one.uid.value, one.summary.value) for one in other
    ]
    assert [one.decoded("DTSTART") for one in found] == [one.dtstart.value for one in other]
    return list(found)


def others(content: bytes) -> list[Any]:
    """The same as vobject has them, which knows nothing of icalendar."""
    read = vobject.readOne(content.decode())
    assert read.validate(raiseException=True)
    return list(read.contents.get("vevent", []))
