"""Who may see one entry, after all rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portfolio_gen.model.audience import Audience, audience_named
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.model.kinds.person import PersonFields
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.problems import Problem
from portfolio_gen.settings import Settings

_WITHHOLDING = {"draft": "true", "private": "true", "publish": "false", "published": "false"}
"""Marks of other tools, and the word with which they withhold."""
_TRUE = ("true", "yes", "on", "1", "y")
_FALSE = ("false", "no", "off", "0", "n", "")


def audience_of(entry: Entry, settings: Settings) -> Audience:
    """The widest audience that may see an entry.

    What is written counts; else the default of its kind; else public for what is about no person, and `me`.
    Feedback needs its giver's consent, what has expired is `me`, and so is what another tool was told to
    withhold. No default opens what is about somebody else: feedback that was given, a third party's page.
    """
    if is_expired(entry, settings.today) or withholding_marks(entry):
        return Audience.ME
    written = audience_named(entry.common.audience) if entry.common.audience is not None else None
    if written is None and entry.common.audience is not None:
        return Audience.ME  # Reading has reported it; until it is mended nobody else may see it.
    if isinstance(entry.fields, FeedbackFields):
        is_given = entry.fields.direction == "given"
        if (is_given and written is None) or _lacks_consent(entry):
            return Audience.ME
    if written is not None:
        return written
    if isinstance(entry.fields, PersonFields) and entry.fields.third_party:
        return Audience.ME
    fallback = Audience.ME if entry.kind.about_a_person else Audience.PUBLIC
    return settings.defaults_at(entry.uri).get(entry.kind_name, fallback)


def _lacks_consent(entry: Entry) -> bool:
    fields = entry.fields
    return isinstance(fields, FeedbackFields) and fields.direction == "received" and fields.consent == "none"


def is_expired(entry: Entry, today: date) -> bool:
    """Whether the day from which only the author sees the entry has come."""
    return entry.common.expires is not None and entry.common.expires <= today


def withholding_marks(entry: Entry) -> tuple[str, ...]:
    """The fields of other tools that withhold an entry: `draft: true` and the like.

    Words that may mean either withhold; a date is no such word ("published: 2026-03-01").
    """
    return tuple(name for name in _WITHHOLDING if name in entry.meta and _withholds(name, entry.meta[name]))


def _withholds(name: str, value: object) -> bool:
    if isinstance(value, date) or value is None:
        return False
    word = str(value).strip().lower()
    if word[:4].isdecimal() and "-" in word:
        return False
    return word not in (_FALSE if _WITHHOLDING[name] == "true" else _TRUE)


def audience_notes(entry: Entry, today: date) -> Iterator[Problem]:
    """What an author should know about who may see an entry."""
    for name in withholding_marks(entry):
        yield Problem(
            entry.uri, entry.lines[name], 1, "withheld-mark", f"'{name}' withholds this entry: only its author sees it",
            "remove it, and write an audience",
        )  # fmt: skip
    if "visibility" in entry.meta:
        yield Problem(
            entry.uri,
            entry.lines["visibility"],
            1,
            "visibility",
            "'visibility' means nothing here",
            "write 'audience'",
        )
    if _lacks_consent(entry) and audience_named(entry.common.audience or "me") is not Audience.ME:
        yield Problem(
            entry.uri, entry.lines["audience"], 1, "no-consent", "without its giver's consent only you see this",
            "ask, and write 'consent: paraphrased' or 'consent: quoted'",
        )  # fmt: skip
    if is_expired(entry, today):
        yield Problem(
            entry.uri,
            entry.lines["expires"],
            1,
            "expired",
            f"expired on {entry.common.expires}: only its author sees it",
        )


def portfolio_notes(everything: Portfolio, settings: Settings) -> Iterator[Problem]:
    """What the owner of a portfolio should know about it as a whole; said at the first source that it is about."""
    silent = [
        entry.uri
        for entry in everything.entries.values()
        if entry.common.audience is None
        and entry.origin is None
        and entry.kind_name not in settings.defaults
        and everything.audiences[entry.id] is Audience.ME
    ]
    if silent:
        more = len(silent) - 1
        which = f"this source and {more} more are" if more else "this source is"
        yield Problem(
            min(silent), 1, 1, "no-audience", f"{which} seen by the author only, for want of an audience",
            "write 'audience: team' in the front matter of what others may read",
        )  # fmt: skip
    if len(everything.of_kind("person")) > 1:
        for entry in everything.entries.values():
            is_nobodys = entry.id not in everything.persons and entry.common.person is None
            if entry.kind.in_journal and is_nobodys and entry.origin is None:
                yield Problem(
                    entry.uri, 1, 1, "no-person", "nothing says whose entry this is",
                    "write 'person: NAME', or move it into a folder below people/",
                )  # fmt: skip


def person_notes(shared: Portfolio) -> Iterator[Problem]:
    """Persons who are not open to the audience of a build that shows entries of theirs; said at the first of these."""
    told: set[EntryId] = set()
    for entry in shared.entries.values():
        person = shared.persons.get(entry.id)
        if person is None or person in shared.entries or person in told:
            continue
        told.add(person)
        yield Problem(
            entry.uri, 1, 1, "not-shared", f"'{person}', whose entry this is, is not open to this audience",
            "write an audience on the person's page, or a page if there is none: people/NAME/index.md",
        )  # fmt: skip
