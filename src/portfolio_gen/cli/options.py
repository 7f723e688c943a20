"""Options that all commands share, and the project that they name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from portfolio_gen.model.audience import AUDIENCE_NAMES, audience_named
from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.project import Project, find_config, project_at, project_without_config


class AudienceType(click.ParamType[str]):
    """One of the audiences, blanks and case aside."""

    name = "audience"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        audience = audience_named(str(value))
        if audience is None:
            self.fail(f"{value!r} is no audience; use {', '.join(AUDIENCE_NAMES)}", param, ctx)
        return str(audience)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return f"[{'|'.join(AUDIENCE_NAMES)}]"


def project_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add -C, -f, --audience and --reader to a command."""
    options = (
        click.option(
            "-C", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR",
            help="Work as if started in this folder.",
        ),
        click.option(
            "-f", "config", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
            help="The configuration. Default: the mkdocs.yml of this folder or the nearest one above.",
        ),
        click.option("--audience", type=AudienceType(), help="For whom. Default: the option in mkdocs.yml."),
        click.option("--reader", metavar="ID", help="The person who reads. Default: the option in mkdocs.yml."),
    )  # fmt: skip
    for option in reversed(options):
        function = option(function)
    return function


def project_of(
    folder: Path | None, config: Path | None, audience: str | None, reader: str | None, path: Path | None = None
) -> Project:
    """The project that the options of a command name; `path` is a file or folder in it.

    Raises:
        click.UsageError: there is no such project, or its options can't be right.
    """
    overrides = {"audience": audience, "reader": reader}
    start = (path if path is None or path.is_dir() else path.parent) or folder or Path()
    try:
        found = config or find_config(start.resolve())
        if found is not None:
            return project_at(found, overrides)
        return project_without_config(start, overrides)
    except SettingsError as error:
        raise click.UsageError(str(error)) from None
