"""What is said of problems where others may read it: in the log of a pipeline."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from portfolio_gen.problems import Problem, sorted_problems

UNTOLD = "this is told on the author's own machine only"
"""What stands for a message about something withheld."""


def discreet(problems: Iterable[Problem], tellable: Collection[Problem]) -> tuple[Problem, ...]:
    """Problems without their words, but for those that may be told; the place and the code are left."""
    return sorted_problems(
        problem if problem in tellable else replace(problem, column=1, message=UNTOLD, hint="") for problem in problems
    )
