"""Where an entry comes from that its owner keeps outside of the site's content folder."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """What an entry is called among the sources of its owner, and whose these are."""

    folder: str
    """The folder of the site in which the owner's sources stand, and the id of the owner: "people/lena"."""
    uri: str
    """The source, as a '/'-path below the owner's content folder."""
    id: str
    """The id that the entry has there."""
