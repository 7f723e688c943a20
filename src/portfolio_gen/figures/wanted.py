"""Where somebody stood on a day in what is wanted of them."""

from __future__ import annotations

from datetime import date

from portfolio_gen.figures.claims import day_of
from portfolio_gen.figures.index import Index
from portfolio_gen.figures.profile import Standing, standing
from portfolio_gen.figures.targets import aimed_at, targets_for
from portfolio_gen.linking.links import Links
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.portfolio import Portfolio


def wanted_until(person: EntryId, end: date, portfolio: Portfolio, links: Links, index: Index) -> list[Standing]:
    """Where a person stood on a day in what their role asks for and their goals aim at, by title.

    What was written later, or has no date, doesn't count.
    """
    targets = targets_for(person, links)
    until = [claim for claim in index.claims.get(person, ()) if claim.date is not None and day_of(claim) <= end]
    found = [
        standing(
            portfolio.entries[one], (claim for claim in until if claim.competency == one), targets.get(one),
            portfolio, end,
        )
        for one in dict.fromkeys((*targets, *aimed_at(person, links, index)))
    ]  # fmt: skip
    in_use = (one for one in found if not one.is_replaced)
    return sorted(in_use, key=lambda one: (portfolio.entries[one.competency].title.casefold(), one.competency))
