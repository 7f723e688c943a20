"""portfolio tag"""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.completion import complete_entry
from portfolio_gen.cli.options import place_options
from portfolio_gen.cli.setting import project_to_change, set_fields


@click.command("tag")
@click.argument("entry", metavar="ENTRY", shell_complete=complete_entry)
@click.argument("tags", metavar="TAG...", nargs=-1, required=True)
@click.option("--remove", is_flag=True, help="Take the tags away instead.")
@place_options
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(
    entry: str,
    tags: tuple[str, ...],
    remove: bool,
    folder: Path | None,
    config: Path | None,
    dry_run: bool,
    quiet: bool,
) -> None:
    """Add tags to an entry, or take them away.

    ENTRY is an entry as a reference would name it (a-hard-week), or the path of its file.

    \b
      portfolio tag a-hard-week work "hard talks"
      portfolio tag a-hard-week work --remove

    Exits with 0 if it is done or was so already, 1 if it can't be done, 2 if the command is wrong.
    """
    for tag in tags:
        if not tag.strip() or "," in tag:
            raise click.UsageError(f"'{tag}' is no tag; a tag is some words without a comma")
    project = project_to_change(folder, config, dry_run=dry_run)
    changes = [f"tags{'-' if remove else '+'}={tag.strip()}" for tag in tags]
    set_fields(entry, changes, project, folder=folder, dry_run=dry_run, quiet=quiet)
