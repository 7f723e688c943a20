"""What the second reader looks for, one function a rule. A new rule is a function and a line in RULES."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from portfolio_gen.advising.advice import Advice
from portfolio_gen.advising.rules.claims import claim_without_reason
from portfolio_gen.advising.rules.feedback import feedback_without_behaviour, feedback_without_next_try
from portfolio_gen.advising.rules.goals import goal_without_plan
from portfolio_gen.advising.rules.names import name_of_somebody
from portfolio_gen.advising.rules.next_step import no_next_step, vague_next_step
from portfolio_gen.advising.rules.part import no_own_part
from portfolio_gen.advising.rules.proportion import mostly_description
from portfolio_gen.advising.written import Written

Rule = Callable[[Written], Iterable[Advice]]

RULES: tuple[Rule, ...] = (
    no_next_step,
    goal_without_plan,
    feedback_without_next_try,
    vague_next_step,
    mostly_description,
    no_own_part,
    feedback_without_behaviour,
    claim_without_reason,
    name_of_somebody,
)
"""The most useful first: an entry gets no more than a few sentences of advice."""
