"""What a mentor reads before a conversation, as a document of one file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from portfolio_gen.answers.form import form_about
from portfolio_gen.answers.html_form import html_form
from portfolio_gen.build.closed_people import why_not_found
from portfolio_gen.build.context import context_of
from portfolio_gen.build.linked import Linked, linked_portfolio, told
from portfolio_gen.build.papering import Carried, audited_paper, carried_files, refuse_leaks
from portfolio_gen.figures.goals import goals_of
from portfolio_gen.figures.people import entries_in, people_of
from portfolio_gen.figures.since import Since, mentees_of, since_last_met
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import EntryId
from portfolio_gen.papers.html import html_of
from portfolio_gen.papers.paper import Paper, Sheet
from portfolio_gen.problems import PortfolioError, Problem, errors
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings, SettingsError
from portfolio_gen.views.context import Context
from portfolio_gen.views.pack import PackSheet, pack_sheets
from portfolio_gen.views.places import places_of
from portfolio_gen.wording.words import AUDIENCES


class PackError(PortfolioError):
    """It can't be told whose pack is meant, or for whom; the message has the names."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A document for one reader about one person."""

    html: str
    person: str
    """The name of the person."""
    reader: str
    """The name of the reader."""
    since: Since
    is_mentor: bool
    """Whether the person names the reader among their mentors, and so opens `mentor` entries to them."""
    left: tuple[str, ...]
    """Uris of files that it refers to and doesn't carry: too large together, or such as run."""
    problems: tuple[Problem, ...]
    """Errors in what was therefore left out, whoever would see it; sorted."""


def packed(
    tree: Tree,
    settings: Settings,
    excluded: Iterable[str] = (),
    *,
    reader: str,
    person: str = "",
    start: date | None = None,
    url: str = "",
    reply_to: str = "",
) -> Pack:
    """The pack of a person for a reader, since a day or since they last met.

    It holds what a site for the reader would: what the audience of the settings may see, at least the team's, and
    what the person opens to mentors. Without a `person` it is the reader's only mentee. With a `url` what is not in
    the document leads to that site. `reply_to` is the address to which answers go.

    Raises:
        PackError: there is no such reader or person, or there are several, or both are the same.
        LeakError: it would hold what the reader may not see.
    """
    settings = replace(settings, reader=reader, audience=max(settings.audience, Audience.TEAM), on_error="withhold")
    try:
        linked = linked_portfolio(tree, settings, excluded)
    except SettingsError:
        raise PackError(f"--for: {why_not_found(reader, tree, settings, excluded)}") from None
    assert linked.reader is not None
    try:
        meant = _person(person or settings.person, linked, linked.reader)
    except KeyError as error:
        raise PackError(f"--person: {why_not_found(str(error.args[0]), tree, settings, excluded)}") from None
    context = context_of(linked, settings, places_of(linked.portfolio, has_reader=True), tree=tree)
    since = since_last_met(
        meant, linked.reader, linked.portfolio, linked.links, settings.today, context.index, start=start
    )
    paper, carried = _paper(context, since, linked, tree, settings, url, reply_to)
    html = html_of(paper)
    refuse_leaks(audited_paper(html, linked, tree, settings))
    return Pack(
        html=html,
        person=context.entry(meant).title,
        reader=context.reader,
        since=since,
        is_mentor=linked.reader in entries_in(meant, "mentors", linked.links),
        left=carried.left,
        problems=told(errors((*linked.problems, *linked.elsewhere)), linked, settings),
    )


def _paper(
    context: Context, since: Since, linked: Linked, tree: Tree, settings: Settings, url: str, reply_to: str
) -> tuple[Paper, Carried]:
    sheets = pack_sheets(context, since)
    carried = carried_files([one.entry for one in sheets if one.entry is not None], linked, tree, settings)
    paper = Paper(
        title=sheets[0].title,
        language=context.words.language,
        note=note_of(context),
        sheets=tuple(Sheet(one.uri, one.title, one.text, is_summary=one.entry is None) for one in sheets),
        files=carried.files,
        form=_form(context, sheets, since, reply_to),
        url=url,
    )
    return paper, carried


def note_of(context: Context) -> str:
    """For whom a document was made, and when."""
    words = context.words
    audience = words.gettext(AUDIENCES[str(context.audience)])
    day = words.day(context.today)
    if context.reader:
        return words.gettext("Made for %(reader)s on %(day)s. Please don't pass it on.", reader=context.reader, day=day)
    return words.gettext("Made for %(audience)s on %(day)s.", audience=audience, day=day)


def _form(context: Context, sheets: tuple[PackSheet, ...], since: Since, reply_to: str) -> str:
    entries = [context.entry(one.entry) for one in sheets if one.entry is not None]
    own = [one for one in entries if context.portfolio.persons.get(one.id) == since.person]
    goals = goals_of(since.person, context.portfolio, context.index)
    form = form_about(since.person, own, context.portfolio, context.links, goals, reply_to)
    return html_form(form, context.words, is_open=True)


def _person(name: str, linked: Linked, reader: EntryId) -> EntryId:
    """The person who is meant; a KeyError with the name if the reader sees none who is called so."""
    people = [one for one in people_of(linked.portfolio) if one != reader]
    if name:
        meant = linked.resolver.names.meant_by(name, ("person",))
        if len(meant) == 1 and meant[0] in people:
            return meant[0]
        if meant == (reader,):
            raise PackError("a pack is for somebody else than the person whom it is about")
        raise KeyError(name)
    mentees = mentees_of(reader, linked.portfolio, linked.links)
    if len(mentees) == 1:
        return mentees[0]
    if mentees:
        raise PackError(f"several people name this mentor: {_listed(mentees)}; say whose with --person NAME")
    if not people:
        raise KeyError("")
    raise PackError(f"nobody names this mentor; say whose pack it is with --person NAME: {_listed(people)}")


def _listed(people: Sequence[EntryId]) -> str:
    more = f" and {len(people) - 8} more" if len(people) > 8 else ""
    return f"{', '.join(people[:8])}{more}"
