"""What a reader would find new, changed or gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from portfolio_gen.publishing.manifest import Published


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sites compared, file by file; each file is in exactly one of the four, by its '/'-path, sorted."""

    added: tuple[str, ...]
    """Only in the new site."""
    changed: tuple[str, ...]
    """In both, with other bytes."""
    withdrawn: tuple[str, ...]
    """Only in the former site."""
    same: tuple[str, ...]
    """In both, byte for byte."""

    @property
    def is_none(self) -> bool:
        """Whether the two sites are equal."""
        return not (self.added or self.changed or self.withdrawn)


def difference(former: Mapping[str, Published], new: Mapping[str, Published]) -> Difference:
    """The difference between the files of two sites."""
    both = sorted(former.keys() & new.keys())
    return Difference(
        added=tuple(sorted(new.keys() - former.keys())),
        changed=tuple(uri for uri in both if former[uri] != new[uri]),
        withdrawn=tuple(sorted(former.keys() - new.keys())),
        same=tuple(uri for uri in both if former[uri] == new[uri]),
    )


def address_of(uri: str, site_url: str | None) -> str:
    """Where a browser finds a file; without the site's own address, its path in the site."""
    if not site_url:
        return uri
    place = uri.removesuffix("index.html") if uri == "index.html" or uri.endswith("/index.html") else uri
    return f"{site_url.rstrip('/')}/{quote(place)}"
