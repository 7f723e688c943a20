"""How goals, competencies and entries hang together: a picture, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portfolio_gen.charts.labels import shown
from portfolio_gen.charts.network import Mark, Row, network
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.kind_names import kind_class, plurals_by_class
from portfolio_gen.views.parts.map_contents import MapContents, map_contents
from portfolio_gen.wording.kinds import kind_words


@dataclass(frozen=True, slots=True)
class MapLine:
    """One entry in the list."""

    css: str
    """Classes by which style sheets and the script know it."""
    link: str
    about: tuple[str, ...]
    """What kind of entry it is, and whose if there are several people; Markdown."""


@dataclass(frozen=True, slots=True)
class MapSection:
    """A goal or a competency in the list, and what belongs to it."""

    line: MapLine
    aims: tuple[MapLine, ...]
    """Of a competency the goals that aim at it, of a goal the competencies at which it aims."""
    entries: tuple[MapLine, ...]
    """Those that name it, the newest first."""
    has_more: bool
    """Whether there are further ones."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the script can leave out: HTML."""

    css: str
    words: str


@dataclass(frozen=True, slots=True)
class MapView:
    """The whole map."""

    picture: str
    """Empty if nothing hangs together yet."""
    is_without_entries: bool
    """Whether there are too many entries for the picture."""
    is_cut: bool
    """Whether there are more goals or competencies than the map has."""
    kinds: tuple[Choice, ...]
    people: tuple[Choice, ...]
    """Empty if all is one person's, or lists name nobody."""
    competencies: tuple[MapSection, ...]
    goals: tuple[MapSection, ...]
    unnamed: tuple[str, ...]
    """Competencies that nothing names yet, as links."""


def map_view(context: Context, at: str) -> MapView:
    """Goals, the competencies at which they aim, and the entries that name either."""
    found = map_contents(context)
    aimed_by = {
        one.id: [goal.id for goal in found.goals if one.id in found.aims[goal.id]] for one in found.competencies
    }
    return MapView(
        picture=_picture(context, found),
        is_without_entries=found.is_without_entries,
        is_cut=found.is_cut,
        kinds=_kinds(context, found),
        people=tuple(Choice(found.tokens[one], shown(context.entry(one).title)) for one in found.people),
        competencies=tuple(_section(context, one, found, at, aimed_by[one.id]) for one in found.competencies),
        goals=tuple(_section(context, goal, found, at, found.aims[goal.id]) for goal in found.goals),
        unnamed=tuple(context.entry_link(one.id, at) for one in found.unnamed),
    )


def _picture(context: Context, found: MapContents) -> str:
    words = context.words
    return network(
        _groups(context, found),
        [_row(context, one, found) for one in found.competencies],
        [(found.tokens[goal], found.tokens[one]) for goal, aims in found.aims.items() for one in aims],
        plurals_by_class(words),
        words.gettext("How goals, competencies and entries hang together"),
        words.gettext("The lists on this page say the same in words."),
    )


def _groups(context: Context, found: MapContents) -> list[Sequence[Row]]:
    """Goals below the names of their people; goals of nobody who is named come last."""
    owners = {goal.id: context.portfolio.persons.get(goal.id) for goal in found.goals}
    groups: list[Sequence[Row]] = []
    for person in found.people:
        own = [_row(context, goal, found) for goal in found.goals if owners[goal.id] == person]
        if own:
            groups.append([Row(context.entry(person).title, "", (found.tokens[person],)), *own])
    groups.append([_row(context, goal, found) for goal in found.goals if owners[goal.id] not in found.people])
    return groups


def _row(context: Context, entry: Entry, found: MapContents) -> Row:
    entries = () if found.is_without_entries else found.sources[entry.id]
    marks = tuple(Mark(one.title, kind_class(one.kind_name), _tokens(context, one, found)) for one in entries)
    return Row(entry.title, kind_class(entry.kind_name), _tokens(context, entry, found), marks)


def _tokens(context: Context, entry: Entry, found: MapContents) -> tuple[str, ...]:
    return found.tokens_of(entry, context.portfolio.persons.get(entry.id))


def _kinds(context: Context, found: MapContents) -> tuple[Choice, ...]:
    """The kinds of entry on the map, but for competencies: without them it would be no map."""
    entries = (entry for entries in found.sources.values() for entry in entries)
    present = {kind_class(entry.kind_name) for entry in (*found.goals, *entries)}
    names = plurals_by_class(context.words)
    return tuple(Choice(css, shown(words)) for css, words in names.items() if css in present)


def _section(context: Context, entry: Entry, found: MapContents, at: str, aims: Iterable[EntryId]) -> MapSection:
    return MapSection(
        _line(context, entry, found, at, ""),
        tuple(_line(context, one, found, at, kind_words(context.words, one)) for one in map(context.entry, aims)),
        tuple(_line(context, one, found, at, kind_words(context.words, one)) for one in found.sources[entry.id]),
        has_more=entry.id in found.further,
    )


def _line(context: Context, entry: Entry, found: MapContents, at: str, kind: str) -> MapLine:
    css = " ".join(("pf-on", kind_class(entry.kind_name), *_tokens(context, entry, found)))
    person = context.portfolio.persons.get(entry.id)
    name = escaped(context.entry(person).title) if person is not None and person in found.people else ""
    return MapLine(css, context.entry_link(entry.id, at), tuple(part for part in (kind, name) if part))
