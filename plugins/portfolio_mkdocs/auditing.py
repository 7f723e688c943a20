"""The audit of what MkDocs has written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.theme import Theme

from portfolio_gen.auditing.audit import Audit
from portfolio_gen.auditing.beside import Companion
from portfolio_gen.auditing.furniture import Furniture
from portfolio_gen.build import Build, audit_beside
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings

_MOST = 50
"""How many leaks are told; whoever has more has one cause."""
_SEARCH_WORDS = "lang separator pipeline stopWordFilter stemmer trimmer fields boost suggest location config docs"
"""What a search index says of itself (mkdocs/contrib/search/search_index.py, 1.6.1)."""


def furniture_of(
    theme: Theme,
    *,
    site_name: str,
    site_author: str = "",
    site_description: str = "",
) -> Furniture:
    """What a theme and the owner of a site put on its pages."""
    said = (site_name, site_author, site_description, _SEARCH_WORDS)
    return Furniture(tuple(Path(folder) for folder in theme.dirs), said)


def auditor_of(config: MkDocsConfig, tree: Tree, build: Build, settings: Settings, nav: Any) -> Companion[Path, Audit]:
    """Who audits the site that MkDocs is about to write; `nav` is as its owner has written it."""
    furniture = furniture_of(
        config.theme,
        site_name=config.site_name,
        site_author=config.site_author or "",
        site_description=config.site_description or "",
    )
    return audit_beside(tree, settings, furniture, build, nav=nav)


def audit_or_remove(auditor: Companion[Path, Audit], site: Path) -> None:
    """Audit a finished site; with a leak, or unread, nothing of it is left.

    Raises:
        PluginError: something withheld is on the site.
    """
    try:
        found = auditor.answer_to(site)
    except BaseException:
        _remove(site)
        raise
    if found.leaks:
        _remove(site)
        raise PluginError("\n".join(_told(found)))


def _told(found: Audit) -> Iterator[str]:
    count = "1 place" if len(found.leaks) == 1 else f"{len(found.leaks)} places"
    yield f"portfolio: the finished site held what {found.audience} may not see, in {count}, so it was removed"
    yield from (f"  {leak}" for leak in found.leaks[:_MOST])
    if len(found.leaks) > _MOST:
        yield f"  and {len(found.leaks) - _MOST} more"
    yield "  Another plugin, a hook, the theme or a setting has put it there: take it out, or open the source."


def _remove(site: Path) -> None:
    """Everything that was built; a repository in the folder, with which some hosts deploy, is not the site."""
    for path in site.iterdir():
        if path.is_dir() and not path.is_symlink():
            if path.name != ".git":
                shutil.rmtree(path)
        else:
            path.unlink()
