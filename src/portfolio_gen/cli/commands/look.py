"""portfolio look"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import click

from portfolio_gen.cli.asking import key
from portfolio_gen.cli.completion import complete_entry
from portfolio_gen.cli.options import place_options
from portfolio_gen.cli.setting import found_entry, project_to_change, set_fields
from portfolio_gen.figures.revisits import LOOKS
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.reflection import ReflectionFields
from portfolio_gen.problems import printable
from portfolio_gen.reading.entries import read_entry
from portfolio_gen.reading.sources import Source, read_source
from portfolio_gen.settings.project import Project

_ANSWERS = {"y": "yes", "p": "partly", "n": "no"}


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
    read = _read(found_entry(entry, project, folder=folder), project)
    changes = _changes(entry, read, changed, " ".join(note), again, project)
    set_fields(entry, changes, project, folder=folder, dry_run=dry_run, quiet=quiet)
    if not quiet and read is not None and (soon := _next_look(read, project)):
        click.echo(soon)


def _changes(
    name: str, read: Entry | None, changed: str | None, note: str, again: str | None, project: Project
) -> list[str]:
    changes: list[str] = []
    if read is not None and isinstance(read.fields, ReflectionFields) and read.fields.next_action:
        place = f"followups.{len(read.fields.followups) + 1}"
        changes += [
            f"{place}.date={project.settings.today.isoformat()}",
            f"{place}.changed={changed or _asked(read.fields.next_action)}",
            *([f"{place}.note={note}"] if note.strip() else []),
        ]
    elif changed is not None:
        raise click.UsageError(f"'{name}' has no next_action, so nothing could have changed; leave '{changed}' out")
    if again is not None:
        changes.append(f"revisit={again}")
    elif read is not None and read.common.revisit is not None and read.common.revisit <= project.settings.today:
        changes.append("revisit=")
    if not changes:
        raise click.UsageError(f"'{name}' asks for no second look: it has no next_action, and no revisit that is due")
    return changes


def _read(uri: str, project: Project) -> Entry | None:
    source = read_source(project.content / uri, uri)
    return read_entry(source, project.settings.folders)[0] if isinstance(source, Source) else None


def _asked(next_action: str) -> str:
    click.echo(printable(next_action), err=True)
    try:
        return _ANSWERS[key("Has it changed anything? y yes, p partly, n no", _ANSWERS)]
    except click.Abort:
        raise click.UsageError("say whether it changed anything: yes, partly or no") from None


def _next_look(entry: Entry, project: Project) -> str:
    """When to look again at the next step of an entry; empty if that was the last look."""
    fields = entry.fields
    if not isinstance(fields, ReflectionFields) or entry.date is None or not fields.next_action:
        return ""
    days = (entry.date.first + timedelta(days) for days in LOOKS)
    coming = next((day for day in days if day > project.settings.today), None)
    return f"The next look is due on {coming.isoformat()}." if coming is not None else "That was the last look."
