"""The beginning of a new entry, out of what a command line says and what somebody at a terminal answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import click

from portfolio_gen.cli.asking import can_ask, chosen
from portfolio_gen.cli.naming import claim_of, goal_named
from portfolio_gen.cli.options import tree_of
from portfolio_gen.cli.persons import person_meant
from portfolio_gen.cli.waiting import waiting
from portfolio_gen.drafting.draft import Answers, Draft, draft, title_of
from portfolio_gen.drafting.lately import active_goals, usual_kinds
from portfolio_gen.drafting.naming import NamingError, Nearby
from portfolio_gen.drafting.places import places_for
from portfolio_gen.drafting.starting import kind_called, template_for, usual_audience
from portfolio_gen.drafting.surroundings import Surroundings, surroundings
from portfolio_gen.drafting.template_file import Template
from portfolio_gen.drafting.templates import templates
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.model.paths import title_from_uri
from portfolio_gen.reading.inference import date_from_uri, kind_from_uri
from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.project import Project


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a command line says about a new entry."""

    kind: str
    """A word for a kind; empty if none was given."""
    title: str
    """Empty if none was given."""
    template: str | None
    """The name of a template."""
    goals: tuple[str, ...]
    """Names of goals, as written."""
    competencies: tuple[str, ...]
    """Names of competencies, as written, with levels behind a ':'."""
    person: str | None
    """A name of the person."""
    day: PartialDate
    """When it happened."""
    audience: str | None
    """Who may read it."""
    others: tuple[str, ...]
    """With whom somebody meets, as written."""
    has_file: bool
    """Whether it is put in a file, whose folder and name tell what then need not be written."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A new entry that stands nowhere yet."""

    draft: Draft
    """Its text."""
    uris: Iterator[str]
    """Where it may stand, the best place first."""
    audience: Audience
    """Who may read it."""


def beginning(wanted: Wanted, project: Project, cwd: Path) -> Beginning:
    """The beginning of a new entry; without a kind or a template, somebody at the terminal is asked.

    Raises:
        click.UsageError: something that was named isn't there.
    """
    around = surroundings(project.content, project.settings.folders)
    try:
        template, title = _template(wanted, project, around, cwd)
        if wanted.others and template.kind != "checkin":
            raise NamingError(f"--with: {KINDS[template.kind].with_article} is with nobody; only a check-in is")
        person = _person(wanted, template.kind, project, around, cwd)
        nearby = Nearby(project.content, project.settings.folders, around, person)
        goals = [goal_named(one, nearby, project, cwd) for one in wanted.goals]
        claims = [claim_of(one, nearby, project, cwd) for one in wanted.competencies]
    except NamingError as error:
        raise click.UsageError(str(error)) from None
    if _is_asking(wanted):
        title = str(click.prompt("Title (Enter for none)", default="", show_default=False, err=True)).strip()
        goals += () if goals else _asked_goal(template.kind, nearby)
    written, audience = usual_audience(template.kind, project.settings.defaults, wanted.audience)
    answers = Answers(title, wanted.day.first, _name(person), written, tuple(goals), tuple(claims))
    answers = _with_others(answers, template, wanted, nearby, project, audience)
    return _placed(answers, template, wanted, nearby, audience)


def _placed(answers: Answers, template: Template, wanted: Wanted, nearby: Nearby, audience: Audience) -> Beginning:
    """The entry with what its place doesn't tell written into it."""
    kind = template.kind
    called = title_of(template, answers) if answers.title or template.title else ""
    uris = places_for(kind, called, wanted.day, nearby.person, nearby.around, nearby.folders)
    first = next(uris)
    told = date_from_uri(first) if wanted.has_file else None
    is_dated = KINDS[kind].in_journal and (told is None or told.text != wanted.day.text)
    is_told = wanted.has_file and kind_from_uri(first, nearby.folders) == kind
    answers = replace(answers, type="" if is_told else kind, written_date=wanted.day.text if is_dated else "")
    return Beginning(draft(template, answers), chain((first,), uris), audience)


def _with_others(
    answers: Answers, template: Template, wanted: Wanted, nearby: Nearby, project: Project, audience: Audience
) -> Answers:
    """The answers with what is known of a meeting with others; nothing is read if there are none."""
    if not wanted.others:
        return answers
    # Everything about building a site comes with this, so it waits until it is needed.
    from portfolio_gen.build.meeting import meeting_of
    from portfolio_gen.build.own import NoSuchPersonError

    # Links lead from the folder in which it will stand, whatever it is called there.
    at = next(places_for(template.kind, "", wanted.day, nearby.person, nearby.around, nearby.folders))
    try:
        with waiting("Reading what is open between you ..."):
            tree, excluded = tree_of(project)
            met = meeting_of(
                tree, project.settings, excluded, person=nearby.person, names=wanted.others, audience=audience, at=at
            )
    except (SettingsError, NoSuchPersonError) as error:
        raise click.UsageError(str(error)) from None
    for doubt in met.doubts:
        click.echo(f"warning: --with: {doubt}", err=True)
    title = answers.title or ("" if template.title else f"With {' and '.join(met.called)}")
    return replace(answers, title=title, others=met.others, points=met.points)


def _is_asking(wanted: Wanted) -> bool:
    return not wanted.kind and wanted.template is None


def _template(wanted: Wanted, project: Project, around: Surroundings, cwd: Path) -> tuple[Template, str]:
    """The template, and the title so far."""
    folders = project.settings.folders
    found, problems = templates(project.root)
    for problem in problems:
        click.echo(f"warning: {problem}", err=True)
    kind, title = wanted.kind, wanted.title
    if wanted.template is not None and kind and kind_called(kind, found, folders) is None:
        # Behind a template no kind is needed, so what stands there is the title.
        kind, title = "", " ".join(filter(None, (kind, title)))
    if _is_asking(wanted):
        kind = _asked_kind(_person(wanted, "reflection", project, around, cwd), around)
    return template_for(kind, wanted.template, found, folders), title


def _asked_kind(person: str | None, around: Surroundings) -> str:
    if not can_ask():
        raise click.UsageError(
            f"say what to write: portfolio new KIND [TITLE], such as 'portfolio new reflection'. "
            f"KIND is {', '.join(KINDS)}, or the name of a template"
        )
    kinds = usual_kinds(around, person)
    return chosen("What do you write?", [(kind, KINDS[kind].meaning) for kind in kinds], default="reflection")


def _asked_goal(kind: str, nearby: Nearby) -> tuple[str, ...]:
    """The goal that the entry moves, as somebody answers; nobody is asked about what moves none."""
    goals = active_goals(nearby) if KINDS[kind].in_journal and kind != "goal" else ()
    if not goals:
        return ()
    answers = [(goal.name, goal.entry.title) for goal in goals]
    answer = chosen("Which goal does it move? (Enter for none)", answers)
    return (answer,) if answer else ()


def _person(wanted: Wanted, kind: str, project: Project, around: Surroundings, cwd: Path) -> str | None:
    """Whose entry it is; None if it is nobody's, or is only printed and meets nobody."""
    if wanted.person is not None and not KINDS[kind].in_journal and kind != "page":
        raise click.UsageError(f"--person: {KINDS[kind].with_article} is in nobody's folder")
    if wanted.person is None and not (KINDS[kind].in_journal and (wanted.has_file or wanted.others)):
        return None
    return person_meant(around, project.settings, wanted.person, cwd, project.content)


def _name(person: str | None) -> str:
    return title_from_uri(f"{person}.md") if person else ""
