"""Activities in lists: what to try next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.activity import ActivityFields
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One activity in a list."""

    link: str
    about: str
    """How long it takes and with whom, in words; empty if its author doesn't say."""
    tried: str
    """The newest entry that logs it, as a link; empty if none does."""


def activity_rows(
    context: Context, activities: Iterable[Entry], at: str, *, by: EntryId | None = None
) -> tuple[ActivityRow, ...]:
    """Activities, those not yet logged first, then by title; with `by` only what that person logged counts."""
    logs = {activity.id: _log(context, activity, by) for activity in activities}
    ordered = sorted(map(context.entry, logs), key=lambda one: (logs[one.id] is not None, one.title.casefold(), one.id))
    return tuple(_row(context, activity, logs, at) for activity in ordered)


def _row(context: Context, activity: Entry, logs: Mapping[EntryId, Entry | None], at: str) -> ActivityRow:
    log = logs[activity.id]
    return ActivityRow(
        link=context.entry_link(activity.id, at),
        about=_about(context, activity),
        tried=context.entry_link(log.id, at) if log is not None else "",
    )


def _log(context: Context, activity: Entry, by: EntryId | None) -> Entry | None:
    """The newest entry that names the activity as one it is about."""
    references = context.links.backlinks.get(activity.id, ())
    sources = {reference.source for reference in references if reference.field == "activities"}
    found = (
        context.entry(source) for source in sources
        if context.entry(source).kind.in_journal and by in (None, context.portfolio.persons.get(source))
    )  # fmt: skip
    return next(iter(newest_first(found)), None)


def _about(context: Context, activity: Entry) -> str:
    fields, words = activity.fields, context.words
    assert isinstance(fields, ActivityFields)
    parts = [words.ngettext("%(num)s minute", "%(num)s minutes", fields.minutes)] if fields.minutes else []
    if fields.alone:
        parts.append(words.gettext("alone"))
    if fields.with_:
        parts.append(words.gettext("with %(people)s", people=words.joined(fields.with_)))
    return " · ".join(parts)
