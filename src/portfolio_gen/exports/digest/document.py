"""A digest as a value: plain words in parts, which every form shows in its own way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

WORDS = 400
"""How many words are read in two minutes."""
_ROOM = (12, 8, 6, 5, 4, 3, 2, 1)
"""How many lines a part may have, from the most."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing. All its words are plain, on one line, and hold nothing that acts."""

    text: str
    about: str = ""
    """What it is, and when; empty if there is nothing more to say."""
    below: str = ""
    """What it says in a sentence; empty without one."""
    entry: str = ""
    """The id of the entry; empty if it is about none."""
    link: str = ""
    """The address of its page, else its uri; empty if it is about none."""
    group: str = ""
    """Whose it is, where a part names several people; empty otherwise."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines below a heading."""

    code: str
    """What it is, for programs; the same in every language."""
    heading: str
    lines: tuple[Line, ...]
    """What matters most first; where they have groups, forms show them by group."""
    more: int = 0
    """How many lines were left out."""


@dataclass(frozen=True, slots=True)
class Section:
    """What is told of one person, or of everybody."""

    person: str
    """The name; empty in a digest that is about one person or about everybody."""
    parts: tuple[Part, ...]
    """None of them is empty."""
    entry: str = ""
    """The id of the person; empty without `person`."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What is read in two minutes."""

    kind: Literal["own", "mentor", "shared"]
    title: str
    intro: str
    """Since when."""
    sections: tuple[Section, ...]
    closing: tuple[str, ...]
    """What is said at the end, a sentence or two each."""
    note: str
    """For whom it was made, and when."""
    language: str
    more_words: str
    """"and %(num)s more", in the language of the digest."""
    audience: str
    reader: str
    """The id of the one for whom it is; empty if it is for nobody in particular."""
    since: date
    today: date
    has_addresses: bool
    """Whether links are addresses; otherwise they are uris, which lead nowhere by themselves."""
    is_empty: bool
    """Whether there is nothing to tell."""
    others: tuple[str, ...] = ()
    """The names of people for whom there was no room."""


def fitting(digest: Digest, words: int = WORDS) -> Digest:
    """The digest with as many lines as are read in two minutes; what is left out is counted.

    Each part keeps a line at least. People for whom there is no room then are named.
    """
    for room in _ROOM:
        found = replace(digest, sections=tuple(_cut(section, room) for section in digest.sections))
        if word_count(found) <= words:
            return found
    while len(found.sections) > 1 and word_count(found) > words:
        last = found.sections[-1]
        found = replace(found, sections=found.sections[:-1], others=(last.person, *found.others))
    return found


def word_count(digest: Digest) -> int:
    """How many words there are to read; addresses are none."""
    return sum(len(words.split()) for words in _said(digest))


def grouped(lines: tuple[Line, ...]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """The lines by group in the order of the alphabet; those without one come first."""
    names = sorted({line.group for line in lines}, key=lambda name: (name.casefold(), name))
    return tuple((name, tuple(line for line in lines if line.group == name)) for name in names)


def _cut(section: Section, room: int) -> Section:
    return replace(
        section,
        parts=tuple(
            replace(part, lines=part.lines[:room], more=max(len(part.lines) - room, 0)) for part in section.parts
        ),
    )


def _said(digest: Digest) -> Iterator[str]:
    yield from (digest.title, digest.intro, digest.note, *digest.closing, *digest.others)
    for section in digest.sections:
        yield section.person
        for part in section.parts:
            yield part.heading
            yield from {line.group for line in part.lines}
            for line in part.lines:
                yield from (line.text, line.about, line.below)
            if part.more:
                yield digest.more_words
