"""The radar of a person's competencies."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio_gen.charts.radar import Series, radar
from portfolio_gen.figures.profile import Standing
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.views.context import Context

MOST = 8
"""How many competencies the radar shows; the table has all."""


def profile_picture(context: Context, standings: Sequence[Standing], person: Entry) -> str:
    """The target of the role, the evidence, the person's own view and that of others; empty without ratings.

    What has a level comes before what has none, what the role asks for before the rest. Who rates besides the person
    is one line, with the newest of their ratings: the table keeps them apart.
    """
    rated = [one for one in standings if one.target is not None or _has_level(one)]
    first = sorted(rated, key=lambda one: (not _has_level(one), one.target is None))[:MOST]
    found = [one for one in rated if one in first]
    if not any(map(_has_level, found)):
        return ""
    words = context.words
    series = (
        Series(words.gettext("Target of the role"), "pf-target", [one.target for one in found]),
        Series(words.gettext("Shown by evidence"), "pf-evidence", [one.shown for one in found]),
        Series(words.gettext("Self-rated"), "pf-self", [_level_by(one, "self") for one in found]),
        Series(words.gettext("Rated by others"), "pf-mentor", [_by_others(one) for one in found]),
    )
    return radar(
        [context.entry(one.competency).title for one in found],
        series,
        max(_levels(context.entry(one.competency), one) for one in found),
        words.gettext("Competencies of %(name)s", name=person.title),
        words.gettext("Levels by who says so. The table below has the same figures, with dates."),
    )


def _has_level(standing: Standing) -> bool:
    return any(rating.level is not None for rating in standing.ratings.values())


def _level_by(standing: Standing, rater: str) -> int | None:
    return standing.ratings[rater].level if rater in standing.ratings else None


def _by_others(standing: Standing) -> int | None:
    """The newest level by mentor, peer or credential."""
    found = [
        rating
        for rater, rating in standing.ratings.items()
        if rater not in ("evidence", "self") and rating.level is not None
    ]
    newest = max(found, key=lambda rating: rating.date.first.toordinal() if rating.date else 0, default=None)
    return newest.level if newest is not None else None


def _levels(competency: Entry, standing: Standing) -> int:
    """How many levels a competency has, or at least the highest that is named."""
    assert isinstance(competency.fields, CompetencyFields)
    named = [rating.level or 0 for rating in standing.ratings.values()]
    return max(len(competency.fields.levels), standing.target or 0, *named, 1)
