"""A site's navigation without what is withheld."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from portfolio_gen.model.paths import place_of

NavItem = str | dict[str, Any]
"""A uri, or a heading with the items below it: the form of `nav` in mkdocs.yml."""


def without_withheld(nav: Any, withheld: Collection[str]) -> Any:
    """A navigation that its owner has written, less the lines that lead to one of some places.

    A heading with nothing left below it goes too. MkDocs would print title and path of such lines on every
    page (structure/nav.py, 1.6.1), so a line counts however it is written: as a file or as an address.
    """
    match nav:
        case str():
            return None if _place(nav) in withheld else nav
        case dict():
            kept = {title: without_withheld(below, withheld) for title, below in nav.items()}
            return {title: below for title, below in kept.items() if below not in (None, [], {})} or None
        case list():
            return [one for one in (without_withheld(item, withheld) for item in nav) if one is not None]
        case _:
            return nav


def titles_of(nav: Any) -> Iterator[str]:
    """The headings and titles that the owner of a navigation has given, in its order."""
    match nav:
        case dict():
            for title, below in nav.items():
                yield str(title)
                yield from titles_of(below)
        case list():
            for one in nav:
                yield from titles_of(one)


def meta_without_withheld(meta: Mapping[str, Any], withheld: Collection[str]) -> Mapping[str, Any]:
    """Front matter for a host, less the lines of its `links` that lead to one of some places.

    Material's blog lists these beside a post, in the form of a navigation.
    """
    return {**meta, "links": without_withheld(meta["links"], withheld)} if meta.get("links") else meta


def withheld_places(own: Iterable[str], published: Iterable[str]) -> frozenset[str]:
    """The places of the uris of a content folder at which nothing is published."""
    return frozenset(map(place_of, own)) - frozenset(map(place_of, published))


def _place(line: str) -> str | None:
    if "://" in line:
        return None
    return place_of(posixpath.normpath(unquote(line.partition("#")[0].partition("?")[0]).lstrip("/")))
