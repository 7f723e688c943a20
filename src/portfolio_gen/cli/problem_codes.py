"""Codes of problems on the command line, and the problems that are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import click
from click.shell_completion import CompletionItem

from portfolio_gen.problems import CODES, Problem, Severity


class CodesType(click.ParamType[tuple[str, ...]]):
    """One code, or several with commas between them."""

    name = "codes"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        codes = tuple(part.strip().lower() for part in str(value).split(",") if part.strip())
        if not codes:
            self.fail("name a code, such as broken-link", param, ctx)
        for code in codes:
            if code not in CODES:
                self.fail(_unknown(code), param, ctx)
        return codes

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "CODE"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        before, comma, last = incomplete.rpartition(",")
        return [
            CompletionItem(f"{before}{comma}{code}", help=CODES[code].meaning)
            for code in CODES
            if code.startswith(last)
        ]


class CodeType(CodesType):
    """One code."""

    name = "code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        codes = super().convert(value, param, ctx)
        if len(codes) != 1:
            self.fail("name one code", param, ctx)
        return codes


@dataclass(frozen=True, slots=True)
class Told:
    """Which problems somebody wants to be told."""

    only: frozenset[str] = frozenset()
    """Codes; without any, all are told."""
    ignored: frozenset[str] = frozenset()
    """Codes that are not told."""

    def of(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Those of the problems that are told."""
        return tuple(one for one in problems if self.tells(one.code))

    def tells(self, code: str) -> bool:
        """Whether problems of a code are told."""
        return (not self.only or code in self.only) and code not in self.ignored

    def untold_errors(self, problems: Iterable[Problem]) -> str:
        """That errors are passed over, in a sentence; empty if none are."""
        untold = [one for one in problems if one.severity is Severity.ERROR and not self.tells(one.code)]
        if not untold:
            return ""
        codes = ", ".join(sorted({one.code for one in untold}))
        if len(untold) == 1:
            return f"1 error is passed over here ({codes}); it still stops a build."
        return f"{len(untold)} errors are passed over here ({codes}); they still stop a build."


def _unknown(code: str) -> str:
    from portfolio_gen.linking.nearest import Spellings, in_words

    near = in_words(Spellings((one, one) for one in CODES).nearest(code))
    return f"{code!r} is no code of a problem; {near or 'see docs/reference/problems.md'}"
