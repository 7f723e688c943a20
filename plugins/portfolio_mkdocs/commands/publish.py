"""portfolio publish"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig

from portfolio_gen.cli.options import project_of, project_options, tree_of
from portfolio_gen.publishing.destination import destination_at
from portfolio_gen.publishing.openness import narrower_sources
from portfolio_gen.publishing.publish import Outcome, Wanted, publish, rehearse
from portfolio_gen.publishing.refusal import RefusedError
from portfolio_gen.settings.project import Project
from portfolio_mkdocs.commands.building import (
    BuildFailedError,
    build_into,
    host_configuration,
    log_on_stderr,
    source_links,
)
from portfolio_mkdocs.commands.report import report


@click.command("publish")
@click.argument("dest", type=click.Path(path_type=Path))
@project_options
@click.option("--replace-audience", is_flag=True, help="Replace a site of which the readers may see less than this.")
@click.option("--dry-run", is_flag=True, help="Build and audit, and say what would change; change nothing.")
@click.option("--strict", is_flag=True, help="Publish nothing if there are warnings.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(
    dest: Path,
    folder: Path | None,
    config: Path | None,
    audience: str | None,
    reader: str | None,
    replace_audience: bool,
    dry_run: bool,
    strict: bool,
    quiet: bool,
) -> None:
    """Build the site for one audience, audit it, and let it take the place of the former one at DEST.

    DEST becomes a link to a folder beside it, and is replaced in one step: whoever reads DEST finds the former
    site or the new one. It is a link that an earlier run has made, an empty folder, or nothing.

    Exits with 0 if the site is published or nothing has changed, 1 if there are errors, 2 if the command or the
    configuration is wrong, or DEST is refused. Unless a site was published, DEST is as it was.
    """
    project = project_of(folder, config, audience, reader)
    path = dest if folder is None or dest.is_absolute() else folder / dest
    settings = project.settings
    with _errors_in_words(path), log_on_stderr(quiet=quiet):
        place, host = _destination(path, project, strict=strict)
        wanted = Wanted(
            lambda site: build_into(site, host, settings), settings.audience, settings.reader, replace_audience
        )
        outcome = Outcome(rehearse(place, wanted)) if dry_run else publish(place, wanted)
    if not quiet:
        for line in report(path, settings, outcome.difference, host.site_url, is_rehearsal=dry_run):
            click.echo(line)
    if outcome.remains:
        lines = "\n".join(f"  {line}" for line in outcome.remains)
        raise click.ClickException(f"a former site is still on the disk, remove it yourself:\n{lines}")


@contextlib.contextmanager
def _errors_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except RefusedError as error:
        raise click.UsageError(str(error)) from None
    except BuildFailedError as error:
        raise click.ClickException(f"nothing was published: {error}") from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or path}: {error.strerror or error}") from None


def _destination(path: Path, project: Project, *, strict: bool) -> tuple[Path, MkDocsConfig]:
    """Where to publish, and MkDocs' configuration of what.

    Raises:
        RefusedError: the destination overlaps with the sources, or the site would lead to them.
        BuildFailedError: the configuration can't be right.
    """
    if project.config is None:
        raise RefusedError("there is no mkdocs.yml here or above, and MkDocs needs one")
    place = destination_at(path, content=project.content, project=project.config.absolute().parent)
    for one in project.settings.include:
        destination_at(path, content=one.content, project=one.root)
    host = host_configuration(project.config.absolute(), strict=strict)
    linked = source_links(host)
    if linked:
        _refuse_links(linked, project)
    return place, host


def _refuse_links(linked: tuple[str, ...], project: Project) -> None:
    # The links lead to the site's own repository, and included folders have theirs.
    tree, _ = tree_of(replace(project, settings=replace(project.settings, include=())))
    narrower = narrower_sources(tree, project.settings)
    if narrower:
        more = f" and {len(narrower) - 1} more are" if len(narrower) > 1 else " is"
        raise RefusedError(
            f"{' and '.join(linked)} in {project.config.name if project.config else 'mkdocs.yml'} would lead readers "
            f"to the sources, of which {narrower[0]}{more} not, or not wholly, for '{project.settings.audience}'; "
            "remove the setting (or write \"repo_url: ''\" and \"edit_uri: ''\" if it is inherited)"
        )
