"""A person: what they work on, where they stand, and what to talk about."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.model.entry import Entry
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages.person.calendars import CalendarLinks, calendar_links
from portfolio_gen.views.entry_pages.person.feedback import Highlight, highlights
from portfolio_gen.views.entry_pages.person.glance import Tile, tiles
from portfolio_gen.views.entry_pages.person.goals import Goals, goals_panel
from portfolio_gen.views.entry_pages.person.own import is_for
from portfolio_gen.views.entry_pages.person.profile import Profile, profile_panel
from portfolio_gen.views.entry_pages.person.rhythm import Rhythm, rhythm_panel
from portfolio_gen.views.entry_pages.person.second_look import SecondLooks, second_looks
from portfolio_gen.views.entry_pages.person.talk import Talk, talk_panel
from portfolio_gen.views.parts.gap_rows import NextSteps, next_steps
from portfolio_gen.views.parts.rows import Row, rows

RECENT = 10
"""How many entries a person's page lists before it refers to the journal."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """What stands below the text of a person; a panel without content is empty or None."""

    is_own: bool
    """Whether the site is for this person alone."""
    tiles: tuple[Tile, ...]
    """A few numbers, for pages on which they don't stand above the text."""
    goals: Goals
    talk: Talk
    profile: Profile | None
    next_steps: NextSteps | None
    """What is missing of what the role asks for."""
    second_looks: SecondLooks | None
    """For the person alone."""
    rhythm: Rhythm | None
    """For the person alone."""
    calendars: CalendarLinks | None
    """For the person alone; None if the site holds none."""
    feedback: tuple[Highlight, ...]
    recent: tuple[Row, ...]
    """The newest first."""
    has_older: bool
    """Whether there are more; how many is for nobody else to know."""
    journal: str
    """A link to the journal."""
    is_empty: bool
    """Whether nothing of this person is here."""


def glance_view(context: Context, person: Entry) -> tuple[Tile, ...]:
    """What stands above the text of a person: where they stand in a few numbers."""
    return tiles(context, person, person.uri)


def person_view(context: Context, person: Entry, at: str | None = None) -> PersonView:
    """All panels about a person, for their own page or for another one at a uri."""
    at = person.uri if at is None else at
    own = newest_first(entry for entry in context.index.entries.get(person.id, ()) if entry.kind.in_journal)
    return PersonView(
        is_own=is_for(context, person),
        tiles=tiles(context, person, at),
        goals=goals_panel(context, person, at),
        talk=talk_panel(context, person, at),
        profile=profile_panel(context, person, at),
        next_steps=next_steps(context, person.id, at),
        second_looks=second_looks(context, person, at),
        rhythm=rhythm_panel(context, person),
        calendars=calendar_links(context, person, at),
        feedback=highlights(context, own, at),
        recent=rows(context, own[:RECENT], at, about=person.id),
        has_older=len(own) > RECENT,
        journal=context.overview_link("journal", context.words.gettext("journal"), at),
        is_empty=not own,
    )
