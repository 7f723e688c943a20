"""An answer that is taken: checked against the portfolio that it is for, and made harmless."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from portfolio_gen.answers.form import CONSENTS
from portfolio_gen.model.dates import parse_partial_date
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.problems import printable
from portfolio_gen.receiving.answer import MOST_NAMES, Answer, RefusedError, Via
from portfolio_gen.receiving.harmless import harmless, without_unseen

_OLDEST = timedelta(days=3650)
_MOST_ROLE = 200
_TRICK = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|]|(?:\A|/)\.\.?(?:/|\Z)|\A[/~]|//|%")
"""What no id holds and a path might: ways up, drives, roots, addresses, devices."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """An answer as it is filed."""

    person: EntryId
    day: date
    """When it was written, or came."""
    received: date
    via: Via
    giver_role: str
    consent: str
    about: tuple[EntryId, ...]
    goals: tuple[EntryId, ...]
    competencies: Mapping[EntryId, int | None]
    """With the level that was seen; None without one."""
    words: Mapping[str, str]
    """By field, as Markdown that does nothing."""
    receipt: str
    notes: tuple[str, ...]
    """What was left out or put right, and why."""


def accepted(
    answer: Answer, portfolio: Portfolio, today: date, *, person: str = "", sent: date | None = None
) -> Accepted:
    """An answer, less what it may not say. `person` is whose it is if it doesn't say; `sent` when a mail with it was.

    Raises:
        RefusedError: it is for somebody else, says nothing, tries a path, or is here already.
    """
    _refuse_tricks((answer.person, *answer.about, *answer.goals, *answer.competencies))
    meant = _person(answer.person or person, portfolio)
    notes = list(answer.notes)
    words = dict(_words(answer.words, notes))
    if not words:
        raise RefusedError("nothing is answered: all of its texts are empty")
    receipt = fingerprint(meant, answer)
    if (former := _filed(receipt, portfolio)) is not None:
        raise RefusedError(f"this is here already, as {former.uri}")
    received = _received(sent, today)
    return Accepted(
        person=meant,
        day=_day(answer.date, received, today, notes),
        received=received,
        via=answer.via,
        giver_role=_role(answer.giver_role, notes),
        consent=_agreed(answer.consent, notes),
        about=_own(answer.about, meant, portfolio, notes, "entry"),
        goals=_own(answer.goals, meant, portfolio, notes, "goal"),
        competencies=dict(_rated(answer.competencies, portfolio, notes)),
        words=words,
        receipt=receipt,
        notes=tuple(notes),
    )


def fingerprint(person: EntryId, answer: Answer) -> str:
    """Sixteen hexadecimal digits that are the same for the same words to the same person, however they came."""
    words = {name: " ".join(text.split()) for name, text in sorted(answer.words.items())}
    text = json.dumps([person, words, sorted(set(answer.about))], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _refuse_tricks(names: Iterable[str]) -> None:
    for name in names:
        if _TRICK.search(name) or len(name) > 300:
            raise RefusedError(f"it names '{printable(name, 60)}', which is no name of an entry but a path elsewhere")


def _person(name: str, portfolio: Portfolio) -> EntryId:
    if not name:
        raise RefusedError("it doesn't say whom it is for; say so with --person NAME")
    entry = portfolio.entries.get(EntryId(name))
    if entry is None or entry.kind_name != "person":
        raise RefusedError(f"it is for '{printable(name, 60)}', who is nobody here")
    return entry.id


def _filed(receipt: str, portfolio: Portfolio) -> Entry | None:
    """The feedback that holds the same words already, however it has been changed since."""
    for entry in portfolio.of_kind("feedback"):
        if isinstance(entry.fields, FeedbackFields) and entry.fields.receipt == receipt:
            return entry
    return None


def _words(written: Mapping[str, str], notes: list[str]) -> Iterator[tuple[str, str]]:
    for name, text in written.items():
        clean, has_unseen = without_unseen(text)
        if has_unseen:
            notes.append(f"{name}: signs that nobody sees are taken out")
        if clean.strip():
            yield name, harmless(clean)


def _role(written: str, notes: list[str]) -> str:
    clean, _ = without_unseen(" ".join(written.split()))
    if len(clean) > _MOST_ROLE:
        notes.append("giver_role: this is too long to be a role, so it is cut")
    return clean[:_MOST_ROLE].strip()


def _agreed(written: str, notes: list[str]) -> str:
    word = written.strip().lower()
    if word in CONSENTS:
        return word
    if word:
        notes.append(f"consent: '{printable(written, 40)}' is none of {', '.join(CONSENTS)}, so it is for you alone")
    else:
        notes.append("consent: nothing is said, so it is for you alone")
    return "none"


def _received(sent: date | None, today: date) -> date:
    return sent if sent is not None and today - _OLDEST <= sent <= today else today


def _day(written: str, received: date, today: date, notes: list[str]) -> date:
    """The day of an answer. One in the future may be a day ahead: it is later in the east."""
    if not written:
        return received
    found = parse_partial_date(written)
    if found is None or len(found.text) != 10 or "W" in found.text:
        notes.append(f"date: '{printable(written, 40)}' is no day, so it is the day on which it came")
        return received
    if not today - _OLDEST <= found.first <= today + timedelta(days=1):
        notes.append(f"date: {found.text} can't be right, so it is the day on which it came")
        return received
    return min(found.first, today)


def _own(
    names: Iterable[str], person: EntryId, portfolio: Portfolio, notes: list[str], what: str
) -> tuple[EntryId, ...]:
    """The entries of the person that an answer names; others are left out."""
    found: dict[EntryId, None] = {}
    for name in dict.fromkeys(names):
        entry = portfolio.entries.get(EntryId(name))
        is_right = entry is not None and portfolio.persons.get(entry.id) == person
        if entry is None or not is_right or (what == "goal" and entry.kind_name != "goal"):
            notes.append(f"'{printable(name, 60)}' is no {what} of this person, so it is left out")
        elif len(found) < MOST_NAMES:
            found[entry.id] = None
    return tuple(found)


def _rated(written: Mapping[str, str], portfolio: Portfolio, notes: list[str]) -> Iterator[tuple[EntryId, int | None]]:
    for name, level in written.items():
        entry = portfolio.entries.get(EntryId(name))
        if entry is None or not isinstance(entry.fields, CompetencyFields):
            notes.append(f"'{printable(name, 60)}' is no competency here, so it is left out")
            continue
        number = _level(level, entry.fields)
        if level and number is None:
            notes.append(f"{name}: '{printable(level, 40)}' is none of its levels, so only the competency is kept")
        yield entry.id, number


def _level(written: str, competency: CompetencyFields) -> int | None:
    """A level by its number or its name, also with both ("2 Practising"); None if it is neither."""
    names = [level.name.strip().casefold() for level in competency.levels]
    word = written.strip().casefold()
    if word in names:
        return names.index(word) + 1
    number = word.partition(" ")[0].rstrip(".")
    is_number = number.isascii() and number.isdecimal() and len(number) < 3
    return int(number) if is_number and 1 <= int(number) <= len(names) else None
