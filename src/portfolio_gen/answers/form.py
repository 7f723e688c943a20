"""What a reader is asked: the questions as data, for the form in a browser, the form in plain text, and their readers.

Sources of the questions: situation, behaviour, impact by the Center for Creative Leadership; feed-forward after John
Hattie and Helen Timperley, The Power of Feedback (2007). The words are our own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from portfolio_gen.linking.links import Links
from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.wording.marking import gettext_noop

VERSION = 1
"""Changes when a program that reads answers has to change."""
MOST_CHOICES = 12
"""How many goals, competencies or entries a form offers."""

QUESTIONS: Mapping[str, str] = {
    "situation": gettext_noop("When and where was it?"),
    "behaviour": gettext_noop("What could be seen or heard?"),
    "impact": gettext_noop("What did it do to others, or to the work?"),
    "feed_forward": gettext_noop("What would you try next time?"),
}
"""What is answered in words, by the field of feedback that the words go to."""
CONSENTS: Mapping[str, str] = {
    "quoted": gettext_noop("others may read it in my words"),
    "paraphrased": gettext_noop("others may read it, but not in my words"),
    "none": gettext_noop("it is for %(name)s alone"),
}
"""What the giver may agree to, and what that means."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that an answer may be about."""

    id: EntryId
    title: str


@dataclass(frozen=True, slots=True)
class Rated:
    """A competency of which a level may have been seen."""

    id: EntryId
    title: str
    levels: tuple[str, ...]
    """Their names, the lowest first."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked about one person."""

    person: EntryId
    name: str
    about: tuple[Choice, ...]
    """The entries that may be answered; the only one is, without a question."""
    goals: tuple[Choice, ...]
    competencies: tuple[Rated, ...]
    reply_to: str = ""
    """The e-mail address to which answers go; empty if the giver has to know it."""


def form_about(
    person: EntryId,
    entries: Iterable[Entry],
    portfolio: Portfolio,
    links: Links,
    goals: Iterable[Entry],
    reply_to: str = "",
) -> Form:
    """What a reader may answer to some entries of a person, whose `goals` may be named.

    Levels may be seen of the competencies that the entries or the active goals name.
    """  # fmt: skip
    about = tuple(entries)
    active = [one for one in goals if isinstance(one.fields, GoalFields) and one.fields.status == "active"]
    named = dict.fromkeys(one for entry in (*about, *active) for one in _competencies(entry.id, links))
    return Form(
        person=person,
        name=portfolio.entries[person].title,
        about=tuple(Choice(one.id, one.title) for one in about[:MOST_CHOICES]),
        goals=tuple(Choice(one.id, one.title) for one in active[:MOST_CHOICES]),
        competencies=tuple(islice(map(_rated, (portfolio.entries[one] for one in named)), MOST_CHOICES)),
        reply_to=reply_to,
    )


def _competencies(entry: EntryId, links: Links) -> Iterator[EntryId]:
    for named in links.in_field(entry, "competencies"):
        if isinstance(named.target, ToEntry):
            yield named.target.id


def _rated(competency: Entry) -> Rated:
    assert isinstance(competency.fields, CompetencyFields)
    return Rated(competency.id, competency.title, tuple(level.name for level in competency.fields.levels))
