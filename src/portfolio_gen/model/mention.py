"""One source naming another, as written and not yet resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from portfolio_gen.model.field_types import Refers

FieldPath = tuple[str | int, ...]
"""Where a value stands in the front matter: ("competencies", 1, "because"); () is the body."""

Form = Literal["wiki", "embed", "link", "image", "definition", "html"]
"""How a link in a text is written: [[a]], ![[a]], [t](a), ![t](a), [r]: a, or an HTML attribute."""


@dataclass(frozen=True, slots=True)
class FieldMention:
    """A value of a field that names something else."""

    field: str
    """The field at the top level of the front matter."""
    at: FieldPath
    """Where exactly the value stands."""
    target: str
    """The name, without the brackets of a wiki-link."""
    refers: Refers
    """What it may name."""
    line: int
    """1-based line in the source file, front matter included."""
    column: int
    """1-based."""
    level: int | str | None = None
    """The level that is named together with a competency."""


@dataclass(frozen=True, slots=True)
class TextLink:
    """A link in a Markdown text, and the place it takes."""

    form: Form
    """How it is written."""
    start: int
    """Offset of its first character in the text."""
    end: int
    """Offset after its last character."""
    target: str
    """What it names, without the fragment; empty for a place on the same page."""
    fragment: str
    """What follows '#', without it; empty without one."""
    label: str
    """The words that are shown, as Markdown; empty for a wiki-link without text of its own."""
    destination: tuple[int, int]
    """Offsets of the destination itself, so that it can be replaced alone."""
    line: int
    """1-based line in the source file."""
    column: int
    """1-based."""


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A Markdown text and the links in it, in the order of the text, none inside code."""

    text: str
    links: tuple[TextLink, ...] = ()
