"""portfolio pages"""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.build import Build, build_site
from portfolio_gen.cli.options import project_of, project_options, tree_of
from portfolio_gen.exports.host_config import CONTENT, host_config
from portfolio_gen.exports.pages_project import RefusedError, write_project
from portfolio_gen.problems import Severity, errors
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.include import included_near
from portfolio_gen.settings.project import Project
from portfolio_gen.views.assets import SCRIPT, STYLE_SHEET
from portfolio_gen.withholding.navigation import withheld_places


@click.command("pages")
@click.argument("out", type=click.Path(path_type=Path))
@project_options
@click.option("--force", is_flag=True, help="Replace a folder that an earlier run has written.")
def command(
    out: Path, folder: Path | None, config: Path | None, audience: str | None, reader: str | None, force: bool
) -> None:
    """Write a whole project of plain Markdown for one audience into the folder OUT.

    It holds what the audience may see, with links resolved and overviews generated, and a mkdocs.yml without
    this generator's plugin, so that any engine that reads one can build it. The folder appears whole or not at
    all. With errors nothing is written, and the exit status is 1.
    """
    project = project_of(folder, config, audience, reader)
    place = out if folder is None or out.is_absolute() else folder / out
    if included_near(place, project.settings.include) is not None:
        raise click.UsageError(f"{out}: this folder and an included one overlap; write somewhere else")
    tree, excluded = tree_of(project)
    try:
        build = build_site(tree, project.settings, excluded, cleans_markdown=True)
    except SettingsError as error:
        raise click.UsageError(str(error)) from None
    for problem in build.problems if not build.is_stopped else errors(build.problems):
        if problem.severity is not Severity.NOTE:
            click.echo(f"{problem.severity}: {problem}", err=True)
    if build.is_stopped:
        raise click.ClickException("there are errors, so nothing was written")
    try:
        _write(place, build, tree, project, replace=force)
    except RefusedError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or out}: {error.strerror}") from None
    pages = len(build.written) + len(build.generated)
    click.echo(f"{out}: {pages} pages and {len(build.attachments)} attachments for {project.settings.audience}")


def _write(out: Path, build: Build, tree: Tree, project: Project, *, replace: bool) -> None:
    published = {*build.written, *build.attachments}
    own = {source.uri for source in tree.sources} | tree.attachments | tree.unreadable
    configuration = host_config(
        project.config,
        site_name=project.settings.site_name,
        navigation=build.navigation,
        withheld=withheld_places(own, (*published, *(page.uri for page in build.generated))),
        style_sheets=[STYLE_SHEET],
        scripts=[SCRIPT],
    )
    pages = (*build.written.values(), *build.generated)
    texts: dict[str, str | bytes] = {f"{CONTENT}/{page.uri}": page.source for page in pages}
    texts |= {f"{CONTENT}/{uri}": content for uri, content in build.assets.items()}
    attachments = {f"{CONTENT}/{uri}": tree.path_of(uri) or project.content / uri for uri in build.attachments}
    copies = {name: path for path, name in configuration.copies}
    texts |= {"mkdocs.yml": configuration.text}
    write_project(out, texts, copies, attachments=attachments, replace=replace, protected=project.content)
