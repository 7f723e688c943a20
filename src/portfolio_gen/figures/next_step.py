"""The one thing that a person may do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from portfolio_gen.figures.goals import GoalFigures
from portfolio_gen.figures.profile import Standing
from portfolio_gen.figures.promises import Open
from portfolio_gen.figures.revisits import Due
from portfolio_gen.figures.rhythm import Week
from portfolio_gen.model.entry import EntryId

Step = Literal[
    "mend",
    "sort",
    "start",
    "keep_promise",
    "look_again",
    "decide_goal",
    "write",
    "move_goal",
    "show_competency",
    "rest",
]
STEPS: tuple[Step, ...] = (
    "mend", "keep_promise", "look_again", "decide_goal", "sort", "start", "write", "move_goal", "show_competency",
    "rest",
)  # fmt: skip
"""What may be next, what is most pressing first."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next."""

    step: Step
    entry: EntryId | None = None
    """What it is about; None if it is about nothing in particular, or about a source that can't be read."""
    index: int | None = None
    """Of a promise: its place in `agreed`, counted from 0."""
    uri: str = ""
    """The source that is to be mended; empty for all other steps."""


def next_step(
    *,
    broken: str | None,
    promises: Sequence[Open],
    looks: Sequence[Due],
    goals: Sequence[GoalFigures],
    waiting: int,
    is_new: bool,
    weeks: Sequence[Week],
    thin: Sequence[Standing],
) -> NextStep:
    """The first of these that there is; each group comes with what is most pressing first.

    1. mend: a source (`broken`) that can't be right, since whatever it says counts nowhere.
    2. keep_promise: a promise of one's own of which the day is past, since somebody waits.
    3. look_again: an entry that is due for a second look.
    4. decide_goal: an active goal that was due: it is done, or needs a new day, or is dropped.
    5. sort: lines wait in the inbox.
    6. start: there is no entry yet.
    7. write: nothing is written this week (the last of `weeks`).
    8. move_goal: an active goal without movement.
    9. show_competency: a competency of `thin`, which are those that are aimed at.
    10. rest: nothing of all this.
    """
    return next(_possible(broken, promises, looks, goals, waiting, is_new, weeks, thin))


def _possible(
    broken: str | None,
    promises: Sequence[Open],
    looks: Sequence[Due],
    goals: Sequence[GoalFigures],
    waiting: int,
    is_new: bool,
    weeks: Sequence[Week],
    thin: Sequence[Standing],
) -> Iterator[NextStep]:
    """All steps that there are, in order; never none."""
    if broken is not None:
        yield NextStep("mend", uri=broken)
    yield from (NextStep("keep_promise", one.checkin, one.index) for one in promises if one.is_overdue and one.is_own)
    yield from (NextStep("look_again", one.entry) for one in looks)
    yield from (NextStep("decide_goal", one.goal) for one in goals if one.is_overdue)
    if waiting:
        yield NextStep("sort")
    if is_new:
        yield NextStep("start")
    if not (weeks and weeks[-1].is_written):
        yield NextStep("write")
    yield from (NextStep("move_goal", one.goal) for one in goals if one.is_without_movement)
    yield from (NextStep("show_competency", one.competency) for one in thin)
    yield NextStep("rest")
