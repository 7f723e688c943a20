"""New entries, put where they belong: never over another file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import click

from portfolio_gen.editing.files.applying import apply
from portfolio_gen.editing.files.changes import Change, ChangedMeanwhileError
from portfolio_gen.problems import PortfolioError
from portfolio_gen.settings.project import Project

_TRIES = 100


def filed(text: str, uris: Iterator[str], project: Project) -> str:
    """The uri below which a new entry now stands: the first of those proposed at which there is nothing.

    Raises:
        click.ClickException: it can't be written.
    """
    for uri in islice(uris, _TRIES):
        path = project.content.resolve() / uri
        if os.path.lexists(path):
            continue
        try:
            apply([Change(path, None, text.encode("utf-8"))], project.root)
        except ChangedMeanwhileError as error:
            if not os.path.lexists(path):
                raise click.ClickException(str(error)) from None
            continue  # Somebody else was faster; there is a next number.
        except PortfolioError as error:
            raise click.ClickException(str(error)) from None
        return uri
    raise click.ClickException(f"all names for this entry are taken, up to number {_TRIES}")


def shown_path(path: Path) -> str:
    """A path as seen from where the user is; on another drive, the whole path."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return str(path)
