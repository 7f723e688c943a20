"""What the place of a source tells: its path, its person, and words for it."""

from __future__ import annotations

import posixpath
import re

PAGE_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""Endings of files that hosts take for pages (mkdocs/utils, `markdown_extensions`)."""

_LEADING_DATE = re.compile(r"\A\d{4}-(?:W\d{2}|\d{2}(?:-\d{2})?)(?![0-9A-Za-z])[ _-]*")


def path_of(uri: str) -> str:
    """The uri of a page without its ending and without a final "/index": how its author thinks of it."""
    stem = posixpath.splitext(uri)[0] if uri.endswith(PAGE_ENDINGS) else uri
    return stem.removesuffix("/index")


def place_of(uri: str) -> str:
    """What all uris share that a host would write to one address, and that address as a browser has it.

    "a.md", "a/index.md", "a/README.md", "a/", "a.html" and "a/index.html" are the place "a"; the home page is "".
    """
    path = uri.removesuffix("/")
    path = path.removesuffix(".html") if path.endswith(".html") else path_of(path)
    if posixpath.basename(path) in ("index", "README"):
        path = posixpath.dirname(path)
    return "" if path == "." else path


def undated(path: str) -> str:
    """A path without the date in front of its last part; as it is if there is none, or nothing else."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, _LEADING_DATE.sub("", name) or name)


def person_folder(uri: str) -> str | None:
    """The path of the person in whose folder a source is ("people/ada"); None outside of such folders."""
    parts = uri.split("/")[:-1]
    for index in range(len(parts) - 2, -1, -1):
        if parts[index] == "people":
            return "/".join(parts[: index + 2])
    return None


def title_from_uri(uri: str) -> str:
    """The file's name as words: "2026-03-04-a-hard-week.md" is "A hard week"."""
    name = posixpath.basename(path_of(uri))
    if posixpath.splitext(name)[0] == "README":
        name = posixpath.basename(posixpath.dirname(uri)) or "Readme"
    words = _LEADING_DATE.sub("", name).replace("-", " ").replace("_", " ").strip() or name
    return " ".join((words[:1].upper() + words[1:]).split()) or "Untitled"
