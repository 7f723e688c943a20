"""portfolio rename-competency"""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.applying import deliver, finish_former, tell_notes
from portfolio_gen.cli.completion import complete_competency
from portfolio_gen.cli.options import place_options, project_of, tree_of
from portfolio_gen.cli.waiting import waiting


@click.command("rename-competency")
@click.argument("old", shell_complete=complete_competency)
@click.argument("new")
@click.option("--title", metavar="TEXT", help="Change its title too. Default: the title stays.")
@place_options
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Don't list the files that were written.")
def command(
    old: str, new: str, title: str | None, folder: Path | None, config: Path | None, dry_run: bool, quiet: bool
) -> None:
    """Give a competency another name, in its file and in every reference to it.

    OLD is the competency, by any name that a reference may have. NEW is its new name: of "Test automation" the file
    becomes test-automation.md, in the same folder. The old name stays as an alias, so that what others wrote
    elsewhere still means it. Levels and claims stay as they are.

    \b
    portfolio rename-competency testing test-automation
    portfolio rename-competency testing "Test automation" --title "Test automation"

    Exits with 0 if it is done, 1 if it can't be done, 2 if the command or the configuration is wrong.
    """
    from portfolio_gen.build.changing.renaming import renamed_competency
    from portfolio_gen.problems import PortfolioError

    if title is not None and (not title.strip() or len(title.splitlines()) > 1):
        raise click.UsageError("--title is one line of text")
    project = project_of(folder, config)
    if not dry_run:
        finish_former(project.root)
    try:
        with waiting("Looking at every reference ...", quiet=quiet):
            tree, excluded = tree_of(project)
            found = renamed_competency(old, new, title, tree, project, excluded)
    except PortfolioError as error:
        raise click.ClickException(str(error)) from None
    deliver(found.changes, project.root, dry_run=dry_run, quiet=quiet)
    tell_notes(found.notes)
