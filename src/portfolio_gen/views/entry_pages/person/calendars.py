"""Where a person's calendars are, for that person alone."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.markdown.writing import link_to
from portfolio_gen.model.entry import Entry
from portfolio_gen.views.calendars import REMINDERS, SUBSCRIPTION
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages.person.own import is_for


@dataclass(frozen=True, slots=True)
class CalendarLinks:
    """Markdown links to the calendars of a site."""

    subscription: str
    reminders: str


def calendar_links(context: Context, person: Entry, at: str) -> CalendarLinks | None:
    """Where the calendars of the person are for whom the site is; None without any, and on anybody else's page."""
    if context.calendar_of != person.id or not is_for(context, person):
        return None
    words = context.words
    return CalendarLinks(
        subscription=link_to(words.gettext("what is due and when to look again"), SUBSCRIPTION, at),
        reminders=link_to(words.gettext("a reminder to write"), REMINDERS, at),
    )
