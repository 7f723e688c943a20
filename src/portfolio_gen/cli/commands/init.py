"""portfolio init"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from datetime import date
from pathlib import Path

import click

from portfolio_gen.build.starting import Start, config_in, in_the_way, new_project
from portfolio_gen.cli.applying import deliver
from portfolio_gen.cli.asking import can_ask, chosen, line
from portfolio_gen.cli.options import AudienceType
from portfolio_gen.drafting.starter import Beginning
from portfolio_gen.problems import printable
from portfolio_gen.settings import Settings, SettingsError

_NAMES = {True: "Our team", False: "What I am learning"}
_PERSONS = {True: "Team lead", False: "Me"}
_AUDIENCE = "team"
_AUDIENCES = (
    ("me", "only I read it"),
    ("mentor", "those whom an author names as mentors"),
    ("team", "the people I work with"),
    ("organisation", "everyone where I work"),
    ("public", "anyone"),
)
_LONGEST = 100


@click.command("init")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--team", "is_team", is_flag=True, help="Begin a portfolio for several people; who leads goes first.")
@click.option("--name", metavar="NAME", help="What the site is called; with --team the name of the team.")
@click.option(
    "--person", "persons", metavar="NAME", multiple=True,
    help="Whose portfolio it is. With --team once for each person, who leads first.",
)  # fmt: skip
@click.option("--audience", type=AudienceType(), help="For whom the site is. Default: team.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing; take the defaults for what isn't said.")
@click.option("--dry-run", is_flag=True, help="Show what would be made, and make nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(
    folder: Path,
    is_team: bool,
    name: str | None,
    persons: tuple[str, ...],
    audience: str | None,
    yes: bool,
    dry_run: bool,
    quiet: bool,
) -> None:
    """Make a portfolio that builds at once: a site, a first goal, and a page that explains itself.

    DIR is made if it isn't there; without it, the portfolio begins in this folder. Files that are there already
    are kept as they are. At a terminal it asks at most three questions; Enter takes what stands in brackets.

    Exits with 0 if the portfolio is made, 1 if it can't be written, 2 if there is one in DIR already.
    """
    _ensure_possible(folder, persons, is_team)
    asks = not yes and can_ask()
    beginning = _beginning(is_team, name, persons, audience, asks)
    start = new_project(folder.resolve(), beginning, _today())
    obstacle = in_the_way(folder.resolve(), start)
    if obstacle is not None:
        raise click.UsageError(f"'{obstacle}' is a file, and a folder has to be there; give it another name")
    if not dry_run:
        _make(folder)
    deliver(start.changes, folder, dry_run=dry_run, quiet=True)
    if not quiet:
        _tell(folder, start, dry_run=dry_run)


def _ensure_possible(folder: Path, persons: tuple[str, ...], is_team: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"'{folder}' is a file; name a folder")
    config = config_in(folder)
    if config is not None:
        raise click.UsageError(
            f"there is a {config} in '{folder}' already. If it is a portfolio, write in it with 'portfolio new'. "
            "If it is another site, begin the portfolio in a folder of its own: 'portfolio init my-portfolio'"
        )
    if len(persons) > 1 and not is_team:
        raise click.UsageError("several persons make a team: add --team")


def _beginning(
    is_team: bool, name: str | None, persons: tuple[str, ...], audience: str | None, asks: bool
) -> Beginning:
    """What was said, asked for where it was not, or else the defaults."""
    if asks and is_team and name is None:
        name = line("What is the team called?", _NAMES[is_team])
    if asks and not persons:
        persons = (line("Who leads, and goes first?" if is_team else "What is your name?", _PERSONS[is_team]),)
    if asks and audience is None:
        audience = chosen("Who is the site for?", _AUDIENCES, _AUDIENCE)
    return Beginning(
        name=_checked("--name", _NAMES[is_team] if name is None else name),
        persons=tuple(_checked("--person", person) for person in persons or (_PERSONS[is_team],)),
        audience=audience or _AUDIENCE,
        is_team=is_team,
    )


def _checked(option: str, name: str) -> str:
    name = name.strip()
    if not name or not name.isprintable() or len(name) > _LONGEST:
        raise click.UsageError(f"{option}: a name is one line of at most {_LONGEST} letters")
    return name


def _today() -> date:
    try:
        return Settings().today
    except SettingsError as error:
        raise click.UsageError(str(error)) from None


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.ClickException(f"{folder}: {error.strerror}") from None


def _tell(folder: Path, start: Start, *, dry_run: bool) -> None:
    for place in start.kept:
        click.echo(f"Kept {place}, which was there already.")
    if dry_run:
        return
    count = "1 file" if len(start.changes) == 1 else f"{len(start.changes)} files"
    click.echo(f"Made {count} in {'this folder' if _is_here(folder) else printable(str(folder))}. Next:\n")
    steps = [] if _is_here(folder) else [(f"cd {_quoted(str(folder))}", "")]
    steps.append(
        (f"{_program('mkdocs', folder)} serve", "shows it on http://127.0.0.1:8000, and says what to do first")
    )
    steps.append((f"{_program('portfolio', folder)} new", "begins an entry"))
    widest = max(len(typed) for typed, _ in steps)
    for typed, meaning in steps:
        click.echo(f"  {typed.ljust(widest)}  {meaning}".rstrip())


def _is_here(folder: Path) -> bool:
    return folder.resolve() == Path.cwd()


def _program(name: str, folder: Path) -> str:
    """How a program is called from a folder: by its name if the shell finds it, else by its path."""
    if shutil.which(name):
        return name
    beside = shutil.which(name, path=str(Path(sys.executable).parent))
    if beside is None:
        return name
    try:
        relative = os.path.relpath(beside, folder.resolve())
    except ValueError:  # On another drive.
        return _quoted(beside)
    return _quoted(min(relative, beside, key=len))


def _quoted(words: str) -> str:
    if os.name == "nt":
        return f'"{words}"' if " " in words else words
    return shlex.quote(words)
