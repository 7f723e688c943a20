"""What follows from a move besides names: nothing that matters without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portfolio_gen.build.author import Authored
from portfolio_gen.build.changing.rewriting import Rewritten
from portfolio_gen.editing.references.meaning import Renamed, everything_said, found_meanings
from portfolio_gen.editing.references.moving import MoveError
from portfolio_gen.markdown.headings import heading_title
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.paths import PAGE_ENDINGS
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.settings.project import Project
from portfolio_gen.views.places import ALWAYS_THERE
from portfolio_gen.withholding.owners import with_only_person


def consequences(whole: Authored, result: Rewritten) -> tuple[str, ...]:
    """What an author should know about a move, in the order of the entries.

    Raises:
        MoveError: an entry would be of another kind, somebody else's, or open to others.
    """
    before, after, renamed = whole.portfolio, result.after.portfolio, result.renamed
    owned = with_only_person(before.entries, before.persons)
    notes: list[str] = []
    for entry in before.entries.values():
        new = after.entries[renamed.id(entry.id)]
        _check_same(entry, new, before, after, renamed)
        if entry.uri in renamed.uris:
            notes += _about(entry, new, owned.get(entry.id), after.persons.get(new.id))
    said = everything_said(before.entries, whole.links), everything_said(after.entries, result.after.links)
    notes += (f"{one.spot}: '{one.where.target}' meant nothing certain and now has a meaning"
              for one in found_meanings(*said, renamed))  # fmt: skip
    notes += (f"by hand: {one.spot} is in an included folder and names '{one.where.target}'; tell its owner"
              for one in result.lost)  # fmt: skip
    notes += (f"{new} stands in the place of a page that was generated"
              for new in renamed.uris.values() if new in ALWAYS_THERE)  # fmt: skip
    return (*notes, *_unread(whole, renamed))


def in_configuration(project: Project, renamed: Renamed) -> tuple[str, ...]:
    """The lines of the configuration that name what moves. It is the host's, and nobody's to edit but its owner's."""
    if project.config is None:
        return ()
    try:
        lines = project.config.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return ()
    found: list[str] = []
    for number, line in enumerate(lines, 1):
        for old, new in renamed.uris.items():
            if re.search(rf"(?<![\w./-]){re.escape(old)}(?![\w./-])", line):
                found.append(f"by hand: {project.config.name}:{number} names '{old}'; write '{new}'")
    return tuple(found)


def _check_same(entry: Entry, new: Entry, before: Portfolio, after: Portfolio, renamed: Renamed) -> None:
    person, now = before.persons.get(entry.id), after.persons.get(new.id)
    if entry.kind_name != new.kind_name:
        raise MoveError(f"{entry.uri} would be {new.kind.with_article}, no longer {entry.kind.with_article}")
    if person is not None and now != renamed.id(person):
        raise MoveError(f"{entry.uri} would no longer be an entry of '{person}'; nothing was changed")
    if before.audiences[entry.id] != after.audiences[new.id]:
        raise MoveError(f"{entry.uri} would be open to '{after.audiences[new.id]}'; write its audience first")


def _about(entry: Entry, new: Entry, person: EntryId | None, now: EntryId | None) -> Iterator[str]:
    """What is written into an entry that moves, or is told by its new place."""
    if entry.common.type is None and new.common.type is not None:
        yield f"{new.uri} stays {new.kind.with_article}: 'type: {new.kind_name}' is written in it"
    if entry.common.person is None and new.common.person is not None:
        yield f"{new.uri} stays an entry of {new.common.person}: 'person: {new.common.person}' is written in it"
    if person is None and now is not None and new.kind_name != "person":
        yield f"{new.uri} was nobody's, and is an entry of '{now}' now"
    if entry.common.date is None and new.common.date is not None:
        yield f"{new.uri} keeps its date: 'date: {new.common.date.text}' is written in it"
    elif new.date is not None and entry.date != new.date:
        yield f"{new.uri} has another date now, which its name tells: {new.date.text}"
    if entry.title != new.title and not new.common.title and not heading_title(new.body)[0]:
        yield f"{new.uri} is called '{new.title}' now, as its file is"


def _unread(whole: Authored, renamed: Renamed) -> Iterator[str]:
    """Sources that can't be read or are left out, and in which a name stands that has changed."""
    names = {old.rpartition("/")[2].rpartition(".")[0] for old in renamed.uris if old.endswith(PAGE_ENDINGS)} - {
        "index"
    }
    if renamed.folder is not None:
        names.add(renamed.folder[0].rpartition("/")[2])
    for source in whole.tree.sources:
        if source.uri in whole.unread and any(name in source.text for name in names):
            yield f"by hand: {source.uri} can't be read for certain or is left out, and was not looked at"
