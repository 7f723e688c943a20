"""Options that all commands share, and the project that they name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from portfolio_gen.model.audience import AUDIENCE_NAMES, audience_named
from portfolio_gen.reading.included import with_included
from portfolio_gen.reading.sources import Tree, read_tree
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

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return [CompletionItem(name) for name in AUDIENCE_NAMES if name.startswith(incomplete.strip().lower())]


def place_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add -C and -f to a command: where the project is."""
    options = (
        click.option(
            "-C", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR",
            help="Work as if started in this folder.",
        ),
        click.option(
            "-f", "config", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
            help="The configuration. Default: the mkdocs.yml of this folder or the nearest one above.",
        ),
    )  # fmt: skip
    return _with(function, options)


def project_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add -C, -f, --audience and --reader to a command: where the project is, and for whom."""
    options = (
        click.option("--audience", type=AudienceType(), help="For whom. Default: the option in mkdocs.yml."),
        click.option("--reader", metavar="ID", help="The person who reads. Default: the option in mkdocs.yml."),
    )
    return place_options(_with(function, options))


def _with(function: Callable[..., Any], options: tuple[Callable[..., Any], ...]) -> Callable[..., Any]:
    for option in reversed(options):
        function = option(function)
    return function


def project_of(
    folder: Path | None,
    config: Path | None,
    audience: str | None = None,
    reader: str | None = None,
    path: Path | None = None,
) -> Project:
    """The project that the options of a command name; `path` is a file or folder in it.

    Raises:
        click.UsageError: there is no such project, or its options can't be right.
    """
    overrides = {"audience": audience, "reader": reader}
    base = folder or Path()
    if config is not None and not (config := base / config).is_file():
        raise click.UsageError(f"there is no configuration '{config}'")
    start = (path if path is None or path.is_dir() else path.parent) or base
    try:
        found = config or find_config(start.resolve())
        if found is None:
            return project_without_config(start, overrides)
        project = project_at(found, overrides)
        return project if path is None or _holds(project, path) else _other_folder(path, overrides)
    except SettingsError as error:
        raise click.UsageError(str(error)) from None


def tree_of(project: Project) -> tuple[Tree, frozenset[str]]:
    """The content of a project with what it includes, and the uris of pages that hosts leave out."""
    tree, left_out_by_owners = with_included(read_tree(project.content), project.settings.include)
    pages = {source.uri for source in tree.sources} | tree.unreadable
    left_out = project.excluded(pages | tree.attachments)
    return replace(tree, attachments=tree.attachments - left_out), (left_out & pages) | left_out_by_owners


def _holds(project: Project, path: Path) -> bool:
    """Whether a path is inside the content of a project, or holds it."""
    content, target = project.content.resolve(), path.resolve()
    return content.is_relative_to(target) or target.is_relative_to(content)


def _other_folder(path: Path, overrides: Mapping[str, Any]) -> Project:
    """A folder that lies in a project, but not in its content, as a portfolio of its own."""
    if not path.is_dir():
        raise click.UsageError(f"'{path}' is not in the content folder of its project")
    return project_without_config(path, overrides)
