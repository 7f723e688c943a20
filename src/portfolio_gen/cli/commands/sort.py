"""portfolio sort"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from portfolio_gen.build.changing.sorting import Desk, Sorted, desk_of, drop, lines_left, make_entry, undo
from portfolio_gen.cli.applying import finish_former
from portfolio_gen.cli.asking import key
from portfolio_gen.cli.completion import complete_person
from portfolio_gen.cli.filing import shown_path
from portfolio_gen.cli.options import place_options, project_of
from portfolio_gen.cli.persons import person_meant
from portfolio_gen.drafting.inbox import Waiting, inbox_in
from portfolio_gen.drafting.surroundings import surroundings
from portfolio_gen.editing.files.changes import ChangedMeanwhileError
from portfolio_gen.model.dates import in_words
from portfolio_gen.problems import PortfolioError, printable

_KINDS = {
    "r": "reflection", "g": "goal", "l": "learning", "e": "evidence", "f": "feedback", "c": "checkin", "h": "challenge",
}  # fmt: skip
_OTHERS = {"s": "later", "d": "drop", "u": "undo", "?": "help", "q": "stop"}
_KEYS = (*_KINDS, *_OTHERS)
_LONGEST = 10_000
_HELP = """\
A kind makes an entry of the line; what it says is kept whole. 'later' leaves it for the next time. 'drop' asks
once more, and leaves the line in the inbox, marked as done. 'undo' takes back what was done last, as often as you like.
Each key counts at once, so you can stop at any moment."""


@click.command("sort")
@click.option(
    "--person",
    metavar="NAME",
    shell_complete=complete_person,
    help="Whose entries they become. Default: as 'portfolio new' has it.",
)
@place_options
def command(person: str | None, folder: Path | None, config: Path | None) -> None:
    """Turn the lines of the inbox into entries, one key each.

    Shows each line and waits for one key: r reflection, g goal, l learning, e evidence, f feedback, c check-in,
    h challenge; s leaves it for later, d drops it, u undoes, q stops. Without a terminal each line of the standard
    input is a key.

    Prints the paths of the entries that it made. Each key counts at once: nothing is lost if it is interrupted.

    Exits with 0, 1 if an entry can't be written, 2 if the command or the configuration is wrong.
    """
    project = project_of(folder, config)
    finish_former(project.root)
    inbox = inbox_in(project.root, project.content, has_config=project.config is not None)
    around = surroundings(project.content, project.settings.folders)
    history: list[Sorted] = []
    desk = desk_of(project, inbox, None)
    try:
        if not lines_left(desk, ()):
            click.echo(f"Nothing waits in {inbox.name}.")
            return
        whose = person_meant(around, project.settings, person, folder or Path.cwd(), project.content)
        _go_through(replace(desk, person=whose), history)
        waiting = len(lines_left(desk, ()))
    except PortfolioError as error:
        _tell(history, desk)
        raise click.ClickException(str(error)) from None
    _tell(history, desk)
    if waiting:
        click.echo("1 line still waits." if waiting == 1 else f"{waiting} lines still wait.", err=True)


def _go_through(desk: Desk, history: list[Sorted]) -> None:
    """Ask about each line until there is none, or somebody has had enough; what was done is added to the history."""
    _show_keys()
    try:
        while True:
            left = lines_left(desk, history)
            if left:
                _show(left[0], len(history) + 1, len(history) + len(left))
                answer = key(">", _KEYS)
            else:
                answer = key("That was all. Enter ends, u undoes the last.", ("u", "q"), "q") if history else "q"
            if answer == "q":
                return
            _act(answer, left, desk, history)
    except (click.Abort, KeyboardInterrupt):
        return


def _act(answer: str, left: Sequence[Waiting], desk: Desk, history: list[Sorted]) -> None:
    try:
        if answer in _KINDS:
            history.append(make_entry(left[0], _KINDS[answer], desk))
            click.echo(f"  {_path(history[-1], desk)}", err=True)
        elif answer == "s":
            history.append(Sorted("later", left[0]))
        elif answer == "d" and key("Drop it? d again does, k keeps it.", ("d", "k"), "k") == "d":
            history.append(drop(left[0], desk))
        elif answer == "u" and history:
            undo(history[-1], desk)
            history.pop()
        elif answer == "u":
            click.echo("there is nothing to undo", err=True)
        elif answer == "?":
            click.echo(_HELP, err=True)
            _show_keys()
    except ChangedMeanwhileError as error:
        click.echo(str(error), err=True)
        # What can't be undone is not tried again.
        if answer == "u":
            history.pop()


def _show_keys() -> None:
    for names in (_KINDS, _OTHERS):
        words = (f"{sign} {name.replace('checkin', 'check-in')}" for sign, name in names.items())
        click.echo("  ".join(words), err=True)


def _show(line: Waiting, number: int, count: int) -> None:
    day = in_words(line.day) if line.day is not None else "no date"
    click.echo(f"\n{number} of {count}, {day}\n  {printable(line.text, _LONGEST)}", err=True)


def _tell(history: Sequence[Sorted], desk: Desk) -> None:
    for done in history:
        if done.what == "made":
            click.echo(_path(done, desk))


def _path(done: Sorted, desk: Desk) -> str:
    return shown_path(desk.project.content / done.uri)
