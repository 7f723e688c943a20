"""One source, read: what its author wrote, and what path and text tell where the author wrote nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NewType

from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.field_types import FrontMatter
from portfolio_gen.model.kinds import KINDS, Kind
from portfolio_gen.model.mention import FieldMention, FieldPath, LinkedText
from portfolio_gen.model.origin import Origin
from portfolio_gen.model.passage import Passage
from portfolio_gen.model.paths import path_of

EntryId = NewType("EntryId", str)
"""What an entry is called everywhere: the `id` of its author, else its path ("people/ada/goals/write-tests")."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. It points at others only by name: what the names mean is for the linker to say."""

    id: EntryId
    """Unique over everything, whoever may see it."""
    kind_name: str
    """One of KINDS."""
    uri: str
    """The source, as a '/'-path below the content folder."""
    title: str
    """One line of plain text, never empty."""
    title_from_body: bool
    """Whether the title is the first heading, and so changes when links in the heading are replaced."""
    date: PartialDate | None
    """When it happened; None if neither the author nor the file's name tells."""
    common: CommonFields
    """What was written in the fields that every entry has."""
    fields: FrontMatter
    """What was written in the fields of its kind."""
    meta: Mapping[str, Any]
    """What was written in fields that are not ours but the host's, for it to read."""
    body: LinkedText
    """The Markdown below the front matter."""
    body_line: int
    """1-based line of the source file in which the body begins."""
    passages: tuple[Passage, ...]
    """The parts of the body that are not for everyone who may see the entry; none once they are taken out."""
    unsaid: tuple[tuple[int, int], ...]
    """Offsets of the parts of the body that no reader sees: comments, and headings that nobody has answered."""
    texts: Mapping[FieldPath, LinkedText]
    """The fields with Markdown in which there are links."""
    mentions: tuple[FieldMention, ...]
    """The values of fields that name something else, in the order of the model."""
    lines: Mapping[str, int]
    """The 1-based line of every field that was written."""
    is_written: bool = True
    """False for a person who has entries but no page."""
    origin: Origin | None = None
    """What it is called in the included folder that it is from; None if it is the site's own."""

    @property
    def kind(self) -> Kind:
        """What kind of entry it is."""
        return KINDS[self.kind_name]

    @property
    def is_cut(self) -> bool:
        """Whether parts of the body are not for everyone who may see the entry."""
        return bool(self.passages or self.unsaid)

    @property
    def path(self) -> str:
        """The uri without ending and final "/index"."""
        return path_of(self.uri)
