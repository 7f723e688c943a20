"""What an empty portfolio says: what to do first."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.model.audience import Audience
from portfolio_gen.views.context import Context


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What to write first, and for whom."""

    is_for_author: bool
    """Whether only authors read this site, so that all of it is for them."""
    audience: str
    """The word that opens an entry to the readers of this site."""
    entry: str
    """The file of an entry of today."""


def first_steps(context: Context) -> FirstSteps:
    """The first steps on the day of the build."""
    return FirstSteps(context.audience is Audience.ME, str(context.audience), f"journal/{context.today}.md")
