"""portfolio schema"""

from __future__ import annotations

import json
from pathlib import Path

import click

from portfolio_gen.cli.output import write_output
from portfolio_gen.exports.kind_schema import DRAFTS, entry_schema, kind_schema
from portfolio_gen.model.kinds import KINDS


@click.command("schema")
@click.argument("kind", type=click.Choice(list(KINDS)), metavar="[KIND]", required=False)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Write to this file. Default: print.",
)  # fmt: skip
@click.option(
    "--draft", type=click.Choice(list(DRAFTS)), default="2020-12", show_default=True,
    help="The draft of JSON Schema to name. Many editors know none later than 7; both say the same.",
)  # fmt: skip
def command(kind: str | None, output: Path | None, draft: str) -> None:
    """Print the JSON Schema of front matter, for editors: of a kind of entry, or of any.

    Without KIND an entry that names its type is held to the fields of that kind, any other to those of all kinds.
    """
    schema = {**(kind_schema(KINDS[kind]) if kind else entry_schema()), "$schema": DRAFTS[draft]}
    text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    if output is None:
        click.echo(text, nl=False)
    else:
        write_output(output, text)
