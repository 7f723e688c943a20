"""Lines of the inbox on their way: each becomes an entry, or is dropped, in one change that can be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from portfolio_gen.drafting.draft import Answers, draft
from portfolio_gen.drafting.inbox import (
    Inbox,
    InboxError,
    Waiting,
    encoded,
    marked_done,
    restored,
    title_of,
    waiting_in,
    without,
)
from portfolio_gen.drafting.places import places_for
from portfolio_gen.drafting.starting import usual_audience
from portfolio_gen.drafting.surroundings import surroundings
from portfolio_gen.drafting.templates import Template, default_template, templates
from portfolio_gen.editing.files.applying import apply
from portfolio_gen.editing.files.changes import Change, ChangedMeanwhileError
from portfolio_gen.model.paths import title_from_uri
from portfolio_gen.reading.inference import kind_from_uri
from portfolio_gen.settings.project import Project

_QUICK = {"reflection": "quick"}
"""The template for a line, where it is not the kind's usual one: a line is short."""
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Desk:
    """Where lines are sorted."""

    project: Project
    """Where entries go."""
    inbox: Inbox
    """Where lines come from."""
    person: str | None
    """Whose entries they become, as "people/lena"; None if there are no such folders."""
    found: Mapping[str, Template]
    """All templates by name."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """What was done with one line."""

    what: Literal["made", "dropped", "later"]
    line: Waiting
    """The line as it stood in the inbox."""
    before: str = ""
    """The inbox before; empty if nothing was written."""
    after: str = ""
    """The inbox then."""
    uri: str = ""
    """The entry that was made of it; empty if none was."""
    entry: bytes = b""
    """What that holds."""


def desk_of(project: Project, inbox: Inbox, person: str | None) -> Desk:
    """Where the lines of a project's inbox are sorted."""
    return Desk(project, inbox, person, templates(project.root)[0])


def lines_left(desk: Desk, history: Iterable[Sorted]) -> tuple[Waiting, ...]:
    """The lines that wait now, less those that were put off; what was captured meanwhile is among them.

    Raises:
        InboxError: the inbox can't be read.
    """
    put_off = Counter(_same(one.line) for one in history if one.what == "later")
    left: list[Waiting] = []
    for line in waiting_in(desk.inbox.text()):
        if put_off[_same(line)]:
            put_off[_same(line)] -= 1
        else:
            left.append(line)
    return tuple(left)


def make_entry(line: Waiting, kind: str, desk: Desk) -> Sorted:
    """Make an entry of a line, which leaves the inbox in the same moment.

    Raises:
        InboxError: the line is gone.
        ChangedMeanwhileError, NotWrittenError: nothing was written.
    """
    settings = desk.project.settings
    day = line.day or settings.today
    title = title_of(line.text)
    around = surroundings(desk.project.content, settings.folders)
    uris = places_for(kind, title, day, desk.person, around, settings.folders)
    template = desk.found.get(_QUICK.get(kind, ""))
    if template is None or template.kind != kind:
        template = default_template(desk.found, kind)

    def entry(uri: str) -> bytes:
        is_told = kind_from_uri(uri, settings.folders) == kind
        name = title_from_uri(f"{desk.person}.md") if desk.person else ""
        body = line.text if title != line.text else ""
        audience, _ = usual_audience(kind, settings.defaults)
        answers = Answers(title, day, person=name, audience=audience, type="" if is_told else kind, body=body)
        return draft(template, answers).text.encode("utf-8")

    return _done("made", line, without, desk, ((uri, entry(uri)) for uri in uris))


def drop(line: Waiting, desk: Desk) -> Sorted:
    """Mark a line as done, so that it stays in the inbox and waits no more.

    Raises:
        InboxError: the line is gone.
        ChangedMeanwhileError, NotWrittenError: nothing was written.
    """
    return _done("dropped", line, marked_done, desk, None)


def undo(done: Sorted, desk: Desk) -> None:
    """Let a line wait again where it stood, and take away the entry that was made of it.

    Raises:
        InboxError: the inbox can't be read.
        ChangedMeanwhileError: somebody has written on in the entry; nothing was written.
        NotWrittenError: it can't be written.
    """
    if done.what == "later":
        return
    path = desk.project.content.resolve() / done.uri
    entries = [Change(path, done.entry, None)] if done.uri else []
    for is_last in _tries():
        now = desk.inbox.text()
        then = done.before if now == done.after else restored(now, done.line)
        try:
            apply([*entries, _inbox_change(desk, now, then)], desk.project.root)
        except ChangedMeanwhileError:
            if is_last or desk.inbox.text() == now:
                raise
        else:
            return


def _done(
    what: Literal["made", "dropped"],
    line: Waiting,
    edit: Callable[[str, Waiting], str],
    desk: Desk,
    entries: Iterator[tuple[str, bytes]] | None,
) -> Sorted:
    uri, entry = next(entries) if entries is not None else ("", b"")
    path = desk.project.content.resolve() / uri
    for is_last in _tries():
        now = desk.inbox.text()
        found = _found(line, now)
        then = edit(now, found)
        changes = [_inbox_change(desk, now, then)]
        try:
            apply([Change(path, None, entry), *changes] if uri else changes, desk.project.root)
        except ChangedMeanwhileError:
            if is_last:
                raise
            if entries is not None and path.exists():
                uri, entry = next(entries)
                path = desk.project.content.resolve() / uri
        else:
            return Sorted(what, found, now, then, uri, entry)
    raise AssertionError("the last try returns or raises")


def _tries() -> Iterator[bool]:
    """Whether each try is the last: somebody may capture at the same moment, but not for ever."""
    return (number == _TRIES - 1 for number in range(_TRIES))


def _found(line: Waiting, text: str) -> Waiting:
    """The line as it stands now, at the place nearest to where it stood."""
    same = [one for one in waiting_in(text) if _same(one) == _same(line)]
    if not same:
        raise InboxError("this line is no more in the inbox; somebody else has sorted it")
    return min(same, key=lambda one: abs(one.start - line.start))


def _same(line: Waiting) -> tuple[str, date | None]:
    return line.text, line.day


def _inbox_change(desk: Desk, now: str, then: str) -> Change:
    return Change(desk.inbox.path, encoded(now), encoded(then))
