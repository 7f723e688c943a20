"""Changes delivered: shown, or written in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from portfolio_gen.editing.files.applying import apply, recover
from portfolio_gen.editing.files.changes import Change, difference
from portfolio_gen.problems import PortfolioError, printable

_STYLES = (("---", "bold"), ("+++", "bold"), ("@@", "cyan"), ("rename ", "bold"), ("-", "red"), ("+", "green"))


def deliver(changes: Sequence[Change], root: Path, *, dry_run: bool, quiet: bool) -> None:
    """Write changes, or with `dry_run` only show the difference.

    Without `quiet`, each file that was written is named. Nothing to change is said, and is no failure.

    Raises:
        click.ClickException: they can't be written.
    """
    real = tuple(change for change in changes if change.before != change.after)
    root = root.resolve()
    if not real:
        if not quiet:
            click.echo("Nothing to change.")
    elif dry_run:
        _show(difference(real, root))
    else:
        try:
            apply(real, root)
        except PortfolioError as error:
            raise click.ClickException(str(error)) from None
        if not quiet:
            _tell(real, root)


def finish_former(root: Path) -> None:
    """Finish what a killed command had begun, and say so on standard error; before sources are read.

    Raises:
        click.ClickException: it can't be finished.
    """
    try:
        finished = recover(root)
    except PortfolioError as error:
        raise click.ClickException(str(error)) from None
    if finished:
        files = "one file" if len(finished) == 1 else f"{len(finished)} files"
        click.echo(f"An earlier command was interrupted; its change to {files} is finished now.", err=True)


def tell_notes(notes: Iterable[str]) -> None:
    """Say what follows from a change, and what is left to do by hand; on standard error, quiet or not."""
    for note in notes:
        click.echo(f"Note: {printable(note)}", err=True)


def _show(text: str) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(soft_wrap=True, highlight=False, emoji=False)
    for line in text.splitlines():
        style = next((style for start, style in _STYLES if line.startswith(start)), "")
        console.print(Text(line, style))


def _tell(changes: Sequence[Change], root: Path) -> None:
    gone = {change.path for change in changes if change.after is None}
    moved = {change.was for change in changes if change.was in gone}
    for change in changes:
        if change.path in moved:
            continue
        verb = "Wrote" if change.before is not None else "Made"
        if change.was in gone:
            click.echo(f"Moved {_shown(change.was, root)} to {_shown(change.path, root)}")
        else:
            click.echo(f"{'Removed' if change.after is None else verb} {_shown(change.path, root)}")


def _shown(path: Path | None, root: Path) -> str:
    assert path is not None
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
