"""What the second reader says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Advice:
    """One sentence of help for the writer of an entry. It weighs nothing and counts for nothing."""

    uri: str
    """The entry's source, as a '/'-path below the content folder."""
    line: int
    """1-based, front matter included."""
    column: int
    """1-based, in characters."""
    code: str
    """A stable name for what it is about: one of those in the language's file."""
    sentence: str
    """What might help, and why."""
    example: str
    """What a next sentence or field could look like; the words are the writer's own business."""
