"""Problems, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.problems import Problem, Severity

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def print_problems(problems: Iterable[Problem], *, on_stderr: bool = False, is_summed_up: bool = True) -> None:
    """Print problems with their places and what would be right, and if `is_summed_up` how many there are."""
    from rich.console import Console
    from rich.text import Text

    console = Console(stderr=on_stderr, soft_wrap=True, highlight=False, emoji=False)
    counts = dict.fromkeys(Severity, 0)
    for problem in problems:
        counts[problem.severity] += 1
        line = Text(f"{problem.uri}:{problem.line}:{problem.column}: ")
        line.append(str(problem.severity), _STYLES[problem.severity])
        line.append(f": {problem.message}")
        line.append(f" [{problem.code}]", "dim")
        console.print(line)
        if problem.hint:
            console.print(Text(f"    {problem.hint}", "dim"))
    if not is_summed_up:
        return
    said = [f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts.items() if count]
    console.print(Text(", ".join(said) if said else "No problems."))
