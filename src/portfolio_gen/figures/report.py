"""What one person has shown in a time, for an appraisal or a professional body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from portfolio_gen.figures.endorsement import is_by_others
from portfolio_gen.figures.goals import GoalFigures, goal_figures, goals_of
from portfolio_gen.figures.index import Index, entries_of, index_of
from portfolio_gen.figures.learnt import Hours, changes_of, hours_of, mix_of
from portfolio_gen.figures.profile import Standing
from portfolio_gen.figures.shown import Rated, Shown, rated, shown_by_competency
from portfolio_gen.figures.wanted import wanted_until
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.portfolio import Portfolio, newest_first


@dataclass(frozen=True, slots=True)
class Report:
    """What one person has shown in a time. Both days count; a partial date is its first day."""

    person: EntryId
    start: date
    end: date
    entries: tuple[Entry, ...]
    """The person's entries of the time, the newest first."""
    shown: tuple[Shown, ...]
    """By competency: those with the highest level first, then with the most evidence, then by title."""
    goals_reached: tuple[GoalFigures, ...]
    """Goals that are done, dated or referred to in the time, or due in it."""
    goals_moved: tuple[GoalFigures, ...]
    """Goals that are neither done nor dropped, to which entries of the time refer."""
    goals_dropped: tuple[GoalFigures, ...]
    """Goals that are dropped, to which entries of the time refer."""
    goals_open: tuple[GoalFigures, ...]
    """Other active goals."""
    feedback: tuple[Entry, ...]
    """What others said, the newest first."""
    ratings: tuple[Rated, ...]
    """Levels that others gave, the newest first."""
    self_ratings: tuple[Rated, ...]
    """Levels that the person gave themselves, the newest first."""
    hours: Hours
    mix: Mapping[str, int]
    """Reflections by how something was learnt, in the order of MODES; only those that say so."""
    changes: tuple[tuple[EntryId, int], ...]
    """Second looks of the time that found a change, the newest first: the entry, and the place in `followups`."""
    supported: tuple[Entry, ...]
    """Feedback that the person gave, the newest first."""
    gaps: tuple[Standing, ...]
    """Where the person stood on the last day in what the role asks for or a goal aims at, if no evidence of the time
    is about it; by title."""
    below: tuple[Standing, ...]
    """The same where evidence of the time is about it, and all until then shows less than the role asks for."""
    undated: int
    """How many entries have no date, and so are in no time. Goals are told by their state, so they need none."""


def report_of(
    person: EntryId, start: date, end: date, portfolio: Portfolio, links: Links, today: date, index: Index | None = None
) -> Report:
    """What a person has shown from one day to another."""
    index = index or index_of(portfolio, links)
    own = [entry for entry in entries_of(person, portfolio, index) if entry.kind.in_journal]
    within = newest_first(entry for entry in own if entry.date is not None and start <= entry.date.first <= end)
    ids = {entry.id for entry in within}
    claims = [claim for claim in index.claims.get(person, ()) if claim.entry in ids]
    shown = tuple(shown_by_competency(claims, portfolio))
    goals = [goal_figures(goal, portfolio, links, today) for goal in goals_of(person, portfolio, index)]
    reached = [goal for goal in goals if _is_reached(goal, ids, start, end, portfolio)]
    told = [goal for goal in goals if ids & {*goal.story}]
    moved = [goal for goal in told if _status(goal, portfolio) not in ("done", "dropped")]
    rest = [goal for goal in goals if goal not in told and _status(goal, portfolio) == "active"]
    wanted = wanted_until(person, end, portfolio, links, index)
    shown_now = {claim.competency for claim in claims if claim.rater == "evidence"}
    return Report(
        person=person, start=start, end=end, entries=within, shown=shown,
        goals_reached=tuple(reached), goals_moved=tuple(moved), goals_open=tuple(rest),
        goals_dropped=tuple(goal for goal in told if _status(goal, portfolio) == "dropped"),
        feedback=tuple(one for one in within if is_by_others(one) and isinstance(one.fields, FeedbackFields)),
        ratings=tuple(rated(within, claims, is_own=False)),
        self_ratings=tuple(rated(within, claims, is_own=True)),
        hours=hours_of(within), mix=mix_of(within), changes=tuple(changes_of(own, start, end)),
        supported=tuple(one for one in within if isinstance(one.fields, FeedbackFields) and not is_by_others(one)),
        gaps=tuple(one for one in wanted if one.competency not in shown_now),
        below=tuple(one for one in wanted if one.competency in shown_now and one.is_met is False),
        undated=sum(entry.date is None and entry.kind_name != "goal" for entry in own),
    )  # fmt: skip


def _is_reached(goal: GoalFigures, within: set[EntryId], start: date, end: date, portfolio: Portfolio) -> bool:
    fields = portfolio.entries[goal.goal].fields
    assert isinstance(fields, GoalFields)
    is_due = fields.due is not None and start <= fields.due <= end
    return fields.status == "done" and (goal.goal in within or bool(within & {*goal.story}) or is_due)


def _status(goal: GoalFigures, portfolio: Portfolio) -> str:
    fields = portfolio.entries[goal.goal].fields
    assert isinstance(fields, GoalFields)
    return fields.status
