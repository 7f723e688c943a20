"""What folder, file name and first heading tell where the author wrote nothing."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from portfolio_gen.model.dates import PartialDate, date_in_name

_INDEX_NAMES = ("index", "README")


def kind_from_uri(uri: str, folders: Mapping[str, str]) -> str:
    """The kind that the folders tell: that of the nearest folder with a meaning, else `page`.

    `people/NAME/index.md` is a person. No other `index.md` or `README.md` is anything but a page.
    """
    parts = uri.split("/")
    stem = posixpath.splitext(parts[-1])[0]
    if stem in _INDEX_NAMES:
        return "person" if stem == "index" and len(parts) >= 3 and parts[-3] == "people" else "page"
    return next((folders[folder] for folder in reversed(parts[:-1]) if folder in folders), "page")


def date_from_uri(uri: str) -> PartialDate | None:
    """The date in the file's name; None without one."""
    return date_in_name(posixpath.splitext(posixpath.basename(uri))[0])
