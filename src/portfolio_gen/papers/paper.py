"""A document of one file, before it is HTML or PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sheet:
    """One part of a document, as Markdown."""

    uri: str
    """Where it would stand on a site; links of other sheets to it lead to this part."""
    title: str
    """One line of plain words."""
    text: str
    """Markdown with its title as a heading of the first level, and relative links to `.md` pages and files."""
    is_summary: bool = False
    """Whether it stands before the contents, with headings of the first level."""


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file that a document carries."""

    media_type: str
    """Such as "image/png"."""
    content: bytes
    """What is published of it: without what tells of its author."""


@dataclass(frozen=True, slots=True)
class PaperSource:
    """Something that a document tells of and doesn't hold, listed so that it can be looked up."""

    uri: str
    """Where its Markdown stands, below the content folder."""
    title: str
    """One line of plain words."""
    about: str
    """What it is, in a line of plain words."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that needs no site and no network."""

    title: str
    """One line of plain words."""
    language: str
    """The language of the words around the sheets; one of `wording.catalogues.languages()`."""
    note: str
    """For whom it was made and when, in a line of plain words; it stands at the foot of each printed page."""
    sheets: tuple[Sheet, ...]
    """The summary first, then what it is about."""
    files: Mapping[str, PaperFile] = field(default_factory=dict)
    """Pictures and other files to which the sheets refer, by uri."""
    form: str = ""
    """The HTML of a form behind the sheets, which is trusted; empty without one."""
    url: str = ""
    """The address of a site with the pages that are not in the document, ending in "/"; empty without one."""
    sources: tuple[PaperSource, ...] = ()
    """What is told of and is not in the document; links to it lead to its place in their list."""
