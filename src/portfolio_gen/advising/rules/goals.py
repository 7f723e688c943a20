"""What a goal needs to be one that can be reached."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.advising.advice import Advice
from portfolio_gen.advising.phrases import begins, holds
from portfolio_gen.advising.prose import words_in
from portfolio_gen.advising.written import Written
from portfolio_gen.model.kinds.goal import GoalFields


def goal_without_plan(written: Written) -> Iterable[Advice]:
    """A goal without a measure, else without obstacle and if-then, else without a day: the first that is missing."""
    goal = written.entry.fields
    if not isinstance(goal, GoalFields) or goal.status not in ("active", "idea"):
        return
    if goal.status == "idea" and any(map(written.intends, written.prose.sentences)):
        return  # An idea with a first step has all that an idea needs.
    if not _is_measured(goal, written):
        yield written.at_field("no-measure", "measure", "outcome", "wish", "title")
    elif not _is_planned(goal, written):
        yield written.at_field("no-plan", "obstacle", "if", "then", "measure", "outcome", "wish", "title")
    elif goal.due is None and not written.is_answered("due"):
        yield written.at_field("no-due", "due", "start", "status", "title")


def _is_measured(goal: GoalFields, written: Written) -> bool:
    if goal.measure or written.is_answered("measure"):
        return True
    # "Read twelve books" is its own measure.
    words = words_in(f"{written.entry.title} {goal.wish or ''} {goal.outcome or ''}")
    return any(word[0].isdigit() or word in written.language.numbers for word in words)


def _is_planned(goal: GoalFields, written: Written) -> bool:
    if goal.obstacle or goal.if_ or goal.then or written.is_answered("plan"):
        return True
    return any(
        begins(written.language.conditions, one.words)
        and (written.intends(one) or holds(written.language.consequences, one.words))
        for one in written.prose.sentences
    )
