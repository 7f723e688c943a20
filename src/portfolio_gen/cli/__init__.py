"""The `portfolio` command. Each command is a module of its own in `commands/`, imported only when it runs."""

from __future__ import annotations

import codecs
import importlib
import io
import json
import sys
from collections.abc import Mapping

import click
from click.shell_completion import CompletionItem

from portfolio_gen import __version__
from portfolio_gen.problems import printable

_ESCAPES = "portfolio-escapes"
_HERE = "portfolio_gen.cli.commands"

SECTIONS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "Start and write": {
        "init": (f"{_HERE}.init", "Make a portfolio that builds at once."),
        "new": (f"{_HERE}.new", "Start an entry where it belongs, in your editor."),
        "capture": (f"{_HERE}.capture", "Keep a thought in a line; it waits to become an entry."),
        "sort": (f"{_HERE}.sort", "Turn the lines that wait into entries, one key each."),
        "templates": (f"{_HERE}.templates", "List the templates that entries start from, or show one."),
        "completion": (f"{_HERE}.completion", "Print the script that lets Tab complete."),
    },
    "Keep going": {
        "status": (f"{_HERE}.status", "Show where you stand, and one next step."),
        "look": (f"{_HERE}.look", "Look again: has a next step changed anything?"),
        "review": (f"{_HERE}.review", "Go through all that is due for a second look."),
        "advise": (f"{_HERE}.advise", "Suggest a sentence or two, as a kind reader would."),
        "digest": (f"{_HERE}.digest", "Tell in two minutes' reading what is new."),
        "calendar": (f"{_HERE}.calendar", "Write your dates as calendars, to subscribe to."),
    },
    "Talk with others": {
        "pack": (f"{_HERE}.pack", "Write what a mentor reads before you talk, as one file."),
        "ask": (f"{_HERE}.ask", "Write a mail that asks somebody for feedback on a goal."),
        "import": (f"{_HERE}.import_", "File the answers that others sent you, for you alone."),
        "report": (f"{_HERE}.report", "Write an appraisal or CPD report of a time."),
    },
    "Change": {
        "set": (f"{_HERE}.set", "Change fields of an entry, and nothing else in its file."),
        "goal": (f"{_HERE}.goal", "Say how a goal goes: done, so far, paused, dropped."),
        "tag": (f"{_HERE}.tag", "Add tags to an entry, or take them away."),
        "move": (f"{_HERE}.move", "Move an entry or a folder, and mend every reference."),
        "rename-competency": (f"{_HERE}.rename_competency", "Give a competency another name, everywhere."),
    },
    "Check": {
        "check": (f"{_HERE}.check", "Find mistakes, and say what a site would not share."),
        "schema": (f"{_HERE}.schema", "Print the JSON Schema of front matter, for editors."),
    },
    "Share": {
        "pages": (f"{_HERE}.pages", "Write plain Markdown for one audience, for any engine."),
        "export": (f"{_HERE}.export", "Write the portfolio as data for other programs."),
    },
}
"""The module and the help line of each command, below the headings of `portfolio --help`.

Help is here so that listing commands imports none of them.
"""
LAST_SECTION = "Share"
"""The heading below which the commands of hosts and other packages are listed."""
COMMANDS: Mapping[str, tuple[str, str]] = {
    name: command for section in SECTIONS.values() for name, command in section.items()
}
"""All commands of the core by name."""
GROUP = "portfolio_gen.commands"
"""The entry points with the commands of hosts and other packages: each names a mapping like COMMANDS."""


class LazyGroup(click.Group):
    """Finds commands by name, so that `--help` and completion start at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(all_commands())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        # The core's own are not looked for among what is installed, which takes a while.
        found = COMMANDS.get(cmd_name) or all_commands().get(cmd_name)
        if found is None:
            return None
        module, _ = found
        command = importlib.import_module(module).command
        assert isinstance(command, click.Command)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        listed = ((name, line) for name, (_, line) in all_commands().items() if name.startswith(incomplete))
        # A group would import each command for its help.
        return [CompletionItem(name, help=line) for name, line in listed] + click.Command.shell_complete(
            self, ctx, incomplete
        )

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        others = {name: command for name, command in all_commands().items() if name not in COMMANDS}
        # One width for all sections, so that their help lines stand below each other.
        widest = max(map(len, (*COMMANDS, *others)))
        for heading, own in SECTIONS.items():
            listed = {**own, **(others if heading == LAST_SECTION else {})}
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(widest), line) for name, (_, line) in listed.items()])


def all_commands() -> Mapping[str, tuple[str, str]]:
    """The core's commands, then those of others by name. Nobody's replace the core's."""
    from importlib.metadata import entry_points

    others: dict[str, tuple[str, str]] = {}
    for point in entry_points(group=GROUP):
        try:
            others |= {str(name): (str(module), str(line)) for name, (module, line) in point.load().items()}
        except (Exception, SystemExit) as error:  # Somebody else's code; whatever is wrong with it, our commands work.
            click.echo(f"warning: the commands of '{point.value}' can't be found: {printable(str(error))}", err=True)
    return {**COMMANDS, **{name: others[name] for name in sorted(others) if name not in COMMANDS}}


@click.command(cls=LazyGroup)
@click.version_option(__version__, prog_name="portfolio")
def main() -> None:
    """Learning portfolios in plain Markdown: checked, linked, and built for one audience."""
    for stream in (sys.stdout, sys.stderr):
        # What people write has signs that some consoles can't show. They are no reason to stop.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ESCAPES)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """Signs that can't be shown as escapes, in the form that JSON has as well."""
    assert isinstance(error, UnicodeEncodeError)
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error(_ESCAPES, _escaped)
