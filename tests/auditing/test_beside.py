"""A copy of the process gives the same answers as the process itself, and never leaves it without one."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent

import pytest

HEADER = """
    import os, sys
    from portfolio_gen.auditing.beside import Companion, can_copy, in_halves
    mine = os.getpid()
    """


def printed(code: str) -> str:
    """What a process of its own prints: test runners have threads, and so make no copies."""
    run = subprocess.run(
        [sys.executable, "-c", dedent(HEADER) + dedent(code)], capture_output=True, text=True, timeout=30, check=False
    )
    assert run.stderr == ""
    return run.stdout


@pytest.fixture(scope="module")
def copies() -> bool:
    """Whether this machine makes copies at all; where it doesn't, all answers are given by the process itself."""
    return printed("print(can_copy())") == "True\n"


def test_a_question_is_answered_elsewhere_where_copies_can_be_made(copies: bool):
    code = "print(Companion(lambda: lambda word: (word, os.getpid() != mine)).answer_to('hello'))"
    assert printed(code) == f"('hello', {copies})\n"


def test_halves_are_both_done(copies: bool):
    code = "first, second = in_halves(lambda half: (half, os.getpid() != mine)); print(first, second)"
    assert printed(code) == f"(0, False) (1, {copies})\n"


def test_a_copy_that_dies_leaves_the_work_to_its_original():
    code = """
        def work(word):
            if os.getpid() != mine:
                os.kill(os.getpid(), 9)
            return word
        print(Companion(lambda: work).answer_to('hello'))
        """
    assert printed(code) == "hello\n"


@pytest.mark.parametrize("place", ["prepare", "work"])
def test_what_is_raised_elsewhere_is_raised_here(place: str):
    code = f"""
        def work(word):
            raise OSError(2, 'gone')
        def prepare():
            return work(1) if {place!r} == 'prepare' else work
        try:
            Companion(prepare).answer_to('hello')
        except OSError as error:
            print(error.errno)
        """
    assert printed(code) == "2\n"


def test_nobody_is_left_behind():
    code = """
        one = Companion(lambda: lambda word: word)
        one.close()
        one.close()
        in_halves(lambda half: half)
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            print('alone')
        """
    assert printed(code) == "alone\n"


def test_without_copies_the_same_is_done_here():
    code = """
        import threading
        done = threading.Event()
        threading.Thread(target=done.wait).start()
        print(can_copy(), Companion(lambda: lambda word: (word, os.getpid() == mine)).answer_to('hello'))
        print(in_halves(lambda half: (half, os.getpid() == mine)))
        done.set()
        """
    assert printed(code) == "False ('hello', True)\n((0, True), (1, True))\n"
