"""A finished site, compared with its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from portfolio_gen.auditing.audit import Audit, Prepared, audited, prepared_audit
from portfolio_gen.auditing.beside import Companion
from portfolio_gen.auditing.furniture import Furniture
from portfolio_gen.build.attachments import attachments_of
from portfolio_gen.build.linked import Linked, linked_portfolio
from portfolio_gen.build.site import Build
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings


def audit(site: Path, tree: Tree, settings: Settings, furniture: Furniture, excluded: Iterable[str] = ()) -> Audit:
    """What a finished site holds of the sources that the audience of the settings may not see.

    Raises:
        SettingsError: the reader is no person.
        OSError: a file of the site can't be read.
    """
    outside = frozenset(excluded)
    linked = linked_portfolio(tree, settings, outside)
    attachments, _ = attachments_of(tree, linked, settings)
    return audited(site, _prepared(tree.without(outside), linked, attachments, settings, furniture))


def audit_beside(tree: Tree, settings: Settings, furniture: Furniture, build: Build) -> Companion[Path, Audit]:
    """Who answers what the site holds that is made from a build, once it is finished; it gets ready meanwhile."""

    def prepare() -> Callable[[Path], Audit]:
        prepared = _prepared(tree, build.linked, build.attachments, settings, furniture)
        return partial(audited, prepared=prepared)

    return Companion(prepare)


def _prepared(
    tree: Tree, linked: Linked, attachments: frozenset[str], settings: Settings, furniture: Furniture
) -> Prepared:
    return prepared_audit(
        tree, linked.everything, linked.portfolio, linked.links, attachments, furniture, settings.audience
    )
