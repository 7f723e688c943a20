"""Questions with numbered answers, for who sits at a terminal. They go to stderr, so that stdout holds results only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import click


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def chosen(question: str, answers: Sequence[tuple[str, str]], default: str = "") -> str:
    """The answer that somebody gives, by its number, or by its name or the start of it.

    `answers` are names, each with a few words about it. Enter alone means the default, which need not be among them.
    """
    width = len(str(len(answers)))
    for number, (name, words) in enumerate(answers, 1):
        click.echo(f"  {number:>{width}}  {name}{'  ' + words if words else ''}", err=True)
    return str(
        click.prompt(
            question, default=default, show_default=bool(default), err=True, value_proc=_reader(answers, default)
        )
    )


def _reader(answers: Sequence[tuple[str, str]], default: str) -> Callable[[str], str]:
    names = [name for name, _ in answers]

    def read(said: str) -> str:
        said = said.strip()
        if said == default:
            return said
        if said.isdecimal() and 1 <= int(said) <= len(names):
            return names[int(said) - 1]
        fitting = [name for name in names if name.casefold() == said.casefold()]
        fitting = fitting or [name for name in names if name.casefold().startswith(said.casefold())]
        if len(fitting) == 1:
            return fitting[0]
        raise click.UsageError(f"answer with a number from 1 to {len(names)}")

    return read
