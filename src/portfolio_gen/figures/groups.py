"""What may be said about a group of people without saying anything about one of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from portfolio_gen.figures.people import entries_in
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.kinds.team import TeamFields
from portfolio_gen.model.portfolio import Portfolio

FEWEST = 3
"""No team can allow figures about fewer people: of two, each knows the other from the sum."""

Share = Literal["few", "half", "most"]
"""A third or fewer of a group, about half of it, two thirds or more. None is said as one is, and all as all but one."""


def least_group(persons: Iterable[EntryId], portfolio: Portfolio, links: Links) -> int:
    """The fewest people about whom a figure may speak: what the strictest of their teams says.

    People whose team the audience doesn't see, or who name none, are as strict as a team that says nothing.
    """
    asked = {_min_group(person, portfolio, links) for person in persons}
    return max(FEWEST, *asked) if asked else TeamFields().min_group


def told_number(people: int, least: int) -> int | None:
    """How many people there are at least, in steps of the fewest that may be shown; None if there are fewer.

    Numbers of groups that lie in one another would tell by their difference how many are in the rest.
    """
    return people - people % least if people >= least else None


def share_of(part: int, whole: int) -> Share:
    """How much of a group it is, in thirds."""
    if part * 3 <= whole:
        return "few"
    return "most" if part * 3 >= whole * 2 else "half"


def _min_group(person: EntryId, portfolio: Portfolio, links: Links) -> int:
    for team in entries_in(person, "team", links):
        fields = portfolio.entries[team].fields
        if isinstance(fields, TeamFields):
            return fields.min_group
    return TeamFields().min_group
