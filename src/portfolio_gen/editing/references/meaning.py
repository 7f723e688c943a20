"""What every reference means, before and after files got other names."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from portfolio_gen.linking.links import Links, texts_of
from portfolio_gen.linking.resolution import Ambiguous, Target, ToEntry, ToFile, Unknown
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.mention import FieldMention, FieldPath, TextLink
from portfolio_gen.model.paths import PAGE_ENDINGS, place_of


@dataclass(frozen=True, slots=True)
class Renamed:
    """What got which other name."""

    uris: Mapping[str, str]
    """Files, pages and attachments alike."""
    ids: Mapping[EntryId, EntryId]
    """Entries."""
    folder: tuple[str, str] | None = None
    """A folder that moves as a whole, without '/' at the end; None if none does."""
    places: Mapping[str, str] = field(init=False)
    """The addresses of the pages."""

    def __post_init__(self) -> None:
        pages = {old: new for old, new in self.uris.items() if old.endswith(PAGE_ENDINGS)}
        object.__setattr__(self, "places", {place_of(old): place_of(new) for old, new in pages.items()})

    def uri(self, uri: str) -> str:
        """The uri of a file that had this one."""
        return self.uris.get(uri, uri)

    def id(self, entry: EntryId) -> EntryId:
        """The id of an entry that had this one."""
        return self.ids.get(entry, entry)

    def place(self, uri: str) -> str:
        """Where a link has to lead that led to a uri or an address, whether or not there is a file."""
        if uri in self.uris:
            return self.uris[uri]
        if self.folder is not None and (uri == self.folder[0] or uri.startswith(f"{self.folder[0]}/")):
            return self.folder[1] + uri.removeprefix(self.folder[0])
        if not uri.endswith(PAGE_ENDINGS) and place_of(uri) in self.places:
            return self.places[place_of(uri)] + (".html" if uri.endswith(".html") else "")
        return uri

    def target(self, target: Target) -> Target:
        """What means the same afterwards."""
        match target:
            case ToEntry(id=entry):
                return ToEntry(self.id(entry))
            case ToFile(uri=uri):
                return ToFile(self.uri(uri))
        return target


@dataclass(frozen=True, slots=True)
class Said:
    """One place in a source that names something, and what that means."""

    entry: Entry
    """Whose source it is."""
    where: FieldMention | TextLink
    """What is written."""
    target: Target
    """What it means."""
    text: FieldPath = ()
    """The field whose text it stands in; () is the body, and a mention is in no text."""
    level: int | None = None
    """The level of a competency that is named with it."""

    @property
    def is_by_place(self) -> bool:
        """Whether it leads to a place, whatever is there, as Markdown links do; the others go by names."""
        return isinstance(self.where, TextLink) and self.where.form not in ("wiki", "embed")

    @property
    def place(self) -> str:
        """The place below the content folder that it leads to as a relative link; '../' leads out of it."""
        name = self.where.target
        if not name:
            return self.entry.uri
        base = "" if name.startswith("/") else posixpath.dirname(self.entry.uri)
        return posixpath.normpath(posixpath.join(base, name.lstrip("/")))

    @property
    def spot(self) -> str:
        """Where it stands, for people: "goals/a.md:3"."""
        return f"{self.entry.uri}:{self.where.line}"


def everything_said(entries: Mapping[EntryId, Entry], links: Links) -> Mapping[EntryId, tuple[Said, ...]]:
    """All that names something, by the entry that it stands in: fields first, in the order of the source's model."""
    return {entry.id: tuple(_said(entry, links)) for entry in entries.values()}


def _said(entry: Entry, links: Links) -> Iterator[Said]:
    for one in links.named.get(entry.id, ()):
        yield Said(entry, one.mention, one.target, level=one.level)
    for path, text in texts_of(entry):
        for link, target in zip(text.links, links.texts[entry.id, path], strict=True):
            yield Said(entry, link, target, path)


def changed_meanings(
    before: Mapping[EntryId, tuple[Said, ...]], after: Mapping[EntryId, tuple[Said, ...]], renamed: Renamed
) -> Iterator[tuple[Said, Said]]:
    """What means something else afterwards, as it was and as it is.

    What meant nothing before, or could have meant several things, may mean whatever it likes. Fields that only came
    in by the change are passed over.
    """
    for old_id, said in before.items():
        now = after[renamed.id(old_id)]
        written = said[0].entry.lines if said else {}
        kept = [one for one in now if isinstance(one.where, TextLink) or one.where.field in written]
        for old, new in zip(said, kept, strict=True):
            if not is_same(old, new, renamed):
                yield old, new


def is_same(old: Said, new: Said, renamed: Renamed) -> bool:
    """Whether two readings of one reference mean the same."""
    if old.is_by_place:
        return renamed.place(old.place) == new.place
    if isinstance(old.target, Unknown | Ambiguous):
        return True
    return renamed.target(old.target) == new.target and old.level == new.level


def found_meanings(
    before: Mapping[EntryId, tuple[Said, ...]], after: Mapping[EntryId, tuple[Said, ...]], renamed: Renamed
) -> Iterator[Said]:
    """What meant nothing, or nothing certain, and now means an entry or a file; as it is now."""
    for old_id, said in before.items():
        for old, new in zip(said, after[renamed.id(old_id)], strict=False):
            if isinstance(old.target, Unknown | Ambiguous) and isinstance(new.target, ToEntry | ToFile):
                yield new


def at_home(said: Said, entry: Entry) -> Said:
    """The same words in a source that stands elsewhere."""
    return replace(said, entry=entry)
