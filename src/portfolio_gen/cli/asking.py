"""Questions that one key or one line answers, at a terminal or from a pipe; stdout stays free for results."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import click

from portfolio_gen.cli.choosing import can_ask, chosen


def is_interactive() -> bool:
    """Whether somebody is there to answer."""
    return can_ask()


def key(prompt: str, keys: Iterable[str], default: str = "") -> str:
    """The key that somebody presses, one of `keys`, in lower case; Enter or space means the default, if there is one.

    At a terminal one key is enough. Elsewhere each line is a key, so that answers can be piped.

    Raises:
        click.Abort: the input has ended, or somebody pressed Ctrl-C.
    """
    allowed = tuple(keys)
    while True:
        click.echo(f"{prompt} ", nl=False, err=True)
        pressed = _pressed().casefold()
        answer = default if pressed in ("", " ") else pressed
        is_known = answer in allowed
        click.echo(answer if is_known else "", err=True)
        if is_known:
            return answer
        click.echo(f"press one of {' '.join(allowed)}", err=True)


def choice(prompt: str, options: Sequence[str], default: str = "") -> str:
    """One of the options, by its number, its name or the start of it."""
    return chosen(prompt, [(option, "") for option in options], default)


def line(prompt: str, default: str = "") -> str:
    """One line of text, without blanks around it; Enter alone means the default.

    Raises:
        click.Abort: the input has ended, or somebody pressed Ctrl-C.
    """
    return str(click.prompt(prompt, default=default, show_default=bool(default), err=True)).strip()


def _pressed() -> str:
    """The next key; empty for Enter. Signs of which nobody thinks as a key, such as arrows, are some long text."""
    if sys.stdin is None or sys.stdin.closed:
        raise click.Abort
    try:
        sign = click.getchar() if sys.stdin.isatty() else sys.stdin.readline()
    except (EOFError, KeyboardInterrupt, OSError):
        sign = ""
    if not sign:
        # What is printed next does not stand behind the question.
        click.echo(err=True)
        raise click.Abort
    return " " if sign == " " else sign.strip()
