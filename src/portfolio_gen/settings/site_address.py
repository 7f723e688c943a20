"""Where the pages of a site are, as its configuration tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from portfolio_gen.model.paths import PAGE_ENDINGS

_ADDRESS = re.compile(r"https?://[\w.~:/%@&=+,;!*$\[\]-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """The address of a site, and the form of those of its pages."""

    url: str
    """It ends with "/"."""
    has_folders: bool = True
    """Whether each page has a folder of its own: "goals/talk/" rather than "goals/talk.html"."""

    def page(self, uri: str) -> str:
        """The address of the page at a uri."""
        ending = next((one for one in PAGE_ENDINGS if uri.endswith(one)), "")
        folder, _, name = uri.removesuffix(ending).rpartition("/")
        if name in ("index", "README"):
            path = f"{folder}/" if folder else ""
        else:
            path = f"{folder}/{name}".lstrip("/") + ("/" if self.has_folders else ".html")
        return self.url + quote(path, safe="/~")


def site_address(url: object, *, has_folders: bool = True) -> SiteAddress | None:
    """The site at an address; None if that is no address of the web."""
    if not isinstance(url, str) or not _ADDRESS.fullmatch(url.strip()):
        return None
    return SiteAddress(f"{url.strip().rstrip('/')}/", has_folders)


def site_address_in(config: Mapping[str, Any]) -> SiteAddress | None:
    """The site of a configuration (`site_url`, `use_directory_urls`); None if it names no address."""
    return site_address(config.get("site_url"), has_folders=config.get("use_directory_urls", True) is not False)
