"""What the commands that change one entry have in common: find it, change it, say what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.applying import deliver, finish_former
from portfolio_gen.cli.options import project_of, tree_of
from portfolio_gen.cli.readers import READERS
from portfolio_gen.cli.waiting import waiting
from portfolio_gen.model.audience import Audience
from portfolio_gen.problems import PortfolioError
from portfolio_gen.settings import SettingsError

if TYPE_CHECKING:
    from portfolio_gen.build.author import Authored
    from portfolio_gen.build.changing.setting import Fresh
    from portfolio_gen.build.changing.setting_news import Everything
    from portfolio_gen.settings.project import Project


def project_to_change(folder: Path | None, config: Path | None, *, dry_run: bool) -> Project:
    """The project of a command that changes entries, with what a killed command had begun finished."""
    project = project_of(folder, config)
    if not dry_run:
        finish_former(project.root)
    return project


def set_fields(
    name: str,
    changes: Sequence[str],
    project: Project,
    *,
    folder: Path | None,
    dry_run: bool,
    quiet: bool,
    kind: str | None = None,
) -> None:
    """Change fields of the entry that a name means, and say what came of it.

    With a `kind` it has to be an entry of that kind.

    Raises:
        click.UsageError: there is no such entry, or a field can't be changed so.
        click.ClickException: something would be wrong, or the entry can't be changed safely.
    """
    from portfolio_gen.build.changing.setting import NotSetError, WrongKindError, with_fields
    from portfolio_gen.cli.printing import print_problems
    from portfolio_gen.editing.errors import EditError
    from portfolio_gen.editing.fields.assignments import AssignmentError, assignment

    uri = found_entry(name, project, folder=folder, quiet=quiet)
    path = project.content / uri
    try:
        asked = [assignment(one) for one in changes]
        with waiting("Reading everything ...", quiet=quiet):
            fresh = with_fields(uri, path, asked, project.settings, lambda: _everything(project), kind)
    except (AssignmentError, WrongKindError, SettingsError) as error:
        raise click.UsageError(str(error)) from None
    except NotSetError as error:
        print_problems(error.problems)
        raise click.ClickException(str(error)) from None
    except EditError as error:
        raise click.ClickException(f"{uri}:{error.line}: {error}") from None
    except OSError as error:
        raise click.ClickException(f"{uri}: {error.strerror or error}") from None
    deliver([fresh.change], project.root, dry_run=dry_run, quiet=quiet)
    if fresh.change.before != fresh.change.after:
        _tell(fresh, is_planned=dry_run)


def found_entry(name: str, project: Project, *, folder: Path | None, quiet: bool = False) -> str:
    """The uri of the entry that is named by a path on disk, or as a reference would.

    Raises:
        click.UsageError: there is none, or there are several.
    """
    from portfolio_gen.build.changing.setting import entry_uri
    from portfolio_gen.drafting.naming import Nearby
    from portfolio_gen.drafting.surroundings import surroundings

    around = surroundings(project.content, project.settings.folders)
    content = project.content.resolve()
    for base in (folder or Path(), content):
        path = (base / name).resolve()
        uri = path.relative_to(content).as_posix() if path.is_relative_to(content) else ""
        if uri in around.uris:
            return uri
    nearby = Nearby(project.content, project.settings.folders, around, None)
    try:
        with waiting("Looking for it ...", quiet=quiet):
            return entry_uri(name.strip().removeprefix("[[").removesuffix("]]"), nearby, lambda: _authored(project))
    except (PortfolioError, SettingsError) as error:
        raise click.UsageError(str(error)) from None


def _everything(project: Project) -> Everything:
    from portfolio_gen.build.changing.setting_news import Everything

    return Everything(*tree_of(project))


def _authored(project: Project) -> Authored:
    from portfolio_gen.build.author import authored

    tree, excluded = tree_of(project)
    return authored(tree, project.settings, excluded)


def _tell(fresh: Fresh, *, is_planned: bool) -> None:
    """Say what a change comes to: where the title is, who may read the entry now, what is not right yet."""
    if fresh.is_retitled:
        click.echo("The title stands in the first heading, and is changed there.", err=True)
    if fresh.audience is not None:
        verb, when = ("could", "then") if is_planned else ("can", "now")
        who = "Only you" if fresh.audience is Audience.ME else READERS[fresh.audience].capitalize()
        click.echo(f"{who} {verb} read it {when}.", err=True)
    for problem in fresh.problems:
        click.echo(str(problem), err=True)
