"""A Markdown extension that stops engines that would not run the plugin, before they publish what it withholds.

Zensical passes over `plugins` and `hooks` without a word (zensical/config.py, 0.0.73), and would publish every
entry. It reads mkdocs.yml with PyYAML's own tags, as MkDocs does, so a name of this module in it is looked up
before anything is written:

    markdown_extensions:
      - portfolio_mkdocs.guard: !!python/name:portfolio_mkdocs.guard.OPTIONS

The extension's name alone stops Zensical at the first page, when it may have copied attachments already.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from typing import Any

import click
from markdown.extensions import Extension

_ENGINES = ("mkdocs.plugins", "properdocs.plugins")
"""Modules of the engines that run our plugin; they load them before they read a configuration."""
_OTHERS = ("zensical",)
"""Modules of engines that don't, and that may load one of the above for reasons of their own."""


class UnfilteredBuildError(click.ClickException):
    """An engine that doesn't run the plugin is about to build a content folder with everything in it.

    A command of click's, as Zensical's is, prints the message alone, and no traceback.
    """


def is_refused(modules: Collection[str]) -> bool:
    """Whether the engine that has loaded these modules is none that runs our plugin."""
    return any(name in modules for name in _OTHERS) or not any(name in modules for name in _ENGINES)


def __getattr__(name: str) -> Any:
    """The options of the extension: none. Looking them up is the moment at which an engine is refused."""
    if name != "OPTIONS":
        raise AttributeError(name)
    _refuse_others()
    return {}


class Guard(Extension):  # type: ignore[misc]  # Python-Markdown is not typed.
    """Does nothing to a text."""

    def extendMarkdown(self, md: Any) -> None:  # noqa: N802
        """Add nothing."""
        _refuse_others()


def makeExtension(**options: Any) -> Guard:  # noqa: N802
    """The extension, as Python-Markdown asks for it."""
    return Guard(**options)


def _refuse_others() -> None:
    if is_refused(sys.modules):
        raise UnfilteredBuildError(
            "portfolio: the build was stopped. This engine does not run the portfolio plugin, so it would publish "
            "everything, private entries included. Build with 'mkdocs build', or write a filtered copy with "
            "'portfolio pages OUT' and build that."
        )
