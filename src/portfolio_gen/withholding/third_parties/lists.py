"""Whose private list of names counts for which sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from portfolio_gen.linking.resolution import Resolver
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.problems import Problem
from portfolio_gen.settings import Settings, SettingsError
from portfolio_gen.withholding.third_parties.findings import attachment_name_problems, name_problems
from portfolio_gen.withholding.third_parties.names import name_index
from portfolio_gen.withholding.third_parties.renaming import renamed_portfolio
from portfolio_gen.withholding.third_parties.spellings import NameIndex


@dataclass(frozen=True, slots=True)
class PrivateNames:
    """The names of a list, and the sources for which it counts."""

    index: NameIndex
    folder: str
    """The included folder in which it counts; empty if it counts everywhere."""
    are_renamed: bool
    """Whether roles stand for the names in what is published."""

    def of(self, portfolio: Portfolio, audience: Audience) -> Portfolio:
        """The entries for which the list counts in a site for an audience; a site for `me` is for their author."""
        entries = {
            key: entry
            for key, entry in portfolio.entries.items()
            if (not self.folder or _folder(entry) == self.folder) and (audience is not Audience.ME or entry.origin)
        }
        return replace(portfolio, entries=entries)


def private_names(
    everything: Portfolio, apart: Iterable[Entry], settings: Settings
) -> tuple[tuple[PrivateNames, ...], tuple[Problem, ...]]:
    """The site's list, which counts everywhere, and that of each included folder, which counts in it alone.

    `apart` are pages of persons in included folders who are not their owners. A list that can't be right is a
    problem of its folder.

    Raises:
        SettingsError: the site's own list can't be right.
    """
    found: list[PrivateNames] = []
    problems: list[Problem] = []
    persons = (*everything.of_kind("person"), *(entry for entry in apart if entry.kind_name == "person"))
    own = name_index(settings.names.names, (person for person in persons if person.origin is None))
    if own is not None:
        found.append(PrivateNames(own, "", settings.pseudonyms))
    for one in settings.include:
        try:
            index = name_index(one.names.names, (person for person in persons if _folder(person) == one.folder))
        except SettingsError:
            where = one.names.files[0].name
            problems.append(Problem(f"{one.folder}/{where}", 1, 1, "include", "a name or a role in the list is wrong"))
            continue
        if index is not None:
            found.append(PrivateNames(index, one.folder, one.pseudonyms))
    return tuple(found), tuple(problems)


def named_by(
    lists: Iterable[PrivateNames], everything: Portfolio, resolver: Resolver, settings: Settings
) -> Iterator[Problem]:
    """The names in what others than its author may read; a preview for its author alone asks for none."""
    is_preview = settings.audience is Audience.ME and settings.on_error == "withhold"
    for names in lists:
        counts = names.of(everything, Audience.ME if is_preview else Audience.PUBLIC)
        yield from name_problems(counts, names.index, resolver, are_renamed=names.are_renamed)


def renamed_by(
    lists: Iterable[PrivateNames], portfolio: Portfolio, resolver: Resolver, audience: Audience
) -> Portfolio:
    """The same portfolio; roles stand for the names of the lists that have it so."""
    for names in lists:
        if names.are_renamed:
            fresh = renamed_portfolio(names.of(portfolio, audience), names.index, resolver)
            portfolio = replace(portfolio, entries={**portfolio.entries, **fresh.entries})
    return portfolio


def attachments_named_by(lists: Iterable[PrivateNames], uris: Iterable[str], settings: Settings) -> Iterator[Problem]:
    """The attachments that have a name in theirs."""
    uris = tuple(uris)
    for names in lists:
        counts = [
            uri
            for uri in uris
            if uri.startswith(f"{names.folder}/" if names.folder else "")
            and (settings.audience is not Audience.ME or settings.included_at(uri))
        ]
        yield from attachment_name_problems(counts, names.index)


def _folder(entry: Entry) -> str:
    return entry.origin.folder if entry.origin is not None else ""
