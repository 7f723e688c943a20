"""Runs of the `portfolio` command in this process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from portfolio_gen.cli import main


def run(*arguments: str | Path) -> Result:
    """A run of `portfolio`; what is raised other than an exit is a traceback, and so a failure."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise AssertionError(f"traceback: {result.exception!r}") from result.exception
    return result


def document(result: Result) -> Any:
    """What a run printed, as JSON."""
    return json.loads(result.stdout)
