"""What the commands for a second look have in common: the changes that an answer makes, and when to look again."""

from __future__ import annotations

from datetime import date, timedelta

from portfolio_gen.figures.revisits import LOOKS
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.reading.entries import read_entry
from portfolio_gen.reading.sources import Source, read_source
from portfolio_gen.settings.project import Project

QUESTION = "Has it changed anything? y yes, p partly, n no"
ANSWERS = {"y": "yes", "p": "partly", "n": "no"}
"""The keys that answer it."""


def entry_now(uri: str, project: Project) -> Entry | None:
    """An entry as its file has it at this moment; None if it can't be read."""
    source = read_source(project.content / uri, uri)
    return read_entry(source, project.settings.folders)[0] if isinstance(source, Source) else None


def has_next_step(entry: Entry | None) -> bool:
    """Whether an entry says what its writer wanted to do next."""
    return entry is not None and isinstance(entry.fields, ReflectionFields) and bool(entry.fields.next_action)


def next_step_of(entry: Entry) -> str:
    """What the writer wanted to do next."""
    assert isinstance(entry.fields, ReflectionFields)
    return entry.fields.next_action or ""


def followup_changes(entry: Entry, changed: str, note: str, today: date) -> list[str]:
    """A follow-up of today, as assignments for `set_fields`."""
    assert isinstance(entry.fields, ReflectionFields)
    place = f"followups.{len(entry.fields.followups) + 1}"
    written = [f"{place}.date={today.isoformat()}", f"{place}.changed={changed}"]
    return [*written, f"{place}.note={note}"] if note.strip() else written


def revisit_changes(entry: Entry | None, again: str | None, today: date) -> list[str]:
    """What becomes of `revisit`: another day, or none once the day has come."""
    if again is not None:
        return [f"revisit={again}"]
    return ["revisit="] if is_to_revisit(entry, today) else []


def is_to_revisit(entry: Entry | None, today: date) -> bool:
    """Whether the day has come on which to read an entry again."""
    return entry is not None and entry.common.revisit is not None and entry.common.revisit <= today


def next_look_words(entry: Entry, today: date) -> str:
    """When to look again at the next step of an entry, or that this was the last look; empty if none is asked for."""
    if not has_next_step(entry) or entry.date is None:
        return ""
    days = (entry.date.first + timedelta(days) for days in LOOKS)
    coming = next((day for day in days if day > today), None)
    return f"The next look is due on {coming.isoformat()}." if coming is not None else "That was the last look."
