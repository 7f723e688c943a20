"""Where a person stands, from the files of a content folder. It is for that person alone; no site holds any of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from portfolio_gen.advising.advice import Advice
from portfolio_gen.advising.reading import KINDS as ADVISED
from portfolio_gen.build.advising import advice_for
from portfolio_gen.build.linked import Linked
from portfolio_gen.build.own import NoSuchPersonError, own_portfolio
from portfolio_gen.figures.status import Status, status_of
from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.field_types import Refers
from portfolio_gen.model.paths import undated
from portfolio_gen.model.portfolio import newest_first
from portfolio_gen.problems import errors
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings

__all__ = ["NoSuchPersonError", "Standpoint", "shortest_name", "standpoint"]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A person's status, and what it is about."""

    status: Status
    linked: Linked
    """Everything that the person may see, which is all there is on their own machine."""
    hint: tuple[Entry, Advice] | None
    """What a second reader would say first of the newest entry; None if nothing."""


def standpoint(
    tree: Tree, settings: Settings, person: str | None, excluded: Iterable[str] = (), *, waiting: int = 0
) -> Standpoint:
    """Where a person stands: everything counts, as on the person's own page of a site for `me`.

    `person` is a folder ("people/lena") or what the person is called; None for the only one, or for whoever keeps a
    portfolio without any person. `waiting` is how many lines wait in the inbox.

    Raises:
        NoSuchPersonError: there is no such person, or there are several.
        SettingsError: the list of names can't be right.
    """
    found, linked = own_portfolio(tree, settings, person, excluded)
    settings = replace(settings, audience=Audience.ME, reader="")
    # What is wrong in an included folder is for its owner to mend.
    wrong = [one for one in errors((*linked.problems, *linked.elsewhere)) if settings.included_at(one.uri) is None]
    broken = min((problem.uri for problem in wrong), default=None)
    status = status_of(
        found, linked.portfolio, linked.links, settings.today, waiting=waiting, errors=len(wrong), broken=broken
    )
    return Standpoint(status, linked, _hint(found, linked, settings))


def shortest_name(entry: EntryId, linked: Linked) -> str:
    """The shortest name by which a command finds an entry: an end of its path, without date where that is enough."""
    path = linked.portfolio.entries[entry].path
    parts = path.split("/")
    ends = ["/".join(parts[start:]) for start in range(len(parts) - 1, -1, -1)]
    names = (undated(ends[0]), *ends)
    return next((name for name in names if linked.resolver.field(name, Refers(""), "") == ToEntry(entry)), entry)


def _hint(person: EntryId, linked: Linked, settings: Settings) -> tuple[Entry, Advice] | None:
    """The first advice on the newest entry, which is read as it was written."""
    own = (one for one in linked.portfolio.of_kind(*ADVISED) if linked.portfolio.persons.get(one.id) == person)
    dated = [one for one in newest_first(own) if one.date is not None and one.date.first <= settings.today]
    entry = linked.everything.entries.get(dated[0].id) if dated else None
    if entry is None or entry.origin is not None:
        return None
    advice = advice_for((entry,), linked.everything, settings).advice
    return (entry, advice[0]) if advice else None
