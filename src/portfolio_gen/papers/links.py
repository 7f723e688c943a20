"""Links of a document's parts: to other parts, into files that it carries, or nowhere."""

from __future__ import annotations

import base64
import posixpath
from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote, urlsplit

import nh3

from portfolio_gen.cleaning.allowed import ATTRIBUTES, SCHEMES, STYLES, TAGS
from portfolio_gen.model.paths import place_of
from portfolio_gen.papers.paper import Paper, PaperFile

_REFERRING = frozenset({"for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"})
"""Attributes that name ids."""


def sheet_anchor(number: int) -> str:
    """The id of a part, counted from 1."""
    return f"sheet-{number}"


def file_anchor(number: int) -> str:
    """The id of a file in the list of files, counted from 1."""
    return f"file-{number}"


def source_anchor(number: int) -> str:
    """The id of something in the list of sources, counted from 1."""
    return f"source-{number}"


def is_picture(file: PaperFile) -> bool:
    """Whether it is shown where it is referred to, rather than listed."""
    return file.media_type.startswith("image/")


def data_url(file: PaperFile) -> str:
    """The address that is the file itself (RFC 2397)."""
    return f"data:{file.media_type};base64,{base64.b64encode(file.content).decode('ascii')}"


def listed_files(paper: Paper) -> tuple[str, ...]:
    """The uris of files that are no pictures, in the order of their list."""
    return tuple(uri for uri, file in paper.files.items() if not is_picture(file))


def in_place(html: str, paper: Paper, number: int) -> str:
    """The clean HTML of a part with its links leading where they can in a document of one file.

    A link to another part leads there, one to a file to the list of files, and a picture is the file itself. What is
    not in the document is on the site, or in the list of sources if there is no site, or else words alone. Each id
    gets the number of its part.
    """
    write = _written(paper, number)
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    attributes["a"].add("rel")
    cleaner = nh3.Cleaner(
        tags=set(TAGS),
        attributes=attributes,
        generic_attribute_prefixes={"aria-"},
        attribute_filter=write,
        filter_style_properties=set(STYLES),
        url_schemes={*SCHEMES, "data"},
        link_rel=None,
    )
    return cleaner.clean(html)


def _written(paper: Paper, number: int) -> Callable[[str, str, str], str | None]:
    at = paper.sheets[number - 1].uri
    sheets = {place_of(sheet.uri): place for place, sheet in enumerate(paper.sheets, 1)}
    anchors = {uri: f"#{file_anchor(place)}" for place, uri in enumerate(listed_files(paper), 1)}
    if not paper.url:
        anchors |= {source.uri: f"#{source_anchor(place)}" for place, source in enumerate(paper.sources, 1)}

    def written(_tag: str, name: str, value: str) -> str | None:
        match name:
            case "id":
                return f"s{number}-{value}"
            case "href":
                return _destination(value, at, number, sheets, anchors, paper)
            case "src" | "poster":
                return _picture(value, at, paper.files)
            case _ if name in _REFERRING:
                return " ".join(f"s{number}-{one}" for one in value.split())
            case _:
                return value

    return written


def _destination(
    value: str, at: str, number: int, sheets: Mapping[str, int], anchors: Mapping[str, str], paper: Paper
) -> str | None:
    if value.startswith("#"):
        return f"#s{number}-{value[1:]}" if value != "#" else None
    parts = urlsplit(value)
    if parts.scheme in SCHEMES:
        return value
    uri = _uri(parts.path, at)
    if parts.scheme or parts.netloc or not uri:
        return None
    if place_of(uri) in sheets and uri.endswith(".md"):
        return f"#{sheet_anchor(sheets[place_of(uri)])}"
    if uri in anchors:
        return anchors[uri]
    return f"{paper.url}{address_of(uri)}" if paper.url and uri.endswith(".md") else None


def address_of(uri: str) -> str:
    """Where a site has a page, below its address: a folder, as MkDocs and most hosts make it."""
    place = place_of(uri)
    return f"{quote(place)}/" if place else ""


def _picture(value: str, at: str, files: Mapping[str, PaperFile]) -> str | None:
    parts = urlsplit(value)
    if parts.scheme or parts.netloc:
        return None
    file = files.get(_uri(parts.path, at))
    return data_url(file) if file is not None and is_picture(file) else None


def _uri(path: str, at: str) -> str:
    """The uri that a relative address names; empty if it is none below the content folder."""
    way = unquote(path)
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(at), way)) if way else ""
    return "" if uri.startswith(("../", "/")) or uri in ("..", ".") else uri
