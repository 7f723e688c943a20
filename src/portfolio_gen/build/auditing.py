"""A finished site, compared with its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from portfolio_gen.auditing.audit import Audit, Prepared, audited, prepared_audit
from portfolio_gen.auditing.beside import Companion
from portfolio_gen.auditing.furniture import Furniture
from portfolio_gen.build.attachments import attachments_of
from portfolio_gen.build.linked import Linked, linked_portfolio
from portfolio_gen.build.site import Build
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.views.places import generated_uris, places_of
from portfolio_gen.withholding.navigation import titles_of, withheld_places, without_withheld


def audit(
    site: Path, tree: Tree, settings: Settings, furniture: Furniture, excluded: Iterable[str] = (), *, nav: Any = None
) -> Audit:
    """What a finished site holds of the sources that the audience of the settings may not see.

    `nav` is the navigation that its owner has written; titles of lines that are shown are the owner's words.

    Raises:
        SettingsError: the reader is no person.
        OSError: a file of the site can't be read.
    """
    outside = frozenset(excluded)
    linked = linked_portfolio(tree, settings, outside)
    attachments, _ = attachments_of(tree, linked, settings)
    # What the site's host leaves out may be on the site in another way; what other owners leave out may not.
    meant = tree.without(frozenset(uri for uri in outside if not tree.is_included(uri)))
    return audited(site, _prepared(meant, linked, attachments, settings, furniture, nav))


def audited_folder(
    folder: Path, tree: Tree, linked: Linked, attachments: frozenset[str], settings: Settings, furniture: Furniture
) -> Audit:
    """What the files of a folder hold of the sources that the audience may not see, for who has linked them already.

    Raises:
        OSError: a file can't be read.
    """
    return audited(folder, _prepared(tree, linked, attachments, settings, furniture, None))


def audit_beside(
    tree: Tree, settings: Settings, furniture: Furniture, build: Build, *, nav: Any = None
) -> Companion[Path, Audit]:
    """Who answers what the site holds that is made from a build, once it is finished; it gets ready meanwhile."""

    def prepare() -> Callable[[Path], Audit]:
        prepared = _prepared(tree, build.linked, build.attachments, settings, furniture, nav)
        return partial(audited, prepared=prepared)

    return Companion(prepare)


def _prepared(
    tree: Tree, linked: Linked, attachments: frozenset[str], settings: Settings, furniture: Furniture, nav: Any
) -> Prepared:
    own = (*(source.uri for source in tree.sources), *tree.attachments, *tree.unreadable)
    visible = linked.portfolio
    generated = generated_uris(visible, places_of(visible, has_reader=linked.reader is not None))
    shown = (*(entry.uri for entry in visible.entries.values()), *attachments, *generated)
    titles = titles_of(without_withheld(nav, withheld_places(own, shown)))
    furniture = replace(furniture, texts=(*furniture.texts, *titles))
    return prepared_audit(
        tree, linked.everything, linked.portfolio, linked.links, attachments, furniture, settings.audience
    )
