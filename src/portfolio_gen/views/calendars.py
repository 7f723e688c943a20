"""Where a site holds its calendars."""

from __future__ import annotations

SUBSCRIPTION = "calendar/subscribe.ics"
"""The uri of the calendar to subscribe to."""
REMINDERS = "calendar/reminders.ics"
"""The uri of the calendar to import once; it is there for its person alone."""
