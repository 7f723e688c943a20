"""When a person writes, read from a cue in their own words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import time

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The days of a week as recurrence rules call them, in the order of `date.weekday`."""
_USUAL_DAY = 4
_USUAL_TIME = time(15, 30)
"""Friday at half past three, before the week is over and forgotten."""

_DAYS = (
    r"monday|montag|lundi|lunes",
    r"tuesday|tues?\b|dienstag|mardi|martes",
    r"wednesday|wed\b|mittwoch|mercredi|miercoles",
    r"thursday|thu(?:rs?)?\b|donnerstag|jeudi|jueves",
    r"friday|fri\b|freitag|vendredi|viernes",
    r"saturday|samstag|sonnabend|samedi|sabado",
    r"sunday|sonntag|dimanche|domingo",
)
"""Without accents. "Mon", "sat" and "sun" are words of other meanings, so they are no days; nor are two letters."""
_DAY = re.compile(rf"\b(?:{'|'.join(f'({names})' for names in _DAYS)})")
_CLOCK = re.compile(
    r"(?<![\d.:-])(?P<hour>[01]?\d|2[0-3])\s?(?::|h)\s?(?P<minute>[0-5]\d)(?![\d:])\s?(?P<half>[ap]\.?m\b)?"
)
"""16:00, 4:30 pm, 16h30."""
_HOUR = re.compile(
    r"(?<![\d.:-])(?P<hour>[01]?\d|2[0-3])(?:\.(?P<minute>[0-5]\d))?\s?(?:(?P<half>[ap]\.?m\b)|uhr\b|h\b|o.?clock\b)"
)
"""4 pm, 4.30 pm, 16 Uhr, 16.30 Uhr, 16 h."""
_BEHIND_A_WORD = re.compile(r"\b(?:at|um|a las)\s(?P<hour>[01]?\d|2[0-3])(?:\.(?P<minute>[0-5]\d))?(?![\d:])(?P<half>)")
"""At 16, um 16.30, a las 16."""
_PARTS_OF_DAY = (
    (re.compile(r"\b(?:noon|midday)\b"), time(12)),
    (re.compile(r"\blunch(?:time)?\b"), time(12, 30)),
    (re.compile(r"\bmorning"), time(9)),
    (re.compile(r"\bevening"), time(18)),
)


@dataclass(frozen=True, slots=True)
class Cue:
    """When a person writes."""

    weekdays: tuple[int, ...]
    """As `date.weekday` counts them, at least one, in order of the week."""
    at: time
    """On the clock of wherever the person is."""


def cue_in(text: str) -> Cue:
    """When a person writes, as their cue tells: "Fridays at 16:00", "nach dem Jour fixe am Dienstag, 9 Uhr".

    Weekdays are read in English, German, French and Spanish. What the words don't tell is Friday, and 15:30.
    """
    words = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in words if not unicodedata.combining(sign))
    named = {match.lastindex - 1 for match in _DAY.finditer(plain) if match.lastindex}
    return Cue(tuple(sorted(named)) or (_USUAL_DAY,), _time_in(plain))


def _time_in(words: str) -> time:
    for form in (_CLOCK, _HOUR, _BEHIND_A_WORD):
        if match := form.search(words):
            return _time(int(match["hour"]), int(match["minute"] or 0), (match["half"] or "")[:1])
    return next((at for form, at in _PARTS_OF_DAY if form.search(words)), _USUAL_TIME)


def _time(hour: int, minute: int, half: str) -> time:
    """A time of day; `half` is "a", "p", or empty on a clock of 24 hours. Past noon "am" and "pm" say nothing."""
    return time(hour % 12 + (12 if half == "p" else 0) if half and hour <= 12 else hour, minute)
