"""Where a person stands in each competency, by who says so, as a picture and as a table."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.figures.claims import OTHERS
from portfolio_gen.figures.profile import Rating, Standing, profile_of
from portfolio_gen.markdown.writing import escaped, link_to
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages.person.profile_picture import profile_picture
from portfolio_gen.views.parts.evidence_marks import evidence_notes, short_date, strength_picture
from portfolio_gen.views.parts.standing_marks import RATER_WORDS


@dataclass(frozen=True, slots=True)
class Level:
    """What one kind of rater says, for a cell of the table."""

    rater: str
    """Who, if several stand in one column; else empty."""
    number: str
    """Empty if none of the entries names a level."""
    name: str
    """Markdown; empty for a level without a name."""
    date: str
    """When, as a link to the entry that decides; empty without a date."""
    entries: str
    """How many entries stand behind it, in words."""


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One competency."""

    link: str
    shown: Level | None
    self_rated: Level | None
    others: tuple[Level, ...]
    target: Level | None
    target_words: str
    """Whether the target is met; empty without one."""
    is_met: bool
    strength: str
    """A picture on one line that says in words what it shows; empty without evidence."""
    forms: str
    """The forms that the evidence has; how much of it there is, and how new, stands in other columns."""
    notes: tuple[str, ...]
    """"thin", "stale", "untouched", "replaced": in words."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A person's competencies."""

    picture: str
    """A radar; empty if there are too few or too many competencies for one."""
    rows: tuple[ProfileRow, ...]
    """Those of the role in its order, then the others by title; what is only named in entries is left out."""
    only_named: str
    """Links to the competencies that entries name without a level; empty if there are none."""
    has_self: bool
    has_others: bool
    has_targets: bool


def profile_panel(context: Context, person: Entry, at: str) -> Profile | None:
    """The profile of a person, for the page at a uri; None if no competency concerns them."""
    standings = profile_of(person.id, context.portfolio, context.links, context.today, context.index)
    if not standings:
        return None
    rows = tuple(_row(context, standing, at) for standing in standings if _says_something(standing))
    others = [context.entry_link(one.competency, at) for one in standings if not _says_something(one)]
    return Profile(
        picture=profile_picture(context, standings, person),
        rows=rows,
        only_named=context.words.joined(others),
        has_self=any(row.self_rated for row in rows),
        has_others=any(row.others for row in rows),
        has_targets=any(row.target for row in rows),
    )


def _says_something(standing: Standing) -> bool:
    """Whether there is more to a competency than that entries name it: a target, a goal that aims at it, a rating."""
    return standing.target is not None or standing.is_untouched or bool(standing.ratings)


def _row(context: Context, standing: Standing, at: str) -> ProfileRow:
    competency, words = context.entry(standing.competency), context.words
    ratings = {rater: _level(context, competency, rater, rating, at) for rater, rating in standing.ratings.items()}
    met = {None: "", True: words.gettext("met"), False: words.gettext("not met yet")}
    target = Level("", str(standing.target), _level_name(competency, standing.target), "", "")
    return ProfileRow(
        link=context.entry_link(competency.id, at),
        shown=ratings.get("evidence"),
        self_rated=ratings.get("self"),
        others=tuple(ratings[rater] for rater in OTHERS if rater in ratings),
        target=target if standing.target is not None else None,
        target_words=met[standing.is_met],
        is_met=standing.is_met is True,
        strength=strength_picture(context, standing),
        forms=escaped(words.joined(standing.strength.forms)),
        notes=tuple(words.gettext(note) for note in evidence_notes(standing)),
    )


def _level(context: Context, competency: Entry, rater: str, rating: Rating, at: str) -> Level:
    return Level(
        rater=context.words.gettext(RATER_WORDS[rater]) if rater in OTHERS else "",
        number=str(rating.level) if rating.level is not None else "",
        name=_level_name(competency, rating.level),
        date=_dated(context, rating, at),
        entries=context.words.ngettext("%(num)s entry", "%(num)s entries", rating.entries),
    )


def _level_name(competency: Entry, level: int | None) -> str:
    assert isinstance(competency.fields, CompetencyFields)
    levels = competency.fields.levels
    return escaped(levels[level - 1].name) if level is not None and level <= len(levels) else ""


def _dated(context: Context, rating: Rating, at: str) -> str:
    if rating.date is None or rating.entry is None:
        return ""
    return link_to(short_date(context, rating.date), context.entry(rating.entry).uri, at)
