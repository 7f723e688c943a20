"""Days on which something begins, as people say them: a date, or how long ago."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from portfolio_gen.model.dates import parse_partial_date

_AGO = re.compile(r"(?P<count>\d{1,4})(?P<unit>[dwmy])\Z", re.ASCII | re.IGNORECASE)


def since_day(text: str, today: date) -> date | None:
    """The day that "2026-11-01", "7d", "2w", "3m" or "1y" means; None if it is neither a date nor a time ago.

    A partial date counts as its first day. Of a month that is too short the last day counts: "1m" before
    31 March is 28 February.
    """
    match = _AGO.match(text.strip())
    if match is None:
        partial = parse_partial_date(text)
        return partial.first if partial is not None else None
    count = int(match["count"])
    try:
        match match["unit"].lower():
            case "d":
                return today - timedelta(days=count)
            case "w":
                return today - timedelta(weeks=count)
            case "m":
                return months_before(today, count)
            case _:
                return months_before(today, 12 * count)
    except (OverflowError, ValueError):
        return None


def until_day(text: str, today: date) -> date | None:
    """The day that "2026-12-01" or, from today on, "7d", "2w", "3m" or "1y" means; None if it is neither."""
    match = _AGO.match(text.strip())
    if match is None:
        partial = parse_partial_date(text)
        return partial.first if partial is not None and len(partial.text) == 10 and "W" not in partial.text else None
    count = int(match["count"])
    try:
        match match["unit"].lower():
            case "d":
                return today + timedelta(days=count)
            case "w":
                return today + timedelta(weeks=count)
            case unit:
                return months_before(today, -count if unit == "m" else -12 * count)
    except (OverflowError, ValueError):
        return None


def months_before(day: date, count: int) -> date:
    """The same day of an earlier month, or the last one of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
