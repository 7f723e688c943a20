"""portfolio move"""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.applying import deliver, finish_former, tell_notes
from portfolio_gen.cli.completion import complete_entry
from portfolio_gen.cli.options import place_options, project_of, tree_of
from portfolio_gen.cli.waiting import waiting


@click.command("move")
@click.argument("old", shell_complete=complete_entry)
@click.argument("new")
@place_options
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Don't list the files that were written.")
def command(old: str, new: str, folder: Path | None, config: Path | None, dry_run: bool, quiet: bool) -> None:
    """Move an entry, a file or a folder, and mend every reference to it and in it.

    OLD is an entry by any name that a reference may have, or a path: of a person, everything in their folder moves.
    NEW is a path below the content folder, or on disk; of a folder that is there already, the name stays. If
    neither has a '/', NEW is another name in the same folder.

    \b
    portfolio move learn-to-say-no say-no-with-a-reason
    portfolio move people/lena people/helena
    portfolio move people/ada/journal/2026-11-24-talk.md people/ada/evidence/

    Afterwards every reference means what it meant before, or nothing is changed at all. What a folder or a name told
    about an entry (its kind, whose it is, its date) is written into it if the new place tells otherwise.

    Exits with 0 if it is done, 1 if it can't be done, 2 if the command or the configuration is wrong.
    """
    from portfolio_gen.build.changing.moving import moved
    from portfolio_gen.problems import PortfolioError

    project = project_of(folder, config)
    if not dry_run:
        finish_former(project.root)
    try:
        with waiting("Looking at every reference ...", quiet=quiet):
            tree, excluded = tree_of(project)
            found = moved(old, new, folder or Path(), tree, project, excluded)
    except PortfolioError as error:
        raise click.ClickException(str(error)) from None
    deliver(found.changes, project.root, dry_run=dry_run, quiet=quiet)
    tell_notes(found.notes)
