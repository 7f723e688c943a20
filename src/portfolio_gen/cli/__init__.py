"""The `portfolio` command. Each command is a module of its own, imported only when it runs."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

import click

from portfolio_gen import __version__

COMMANDS: Mapping[str, tuple[str, str]] = {
    "check": ("portfolio_gen.cli.check", "Check entries and links, and say what a site would not share."),
    "pages": ("portfolio_gen.cli.pages", "Write a project of plain Markdown for one audience, for any engine."),
    "export": ("portfolio_gen.cli.export", "Write the portfolio as data for other programs."),
}
"""The module and the help line of each command. Help is here so that listing commands imports none of them."""


class LazyGroup(click.Group):
    """Finds commands by name, so that `--help` and completion start at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        command = importlib.import_module(module).command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.command(cls=LazyGroup)
@click.version_option(__version__, prog_name="portfolio")
def main() -> None:
    """Learning portfolios in plain Markdown: checked, linked, and built for one audience."""
