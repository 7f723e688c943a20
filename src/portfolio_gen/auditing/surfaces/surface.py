"""One stretch of text in a file of a site, and where in the file it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Surface:
    """Some text that a reader, a program or a search could get out of a file."""

    name: str
    """What holds it: "text", "attribute", "text in gzip"."""
    text: str

    def inside(self, holder: str) -> Surface:
        """The same, said to be in something else."""
        return Surface(f"{self.name} in {holder}", self.text)


@dataclass(frozen=True, slots=True)
class Closed:
    """Something in a file that can't be looked into, such as an archive with a password."""

    name: str
    """What it is."""

    def inside(self, holder: str) -> Closed:
        """The same, said to be in something else."""
        return Closed(f"{self.name} in {holder}")


@dataclass(frozen=True, slots=True)
class Payload:
    """The bytes of a whole file inside another."""

    name: str
    """What holds it."""
    content: bytes


class Room:
    """How many bytes may still be unpacked of one file: whatever is inside it, at any depth, counts together."""

    def __init__(self, left: int = 128 * 1024 * 1024) -> None:
        self.left = left

    def takes(self, size: int) -> bool:
        """Whether so many bytes more may be unpacked; if so, they count from now on."""
        is_enough = 0 <= size <= self.left
        self.left -= size if is_enough else 0
        return is_enough
