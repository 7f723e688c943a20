"""What may stand next on a command line, for Tab. Fast, and silent if anything is wrong: nobody asked a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps

import click
from click.shell_completion import CompletionItem

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
"""As `shell_complete` of an option or argument."""

_MOST = 200
"""How many answers a shell is given."""


def _silent(function: Complete) -> Complete:
    @wraps(function)
    def answers(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        try:
            return function(ctx, param, incomplete)[:_MOST]
        except (Exception, SystemExit):  # A message would stand in the middle of what somebody is typing.
            return []

    return answers


@_silent
def complete_kind(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Kinds, and behind them templates."""
    from portfolio_gen.model.kinds import KINDS

    kinds = _matching(((kind.name, kind.meaning) for kind in KINDS.values()), incomplete)
    return [*kinds, *complete_template(ctx, param, incomplete)]


@_silent
def complete_template(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Templates; behind a kind those for it."""
    from portfolio_gen.cli.options import project_of
    from portfolio_gen.drafting.templates import templates
    from portfolio_gen.model.kinds import KINDS

    found, _ = templates(project_of(ctx.params.get("folder"), ctx.params.get("config")).root)
    # Behind an option without its value, words that are no options are left over.
    kind = next((word for word in (ctx.params.get("kind"), *ctx.args) if word in KINDS), None)
    fitting = (one for one in found.values() if kind is None or one.kind == kind)
    return _matching(((one.name, one.description) for one in fitting), incomplete)


@_silent
def complete_goal(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Goals, as short as they can be named."""
    return _entries(ctx, incomplete, "goal")


@_silent
def complete_competency(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Competencies, as short as they can be named."""
    return _entries(ctx, incomplete, "competency")


@_silent
def complete_entry(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Entries of any kind, as short as they can be named."""
    return _entries(ctx, incomplete)


@_silent
def complete_person(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Persons by the names of their folders."""
    from portfolio_gen.cli.options import project_of
    from portfolio_gen.drafting.surroundings import surroundings

    project = project_of(ctx.params.get("folder"), ctx.params.get("config"))
    persons = surroundings(project.content, project.settings.folders).persons
    return _matching(((person.rpartition("/")[2], "") for person in persons), incomplete)


@_silent
def complete_date(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The two days that are words."""
    return _matching((("today", ""), ("yesterday", "")), incomplete)


def _entries(ctx: click.Context, incomplete: str, kind: str | None = None) -> list[CompletionItem]:
    from portfolio_gen.cli.options import project_of
    from portfolio_gen.drafting.naming import short_names
    from portfolio_gen.drafting.surroundings import surroundings
    from portfolio_gen.model.paths import title_from_uri

    project = project_of(ctx.params.get("folder"), ctx.params.get("config"))
    around = surroundings(project.content, project.settings.folders)
    # Who begins with a figure, or goes through folders, wants the name as it is in the folder.
    names = short_names(around, kind, is_dated=incomplete[:1].isdecimal(), is_path="/" in incomplete)
    return _matching(((name, title_from_uri(uri)) for uri, name in names.items()), incomplete)


def _matching(answers: Iterable[tuple[str, str]], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name, help=words or None) for name, words in answers if name.startswith(incomplete)]
