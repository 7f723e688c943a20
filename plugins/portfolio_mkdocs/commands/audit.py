"""portfolio audit"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from mkdocs.theme import Theme

from portfolio_gen.auditing.audit import Audit
from portfolio_gen.auditing.furniture import Furniture
from portfolio_gen.build import audit
from portfolio_gen.cli.options import project_of, project_options, tree_of
from portfolio_gen.cli.output import write_output
from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.include import included_near
from portfolio_gen.settings.mkdocs_yml import read_config
from portfolio_gen.settings.project import Project
from portfolio_mkdocs.auditing import furniture_of


@click.command("audit")
@click.argument("site", type=click.Path(path_type=Path))
@project_options
@click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Write what was checked to this file, as JSON. It quotes nothing that is withheld.",
)  # fmt: skip
def command(
    site: Path, folder: Path | None, config: Path | None, audience: str | None, reader: str | None, report: Path | None
) -> None:
    """Search a finished site for what its audience may not see.

    SITE is the folder of the site. Every file in it is read, in every encoding that hides text, for the titles,
    ids, file names, texts and attachments of withheld entries. What is found is told by file and by source, and
    never quoted. A build does the same by itself.

    Exits with 0 if nothing is found, 1 if something is, 2 if the command or the configuration is wrong.
    """
    site = site if folder is None else folder / site
    if not site.is_dir():
        raise click.UsageError(f"there is no folder '{site}'")
    project = project_of(folder, config, audience, reader)
    content, place = project.content.resolve(), site.resolve()
    is_near = content == place or content in place.parents or place in content.parents
    if is_near or included_near(site, project.settings.include) is not None:
        raise click.UsageError(f"'{site}' and the content folder overlap; name the folder of a finished site")
    tree, excluded = tree_of(project)
    try:
        written = read_config(project.config) if project.config is not None else {}
        found = audit(site, tree, project.settings, _furniture(project, written), excluded, nav=written.get("nav"))
    except SettingsError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or site}: {error.strerror}") from None
    if report is not None:
        write_output(report if folder is None else folder / report, json.dumps(found.report(), indent=2) + "\n")
    for leak in found.leaks:
        click.echo(str(leak))
    click.echo(_summary(found))
    raise SystemExit(1 if found.leaks else 0)


def _summary(found: Audit) -> str:
    files = "1 file" if found.seen.files == 1 else f"{found.seen.files:,} files"
    closed = f"; {len(found.seen.closed)} could not be looked into" if found.seen.closed else ""
    if not found.leaks:
        return f"{files} read for {found.audience}: nothing withheld found{closed}"
    places = "1 place" if len(found.leaks) == 1 else f"{len(found.leaks):,} places"
    return f"{files} read for {found.audience}: something withheld in {places}{closed}"


def _furniture(project: Project, written: Mapping[str, Any]) -> Furniture:
    """What the theme of a project brings; nothing if the project has no configuration."""
    if project.config is None:
        return Furniture()
    theme = written.get("theme") or "mkdocs"
    options: Mapping[str, Any] = {"name": theme} if isinstance(theme, str) else dict(theme)
    custom = options.get("custom_dir")
    folder = {"custom_dir": str(project.config.parent / custom)} if isinstance(custom, str) else {}
    said = ("site_author", "site_description")
    return furniture_of(
        Theme(**{"name": None, **options, **folder}),
        site_name=project.settings.site_name,
        **{name: str(written.get(name) or "") for name in said},
    )
