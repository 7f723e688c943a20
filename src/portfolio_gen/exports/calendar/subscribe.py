"""A calendar to subscribe to: all-day events, each the same event for as long as it is about the same thing."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from icalendar import Calendar, Event, vDuration

from portfolio_gen.exports.calendar.frame import as_file, at_midnight, calendar, one_line, sequence

_IDS = uuid.UUID("6f1f3f0e-0f0c-5d3c-9a53-5c1d7f0a2b64")
"""The name space of the UIDs of this generator; another one would make each event a new one."""
_FRESH_FOR = timedelta(hours=12)
"""How long what a program has fetched counts as fresh; some hold to it."""


@dataclass(frozen=True, slots=True)
class DayEvent:
    """Something on one day."""

    uid: str
    """The same for as long as it is about the same thing, whatever its day and its words are."""
    day: date
    summary: str
    """One line."""
    changed: date | None
    """The day of its last change; None if nothing tells."""


def stable_uid(entry: str, what: str) -> str:
    """The UID of an event: the same for the same id of an entry and what of it the event is about.

    Of the text and the day nothing goes into it, so that both may change, and an entry with an `id` of its own keeps
    its events when its file is moved. A UUID of version 5 is a one-way hash: the id can't be read from it. It has no
    secret either, so who guesses an id can check the guess; a secret would have to be kept for ever, or every event
    would become a new one.
    """
    return str(uuid.uuid5(_IDS, f"{what}\n{entry}"))


def subscription(name: str, events: Iterable[DayEvent], today: date) -> bytes:
    """The file: events by day, without alarms, which programs take out of calendars of others.

    Without events it holds none: whoever has subscribed to it would take a missing file for an error.
    """
    made = calendar(name)
    made.add("refresh-interval", vDuration(_FRESH_FOR), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", vDuration(_FRESH_FOR))
    # Nothing about the ids may show in the order.
    for one in sorted(events, key=lambda one: (one.day, one.uid)):
        _add(made, one, today)
    return as_file(made)


def _add(made: Calendar, one: DayEvent, today: date) -> None:
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", at_midnight(one.changed))
    event.add("last-modified", at_midnight(one.changed))
    event.add("sequence", sequence(one.day, today))
    event.add("dtstart", one.day)
    # The end is the first day that is no longer part of it (RFC 5545, 3.6.1).
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", one_line(one.summary))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    made.add_component(event)
