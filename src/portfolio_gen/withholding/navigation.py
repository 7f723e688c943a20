"""A site's navigation without what is withheld."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Any

NavItem = str | dict[str, Any]
"""A uri, or a heading with the items below it: the form of `nav` in mkdocs.yml."""


def without_withheld(nav: Any, is_withheld: Callable[[str], bool]) -> Any:
    """A navigation that its owner has written, less the lines that name something withheld.

    A heading with nothing left below it goes too. MkDocs would print title and path of such lines on every
    page (structure/nav.py, 1.6.1).
    """
    match nav:
        case str():
            return None if is_withheld(posixpath.normpath(nav.lstrip("/"))) else nav
        case dict():
            kept = {title: without_withheld(below, is_withheld) for title, below in nav.items()}
            return {title: below for title, below in kept.items() if below not in (None, [], {})} or None
        case list():
            return [one for one in (without_withheld(item, is_withheld) for item in nav) if one is not None]
        case _:
            return nav
