"""Entries, goals, promises and questions as lines of a digest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from portfolio_gen.cleaning.plain import harmless_line, shortened
from portfolio_gen.exports.digest.document import Line
from portfolio_gen.exports.gists import gist_of
from portfolio_gen.figures.goals import GoalFigures
from portfolio_gen.figures.questions import Asked
from portfolio_gen.figures.revisits import Due
from portfolio_gen.linking.links import Named
from portfolio_gen.linking.plain import Plain
from portfolio_gen.linking.resolution import NotShared, ToEntry
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.checkin import CheckinFields
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.wording.kinds import kind_words
from portfolio_gen.wording.words import Words, capitalised

_TITLE, _SENTENCE = 90, 140
"""How many signs a title and a sentence have at most."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What lines are made with."""

    plain: Plain
    words: Words
    today: date
    names_people: bool
    """Whether lists say whose an entry is."""
    link: Callable[[str], str]
    """The address of the page at a uri, else the uri."""

    def entry(self, entry_id: EntryId) -> Entry:
        """An entry that the audience may see."""
        return self.plain.portfolio.entries[entry_id]

    def title(self, entry_id: EntryId) -> str:
        """What an entry is called."""
        return shortened(harmless_line(self.entry(entry_id).title), _TITLE)

    def person(self, entry: Entry) -> str:
        """Whose an entry is: the name, "not shared", or empty where lists name nobody and for what is nobody's."""
        if not self.names_people or entry.id not in self.plain.portfolio.persons:
            return ""
        person = self.plain.portfolio.person_of(entry)
        return self.title(person.id) if person is not None else self.plain.not_shared


def entry_line(telling: Telling, entry: Entry, *, gist: bool = True, beginning: bool = False, group: str = "") -> Line:
    """An entry: what kind, when, and what it says about what changes, or else how it begins."""
    day = telling.words.date(entry.date) if entry.date is not None else ""
    said = gist_of(telling.plain, telling.words, entry) if gist else ""
    said = said or (telling.plain.beginning(entry) if beginning else "")
    about = ", ".join(filter(None, (kind_words(telling.words, entry), day)))
    return _line(telling, entry, about=about, below=said, group=group)


def goal_line(telling: Telling, goal: GoalFigures) -> Line:
    """A goal: how far it is, when it is due, and whether it stands still."""
    words, entry = telling.words, telling.entry(goal.goal)
    assert isinstance(entry.fields, GoalFields)
    said = [words.percent(entry.fields.progress)] if entry.fields.progress is not None else []
    if entry.fields.status == "done":
        said = [words.gettext("done")]
    elif goal.is_overdue and goal.days_left is not None:
        said.append(words.ngettext("Overdue by %(num)s day", "Overdue by %(num)s days", -goal.days_left))
    elif entry.fields.due is not None:
        said.append(words.gettext("due %(day)s", day=words.day(entry.fields.due)))
    if goal.is_without_movement and goal.last_moved is not None:
        days = (telling.today - goal.last_moved).days
        said.append(words.ngettext("No entry for %(num)s day", "No entry for %(num)s days", days))
    elif goal.is_without_movement:
        said.append(words.gettext("No entry yet"))
    return _line(telling, entry, about=" · ".join(said))


def look_line(telling: Telling, due: Due) -> Line:
    """An entry that waits for a second look."""
    entry = telling.entry(due.entry)
    words, day = telling.words, telling.words.day(due.since)
    if due.since > telling.today:
        return _line(telling, entry, about=words.gettext("second look on %(day)s", day=day))
    step = entry.fields.next_action if isinstance(entry.fields, ReflectionFields) and due.days else None
    text = telling.plain.field(entry, step, ("next_action",))
    below = words.gettext("Did it change anything? %(step)s", step=text) if text else ""
    return _line(telling, entry, about=words.gettext("second look since %(day)s", day=day), below=below)


def promise_line(
    telling: Telling, checkin: EntryId, index: int, by: date | None, state: str, *, you: EntryId | None
) -> Line:
    """Something that was agreed: who, what and by when. `state` is "open", "overdue" or "done", `you` who reads it."""
    words, entry, what = telling.words, telling.entry(checkin), promised(telling, checkin, index)
    who = _promised_by(telling, entry, index, you)
    said = [words.gettext("by %(day)s", day=words.day(by))] if by is not None else []
    said += [words.gettext("overdue")] if state == "overdue" else []
    said += [words.gettext("done")] if state == "done" else []
    text = shortened(f"{who}: {what}" if who else what, _SENTENCE)
    return Line(text, ", ".join(said), entry=entry.id, link=telling.link(entry.uri))


def promised(telling: Telling, checkin: EntryId, index: int) -> str:
    """What was promised."""
    entry = telling.entry(checkin)
    assert isinstance(entry.fields, CheckinFields)
    what = telling.plain.field(entry, entry.fields.agreed[index].what, ("agreed", index, "what"))
    return shortened(what, _SENTENCE)


def question_line(telling: Telling, asked: Asked) -> Line:
    """Something that somebody asks, and where."""
    entry = telling.entry(asked.entry)
    ask = telling.plain.field(entry, entry.common.questions[asked.index].ask, ("questions", asked.index, "ask"))
    return Line(shortened(ask, _SENTENCE), telling.title(entry.id), entry=entry.id, link=telling.link(entry.uri))


def offer_line(telling: Telling, competency: EntryId, people: tuple[EntryId, ...]) -> Line:
    """A competency, and who offers help with it."""
    names = telling.words.joined(telling.title(person) for person in people)
    entry = telling.entry(competency)
    return Line(f"{telling.title(competency)}: {names}", entry=entry.id, link=telling.link(entry.uri))


def reached_line(telling: Telling, goal: Entry) -> Line:
    """A goal that somebody has reached."""
    person = telling.person(goal)
    return Line(telling.title(goal.id), person, entry=goal.id, link=telling.link(goal.uri))


def _line(telling: Telling, entry: Entry, *, about: str = "", below: str = "", group: str = "") -> Line:
    return Line(
        text=telling.title(entry.id),
        about=capitalised(about),
        below=shortened(below, _SENTENCE),
        entry=entry.id,
        link=telling.link(entry.uri),
        group=group,
    )


def _promised_by(telling: Telling, checkin: Entry, index: int, you: EntryId | None) -> str:
    place = ("agreed", index, "who")
    found = (one for one in telling.plain.links.in_field(checkin.id, "agreed") if one.mention.at == place)
    return next((_name(telling, one, you) for one in found), "")


def _name(telling: Telling, named: Named, you: EntryId | None) -> str:
    match named.target:
        case ToEntry(id=entry_id) if entry_id == you:
            return telling.words.gettext("You")
        case ToEntry(id=entry_id):
            return telling.title(entry_id)
        case NotShared():
            return telling.plain.not_shared
        case _:
            return shortened(harmless_line(named.mention.target), _TITLE)
