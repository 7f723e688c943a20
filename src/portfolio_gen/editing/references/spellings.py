"""How a reference would be written for something that is elsewhere now, as close to the author's way as can be."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from portfolio_gen.model.paths import PAGE_ENDINGS, path_of, place_of, undated

_UNSAFE = re.compile(r"[^\w/.~-]")


@dataclass(frozen=True, slots=True)
class Named:
    """What a reference names: an entry or an attachment, before and after."""

    old_uri: str
    new_uri: str
    old_id: str = ""
    """Of an entry; empty for an attachment."""
    new_id: str = ""
    """Of an entry; empty for an attachment."""


def spellings(name: str, named: Named, old_source: str, new_source: str) -> Iterator[str]:
    """Names to try, the most like the author's first; an id, a path, its tail, or the way from the source.

    A full path stays one, a tail stays as short as it may be, a relative link stays relative, an ending stays.
    """
    ending = next((one for one in PAGE_ENDINGS if name.endswith(one)), "")
    new_ending = posixpath.splitext(named.new_uri)[1] if ending else ""
    names = list(_like(name.removesuffix(ending), named))
    way = relative(name, named.new_uri, new_source)
    if not names and _place(name, old_source) in (place_of(named.old_uri), named.old_uri):
        yield way
    for one in [*names, *_tails(path_of(named.new_uri), 1), *filter(None, (named.new_id,))]:
        yield f"{one}{new_ending}"
    yield way


def relative(name: str, uri: str, source: str) -> str:
    """The way from a source to a uri, with or without an ending, '/' in front or behind as the former name had it."""
    is_full = name.endswith(PAGE_ENDINGS) or not uri.endswith(PAGE_ENDINGS)
    target = uri if is_full else path_of(uri)
    behind = "/" if name.endswith("/") and not target.endswith("/") else ""
    if name.startswith("/"):
        return f"/{target}{behind}"
    way = posixpath.relpath(target or ".", posixpath.dirname(source) or ".")
    dot = "./" if name.startswith("./") and not way.startswith(".") else ""
    return f"{dot}{way}{behind}"


def destination(raw: str, way: str) -> str:
    """A relative link's destination that leads another way; query, fragment and blanks stay as they were written."""
    match = re.search(r"\?|(?<!&)#", raw)
    path, rest = (raw[: match.start()], raw[match.start() :]) if match else (raw, "")
    safe = " " if " " in path.strip() else ""
    return _UNSAFE.sub(lambda sign: sign[0] if sign[0] in safe else quote(sign[0], safe=""), way) + rest


def _like(name: str, named: Named) -> Iterator[str]:
    """Names of the kind that the author chose; none if it was the way from the source, or an alias."""
    old, new = path_of(named.old_uri), path_of(named.new_uri)
    count = name.count("/") + 1
    if named.old_id and name == named.old_id != old:
        yield named.new_id
    elif name == old and count > 1:
        yield new
    elif name in _tails(old, 1):
        yield from _tails(new, count)
    elif name.endswith("/index") and name.removesuffix("/index") in _tails(old, 1) and _is_index(named.new_uri):
        yield from (f"{tail}/index" for tail in _tails(new, count - 1))
    elif name in _tails(undated(old), 1):
        yield from _tails(undated(new), count)


def _tails(path: str, at_least: int) -> list[str]:
    """The tails of a path with so many parts or more, the shortest first."""
    parts = path.split("/")
    return ["/".join(parts[-count:]) for count in range(min(at_least, len(parts)), len(parts) + 1)]


def _is_index(uri: str) -> bool:
    return path_of(uri) != posixpath.splitext(uri)[0]


def _place(name: str, source: str) -> str:
    base = "" if name.startswith("/") else posixpath.dirname(source)
    place = posixpath.normpath(posixpath.join(base, name.lstrip("/")))
    return place_of(place) if place.endswith(PAGE_ENDINGS) or "." not in posixpath.basename(place) else place
