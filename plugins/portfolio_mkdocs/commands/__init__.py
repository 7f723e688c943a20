"""The commands that run MkDocs; `portfolio` finds them by the entry point of this package. Imports nothing."""

from __future__ import annotations

from collections.abc import Mapping

COMMANDS: Mapping[str, tuple[str, str]] = {
    "audit": ("portfolio_mkdocs.commands.audit", "Search a finished site for what its audience may not see."),
    "publish": ("portfolio_mkdocs.commands.publish", "Put a site in the place of the former one, in one step."),
}
"""As COMMANDS in portfolio_gen.cli."""
