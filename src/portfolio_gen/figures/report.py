"""What one person has shown in a time, for an appraisal or a professional body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio_gen.figures.claims import Claimed
from portfolio_gen.figures.endorsement import is_by_others
from portfolio_gen.figures.goals import GoalFigures, goal_figures, goals_of
from portfolio_gen.figures.index import Index, entries_of, index_of
from portfolio_gen.figures.profile import profile_of
from portfolio_gen.figures.targets import aimed_at
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.assessment import AssessmentFields
from portfolio_gen.model.kinds.evidence import EvidenceFields
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.kinds.learning import LearningFields
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.model.portfolio import Portfolio, newest_first

MODES = ("experience", "others", "formal")
"""How something was learnt, in the order in which it is told. No share of any of them is a target."""
_RANKS = {"evidence": 0, "learning": 3, "reflection": 4}


@dataclass(frozen=True, slots=True)
class Shown:
    """One competency, and what stands behind it in the time."""

    competency: EntryId
    level: int | None
    """The highest that evidence of the time claims; None if none names one."""
    entries: tuple[EntryId, ...]
    """The strongest first; ratings of oneself are among `self_ratings`, and goals only aim."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A level that somebody gave in the time."""

    entry: EntryId
    competency: EntryId
    level: int | None


@dataclass(frozen=True, slots=True)
class Hours:
    """Time spent on learning, as far as it was written down."""

    total: float
    recorded: int
    """Entries with hours."""
    entries: int
    """Learning notes, with and without."""


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
    """Goals that are not done, to which entries of the time refer."""
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
    gaps: tuple[EntryId, ...]
    """Competencies that the role asks for or a goal aims at, of which no evidence is of the time; by title."""
    undated: int
    """How many entries have no date, and so are in no time."""


def report_of(
    person: EntryId, start: date, end: date, portfolio: Portfolio, links: Links, today: date, index: Index | None = None
) -> Report:
    """What a person has shown from one day to another."""
    index = index or index_of(portfolio, links)
    own = [entry for entry in entries_of(person, portfolio, index) if entry.kind.in_journal]
    within = newest_first(entry for entry in own if entry.date is not None and start <= entry.date.first <= end)
    ids = {entry.id for entry in within}
    claims = [claim for claim in index.claims.get(person, ()) if claim.entry in ids]
    shown = tuple(_shown(claims, portfolio))
    goals = [goal_figures(goal, portfolio, links, today) for goal in goals_of(person, portfolio, index)]
    reached = [goal for goal in goals if _is_reached(goal, ids, start, end, portfolio)]
    moved = [
        goal for goal in goals if goal not in reached and _status(goal, portfolio) != "done" and ids & {*goal.story}
    ]
    rest = [goal for goal in goals if goal not in (*reached, *moved) and _status(goal, portfolio) == "active"]
    return Report(
        person=person, start=start, end=end, entries=within, shown=shown,
        goals_reached=tuple(reached), goals_moved=tuple(moved), goals_open=tuple(rest),
        feedback=tuple(one for one in within if is_by_others(one) and isinstance(one.fields, FeedbackFields)),
        ratings=tuple(_rated(within, claims, is_own=False)),
        self_ratings=tuple(_rated(within, claims, is_own=True)),
        hours=_hours(within), mix=_mix(within), changes=tuple(_changes(own, start, end)),
        supported=tuple(one for one in within if isinstance(one.fields, FeedbackFields) and not is_by_others(one)),
        gaps=tuple(_gaps(person, claims, portfolio, links, today, index)),
        undated=sum(entry.date is None for entry in own),
    )  # fmt: skip


def strength(entry: Entry, level: int | None) -> tuple[int, int, bool, int, str]:
    """A key by which the strongest comes first.

    What claims a higher level, then evidence before ratings by others, feedback by others, learning, reflections and
    the rest, then what says what it changed, then what is newer.
    """
    if isinstance(entry.fields, AssessmentFields) and is_by_others(entry):
        rank = 1
    else:
        rank = 2 if is_by_others(entry) else _RANKS.get(entry.kind_name, 5)
    has_impact = isinstance(entry.fields, EvidenceFields) and bool(entry.fields.impact)
    day = entry.date.first.toordinal() if entry.date is not None else 0
    return -(level or 0), rank, not has_impact, -day, entry.uri


def _shown(claims: Iterable[Claimed], portfolio: Portfolio) -> list[Shown]:
    by_competency: defaultdict[EntryId, list[Claimed]] = defaultdict(list)
    for claim in claims:
        if claim.rater != "self":
            by_competency[claim.competency].append(claim)
    found: list[tuple[tuple[int, int, str, str], Shown]] = []
    for competency, own in by_competency.items():
        levels = [claim.level for claim in own if claim.rater == "evidence" and claim.level is not None]
        ordered = sorted(own, key=lambda claim: strength(portfolio.entries[claim.entry], claim.level))
        evidence = sum(claim.rater == "evidence" for claim in own)
        title = portfolio.entries[competency].title
        key = (-max(levels, default=0), -evidence, title.casefold(), competency)
        found.append((key, Shown(competency, max(levels, default=None), tuple(claim.entry for claim in ordered))))
    return [shown for _, shown in sorted(found, key=lambda one: one[0])]


def _rated(entries: Iterable[Entry], claims: Iterable[Claimed], *, is_own: bool) -> Iterator[Rated]:
    by_entry: defaultdict[EntryId, list[Claimed]] = defaultdict(list)
    for claim in claims:
        by_entry[claim.entry].append(claim)
    for entry in entries:
        if isinstance(entry.fields, AssessmentFields) and (entry.fields.rater == "self") is is_own:
            yield from (Rated(entry.id, claim.competency, claim.level) for claim in by_entry[entry.id])


def _is_reached(goal: GoalFigures, within: set[EntryId], start: date, end: date, portfolio: Portfolio) -> bool:
    fields = portfolio.entries[goal.goal].fields
    assert isinstance(fields, GoalFields)
    is_due = fields.due is not None and start <= fields.due <= end
    return fields.status == "done" and (goal.goal in within or bool(within & {*goal.story}) or is_due)


def _status(goal: GoalFigures, portfolio: Portfolio) -> str:
    fields = portfolio.entries[goal.goal].fields
    assert isinstance(fields, GoalFields)
    return fields.status


def _hours(entries: Iterable[Entry]) -> Hours:
    notes = [entry.fields for entry in entries if isinstance(entry.fields, LearningFields)]
    recorded = [note.hours for note in notes if note.hours is not None]
    return Hours(sum(recorded), len(recorded), len(notes))


def _mix(entries: Iterable[Entry]) -> Mapping[str, int]:
    said: Counter[str | None] = Counter(
        entry.fields.mode for entry in entries if isinstance(entry.fields, ReflectionFields)
    )
    return {mode: said[mode] for mode in MODES if said[mode]}


def _changes(own: Iterable[Entry], start: date, end: date) -> list[tuple[EntryId, int]]:
    found = [
        (-followup.date.toordinal(), entry.uri, number, entry.id)
        for entry in own
        if isinstance(entry.fields, ReflectionFields)
        for number, followup in enumerate(entry.fields.followups)
        if followup.changed != "no" and start <= followup.date <= end
    ]
    return [(entry, number) for _, _, number, entry in sorted(found)]


def _gaps(
    person: EntryId, claims: Iterable[Claimed], portfolio: Portfolio, links: Links, today: date, index: Index
) -> list[EntryId]:
    shown = {claim.competency for claim in claims if claim.rater == "evidence"}
    aims = set(aimed_at(person, links, index))
    found = (
        standing.competency for standing in profile_of(person, portfolio, links, today, index)
        if not standing.is_replaced and (standing.target is not None or standing.competency in aims)
    )  # fmt: skip
    return sorted(
        (one for one in found if one not in shown), key=lambda one: (portfolio.entries[one].title.casefold(), one)
    )
