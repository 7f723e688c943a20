"""portfolio look"""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.asking import key
from portfolio_gen.cli.completion import complete_entry
from portfolio_gen.cli.looking import (
    ANSWERS,
    QUESTION,
    entry_now,
    followup_changes,
    has_next_step,
    next_look_words,
    next_step_of,
    revisit_changes,
)
from portfolio_gen.cli.options import place_options
from portfolio_gen.cli.setting import found_entry, project_to_change, set_fields
from portfolio_gen.model.entry import Entry
from portfolio_gen.problems import printable
from portfolio_gen.settings.project import Project


@click.command("look")
@click.argument("entry", metavar="ENTRY", shell_complete=complete_entry)
@click.argument("changed", required=False, type=click.Choice(["yes", "partly", "no"], case_sensitive=False))
@click.argument("note", nargs=-1)
@click.option("--again", metavar="DATE", help="Look at it once more on this day.")
@place_options
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(
    entry: str,
    changed: str | None,
    note: tuple[str, ...],
    again: str | None,
    folder: Path | None,
    config: Path | None,
    dry_run: bool,
    quiet: bool,
) -> None:
    """Look again at an entry, and write down whether its next step changed anything.

    CHANGED is yes, partly or no; without it you are asked for a key. NOTE says what changed, or why not, and needs no
    quotes. A reflection with a `next_action` gets a follow-up of today. Its `revisit`, if the day has come, goes.

    \b
      portfolio look a-hard-week
      portfolio look a-hard-week partly I said it, but too late

    Exits with 0 if it is written, 1 if the entry can't be changed safely, 2 if the command is wrong.
    """
    project = project_to_change(folder, config, dry_run=dry_run)
    read = entry_now(found_entry(entry, project, folder=folder), project)
    changes = _changes(entry, read, changed, " ".join(note), again, project)
    set_fields(entry, changes, project, folder=folder, dry_run=dry_run, quiet=quiet)
    if not quiet and read is not None and (soon := next_look_words(read, project.settings.today)):
        click.echo(soon)


def _changes(
    name: str, read: Entry | None, changed: str | None, note: str, again: str | None, project: Project
) -> list[str]:
    today, changes = project.settings.today, list[str]()
    if read is not None and has_next_step(read):
        changes += followup_changes(read, changed or _asked(next_step_of(read)), note, today)
    elif changed is not None:
        raise click.UsageError(f"'{name}' has no next_action, so nothing could have changed; leave '{changed}' out")
    changes += revisit_changes(read, again, today)
    if not changes:
        raise click.UsageError(f"'{name}' asks for no second look: it has no next_action, and no revisit that is due")
    return changes


def _asked(next_action: str) -> str:
    click.echo(printable(next_action), err=True)
    try:
        return ANSWERS[key(QUESTION, ANSWERS)]
    except click.Abort:
        raise click.UsageError("say whether it changed anything: yes, partly or no") from None
