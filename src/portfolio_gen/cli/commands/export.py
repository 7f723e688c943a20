"""portfolio export"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from portfolio_gen.build import export
from portfolio_gen.cli.options import project_of, project_options, tree_of
from portfolio_gen.cli.output import write_output
from portfolio_gen.exports.json_export import export_schema
from portfolio_gen.settings import SettingsError

_ACTING = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Signs that a terminal, a script or an editor would act on; in a string of JSON they are as good escaped."""


@click.group("export")
def command() -> None:
    """Write the portfolio as data for other programs."""


@command.command("json")
@project_options
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Write to this file. Default: print.",
)  # fmt: skip
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the document instead.")
def export_json(
    folder: Path | None,
    config: Path | None,
    audience: str | None,
    reader: str | None,
    output: Path | None,
    schema: bool,
) -> None:
    """Write what the audience may see as one JSON document: entries, references, backlinks and problems.

    With errors the document is still written, without what is wrong, and the exit status is 1.
    """
    output = output if folder is None or output is None else folder / output
    if schema:
        _deliver(export_schema(), output)
        return
    project = project_of(folder, config, audience, reader)
    tree, excluded = tree_of(project)
    try:
        document, untold = export(tree, project.settings, excluded)
    except SettingsError as error:
        raise click.UsageError(str(error)) from None
    _deliver(document, output)
    if untold:
        count = "1 error" if untold == 1 else f"{untold} errors"
        click.echo(f"{count} in what this audience does not see; 'portfolio check' says where", err=True)
    raise SystemExit(1 if untold or any(row["severity"] == "error" for row in document["problems"]) else 0)


def _deliver(document: Mapping[str, Any], output: Path | None) -> None:
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    text = _ACTING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
    if output is None:
        click.echo(text, nl=False)
        return
    write_output(output, text)
