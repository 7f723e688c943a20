"""The calendars of one person: those of a site, and those that a person makes for themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from portfolio_gen.build.context import context_of
from portfolio_gen.build.own import own_portfolio
from portfolio_gen.figures.calendar import Dated, calendar_days, last_told
from portfolio_gen.markdown.headings import plain_words
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.kinds.person import PersonFields
from portfolio_gen.problems import Problem, errors
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.views.calendars import REMINDERS, SUBSCRIPTION
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages.person.own import is_for
from portfolio_gen.views.parts.agreed_rows import promised, promised_by
from portfolio_gen.views.places import places_of
from portfolio_gen.wording.marking import gettext_noop

_NEUTRAL: Mapping[str, str] = {
    "goal": gettext_noop("Something is due"),
    "promise": gettext_noop("Something is due"),
    "checkin": gettext_noop("Check-in"),
    "revisit": gettext_noop("Review"),
    "look": gettext_noop("Look again"),
}
"""What anybody may read who sees the calendar, or a locked screen."""
_DETAILED: Mapping[str, str] = {
    "goal": gettext_noop("Due: %(title)s"),
    "checkin": gettext_noop("Check-in: %(title)s"),
    "revisit": gettext_noop("Read again: %(title)s"),
    "look": gettext_noop("Look again: %(title)s"),
}


@dataclass(frozen=True, slots=True)
class Calendars:
    """A person's calendars, for that person alone."""

    subscription: bytes
    reminders: bytes
    events: int
    """How many days the subscription holds."""
    problems: tuple[Problem, ...]
    """Errors in what was therefore left out; sorted."""


def own_calendars(
    tree: Tree, settings: Settings, person: str | None, excluded: Iterable[str] = (), *, is_detailed: bool
) -> Calendars:
    """The calendars of a person from everything that the person may see, as `own_portfolio` finds out who it is.

    Raises:
        NoSuchPersonError: there is no such person, or there are several.
        SettingsError: the list of names can't be right.
    """
    found, linked = own_portfolio(tree, settings, person, excluded)
    settings = replace(settings, audience=Audience.ME, reader="")
    context = context_of(linked, settings, places_of(linked.portfolio, has_reader=False))
    days = _days(context, found, has_looks=True)
    return Calendars(
        subscription=_subscription(context, found, days, is_detailed=is_detailed),
        reminders=_reminders(context, found),
        events=len(days),
        problems=tuple(errors((*linked.problems, *linked.elsewhere))),
    )


def calendar_files(context: Context, settings: Settings) -> Mapping[str, bytes]:
    """The calendars of a site by uri; none unless it is about one person and the option `calendar` asks for them.

    Second looks and reminders are for the person alone.
    """
    person = context.calendar_of
    if person is None:
        return {}
    days = _days(context, person, has_looks=is_for(context, context.entry(person)))
    files = {SUBSCRIPTION: _subscription(context, person, days, is_detailed=settings.calendar == "detailed")}
    if context.audience is Audience.ME:
        files[REMINDERS] = _reminders(context, person)
    return files


def _days(context: Context, person: EntryId, *, has_looks: bool) -> tuple[Dated, ...]:
    return calendar_days(person, context.portfolio, context.links, context.today, context.index, has_looks=has_looks)


def _subscription(context: Context, person: EntryId, days: Iterable[Dated], *, is_detailed: bool) -> bytes:
    from portfolio_gen.exports.calendar.subscribe import DayEvent, stable_uid, subscription

    words = context.words
    entry = context.portfolio.entries.get(person)
    name = words.gettext("Portfolio")
    if is_detailed and entry is not None:
        name = words.gettext("Portfolio: %(person)s", person=entry.title)
    events = [
        DayEvent(
            uid=stable_uid(one.entry, _what(one)),
            day=one.day,
            summary=_detailed(context, one) if is_detailed else words.gettext(_NEUTRAL[one.reason]),
            changed=last_told(context.entry(one.entry), context.today),
        )
        for one in days
    ]
    return subscription(name, events, context.today)


def _what(one: Dated) -> str:
    """What of an entry an event is about; a promise has no name but its place."""
    number = one.index if one.index is not None else one.days
    return one.reason if number is None else f"{one.reason}-{number}"


def _detailed(context: Context, one: Dated) -> str:
    if one.index is None:
        return context.words.gettext(_DETAILED[one.reason], title=context.entry(one.entry).title)
    at = context.entry(one.entry).uri
    what = plain_words(promised(context, one.entry, one.index, at))
    who = plain_words(promised_by(context, one.entry, one.index, at))
    if not who:
        return context.words.gettext("Promised: %(what)s", what=what)
    return context.words.gettext("Promised by %(who)s: %(what)s", who=who, what=what)


def _reminders(context: Context, person: EntryId) -> bytes:
    from portfolio_gen.exports.calendar.cues import cue_in
    from portfolio_gen.exports.calendar.reminders import reminders

    entry = context.portfolio.entries.get(person)
    cue = entry.fields.cue if entry is not None and isinstance(entry.fields, PersonFields) else None
    return reminders(person, cue_in(cue or ""), context.words, context.today)
