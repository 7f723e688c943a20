"""What a site's navigation holds: never an entry or a person, since each page carries the whole of it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from portfolio_gen.figures.people import people_of
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.views.not_found import NOT_FOUND
from portfolio_gen.views.overviews import OVERVIEWS
from portfolio_gen.views.places import Places
from portfolio_gen.withholding.navigation import NavItem


def default_navigation(portfolio: Portfolio, places: Places) -> tuple[NavItem, ...]:
    """Home, ordinary pages in folders as MkDocs orders them, then the overviews; a matrix only of several people."""
    is_of_many = len(people_of(portfolio)) > 1
    home, *overviews = (
        places.uris[name]
        for name, overview in OVERVIEWS.items()
        if (is_of_many or name != "matrix") and (name in places.generated or not overview.is_for_reader)
    )
    pages = [page.uri for page in portfolio.of_kind("page") if page.uri not in (home, *overviews, NOT_FOUND)]
    return (home, *_nested(pages), *overviews)


def out_of_navigation(portfolio: Portfolio, places: Places) -> frozenset[str]:
    """The uris of entries, persons and pages of the journal."""
    entries = (entry.uri for entry in portfolio.entries.values() if entry.kind_name != "page")
    return frozenset([*entries, *(uri for uris in places.journal.values() for uri in uris)])


def _nested(uris: Iterable[str]) -> list[NavItem]:
    """Uris below headings for their folders: a folder's index first, folders after files."""
    top: list[NavItem] = []
    folders: dict[str, list[NavItem]] = {"": top}
    for uri in sorted(uris, key=_host_order):
        _folder(posixpath.dirname(uri), folders).append(uri)
    return top


def _folder(path: str, folders: dict[str, list[NavItem]]) -> list[NavItem]:
    if path not in folders:
        folders[path] = []
        heading = posixpath.basename(path).replace("-", " ").replace("_", " ")
        parent = _folder(posixpath.dirname(path), folders)
        parent.append({heading.capitalize() if heading.islower() else heading: folders[path]})
    return folders[path]


def _host_order(uri: str) -> tuple[list[str], bool, str]:
    *folders, name = uri.split("/")
    return folders, posixpath.splitext(name)[0] not in ("index", "README"), name
