"""portfolio new"""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from pathlib import Path

import click

from portfolio_gen.cli.completion import (
    complete_competency,
    complete_date,
    complete_goal,
    complete_kind,
    complete_person,
    complete_template,
)
from portfolio_gen.cli.editor import edit as open_editor
from portfolio_gen.cli.editor import editor_of
from portfolio_gen.cli.filing import filed, shown_path
from portfolio_gen.cli.options import AudienceType, place_options, project_of
from portfolio_gen.cli.printing import print_problems
from portfolio_gen.cli.readers import READERS
from portfolio_gen.cli.starting import Wanted, beginning
from portfolio_gen.model.dates import PartialDate, parse_partial_date
from portfolio_gen.settings import Settings
from portfolio_gen.settings.project import Project


@click.command("new")
@click.argument("kind", required=False, shell_complete=complete_kind)
@click.argument("title", nargs=-1)
@click.option(
    "-t",
    "--template",
    "template_name",
    metavar="NAME",
    shell_complete=complete_template,
    help="The template to start from. Default: the usual one of the kind; `portfolio templates` lists all.",
)
@click.option(
    "--goal",
    "goals",
    metavar="ID",
    multiple=True,
    shell_complete=complete_goal,
    help="A goal that it moves. May be given several times.",
)
@click.option(
    "--competency",
    "competencies",
    metavar="ID[:LEVEL]",
    multiple=True,
    shell_complete=complete_competency,
    help="A competency that it is about, and the level by number or name. May be given several times.",
)
@click.option(
    "--with",
    "others",
    metavar="NAME",
    multiple=True,
    shell_complete=complete_person,
    help="With whom you meet, for a check-in: it begins with the agenda and what is open between you.",
)
@click.option(
    "--person",
    metavar="NAME",
    shell_complete=complete_person,
    help="Whose entry. Default: PORTFOLIO_PERSON, whose folder you are in, the option `person`, or the only person.",
)
@click.option(
    "--date",
    "day",
    metavar="DATE",
    shell_complete=complete_date,
    help="When it happened: today (the default), yesterday, 2026-11-05, 2026-W47, 2026-11 or 2026.",
)
@click.option(
    "--audience",
    type=AudienceType(),
    help="Who may read it. Default: the option `defaults` for its kind, else you alone.",
)
@click.option(
    "--edit/--no-edit",
    default=None,
    help="Open it in $VISUAL or $EDITOR. Default: if you are at a terminal and one of them is set.",
)
@click.option("--print", "is_printed", is_flag=True, help="Print the entry, and write no file.")
@click.option("-q", "--quiet", is_flag=True, help="Print the path and errors only.")
@place_options
def command(
    kind: str | None,
    title: tuple[str, ...],
    template_name: str | None,
    goals: tuple[str, ...],
    competencies: tuple[str, ...],
    others: tuple[str, ...],
    person: str | None,
    day: str | None,
    audience: str | None,
    edit: bool | None,
    is_printed: bool,
    quiet: bool,
    folder: Path | None,
    config: Path | None,
) -> None:
    """Start an entry: make its file where its kind lives, and open it in your editor.

    KIND is what to write (goal, reflection, feedback, ...), its folder, or the name of a template. TITLE needs no
    quotes. Without KIND you are asked, at a terminal.

    \b
      portfolio new
      portfolio new reflection A hard week
      portfolio new goal "Say no earlier" --competency saying-no:2
      portfolio new checkin --with tomasz

    Prints the path of the file. No other file is ever written over.

    Exits with 0 if the entry was written, 1 if it can't be, 2 if the command or the configuration is wrong.
    """
    project = project_of(folder, config)
    wanted = Wanted(
        kind or "", " ".join(title), template_name, goals, competencies, person, _day(day, project.settings),
        audience, others, has_file=not is_printed,
    )  # fmt: skip
    begun = beginning(wanted, project, folder or Path.cwd())
    if is_printed:
        click.echo(begun.draft.text, nl=False)
        return
    uri = filed(begun.draft.text, begun.uris, project)
    if begun.audience in READERS and not quiet:
        click.echo(f"{READERS[begun.audience]} may read this (audience: {begun.audience})".capitalize(), err=True)
    path = project.content / uri
    click.echo(shown_path(path))
    if _is_to_edit(edit):
        sys.stdout.flush()
        open_editor(editor_of(os.environ), path, begun.draft.line, begun.draft.column)
        _check(uri, project)


def _day(written: str | None, settings: Settings) -> PartialDate:
    """The date that was written, or today."""
    words = {"": 0, "today": 0, "yesterday": 1}
    said = (written or "").strip().lower()
    if said in words:
        written = (settings.today - timedelta(days=words[said])).isoformat()
    found = parse_partial_date(written or "")
    if found is None:
        raise click.UsageError(
            f"--date: '{written}' is no date; write today, yesterday, 2026-11-05, 2026-W47, 2026-11 or 2026"
        )
    return found


def _is_to_edit(asked: bool | None) -> bool:
    """Whether an editor is to be opened, as the options say, or else the terminal."""
    has_editor = bool(editor_of(os.environ))
    if asked is None:
        return has_editor and sys.stdin.isatty() and sys.stdout.isatty()
    if asked and not has_editor:
        example = "setx EDITOR notepad" if os.name == "nt" else "export EDITOR=nano"
        click.echo(f"no editor is set, so the entry waits for you; set one with: {example}", err=True)
    return asked and has_editor


def _check(uri: str, project: Project) -> None:
    """Say on stderr what is wrong with one entry by itself."""
    from portfolio_gen.reading.entries import read_entry
    from portfolio_gen.reading.sources import Source, read_source

    if not (project.content / uri).exists():
        return  # Whoever moves or removes the file while it is open knows.
    source = read_source(project.content / uri, uri)
    problems = read_entry(source, project.settings.folders)[1] if isinstance(source, Source) else [source]
    if problems:
        print_problems(problems, on_stderr=True)
