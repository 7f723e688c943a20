"""A role: what it asks for, what that looks like, and how far those who name it are."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.linking.links import Named
from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.anchors import anchor, level_mark
from portfolio_gen.views.parts.gap_rows import GapRow, gap_rows
from portfolio_gen.views.parts.person_rows import people_in_order

MOST = 12
"""Of how many persons the page shows the gaps; where more name the role, theirs stand on their own pages."""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One competency that the role asks for."""

    link: str
    level: str
    """As Markdown; empty if the competency isn't shared."""
    summary: str
    """What someone at this level does; empty if the competency doesn't say."""


@dataclass(frozen=True, slots=True)
class PersonGaps:
    """What one person has shown of what the role asks for."""

    link: str
    rows: tuple[GapRow, ...]
    """What most is missing of first; empty where only names stand."""


@dataclass(frozen=True, slots=True)
class RoleView:
    """What stands below the text of a role."""

    targets: tuple[TargetRow, ...]
    """In the order of its author."""
    persons: tuple[PersonGaps, ...]
    """Those who name the role, by name, who leads first; empty where lists name nobody."""
    is_about_one: bool
    """Whether the site is of one person."""


def role_view(context: Context, entry: Entry) -> RoleView:
    """The targets of a role, and the gaps of those who name it."""
    targets = tuple(_target(context, named, entry.uri) for named in context.links.in_field(entry.id, "targets"))
    return RoleView(targets, _persons(context, entry), len(context.index.claims) == 1)


def _persons(context: Context, role: Entry) -> tuple[PersonGaps, ...]:
    if not context.names_people:
        return ()
    naming = {one.source for one in context.links.backlinks.get(role.id, ()) if one.field == "role"}
    persons = people_in_order(context, (person for person in context.index.claims if person in naming))
    return tuple(
        PersonGaps(
            context.entry_link(person, role.uri),
            gap_rows(context, role.id, person, role.uri) if len(persons) <= MOST else (),
        )
        for person in persons
    )


def _target(context: Context, named: Named, at: str) -> TargetRow:
    competency = context.entry(named.target.id) if isinstance(named.target, ToEntry) else None
    return TargetRow(
        context.target(named.target, at),
        level_mark(competency, named.level) if competency is not None and named.level else "",
        anchor(context, competency, named.level, at) if competency is not None else "",
    )
