"""A finished site, compared with its sources."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from portfolio_gen.auditing.audit import Audit, audited
from portfolio_gen.auditing.furniture import Furniture
from portfolio_gen.build.attachments import attachments_of
from portfolio_gen.build.linked import linked_portfolio
from portfolio_gen.build.site import Build
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings


def audit(
    site: Path,
    tree: Tree,
    settings: Settings,
    furniture: Furniture,
    excluded: Iterable[str] = (),
    build: Build | None = None,
) -> Audit:
    """What a finished site holds of the sources that the audience of the settings may not see.

    With the `build` that the site was made from, its sources are not read again.

    Raises:
        SettingsError: the reader is no person.
        OSError: a file of the site can't be read.
    """
    outside = frozenset(excluded)
    linked = build.linked if build is not None else linked_portfolio(tree, settings, outside)
    attachments = build.attachments if build is not None else attachments_of(tree, linked, settings)[0]
    return audited(
        site, tree.without(outside), linked.everything, linked.portfolio, linked.links, attachments, furniture,
        settings.audience,
    )  # fmt: skip
