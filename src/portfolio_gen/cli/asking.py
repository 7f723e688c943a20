"""Questions that one key or one line answers, at a terminal or from a pipe; stdout stays free for results."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence

import click


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def is_answered() -> bool:
    """Whether answers may come: from a terminal, or from a pipe or a file that does not end at once."""
    if sys.stdin is None or sys.stdin.closed:
        return False
    peek = getattr(getattr(sys.stdin, "buffer", None), "peek", None)
    try:
        return sys.stdin.isatty() or peek is None or bool(peek(1))
    except (OSError, ValueError):
        return False


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
