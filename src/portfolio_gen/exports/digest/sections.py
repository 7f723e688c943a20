"""What is told to whom, in parts."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from portfolio_gen.exports.digest.document import Line, Part, Section
from portfolio_gen.exports.digest.lines import (
    Telling,
    entry_line,
    goal_line,
    look_line,
    offer_line,
    promise_line,
    question_line,
    reached_line,
)
from portfolio_gen.figures.digest import OwnNews, SharedNews
from portfolio_gen.figures.since import Since
from portfolio_gen.model.entry import EntryId

_OFFERS = 4
"""How many competencies are named with which somebody offers help."""


def own_section(telling: Telling, news: OwnNews) -> Section:
    """What a person is told of themselves."""
    words = telling.words
    due = (
        *(goal_line(telling, one) for one in news.goals),
        *(
            promise_line(
                telling,
                one.checkin,
                one.index,
                one.by,
                "overdue" if one.is_overdue else "open",
                you=news.status.person,
            )
            for one in news.promises
        ),
        *(look_line(telling, one) for one in news.looks),
    )
    return _section(
        Part("due", words.gettext("What is due"), due),
        Part("new", words.gettext("New entries"), tuple(entry_line(telling, one) for one in news.since.new)),
        # What is due and stands still as well is told above.
        *_goals(telling, news.since, {one.goal for one in news.goals}),
    )


def mentor_section(telling: Telling, since: Since) -> Section:
    """What a mentor is told of somebody."""
    words = telling.words
    section = _section(
        Part("questions", words.gettext("Questions to you"), tuple(question_line(telling, q) for q in since.questions)),
        Part(
            "promises",
            words.gettext("What you agreed"),
            tuple(
                promise_line(telling, one.checkin, one.index, one.by, one.state, you=since.reader)
                for one in since.promises
            ),
        ),
        Part("new", words.gettext("New entries"), tuple(entry_line(telling, one) for one in since.new)),
        *_goals(telling, since),
    )
    return Section(telling.title(since.person), section.parts, since.person)


def shared_section(telling: Telling, news: SharedNews) -> Section:
    """What everybody is told of everybody. There are no numbers about anybody, and nothing about who is silent."""
    words = telling.words
    offers = news.offers[:_OFFERS] if telling.names_people else ()
    return _section(
        Part(
            "shared",
            words.gettext("Shared"),
            tuple(entry_line(telling, one, gist=False, group=telling.person(one)) for one in news.shared),
        ),
        Part("lessons", words.gettext("Lessons"), tuple(_lessons(telling, news))),
        Part("reached", words.gettext("Goals reached"), tuple(reached_line(telling, one) for one in news.reached)),
        Part("offers", words.gettext("Who can help with it"), tuple(offer_line(telling, *offer) for offer in offers)),
    )


def _lessons(telling: Telling, news: SharedNews) -> Iterable[Line]:
    """What they teach; the titles stand above already, so an entry that says nothing more is left out."""
    lines = (entry_line(telling, one, beginning=True) for one in news.lessons)
    return (Line(line.text, below=line.below, entry=line.entry, link=line.link) for line in lines if line.below)


def _goals(telling: Telling, since: Since, told: Collection[EntryId] = ()) -> tuple[Part, Part]:
    moved = tuple(goal_line(telling, one) for one in since.moved)
    known = {*told, *(one.goal for one in since.moved)}
    still = tuple(goal_line(telling, one) for one in since.still if one.goal not in known)
    words = telling.words
    return (
        Part("moved", words.gettext("Goals that moved"), moved),
        Part("still", words.gettext("Goals that stand still"), still),
    )


def _section(*parts: Part) -> Section:
    return Section("", tuple(part for part in parts if part.lines))
