"""portfolio import"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.applying import finish_former
from portfolio_gen.cli.asking import can_ask, key
from portfolio_gen.cli.completion import complete_person
from portfolio_gen.cli.filing import filed, shown_path
from portfolio_gen.cli.options import place_options, project_of, tree_of
from portfolio_gen.cli.waiting import waiting
from portfolio_gen.model.dates import in_words
from portfolio_gen.model.paths import undated
from portfolio_gen.problems import printable
from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.project import Project

if TYPE_CHECKING:
    from portfolio_gen.build.importing import Imported
    from portfolio_gen.receiving.accepted import Accepted

_LARGEST = 1_000_001
"""Bytes of a file that are read: one more than any answer has."""
_LONGEST = 400
"""Signs of a text that are shown."""


@click.group("import")
def command() -> None:
    """Take in what others sent you."""


@command.command("feedback")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@click.option(
    "--person", metavar="NAME", default="", shell_complete=complete_person,
    help="Whose it is, if a file doesn't say. Default: the only person.",
)  # fmt: skip
@click.option("-y", "--yes", is_flag=True, help="File it without asking.")
@click.option("--dry-run", is_flag=True, help="Show what would be filed, and file nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Print the paths and what was refused.")
@place_options
def feedback(
    files: tuple[str, ...],
    person: str,
    yes: bool,
    dry_run: bool,
    quiet: bool,
    folder: Path | None,
    config: Path | None,
) -> None:
    """File the answers that others sent you, for you alone.

    FILE is what the form of a pack or of a mentor's site makes, a mail (.eml) with it or with the form in plain text,
    or that text in a file; - reads standard input. Each answer is checked and shown, and becomes a feedback entry with
    the words as they were written. What you have already is refused. At a terminal you are asked first.

    \b
      portfolio import feedback ~/Downloads/answer-lena-2026-11-24.md

    Prints the paths of the entries. No other file is ever written over.

    Exits with 0 if all are filed, 1 if one is refused, 2 if the command or the configuration is wrong.
    """
    from portfolio_gen.build.importing import imported
    from portfolio_gen.receiving.answer import RefusedError

    project = project_of(folder, config)
    if not dry_run:
        finish_former(project.root)
    read = [(name, _read(name, folder)) for name in files]
    tree, excluded = tree_of(project)
    try:
        with waiting("Reading everything ...", quiet=quiet):
            found = imported(read, tree, project.settings, excluded, person)
    except (RefusedError, SettingsError) as error:
        raise click.UsageError(str(error)) from None
    for outcome in found.outcomes:
        if outcome.accepted is None:
            click.echo(f"{printable(outcome.file)}: refused: {outcome.refusal}", err=True)
            continue
        if not quiet:
            _show(outcome.file, outcome.accepted, found)
        if not dry_run and (yes or not can_ask() or key("File it? y yes, n no", ("y", "n"), "y") == "y"):
            click.echo(shown_path(project.content / _filed(outcome.accepted, found, project)))
    raise SystemExit(1 if any(outcome.accepted is None for outcome in found.outcomes) else 0)


def _read(name: str, folder: Path | None) -> bytes:
    """The beginning of a file: enough to tell that it is too large."""
    if name == "-":
        return sys.stdin.buffer.read(_LARGEST)
    path = (folder or Path()) / name
    try:
        if not path.is_file():
            raise click.UsageError(f"there is no file '{name}'")
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError as error:
        raise click.ClickException(f"{name}: {error.strerror}") from None


def _show(file: str, answer: Accepted, found: Imported) -> None:
    """What an answer says, on standard error."""
    about = [found.portfolio.entries[one].title for one in (*answer.about, *answer.goals)]
    role = answer.giver_role or "somebody"
    on = f" on {', '.join(map(repr, about))}" if about else ""
    said = [f"{printable(file)}: {role}, {in_words(answer.day)}{on}; consent: {answer.consent}"]
    said += [f"  {name}: {printable(text, _LONGEST)}" for name, text in answer.words.items()]
    said += [f"  {one}: {'seen' if level is None else f'level {level}'}" for one, level in answer.competencies.items()]
    said += [f"  Note: {note}" for note in answer.notes]
    click.echo("\n".join(map(printable_line, said)), err=True)


def printable_line(line: str) -> str:
    """A line whose words can't act on a terminal."""
    return printable(line, 2_000)


def _filed(answer: Accepted, found: Imported, project: Project) -> str:
    """The uri of the entry that the answer has become."""
    from portfolio_gen.drafting.places import places_for
    from portfolio_gen.drafting.surroundings import surroundings
    from portfolio_gen.model.dates import PartialDate
    from portfolio_gen.model.paths import person_folder
    from portfolio_gen.reading.inference import date_from_uri, kind_from_uri
    from portfolio_gen.receiving.filing import entry_text

    folders = project.settings.folders
    about = next(iter((*answer.about, *answer.goals)), None)
    name = f"answer {undated(about.rpartition('/')[2])}" if about is not None else "answer"
    day = PartialDate(answer.day, answer.day.isoformat())
    whose = person_folder(found.portfolio.entries[answer.person].uri)
    around = surroundings(project.content, folders)
    uris: Iterator[str] = places_for("feedback", name, day, whose, around, folders)
    first = next(uris)
    kind = "" if kind_from_uri(first, folders) == "feedback" else "feedback"
    told = date_from_uri(first)
    written = "" if told is not None and told.text == day.text else day.text
    person = "" if whose is not None else str(answer.person)
    text = entry_text(answer, found.portfolio, kind=kind, day=written, person=person)
    return filed(text, chain((first,), uris), project)
