"""What only Material understands."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

PRUNE = "navigation.prune"
MANY_PAGES = 100
"""How many pages a navigation holds before each page carries only its own part of it."""


def is_material(config: MkDocsConfig) -> bool:
    """Whether the site's theme is Material, or has its name from it."""
    return (config.theme.name or "").startswith("material")


def prune_navigation(config: MkDocsConfig, navigation: Any) -> None:
    """Let each page carry only its part of a long navigation that nobody has written.

    The whole of it on every page costs the square of their number: 1,800 notes made a site of 1.1 GB in
    67 s, and with this one of 68 MB in 10 s. Whoever wrote a navigation, or chose to see all of it, has it so.
    """
    features = list(config.theme.get("features") or ())
    if is_material(config) and _count(navigation) > MANY_PAGES and not {PRUNE, "navigation.expand"} & set(features):
        config.theme["features"] = [*features, PRUNE]


def _count(navigation: Any) -> int:
    if isinstance(navigation, str):
        return 1
    return sum(map(_count, navigation.values() if isinstance(navigation, dict) else navigation))
