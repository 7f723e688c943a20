"""What a new check-in holds already: the agenda, and what is still open between both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from portfolio_gen.build.context import context_of
from portfolio_gen.build.linked import Linked, linked_portfolio
from portfolio_gen.build.own import own_portfolio
from portfolio_gen.build.status import shortest_name
from portfolio_gen.figures.agenda import Agenda, agenda_for
from portfolio_gen.figures.people import entries_in, people_of
from portfolio_gen.figures.promises import Agreed, agreed_between, agreed_with
from portfolio_gen.figures.since import since_last_met
from portfolio_gen.linking.nearest import in_words
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.kinds.checkin import CheckinFields
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.agenda_rows import point_words
from portfolio_gen.views.parts.agreed_rows import agreed_row
from portfolio_gen.views.places import places_of

PARTS = ("Goal", "Reality", "Options", "What I will do")
"""The headings of the template for check-ins, in the order of GROW."""
_TICKS = "<!-- A tick here is a note. 'portfolio status' says how to mark a promise as done where it was made. -->"


@dataclass(frozen=True, slots=True)
class Meeting:
    """People who are about to meet."""

    others: tuple[str, ...]
    """With whom: the shortest names of persons, and words as they were given."""
    called: tuple[str, ...]
    """What they are called in a title."""
    points: tuple[tuple[str, tuple[str, ...]], ...]
    """By heading: lines of Markdown for the new check-in. A heading without a line is left out."""
    doubts: tuple[str, ...]
    """What may be misspelt, in sentences."""


@dataclass(frozen=True, slots=True)
class _Party:
    """Somebody with whom the writer meets."""

    words: str
    """As given."""
    person: EntryId | None
    """None if it is nobody of the portfolio."""


def meeting_of(
    tree: Tree,
    settings: Settings,
    excluded: Iterable[str] = (),
    *,
    person: str | None,
    names: Sequence[str],
    audience: Audience,
    at: str,
) -> Meeting:
    """What to talk about in a check-in of a person with others, for the source at a uri.

    The agenda is made of what the first of the others may see, since both will read it, or of what the audience may
    see if that is wider. Of a mentor with a mentee it is about the mentee. What is open between them is that of all
    check-ins that the writer may see as long as nobody else reads this one.

    Raises:
        NoSuchPersonError: it can't be told whose check-in it is.
        SettingsError: the list of names can't be right.
    """
    writer, own = own_portfolio(tree, settings, person, excluded)
    parties = tuple(_party(name.strip(), writer, own) for name in names)
    known = next((one.person for one in parties if one.person is not None), None)
    is_mentor = known is not None and writer in entries_in(known, "mentors", own.links)
    about, reader = (known, writer) if is_mentor and known is not None else (writer, known)
    # Who reads a mentor's check-in for mentors are the mentor's own mentors.
    is_for_both = audience is Audience.ME or (audience is Audience.MENTOR and not is_mentor)
    seen = _seen_by(reader if is_for_both else None, audience, tree, settings, excluded)
    mine = seen
    if audience is Audience.ME and reader != writer:
        # Where there is nobody else, nothing is anybody else's.
        is_alone = len(people_of(own.portfolio)) < 2
        mine = own if is_alone else _seen_by(writer, audience, tree, settings, excluded)
    open_ones = _open_ones(parties, writer, _context(mine, settings), at)
    return Meeting(
        others=tuple(shortest_name(one.person, own) if one.person is not None else one.words for one in parties),
        called=tuple(_called(one, mine) for one in parties),
        points=tuple(_points(about, reader, parties, open_ones, _context(seen, settings), at)),
        doubts=tuple(filter(None, (_doubt(one, own) for one in parties))),
    )


def _seen_by(
    reader: EntryId | None, audience: Audience, tree: Tree, settings: Settings, excluded: Iterable[str]
) -> Linked:
    """What the team may see, and a reader; or an audience that is wider than the team."""
    wide = replace(settings, audience=max(audience, Audience.TEAM), reader=reader or "")
    return linked_portfolio(tree, wide, excluded)


def _context(linked: Linked, settings: Settings) -> Context:
    return context_of(linked, settings, places_of(linked.portfolio, has_reader=linked.reader is not None))


def _party(name: str, writer: EntryId, own: Linked) -> _Party:
    found = own.resolver.names.meant_by(name, ("person",))
    return _Party(name, found[0] if len(found) == 1 and found[0] != writer else None)


def _called(party: _Party, seen: Linked) -> str:
    entry = seen.portfolio.entries.get(party.person) if party.person is not None else None
    return entry.title if entry is not None else party.words


def _doubt(party: _Party, own: Linked) -> str:
    if party.person is not None or " " in party.words:
        return ""  # Nobody misspells a person as "my manager".
    near = in_words(own.resolver.nearest(party.words, ("person",)))
    return f"nobody here is called '{party.words}', so these are words; {near}" if near else ""


def _points(
    about: EntryId,
    reader: EntryId | None,
    parties: Sequence[_Party],
    open_ones: Sequence[str],
    context: Context,
    at: str,
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lines below each heading that has any."""
    portfolio, links, today, index = context.portfolio, context.links, context.today, context.index
    agenda = Agenda((), (), (), ())
    if about in people_of(portfolio):
        start = None if reader is not None else _last_met(parties, about, context)
        since = since_last_met(about, reader, portfolio, links, today, index, start)
        agenda = agenda_for(replace(since, promises=()), portfolio, links, today, index)
    parts = (agenda.goal, agenda.reality, agenda.options, agenda.will)
    lines = [tuple(f"- {point_words(context, point, at)}" for point in points) for points in parts]
    lines[-1] = (*open_ones, *lines[-1])
    yield from ((heading, found) for heading, found in zip(PARTS, lines, strict=True) if found)


def _open_ones(parties: Sequence[_Party], writer: EntryId, context: Context, at: str) -> tuple[str, ...]:
    """What is open between the writer and the others, with boxes to tick, and what a tick means."""
    found = dict.fromkeys(one for party in parties for one in _open_with(party, writer, context))
    boxes = tuple(_promise(context, one, at) for one in found)
    return (_TICKS, "", *boxes) if boxes else ()


def _open_with(party: _Party, writer: EntryId, context: Context) -> Iterator[Agreed]:
    """What is open between the writer and somebody else."""
    portfolio, links, today, index = context.portfolio, context.links, context.today, context.index
    found = (
        agreed_between(writer, party.person, portfolio, links, today, index)
        if party.person is not None
        else agreed_with(writer, party.words, portfolio, links, today, index)
    )
    return (one for one in found if one.state != "done")


def _last_met(parties: Sequence[_Party], writer: EntryId, context: Context) -> date | None:
    """The day of the writer's newest check-in before today with one of these words; None without one."""
    called = {party.words.casefold() for party in parties}
    days = (
        one.date.first
        for one in context.index.entries.get(writer, ())
        if isinstance(one.fields, CheckinFields) and one.date is not None
        and not called.isdisjoint(name.casefold() for name in one.fields.with_)
    )  # fmt: skip
    return max((day for day in days if day < context.today), default=None)


def _promise(context: Context, one: Agreed, at: str) -> str:
    """What is open, with a box to tick."""
    row = agreed_row(context, one, at)
    by = context.words.gettext("by %(day)s", day=row.by) if row.by else ""
    said = f"{row.who}: {row.what}" if row.who else row.what
    return f"- [ ] {said} ({', '.join(part for part in (by, row.link) if part)})"
