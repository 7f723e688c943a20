"""Who may see an entry, from the least open to the most open audience."""

from __future__ import annotations

from enum import IntEnum


class Audience(IntEnum):
    """A larger number is more open, so an entry is in a build if its audience is >= the build's."""

    ME = 0
    """The author alone."""
    MENTOR = 1
    """The people whom the author names as mentors."""
    TEAM = 2
    """The author's team."""
    ORGANISATION = 3
    """Everyone who works where the author works."""
    PUBLIC = 4
    """Anyone."""

    def __str__(self) -> str:
        return self.name.lower()


AUDIENCE_NAMES: tuple[str, ...] = tuple(str(audience) for audience in Audience)
"""The words that authors write, from the least to the most open."""


def audience_named(text: str) -> Audience | None:
    """The audience that a word means, blanks around it and case aside; None if it means none."""
    word = text.strip().lower()
    return Audience[word.upper()] if word in AUDIENCE_NAMES else None
