"""portfolio goal"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from portfolio_gen.cli.asking import can_ask, chosen
from portfolio_gen.cli.completion import complete_goal
from portfolio_gen.cli.options import place_options
from portfolio_gen.cli.persons import person_meant
from portfolio_gen.cli.setting import found_entry, project_to_change, set_fields
from portfolio_gen.settings.project import Project


@click.group("goal")
def command() -> None:
    """Say how a goal goes: begun, so far, paused, on again, done or dropped.

    Each changes `status`, `progress` or `start` of the goal, and nothing else in its file. GOAL is its name, as a
    reference would have it, or the path of its file. Without it, a terminal asks which.

    \b
      portfolio goal progress learn-chess 60
      portfolio goal done learn-chess

    Exits with 0 if it is done or was so already, 1 if it can't be done, 2 if the command is wrong.
    """


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    function = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")(function)
    function = click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")(function)
    return place_options(function)


_WAITING = ("paused", "idea")
"""What a goal is that may go on."""
_GOAL = click.argument("goal", required=False, shell_complete=complete_goal)


@command.command("done")
@_GOAL
@_options
def done(goal: str | None, folder: Path | None, config: Path | None, dry_run: bool, quiet: bool) -> None:
    """You have got there: status is done.

    If its progress was told, that is 100 then.
    """
    project = project_to_change(folder, config, dry_run=dry_run)
    goal = found_entry(goal or _asked_for(project, folder), project, folder=folder, quiet=quiet)
    has_progress = _field(goal, "progress", project) is not None
    changes = ["status=done", *(["progress=100"] if has_progress else [])]
    set_fields(goal, changes, project, folder=folder, dry_run=dry_run, quiet=quiet, kind="goal")


@command.command("progress", context_settings={"ignore_unknown_options": True})
@_GOAL
@click.argument("percent", required=False)
@_options
def progress(
    goal: str | None, percent: str | None, folder: Path | None, config: Path | None, dry_run: bool, quiet: bool
) -> None:
    """How far along it is: 60, or +10 more, or -10 less.

    It goes no further than 0 and 100.
    """
    project = project_to_change(folder, config, dry_run=dry_run)
    if percent is None and goal is not None and goal.strip("+-% ").isdecimal():
        goal, percent = None, goal
    goal = goal or _asked_for(project, folder)
    said = (percent if percent is not None else _asked_percent()).strip().rstrip("% ")
    sign = said[:1] if said[:1] in "+-" else ""
    number = said.removeprefix(sign).strip()
    if not number.isdecimal() or not number.isascii():
        raise click.UsageError(f"'{percent}' is no whole number of per cent; write 60, +10 or -10")
    set_fields(goal, [f"progress{sign}={number}"], project, folder=folder, dry_run=dry_run, quiet=quiet, kind="goal")


@command.command("start")
@_GOAL
@_options
def start(goal: str | None, folder: Path | None, config: Path | None, dry_run: bool, quiet: bool) -> None:
    """You begin: status is active.

    The day of the start is today, if none is told.
    """
    project = project_to_change(folder, config, dry_run=dry_run)
    goal = found_entry(goal or _asked_for(project, folder, _WAITING), project, folder=folder, quiet=quiet)
    day = [] if _field(goal, "start", project) is not None else [f"start={project.settings.today}"]
    set_fields(goal, ["status=active", *day], project, folder=folder, dry_run=dry_run, quiet=quiet, kind="goal")


def _with_status(name: str, status: str, meaning: str, among: tuple[str, ...]) -> None:
    @command.command(name, help=meaning)
    @_GOAL
    @_options
    def _status(goal: str | None, folder: Path | None, config: Path | None, dry_run: bool, quiet: bool) -> None:
        project = project_to_change(folder, config, dry_run=dry_run)
        goal = goal or _asked_for(project, folder, among)
        set_fields(goal, [f"status={status}"], project, folder=folder, dry_run=dry_run, quiet=quiet, kind="goal")


_with_status("pause", "paused", "Not now: status is paused.", ("active",))
_with_status("resume", "active", "On again: status is active.", _WAITING)
_with_status(
    "drop",
    "dropped",
    "Not any more: status is dropped. The goal stays, and so does what you learnt.",
    ("active", "paused", "idea"),
)


def _field(uri: str, name: str, project: Project) -> Any:
    """What a field of an entry says; None if it says nothing, or can't be read."""
    from portfolio_gen.editing.errors import EditError
    from portfolio_gen.editing.fields.front_matter import fields_of
    from portfolio_gen.editing.source_text import source_text

    try:
        return fields_of(source_text((project.content / uri).read_bytes()).text).get(name)
    except (EditError, OSError):
        return None  # What is wrong with it is said when it is changed.


def _asked_for(project: Project, folder: Path | None, among: tuple[str, ...] = ("active",)) -> str:
    """The goal that somebody at the terminal means, among those of some statuses.

    Raises:
        click.UsageError: nobody is there, or there is no such goal.
    """
    from portfolio_gen.drafting.lately import goals_that_are
    from portfolio_gen.drafting.naming import Nearby
    from portfolio_gen.drafting.surroundings import surroundings

    if not can_ask():
        raise click.UsageError("say which goal: its name, or the path of its file")
    around = surroundings(project.content, project.settings.folders)
    person = person_meant(around, project.settings, None, folder or Path(), project.content)
    goals = goals_that_are(among, Nearby(project.content, project.settings.folders, around, person))
    if not goals:
        raise click.UsageError(f"there is no goal that is {' or '.join(among)}; name one, or begin: portfolio new goal")
    return chosen("Which goal?", [(one.name, one.entry.title) for one in goals])


def _asked_percent() -> str:
    if not can_ask():
        raise click.UsageError("say how far: 60, +10 or -10")
    return str(click.prompt("How far, in per cent?", err=True))
