"""A person, and everything that there is on the person's own machine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from portfolio_gen.build.linked import Linked, linked_portfolio
from portfolio_gen.figures.people import people_of
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import EntryId
from portfolio_gen.problems import PortfolioError
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings

_NOBODY = "me"
"""Whose entries those are in a portfolio that has no person at all."""


class NoSuchPersonError(PortfolioError):
    """It can't be told which person is meant; the message has the names."""


def own_portfolio(
    tree: Tree, settings: Settings, person: str | None, excluded: Iterable[str] = ()
) -> tuple[EntryId, Linked]:
    """A person, and everything that there is on the person's own machine.

    `person` is a folder ("people/lena") or what the person is called; None for the only one, or for whoever keeps a
    portfolio without any person.

    Raises:
        NoSuchPersonError: there is no such person, or there are several.
        SettingsError: the list of names can't be right.
    """
    settings = replace(settings, audience=Audience.ME, reader="")
    linked = linked_portfolio(tree, settings, excluded)
    if person is None and not settings.person and not people_of(linked.portfolio):
        linked = linked_portfolio(tree, replace(settings, person=_NOBODY), excluded)
        person = _NOBODY
    return _person(person or settings.person, linked), linked


def _person(name: str, linked: Linked) -> EntryId:
    people = people_of(linked.portfolio)
    if name:
        meant = linked.resolver.names.meant_by(name, ("person",)) or tuple(one for one in people if one == name)
        return meant[0] if len(meant) == 1 else EntryId(name)
    if len(people) == 1:
        return people[0]
    raise NoSuchPersonError(f"there are several persons ({', '.join(people[:5])}); say whose with --person NAME")
