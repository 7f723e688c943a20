"""portfolio status"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from portfolio_gen.build.status import NoSuchPersonError, Standpoint, shortest_name, standpoint
from portfolio_gen.cli.applying import finish_former
from portfolio_gen.cli.completion import complete_person
from portfolio_gen.cli.options import place_options, project_of, tree_of
from portfolio_gen.cli.persons import person_meant
from portfolio_gen.cli.waiting import waiting
from portfolio_gen.drafting.inbox import InboxError, inbox_in, waiting_in
from portfolio_gen.drafting.surroundings import surroundings
from portfolio_gen.exports.status_export import status_document
from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.project import Project


@click.command("status")
@click.option(
    "--person", metavar="NAME", shell_complete=complete_person, help="Whose. Default: as 'portfolio new' has it."
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="How to print: for people, or for programs.",
)  # fmt: skip
@place_options
def command(person: str | None, form: str, folder: Path | None, config: Path | None) -> None:
    """Show where you stand, and one next step with the command for it.

    Active goals, what is due for a second look, open promises, the last twelve weeks, competencies with little
    evidence, and what waits. It is for you alone: nothing of it is ever in a site.

    Exits with 0 whatever there is to say, 2 if the command or the configuration is wrong.
    """
    project = project_of(folder, config)
    finish_former(project.root)
    around = surroundings(project.content, project.settings.folders)
    whose = person_meant(around, project.settings, person, folder or Path.cwd(), project.content)
    try:
        with waiting("Reading your entries ..."):
            found = _standpoint(project, whose)
    except (SettingsError, NoSuchPersonError) as error:
        raise click.UsageError(str(error)) from None
    except InboxError as error:
        raise click.ClickException(str(error)) from None
    words = _command(found, person, folder, config)
    if form == "json":
        document = status_document(found.status, found.linked.portfolio, words)
        click.echo(json.dumps(document, indent=2, ensure_ascii=False))
    else:
        _print(found, words, _place(folder, config))


def _standpoint(project: Project, whose: str | None) -> Standpoint:
    inbox = inbox_in(project.root, project.content, has_config=project.config is not None)
    tree, excluded = tree_of(project)
    return standpoint(tree, project.settings, whose, excluded, waiting=len(waiting_in(inbox.text())))


def _command(found: Standpoint, person: str | None, folder: Path | None, config: Path | None) -> tuple[str, ...]:
    """The words of the command that does the next step; empty if there is nothing to do."""
    step = found.status.next_step
    name = shortest_name(step.entry, found.linked) if step.entry is not None else ""
    whose = ("--person", person) if person else ()
    words: tuple[str, ...] = {
        "mend": ("check",),
        "keep_promise": ("set", name, f"agreed.{(step.index or 0) + 1}.done=true"),
        "look_again": ("look", name),
        "decide_goal": ("goal", "done", name),
        "sort": ("sort", *whose),
        "start": ("new", "reflection", *whose),
        "write": ("capture", "What I learnt this week"),
        "move_goal": ("new", "reflection", "--goal", name, *whose),
        "show_competency": ("new", "evidence", "--competency", name, *whose),
    }.get(step.step, ())
    if not words:
        return ()
    return ("portfolio", *words, *_place(folder, config))


def _place(folder: Path | None, config: Path | None) -> tuple[str, ...]:
    """The words by which another command works in the same place."""
    return (*(("-C", str(folder)) if folder else ()), *(("-f", str(config)) if config else ()))


def _print(found: Standpoint, words: Sequence[str], place: Sequence[str]) -> None:
    from rich.console import Console
    from rich.text import Text

    from portfolio_gen.cli.status_screen import kindness, quoted, sections, step_words, weeks_words
    from portfolio_gen.model.dates import in_words
    from portfolio_gen.problems import printable

    console = Console(highlight=False, emoji=False)

    def say(text: str, style: str = "", left: int = 0) -> None:
        for line in Text(text, style, overflow="fold").wrap(console, max(console.width - left, 10)) or [Text()]:
            line.rstrip()
            console.print(Text(" " * left) + line, soft_wrap=True)

    status = found.status
    person = found.linked.portfolio.entries.get(status.person)
    name = printable(person.title) if person is not None and person.is_written else ""
    say(f"{name + ', ' if name else ''}{in_words(status.today)}", "bold")
    for section in sections(found, place):
        say("")
        say(section.heading, "bold cyan")
        for row in section.rows:
            say(row.text, left=2)
            for text, style in row.below:
                say(text, style, left=4)
    if not status.is_new:
        is_utf = (console.encoding or "").lower().startswith("utf")
        marks, said = weeks_words(status.weeks, ("\u25a0", "\u00b7") if is_utf else ("#", "-"))
        say("")
        say("Weeks", "bold cyan")
        for text in filter(None, (marks, said, kindness(status.weeks))):
            say(text, left=2)
    say("")
    say("Next", "bold cyan")
    say(step_words(found), left=2)
    if words:
        # It is there to be copied, so it stays on one line whatever the width.
        console.print(Text(f"  {quoted(words)}", "bold green"), soft_wrap=True)
