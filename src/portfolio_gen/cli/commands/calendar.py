"""portfolio calendar"""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.completion import complete_person
from portfolio_gen.cli.options import place_options, project_of, tree_of
from portfolio_gen.cli.output import write_output
from portfolio_gen.cli.persons import person_meant
from portfolio_gen.cli.printing import print_problems
from portfolio_gen.cli.waiting import waiting


@click.command("calendar")
@click.option(
    "--person", metavar="NAME", shell_complete=complete_person, help="Whose. Default: as 'portfolio new' has it."
)
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", default=Path("calendar"),
    show_default=True, help="The folder to write to.",
)  # fmt: skip
@click.option("--detailed", is_flag=True, help="Name what is due. Default: say only that something is.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@place_options
def command(
    person: str | None, output: Path, detailed: bool, quiet: bool, folder: Path | None, config: Path | None
) -> None:
    """Write your dates as calendars for Outlook, Google, Apple and others.

    subscribe.ics holds the days on which something is due: goals, promises, check-ins, second looks. Let your calendar
    subscribe to it. reminders.ics holds your time to write each week and to look back each month, with an alarm, when
    your `cue` says. Import it once.

    \b
      portfolio calendar
      portfolio calendar -o ~/Sync/calendar --detailed

    Exits with 0 if both are written, 1 if they can't be, 2 if the command or the configuration is wrong.
    """
    from portfolio_gen.build.calendars import own_calendars
    from portfolio_gen.build.own import NoSuchPersonError
    from portfolio_gen.drafting.surroundings import surroundings
    from portfolio_gen.settings import SettingsError

    project = project_of(folder, config)
    around = surroundings(project.content, project.settings.folders)
    whose = person_meant(around, project.settings, person, folder or Path.cwd(), project.content)
    tree, excluded = tree_of(project)
    try:
        with waiting("Reading your entries ...", quiet=quiet):
            found = own_calendars(tree, project.settings, whose, excluded, is_detailed=detailed)
    except (SettingsError, NoSuchPersonError) as error:
        raise click.UsageError(str(error)) from None
    output = output if folder is None else folder / output
    _write(output, {"subscribe.ics": found.subscription, "reminders.ics": found.reminders})
    if found.problems:
        print_problems(found.problems, on_stderr=True)
        click.echo("These sources are left out until they are mended.", err=True)
    if not quiet:
        click.echo(
            f"{output / 'subscribe.ics'}: {found.events} {'day' if found.events == 1 else 'days'}, to subscribe to"
        )
        click.echo(f"{output / 'reminders.ics'}: your time to write, to import once")


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder, each whole or not at all. When somebody has something to do is nobody else's business.

    Raises:
        click.UsageError: it is a file.
        click.ClickException: the folder can't be made, or a file can't be written.
    """
    if folder.is_file():
        raise click.UsageError(f"'{folder}' is a file; name a folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.ClickException(f"{folder}: {error.strerror}") from None
    for name, content in files.items():
        write_output(folder / name, content, is_private=True)
