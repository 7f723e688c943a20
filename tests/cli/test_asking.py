"""Questions that one key answers."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios

import click
import pytest
from click.testing import CliRunner

from portfolio_gen.cli.asking import chosen, key, line

ASKS = "from portfolio_gen.cli.asking import key; print(key('Which?', ('a', 'q'), 'q'), key('And?', ('a', 'q')))"


def answered(question: str, said: str) -> tuple[str, str, int]:
    """What is printed as the answer, what is asked, and the exit status."""

    @click.command()
    def ask() -> None:
        match question:
            case "key":
                click.echo(key("Which?", ("a", "b", "?")))
            case "default":
                click.echo(key("Which?", ("a", "b"), "b"))
            case "choice":
                click.echo(chosen("Which?", [("apple", ""), ("pear", "")], "pear"))
            case _:
                click.echo(line("What?", "nothing"))

    result = CliRunner().invoke(ask, input=said)
    return result.stdout, result.stderr, result.exit_code


def test_each_line_of_a_pipe_is_a_key() -> None:
    assert answered("key", "a\n")[0] == "a\n"
    assert answered("key", " B \r\n")[0] == "b\n"


def test_an_unknown_key_is_asked_for_again() -> None:
    out, asked, status = answered("key", "x\nab\n\n?\n")
    assert (out, status) == ("?\n", 0)
    assert asked.count("press one of a b ?") == 3


@pytest.mark.parametrize("said", ["\n", " \n", "b\n"])
def test_enter_means_the_default(said: str) -> None:
    assert answered("default", said)[0] == "b\n"


def test_the_end_of_the_input_ends_it() -> None:
    for question in ("key", "default", "choice", "line"):
        out, asked, status = answered(question, "")
        assert (out, status) == ("", 1)
        assert "Aborted!" in asked


def test_a_choice_is_made_by_number_or_name() -> None:
    assert [answered("choice", said)[0] for said in ("1\n", "app\n", "\n")] == ["apple\n", "apple\n", "pear\n"]


def test_a_line_has_a_default() -> None:
    assert [answered("line", said)[0] for said in (" two words \n", "\n")] == ["two words\n", "nothing\n"]


@pytest.mark.parametrize(
    ("keys", "printed"), [((b"\r", b"A"), "q a"), ((b"\x1b[A", b"a", b"q"), "a q"), ((b"\x03",), "")]
)
def test_at_a_terminal_one_key_is_enough(keys: tuple[bytes, ...], printed: str) -> None:
    terminal, inside = pty.openpty()
    run = subprocess.Popen([sys.executable, "-c", ASKS], stdin=inside, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    os.close(inside)
    assert run.stderr is not None
    for pressed in keys:
        asked = b""
        while not asked.endswith(b"? "):
            asked += run.stderr.read(1)
        # What is typed before the terminal gives up waiting for whole lines is thrown away.
        while run.poll() is None and termios.tcgetattr(terminal)[3] & termios.ICANON:
            os.sched_yield()
        os.write(terminal, pressed)
    out, _ = run.communicate(timeout=60)
    os.close(terminal)
    assert out.decode().strip() == printed
