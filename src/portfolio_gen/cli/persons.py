"""Whose entry it is, as a command line, a folder or a person at the terminal says."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import click

from portfolio_gen.cli.asking import can_ask, chosen
from portfolio_gen.drafting.surroundings import Surroundings
from portfolio_gen.linking.nearest import Spellings, in_words
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.person import PersonFields
from portfolio_gen.model.paths import path_of, person_folder
from portfolio_gen.settings import Settings

VARIABLE = "PORTFOLIO_PERSON"
"""The environment variable that names a person for all commands."""


def person_meant(around: Surroundings, settings: Settings, given: str | None, cwd: Path, content: Path) -> str | None:
    """The folder of the person whose entry it is ("people/lena"); None if there are no such folders.

    The first that says so counts: `given` (--person), PORTFOLIO_PERSON, the folder that `cwd` is in, the option
    `person`, there being one person only, an answer at the terminal. None, too, if the option names somebody without
    a folder, since entries outside of all folders are theirs.

    Raises:
        click.UsageError: nobody, or more than one person, is called so; or it might be anybody.
    """
    for name, said_by in ((given, "--person"), (os.environ.get(VARIABLE), VARIABLE)):
        if name and name.strip():
            return _named(name.strip(), said_by, around, settings, content)
    if (folder := _folder_of(cwd, content)) is not None:
        return folder
    if settings.person:
        found = _meant(settings.person, around, settings, content)
        return found[0] if len(found) == 1 else None
    if len(around.persons) <= 1:
        return next(iter(around.persons), None)
    keepers = _keepers(around, settings, content)
    return keepers[0] if len(keepers) == 1 else _asked_for(keepers)


def _named(name: str, said_by: str, around: Surroundings, settings: Settings, content: Path) -> str:
    found = _meant(name, around, settings, content)
    if len(found) == 1:
        return found[0]
    if found:
        raise click.UsageError(f"{said_by}: '{name}' may be {' or '.join(found)}; write one of them")
    near = Spellings((person.rpartition("/")[2], person) for person in around.persons).nearest(name)
    raise click.UsageError(f"{said_by}: nobody is called '{name}'{'; ' if near else ''}{in_words(near)}")


def _meant(name: str, around: Surroundings, settings: Settings, content: Path) -> tuple[str, ...]:
    """The persons who may be called so: by their folders, and only if there is none by what their pages say."""
    name = path_of(name.rstrip("/"))
    for wanted in (str, str.casefold):
        found = tuple(one for one in around.persons if f"/{wanted(one)}".endswith(f"/{wanted(name)}"))
        if found:
            return found
    return tuple(one for one, page in _pages(around, settings, content).items() if name.casefold() in _names(page))


def _names(page: Entry) -> set[str]:
    return {name.casefold() for name in (page.id, page.title, *page.common.aliases)}


def _keepers(around: Surroundings, settings: Settings, content: Path) -> tuple[str, ...]:
    """The persons who keep a portfolio: all but those of whom their pages say that they are only written about."""
    pages = _pages(around, settings, content)
    written_about = {
        one for one, page in pages.items() if isinstance(page.fields, PersonFields) and page.fields.third_party
    }
    return tuple(one for one in around.persons if one not in written_about)


def _pages(around: Surroundings, settings: Settings, content: Path) -> Mapping[str, Entry]:
    """The persons' own pages that can be read."""
    from portfolio_gen.reading.entries import read_entry
    from portfolio_gen.reading.sources import Source, read_source

    pages: dict[str, Entry] = {}
    for person in around.persons:
        uri = f"{person}/index.md"
        source = read_source(content / uri, uri) if uri in around.uris else None
        entry = read_entry(source, settings.folders)[0] if isinstance(source, Source) else None
        if entry is not None:
            pages[person] = entry
    return pages


def _folder_of(cwd: Path, content: Path) -> str | None:
    """The person in whose folder one is."""
    here, root = cwd.resolve(), content.resolve()
    return person_folder(f"{here.relative_to(root).as_posix()}/x.md") if here.is_relative_to(root) else None


def _asked_for(persons: tuple[str, ...]) -> str:
    if not can_ask():
        several = ", ".join(person.rpartition("/")[2] for person in persons[:5])
        more = f" and {len(persons) - 5} more" if len(persons) > 5 else ""
        raise click.UsageError(
            f"there are several persons ({several}{more}); say whose entry it is with --person NAME, "
            f"with {VARIABLE}, or by working in that person's folder"
        )
    short = [person.rpartition("/")[2] for person in persons]
    names = short if len(set(short)) == len(short) else list(persons)
    answer = chosen("Whose entry?", [(name, "") for name in names])
    return persons[names.index(answer)]
