"""portfolio set"""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.completion import complete_entry
from portfolio_gen.cli.options import place_options
from portfolio_gen.cli.setting import project_to_change, set_fields


@click.command("set")
@click.argument("entry", metavar="ENTRY", shell_complete=complete_entry)
@click.argument("changes", metavar="FIELD=VALUE...", nargs=-1, required=True)
@place_options
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(
    entry: str, changes: tuple[str, ...], folder: Path | None, config: Path | None, dry_run: bool, quiet: bool
) -> None:
    """Change fields of an entry, and not a blank besides.

    ENTRY is an entry as a reference would name it (say-no-earlier), or the path of its file.

    \b
      portfolio set say-no-earlier status=active due=2027-03-31
      portfolio set say-no-earlier due=                        takes it away
      portfolio set a-hard-week tags+=work tags-=home
      portfolio set a-hard-week competencies+=testing:2
      portfolio set with-tomasz agreed.1.done=true

    Places of a list are counted from 1. In a list a comma parts the values; write '\\,' for one in a value.

    Comments, order, quotes and blanks stay. What would make this or another entry wrong is refused, with what would
    be right.

    Exits with 0 if it is done, 1 if something would be wrong or can't be changed safely, 2 if the command is wrong.
    """
    project = project_to_change(folder, config, dry_run=dry_run)
    set_fields(entry, changes, project, folder=folder, dry_run=dry_run, quiet=quiet)
