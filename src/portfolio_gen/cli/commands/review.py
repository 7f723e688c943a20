"""portfolio review"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from portfolio_gen.build.own import NoSuchPersonError, own_portfolio
from portfolio_gen.build.status import shortest_name
from portfolio_gen.cli.asking import can_ask, is_answered, key, line
from portfolio_gen.cli.completion import complete_person
from portfolio_gen.cli.editor import edit, editor_of
from portfolio_gen.cli.filing import shown_path
from portfolio_gen.cli.looking import (
    ANSWERS,
    QUESTION,
    entry_now,
    followup_changes,
    has_next_step,
    is_to_revisit,
    next_step_of,
    revisit_changes,
)
from portfolio_gen.cli.options import place_options, tree_of
from portfolio_gen.cli.persons import person_meant
from portfolio_gen.cli.setting import project_to_change, set_fields
from portfolio_gen.cli.waiting import waiting
from portfolio_gen.drafting.surroundings import surroundings
from portfolio_gen.figures.calendar import calendar_days
from portfolio_gen.figures.revisits import revisits_due
from portfolio_gen.markdown.excerpts import excerpt
from portfolio_gen.markdown.headings import plain_words
from portfolio_gen.model.dates import in_words
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.periods import until_day
from portfolio_gen.problems import printable
from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.project import Project

_OTHERS = "s later, o open it, q stop"
_DAYS = "30d, 3m or a date"
_AGAIN = f"When? {_DAYS}"
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Waits:
    """An entry that waits for a second look."""

    entry: Entry
    name: str
    """The shortest one by which commands find it."""
    since: date


@click.command("review")
@click.option("--person", metavar="NAME", shell_complete=complete_person, help="Whose. Default: as in 'portfolio new'.")
@click.option("--list", "is_listed", is_flag=True, help="Only say what is due, and how to answer.")
@place_options
def command(person: str | None, is_listed: bool, folder: Path | None, config: Path | None) -> None:
    """Go through what is due for a second look: has it changed anything?

    A reflection with a `next_action` is due 7, 30 and 90 days later, and every entry on the day of its `revisit`. Each
    answer is one key and, if you like, a line. It is written into the entry at once, as a follow-up of today, so you
    may stop at any time. `portfolio look` answers for one entry.

    Without a terminal each line of the standard input is an answer. If there is none, what is due is listed.

    Exits with 0 whatever is due, 1 if an entry can't be changed safely, 2 if the command is wrong.
    """
    project = project_to_change(folder, config, dry_run=is_listed)
    waits, coming = _waiting(project, person, folder)
    answered: Counter[str] = Counter()
    if not waits:
        click.echo("Nothing is due for a second look.")
    elif is_listed or not is_answered():
        _list(waits)
    else:
        answered = _go_through(waits, project, folder)
        if not answered and not can_ask():
            _list(waits)
        else:
            waits, coming = _waiting(project, person, folder)
            click.echo(_summary(answered, len(waits)))
    if coming is not None:
        click.echo(f"The next look is due on {coming.isoformat()}.")
    if answered["failed"]:
        raise click.exceptions.Exit(1)


def _waiting(project: Project, person: str | None, folder: Path | None) -> tuple[Sequence[Waits], date | None]:
    """What waits, the oldest look first, and the next day on which something will."""
    settings = project.settings
    around = surroundings(project.content, settings.folders)
    whose = person_meant(around, settings, person, folder or Path.cwd(), project.content)
    try:
        with waiting("Reading your entries ..."):
            tree, excluded = tree_of(project)
            meant, linked = own_portfolio(tree, settings, whose, excluded)
    except (SettingsError, NoSuchPersonError) as error:
        raise click.UsageError(str(error)) from None
    first: dict[EntryId, date] = {}
    for due in revisits_due(meant, linked.portfolio, settings.today):
        # What somebody else's folder holds is written there.
        if linked.portfolio.entries[due.entry].origin is None:
            first.setdefault(due.entry, due.since)
    waits = [Waits(linked.everything.entries[entry], shortest_name(entry, linked), day) for entry, day in first.items()]
    days = calendar_days(meant, linked.portfolio, linked.links, settings.today, has_looks=True)
    looks = (one.day for one in days if one.reason in ("look", "revisit") and one.day > settings.today)
    return waits, min(looks, default=None)


def _go_through(waits: Sequence[Waits], project: Project, folder: Path | None) -> Counter[str]:
    """The keys that somebody pressed, and how often; empty if nobody was there to answer."""
    answered: Counter[str] = Counter()
    try:
        for number, one in enumerate(waits, 1):
            _show(one, number, len(waits))
            answer, entry = _answer(one, project)
            changes = _changes(entry, answer, project) if answer not in ("s", "q") else []
            if changes:
                uri = str(project.content.resolve() / one.entry.uri)
                try:
                    set_fields(uri, changes, project, folder=folder, dry_run=False, quiet=True)
                except click.ClickException as error:
                    error.show()
                    answer = "failed"
            answered[answer] += 1
            if answer == "q":
                break
    except (click.Abort, KeyboardInterrupt):
        pass  # What was answered is written already.
    return answered


def _answer(one: Waits, project: Project) -> tuple[str, Entry]:
    """The key that answers, and the entry as it is then; opening the entry is no answer yet."""
    while True:
        has_step = has_next_step(one.entry)
        asked = QUESTION if has_step else "You wanted to read it again. y I have, a again another day"
        answer = key(f"{asked}, {_OTHERS}", (*("yp" if has_step else "ya"), *("n" if has_step else ""), "s", "o", "q"))
        if answer == "o":
            _open(one, project)
        if answer in ("s", "q"):
            return answer, one.entry
        # It may have been changed in the meantime, and not only by us.
        entry = entry_now(one.entry.uri, project)
        if entry is None:
            raise click.ClickException(f"{one.entry.uri} can't be read any more; 'portfolio check' says why")
        if answer != "o" and has_next_step(entry) == has_step:
            return answer, entry
        one = replace(one, entry=entry)


def _open(one: Waits, project: Project) -> None:
    editor = editor_of(os.environ)
    if editor:
        edit(editor, project.content / one.entry.uri, one.entry.body_line, 1)
    else:
        path = shown_path(project.content / one.entry.uri)
        click.echo(f"no editor is set; set EDITOR, or open {path} yourself", err=True)


def _changes(entry: Entry, answer: str, project: Project) -> list[str]:
    today = project.settings.today
    if answer == "a":
        return [f"revisit={_day(_AGAIN, '30d', today)}"]
    if not has_next_step(entry):
        return revisit_changes(entry, None, today)
    try:
        note = line("In a line, what changed, or why not? (Enter for none)")
        again = _day(f"Read it again? {_DAYS} (Enter for no)", "", today) if is_to_revisit(entry, today) else ""
    except click.Abort:
        if can_ask():
            raise  # Who thinks better of it has not answered.
        note = again = ""
    return [*followup_changes(entry, ANSWERS[answer], note, today), *revisit_changes(entry, again or None, today)]


def _day(question: str, default: str, today: date) -> str:
    """A day to come, in ISO form; empty if nothing was said and there is no default."""
    while True:
        said = line(question, default)
        day = until_day(said, today)
        if not said:
            return ""
        if day is not None and day > today:
            return day.isoformat()
        click.echo("write a day to come, such as 30d, 3m or 2027-01-15", err=True)


def _summary(answered: Counter[str], left: int) -> str:
    """What was looked at, and what still waits, in a line."""
    looked = sum(answered[sign] for sign in "ypna")
    return f"Looked at {looked}{f', {left} can wait' if left else ''}."


def _show(one: Waits, number: int, count: int) -> None:
    entry = one.entry
    day = in_words(entry.date.first) if entry.date is not None else "no date"
    click.echo(f"\n{number} of {count}: {printable(entry.title)}, {day}", err=True)
    text = printable(excerpt(entry.body.text), _LONGEST)
    if text:
        click.echo(f"  {text}", err=True)
    if has_next_step(entry):
        click.echo(f"  Next step: {printable(plain_words(next_step_of(entry)), _LONGEST)}", err=True)


def _list(waits: Sequence[Waits]) -> None:
    for one in waits:
        answer = "look " + one.name + (" yes|partly|no" if has_next_step(one.entry) else "")
        click.echo(f"{one.since.isoformat()}  {printable(one.entry.title)}\n            portfolio {answer}")
