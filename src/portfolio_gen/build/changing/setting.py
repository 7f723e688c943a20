"""One entry with other fields, if it, and all that names it, is then no worse than before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from portfolio_gen.build.author import Authored
from portfolio_gen.build.changing.move_places import entry_meant
from portfolio_gen.build.changing.retitling import heading_edits
from portfolio_gen.build.changing.setting_news import Everything, is_about_names, is_masked, linked_news, news
from portfolio_gen.drafting.naming import Nearby, uris_called
from portfolio_gen.editing.fields.assignments import Assignment, edits_for
from portfolio_gen.editing.fields.front_matter import fields_of
from portfolio_gen.editing.files.changes import Change
from portfolio_gen.editing.source_text import edited, source_text
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds import KINDS, Kind
from portfolio_gen.problems import PortfolioError, Problem, errors, sorted_problems
from portfolio_gen.reading.entries import read_entry
from portfolio_gen.reading.inference import kind_from_uri
from portfolio_gen.reading.sources import Source
from portfolio_gen.settings import Settings
from portfolio_gen.withholding.audiences import audience_of


class NotSetError(PortfolioError):
    """There would be problems that there aren't now; nothing was changed."""

    def __init__(self, uri: str, problems: Sequence[Problem]) -> None:
        others = any(one.uri != uri and one.code != "duplicate-id" for one in problems)
        hint = "; others name it so: let it keep that name too with aliases+=NAME" if others else ""
        super().__init__(f"that would be wrong, so nothing was changed{hint}")
        self.problems = tuple(problems)
        """What would be wrong, by place."""


class WrongKindError(PortfolioError):
    """The entry is not of the kind that was asked for."""


class NotOwnError(PortfolioError):
    """The entry is in an included folder, which its owner alone changes."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """An entry before and after a change of its fields."""

    change: Change
    """What it does to the file."""
    audience: Audience | None
    """Who may see the entry then, if that is another audience than before; None if it stays, or can't be told."""
    is_retitled: bool
    """Whether the title was changed in the first heading, where it stands."""
    problems: tuple[Problem, ...]
    """What is wrong with it then that nobody could know before, or is less than it might be."""


def entry_uri(name: str, nearby: Nearby, everything: Callable[[], Authored]) -> str:
    """The uri of the entry that a name means: by the names of files and what stands in their first lines, if that is
    enough, else among everything.

    Raises:
        PortfolioError: none is called so, several are, or it is somebody else's.
    """
    found = uris_called(name, nearby)
    if found is not None and len(found) == 1:
        return found[0]
    entry = entry_meant(name, everything())
    if entry.origin is not None:
        raise NotOwnError(f"'{name}' is in the included folder '{entry.origin.folder}', and its owner's to change")
    return entry.uri


def with_fields(
    uri: str,
    path: Path,
    asked: Sequence[Assignment],
    settings: Settings,
    everything: Callable[[], Everything],
    kind: str | None = None,
) -> Fresh:
    """A source with some fields changed; `everything` is asked for only if what it names, or is called, changes.

    With a `kind` it has to be an entry of that kind.

    Raises:
        NotSetError: there would be problems that there aren't now.
        WrongKindError: it is of another kind.
        EditError: it can't be changed safely.
        AssignmentError: a field can't be changed so.
    """
    data = path.read_bytes()
    before, problems = _read(uri, data, settings)
    _check_kind(_kind(uri, data, settings), uri, kind)
    fresh, is_retitled = data, False
    for one in asked:
        headed = _with_heading(uri, fresh, one, settings)
        is_retitled |= headed is not None
        fresh = headed if headed is not None else _with_one(uri, fresh, one, settings)
    after, left = _read(uri, fresh, settings)
    fields = {str(one.path[0]) for one in asked}
    found = [*news(left, problems, fields)]
    if fresh != data and needs_everything(asked):
        found += linked_news(before, after, _source(uri, fresh), fields, settings, everything())
    if errors(found):
        raise NotSetError(uri, sorted_problems(errors(found)))
    hidden = left if is_masked(problems) else ()
    opened = _opened(before, after, settings)
    return Fresh(Change(path, data, fresh), opened, is_retitled, sorted_problems(found, hidden))


def needs_everything(asked: Sequence[Assignment]) -> bool:
    """Whether only reading everything tells if a change is right."""
    return any(
        one.path[0] in ("id", "aliases", "type")
        or (one.value and one.operator != "-=" and (is_about_names(str(one.path[0])) or "[" in one.value))
        for one in asked
    )


def _check_kind(found: Kind, uri: str, kind: str | None) -> None:
    if kind is not None and found.name != kind:
        raise WrongKindError(f"'{uri}' is {found.with_article}, not {KINDS[kind].with_article}")


def _with_heading(uri: str, data: bytes, asked: Assignment, settings: Settings) -> bytes | None:
    """A source with another title in its first heading; None if the title is not asked for, or stands elsewhere."""
    if asked.path != ("title",) or asked.operator != "=":
        return None
    source = source_text(data)
    for edits in heading_edits(source.text, asked.value):
        fresh = edited(source, edits)
        entry, _ = _read(uri, fresh, settings)
        if entry is not None and entry.title == " ".join(asked.value.split()):
            return fresh
    return None


def _with_one(uri: str, data: bytes, asked: Assignment, settings: Settings) -> bytes:
    """A source with one field changed: as the first way to read the assignment that is right, else as the first."""
    source = source_text(data)
    _, known = _read(uri, data, settings)
    tried = [edited(source, edits) for edits in edits_for(asked, source.text, _kind(uri, data, settings))]
    right = (fresh for fresh in tried if not [*news(_read(uri, fresh, settings)[1], known, {str(asked.path[0])})])
    return next(right, tried[0])


def _read(uri: str, data: bytes, settings: Settings) -> tuple[Entry | None, list[Problem]]:
    return read_entry(_source(uri, data), settings.folders)


def _source(uri: str, data: bytes) -> Source:
    return Source(uri, source_text(data).text)


def _kind(uri: str, data: bytes, settings: Settings) -> Kind:
    """What kind of entry it is, whatever else is wrong with it."""
    written = str(fields_of(source_text(data).text).get("type", "")).strip().lower()
    return KINDS.get(written) or KINDS[kind_from_uri(uri, settings.folders)]


def _opened(before: Entry | None, after: Entry | None, settings: Settings) -> Audience | None:
    if after is None:
        return None
    # What can't be read is its author's alone.
    former = audience_of(before, settings) if before is not None else Audience.ME
    now = audience_of(after, settings)
    return now if now is not former else None
