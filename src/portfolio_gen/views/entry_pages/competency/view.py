"""All that stands on the page of a competency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages.competency.growth import Growth, growth
from portfolio_gen.views.entry_pages.competency.levels import LevelText, claimed_level, level_texts, roles_by_level
from portfolio_gen.views.entry_pages.competency.naming import (
    MOST,
    Listed,
    Section,
    claiming_row,
    listed,
    more_link,
    naming,
    sections,
)
from portfolio_gen.views.parts.activity_rows import ActivityRow, activity_rows
from portfolio_gen.views.parts.goal_rows import GoalRow, goal_rows
from portfolio_gen.views.parts.goal_state import STATUS_WORDS
from portfolio_gen.views.parts.person_rows import people_in_order


@dataclass(frozen=True, slots=True)
class CompetencyView:
    """What stands below the text of a competency."""

    is_about_one: bool
    """Whether the site is of one person."""
    levels: tuple[LevelText, ...]
    """From the lowest to the highest."""
    evidence: Listed
    """The evidence that claims none of the levels."""
    growth: tuple[Growth, ...]
    working: tuple[GoalRow, ...]
    """Active goals that aim at it, by due date."""
    more_working: str
    """A link to the journal if there are more; empty if there aren't."""
    other_goals: Listed
    """Goals that nobody works on now."""
    helpers: tuple[str, ...]
    """Who offers help with it, as links, by name, who leads first; empty where lists name nobody."""
    activities: tuple[ActivityRow, ...]
    """Those not yet logged first."""
    sections: tuple[Section, ...]
    related: tuple[str, ...]
    """Competencies that are close to it, as links, by title."""
    roles: tuple[str, ...]
    """Roles that ask for it at a level that it doesn't describe, as links, by title."""
    replaces: tuple[str, ...]
    """Competencies whose place it has taken, as links, by title."""


def competency_view(context: Context, entry: Entry) -> CompetencyView:
    """The levels of a competency with everything that names it."""
    by_kind: defaultdict[str, list[Entry]] = defaultdict(list)
    for source in newest_first(naming(context, entry)):
        by_kind[source.kind_name].append(source)
    levels = level_texts(context, entry, by_kind["evidence"])
    known = range(1, len(levels) + 1)
    unclaimed = [one for one in by_kind["evidence"] if claimed_level(context, one, entry) not in known]
    working = [goal for goal in by_kind["goal"] if _status(goal) == "active"]
    people = tuple(context.index.claims)
    return CompetencyView(
        is_about_one=len(people) == 1,
        levels=levels,
        evidence=listed(context, entry, unclaimed, "evidence"),
        growth=growth(context, entry),
        working=_working(context, entry, working),
        more_working=more_link(context, entry, len(working) - MOST, "goal"),
        other_goals=_other_goals(context, entry, [goal for goal in by_kind["goal"] if _status(goal) != "active"]),
        helpers=_helpers(context, entry),
        activities=activity_rows(
            context, by_kind["activity"], entry.uri, by=context.reader_id or (people[0] if len(people) == 1 else None)
        ),
        sections=sections(context, entry, by_kind),
        related=_related(context, entry),
        roles=_links(context, entry, roles_by_level(context, entry).get(0, ())),
        replaces=_links(context, entry, _pointing(context, entry, "replaced_by")),
    )


def replaced_view(context: Context, entry: Entry) -> str:
    """The competency that has taken the place of one, as a link; empty if it is still in use."""
    named = context.links.in_field(entry.id, "replaced_by")
    return context.target(named[0].target, entry.uri) if named else ""


def _status(goal: Entry) -> str:
    assert isinstance(goal.fields, GoalFields)
    return goal.fields.status


def _working(context: Context, competency: Entry, goals: Iterable[Entry]) -> tuple[GoalRow, ...]:
    """Active goals in lines: what each aims at is the level here, and how it goes is for the goal's own page."""
    levels = {context.entry_link(goal.id, competency.uri): claiming_row(context, goal, competency) for goal in goals}
    rows = goal_rows(context, goals, competency.uri)[:MOST]
    return tuple(replace(row, aims=escaped(levels[row.link].level), notices=()) for row in rows)


def _other_goals(context: Context, competency: Entry, goals: Iterable[Entry]) -> Listed:
    found = tuple(goals)
    statuses = [context.words.gettext(STATUS_WORDS[_status(goal)]) for goal in found[:MOST]]
    plain = listed(context, competency, found, "goal")
    rows = (replace(row, kind=status) for row, status in zip(plain.rows, statuses, strict=True))
    return replace(plain, rows=tuple(rows))


def _helpers(context: Context, competency: Entry) -> tuple[str, ...]:
    if not context.names_people:
        return ()
    offering = _pointing(context, competency, "helps_with")
    persons = people_in_order(context, (person for person in context.index.claims if person in offering))
    return tuple(context.entry_link(person, competency.uri) for person in persons)


def _related(context: Context, competency: Entry) -> tuple[str, ...]:
    """Those that it names and those that name it."""
    named = (one.target for one in context.links.in_field(competency.id, "related"))
    own = {target.id for target in named if isinstance(target, ToEntry)}
    return _links(context, competency, {*own, *_pointing(context, competency, "related")} - {competency.id})


def _pointing(context: Context, competency: Entry, field: str) -> frozenset[EntryId]:
    references = context.links.backlinks.get(competency.id, ())
    return frozenset(reference.source for reference in references if reference.field == field)


def _links(context: Context, competency: Entry, entries: Iterable[EntryId]) -> tuple[str, ...]:
    found = sorted(map(context.entry, entries), key=lambda one: (one.title.casefold(), one.id))
    return tuple(context.entry_link(one.id, competency.uri) for one in found)
