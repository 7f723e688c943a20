"""portfolio templates"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from portfolio_gen.cli.completion import complete_template
from portfolio_gen.cli.options import place_options, project_of
from portfolio_gen.drafting.templates import Template, entry_text, templates
from portfolio_gen.exports.json_export import VERSION
from portfolio_gen.linking.nearest import Spellings, in_words
from portfolio_gen.model.kinds import KINDS

_WIDEST = 100
"""Columns beyond which a line is tiring to read."""
_NARROWEST = 24
"""Columns that a description gets on any screen."""


@click.command("templates")
@click.argument("name", required=False, shell_complete=complete_template)
@click.option(
    "--kind",
    type=click.Choice(list(KINDS), case_sensitive=False),
    metavar="KIND",
    help="List those for one kind of entry, such as goal or reflection.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print: for people or for programs.",
)
@place_options
def command(name: str | None, kind: str | None, form: str, folder: Path | None, config: Path | None) -> None:
    """List the templates that entries start from, or show the one called NAME.

    A template is one file. Your own ones go to templates/entries/ beside mkdocs.yml; one with the name of a template
    that comes along takes its place.

    \b
      portfolio templates
      portfolio templates --kind goal
      portfolio templates gibbs

    Exits with 0, also if something is wrong with a template of your own, which is said; 2 if the command is wrong.
    """
    if name is not None and kind is not None:
        raise click.UsageError("give NAME or --kind, not both")
    found, problems = templates(project_of(folder, config).root)
    for problem in problems:
        click.echo(str(problem), err=True)
    if name is not None:
        _show(_named(name, found), form)
        return
    listed = [template for template in found.values() if kind in (None, template.kind)]
    if form == "json":
        _print_json({"version": VERSION, "templates": [_row(template) for template in listed]})
    else:
        _print_table(listed)


def _named(name: str, found: Mapping[str, Template]) -> Template:
    template = found.get(name)
    if template is None:
        near = in_words(Spellings((one, one) for one in found).nearest(name))
        raise click.UsageError(f"there is no template '{name}'; {near or '`portfolio templates` lists them'}")
    return template


def _show(template: Template, form: str) -> None:
    if form == "json":
        _print_json({"version": VERSION, **_row(template), "text": entry_text(template)})
    else:
        source = f" {template.source}" if template.source else ""
        click.echo(f"{template.name}, for {KINDS[template.kind].plural}. {template.description}{source}\n", err=True)
        click.echo(entry_text(template), nl=False)


def _row(template: Template) -> Mapping[str, Any]:
    return {
        "name": template.name,
        "kind": template.kind,
        "description": template.description,
        "source": template.source,
        "default": template.is_default,
        "own": template.is_own,
    }


def _print_json(document: Mapping[str, Any]) -> None:
    click.echo(json.dumps(document, indent=2, ensure_ascii=False))


def _print_table(listed: Sequence[Template]) -> None:
    """The templates below the names of their kinds, defaults first; on a screen as wide as fits it."""
    from rich.console import Console
    from rich.text import Text

    console = Console(soft_wrap=True, highlight=False, emoji=False)
    # A program that reads on wants one line for each.
    width = min(console.width, _WIDEST) if console.is_terminal else None
    for kind in KINDS:
        rows = sorted((one for one in listed if one.kind == kind), key=lambda one: (not one.is_default, one.name))
        if rows:
            console.print(Text(f"{kind}:", "bold"))
            for name, words in _lines(rows, width):
                console.print(Text(name, "cyan").append(words, "default"))
    console.print(Text("\n* taken by `portfolio new KIND`. `portfolio templates NAME` shows one.", "dim"))


def _lines(rows: Sequence[Template], width: int | None) -> Iterator[tuple[str, str]]:
    """Names and descriptions, side by side no wider than `width` if there is one; words stay whole."""
    from textwrap import wrap

    before = max(len(template.name) for template in rows) + 6
    for template in rows:
        said = f"{template.description}{' (your own)' if template.is_own else ''}"
        first, *more = [said] if width is None else wrap(said, max(_NARROWEST, width - before), break_long_words=False)
        yield f"  {'*' if template.is_default else ' '} {template.name}".ljust(before), first
        yield from ((" " * before, rest) for rest in more)
