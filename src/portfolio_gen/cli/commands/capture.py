"""portfolio capture"""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta
from pathlib import Path

import click

from portfolio_gen.cli.asking import line
from portfolio_gen.cli.filing import shown_path
from portfolio_gen.cli.options import place_options
from portfolio_gen.drafting.inbox import Inbox, addition, decoded, encoded, inbox_in, one_line, waiting_in
from portfolio_gen.editing.files.appending import append
from portfolio_gen.model.dates import parse_partial_date
from portfolio_gen.problems import PortfolioError, printable
from portfolio_gen.settings import Settings, SettingsError, settings_from
from portfolio_gen.settings.mkdocs_yml import plugin_options, read_config
from portfolio_gen.settings.project import find_config, project_without_config


# What looks like an option and is none is part of the line: nobody puts a note in quotes.
@click.command("capture", context_settings={"ignore_unknown_options": True})
@click.argument("words", metavar="[TEXT]...", nargs=-1, type=click.UNPROCESSED)
@click.option("--date", "day", metavar="DATE", help="The day: today (the default), yesterday or 2026-11-05.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@place_options
def command(words: tuple[str, ...], day: str | None, quiet: bool, folder: Path | None, config: Path | None) -> None:
    """Keep a thought: add one line to the inbox, to be sorted later with 'portfolio sort'.

    TEXT needs no quotes, unless your shell would change it. With '-', or without TEXT in a pipe, each line of the
    standard input is kept. No site is ever made of the inbox.

    \b
      portfolio capture Asked Jonas before I promised
      pbpaste | portfolio capture

    Exits with 0 if it is kept, 1 if it can't be, 2 if there is no portfolio here; then the text is printed.
    """
    texts = _texts(words)
    try:
        inbox, today = _place(folder or Path(), config)
        when = _day(day, today)
        held = append(inbox.path, inbox.root, lambda held: encoded(addition(decoded(held), texts, when)))
    except (SettingsError, click.UsageError) as error:
        _give_back(texts)
        raise click.UsageError(error.message if isinstance(error, click.UsageError) else str(error)) from None
    except PortfolioError as error:
        _give_back(texts)
        raise click.ClickException(f"{error}; this is not kept") from None
    if not quiet:
        count = len(waiting_in(decoded(held)))
        waits = "1 line waits" if count == 1 else f"{count} lines wait"
        click.echo(f"Kept in {shown_path(inbox.path)}; {waits} for 'portfolio sort'.")


def _texts(words: tuple[str, ...]) -> tuple[str, ...]:
    """What is to be kept, each on one line.

    Raises:
        click.UsageError: there is nothing.
    """
    if words and words != ("-",):
        found = [" ".join(words)]
    elif not words and sys.stdin is not None and sys.stdin.isatty():
        found = [line("Keep what?")]
    else:
        found = re.split(r"\r\n|\n|\r", _piped())
    texts = tuple(text for one in found if (text := one_line(one)))
    if not texts:
        raise click.UsageError("there is nothing to keep; write: portfolio capture what you want to remember")
    return texts


def _piped() -> str:
    if sys.stdin is None:
        return ""
    data = sys.stdin.buffer.read()
    return data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")


def _place(folder: Path, config: Path | None) -> tuple[Inbox, date]:
    """The inbox, and the day that it is there. Whatever else is wrong with a configuration doesn't matter here.

    Raises:
        click.UsageError: there is no portfolio.
    """
    if config is not None and not (config := folder / config).is_file():
        raise click.UsageError(f"there is no configuration '{config}'")
    found = config or find_config(folder.resolve())
    if found is None:
        project = project_without_config(folder.resolve(), {})
        if not _is_portfolio(project.content, project.settings):
            raise click.UsageError(
                "there is no portfolio here: no mkdocs.yml in this folder or above it. Go to your portfolio, name it "
                "with -C DIR, or begin one with 'portfolio init'"
            )
        return inbox_in(project.root, project.content, has_config=False), project.settings.today
    try:
        written = read_config(found)
        docs_dir = written.get("docs_dir", "docs")
        options = plugin_options(written) or {}
        today = settings_from({"today": options.get("today")}).today
    except SettingsError:
        docs_dir, today = "docs", Settings().today
    root = found.resolve().parent
    return inbox_in(root, root / str(docs_dir), has_config=True), today


def _is_portfolio(content: Path, settings: Settings) -> bool:
    """Whether a folder without configuration holds folders of entries, as no other folder does."""
    folders = {"people", *settings.folders}
    return any(path.name in folders and path.is_dir() for path in content.iterdir())


def _day(written: str | None, today: date) -> date:
    if written is None or written.strip().lower() in ("today", "yesterday"):
        return today - timedelta(days=written is not None and written.strip().lower() == "yesterday")
    found = parse_partial_date(written)
    if found is None or str(found) != found.first.isoformat():
        raise click.UsageError(f"--date: '{printable(written)}' is no day; write it as {today.isoformat()}")
    return found.first


def _give_back(texts: tuple[str, ...]) -> None:
    for text in texts:
        click.echo(text)
