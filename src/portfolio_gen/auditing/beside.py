"""Work in copies of this process, beside what it does itself, where the system can copy a process."""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable
from typing import IO, Any, Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")


def can_copy() -> bool:
    """Whether a copy of this process is safe and of use: not among threads, nor with a single processor."""
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


def in_halves(work: Callable[[int], B]) -> tuple[B, B]:
    """What some work gives for its halves 0 and 1, which are done at the same time if possible."""
    second = Companion(lambda: work, ask_at_once=1)
    try:
        return work(0), second.answer()
    finally:
        second.close()


class Companion(Generic[A, B]):
    """A copy of this process that gets ready for a question, and answers it.

    Without copies, or if the copy dies, the same is done here when the question is asked.
    """

    def __init__(self, prepare: Callable[[], Callable[[A], B]], *, ask_at_once: A | None = None) -> None:
        self._prepare = prepare
        self._question = ask_at_once
        self._pid = 0
        self._asking: IO[bytes] | None = None
        self._answering: IO[bytes] | None = None
        if can_copy():
            self._start()
        if ask_at_once is not None:
            self._ask(ask_at_once)

    def answer_to(self, question: A) -> B:
        """The answer; an exception that the work raises is raised here."""
        self._ask(question)
        return self.answer()

    def answer(self) -> B:
        """The answer to what was asked."""
        answers: tuple[bool, Any] = (False, None)
        try:
            if self._answering is not None:
                answers = pickle.load(self._answering)
        except (EOFError, OSError, pickle.UnpicklingError):
            pass  # It has died: the work is done here.
        finally:
            self.close()
        is_done, answer = answers
        if not is_done:
            assert self._question is not None
            return self._prepare()(self._question)
        if isinstance(answer, BaseException):
            raise answer
        found: B = answer
        return found

    def close(self) -> None:
        """End the copy, if there is one; nothing is asked of it any more."""
        for stream in (self._asking, self._answering):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self._asking = self._answering = None
        if self._pid:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self._pid, 0)
            self._pid = 0

    def _ask(self, question: A) -> None:
        self._question = question
        if self._asking is not None:
            with contextlib.suppress(OSError):
                pickle.dump(question, self._asking)
                self._asking.close()

    def _start(self) -> None:
        question_out, question_in = os.pipe()
        answer_out, answer_in = os.pipe()
        self._pid = os.fork()
        if self._pid:
            os.close(question_out)
            os.close(answer_in)
            self._asking, self._answering = os.fdopen(question_in, "wb"), os.fdopen(answer_out, "rb")
            return
        # From here on this is the copy. It leaves without a word, whatever happens.
        try:
            os.close(question_in)
            os.close(answer_out)
            gc.disable()
            _be_asked(self._prepare, os.fdopen(question_out, "rb"), os.fdopen(answer_in, "wb"))
        finally:
            os._exit(0)


def _be_asked(prepare: Callable[[], Callable[[Any], Any]], questions: IO[bytes], answers: IO[bytes]) -> None:
    work = prepare()
    question = pickle.load(questions)
    try:
        answer: Any = work(question)
    except Exception as error:  # Whatever it is, it is raised again where the question was asked.
        answer = error
    pickle.dump((True, answer), answers)
    answers.close()
