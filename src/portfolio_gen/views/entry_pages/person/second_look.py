"""What a person wanted to look at again, for that person alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio_gen.figures.revisits import Due, revisits_due
from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages.person.own import is_for
from portfolio_gen.views.parts.gist import Gist, gist
from portfolio_gen.wording.marking import gettext_noop

MOST = 6
"""How many are shown."""

_QUESTIONS: Mapping[int, str] = {
    7: gettext_noop("A week on: have you taken the step?"),
    30: gettext_noop("A month on: has it changed anything?"),
    90: gettext_noop("Three months on: is it a habit by now?"),
}
"""What to ask, by the days since the entry."""


@dataclass(frozen=True, slots=True)
class Look:
    """One entry that waits."""

    link: str
    question: str
    gist: Gist | None
    """What was to be done next."""


@dataclass(frozen=True, slots=True)
class SecondLooks:
    """What waits for a second look."""

    looks: tuple[Look, ...]
    """What has waited longest comes first."""
    more: int
    answer: str
    """What to write into an entry to answer, as front matter; empty if no next step waits."""


def second_looks(context: Context, person: Entry, at: str) -> SecondLooks | None:
    """What waits for the person for whom the site is; None if nothing does, and on anybody else's page."""
    found = revisits_due(person.id, context.portfolio, context.today, context.index) if is_for(context, person) else ()
    if not found:
        return None
    has_steps = any(one.reason == "next_action" for one in found)
    return SecondLooks(
        looks=tuple(_look(context, one, at) for one in found[:MOST]),
        more=max(0, len(found) - MOST),
        answer=f"followups: [{{date: {context.today}, changed: partly}}]" if has_steps else "",
    )


def _look(context: Context, due: Due, at: str) -> Look:
    words, entry = context.words, context.entry(due.entry)
    if due.days is None:
        question = words.gettext("You wanted to read it again on %(day)s.", day=words.day(due.since))
        return Look(context.entry_link(entry.id, at), question, None)
    return Look(context.entry_link(entry.id, at), words.gettext(_QUESTIONS[due.days]), gist(context, entry, at))
