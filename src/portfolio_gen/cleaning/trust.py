"""Whether the readers of a site have to trust each of its authors."""

from __future__ import annotations

from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.settings import Settings


def is_untrusted(portfolio: Portfolio, settings: Settings) -> bool:
    """Whether what authors wrote is cleaned: as the option says, else if there is more than one person, or folders of
    others are included.

    The portfolio is what the audience sees. Persons count who are in it, or whose entries are: nobody who is
    withheld may change a page.
    """
    if settings.untrusted is not None or settings.include:
        return settings.untrusted is not False
    persons = {entry.id for entry in portfolio.of_kind("person")}
    return len(persons | set(portfolio.persons.values())) > 1
