"""portfolio check"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from portfolio_gen.build import check
from portfolio_gen.cli.options import project_of, project_options, tree_of
from portfolio_gen.cli.printing import print_problems
from portfolio_gen.exports.json_export import VERSION, problem_row
from portfolio_gen.problems import Problem, Severity
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.project import Project

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


@click.command("check")
@click.argument("path", type=click.Path(path_type=Path), required=False)
@project_options
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True,
    help="How to print problems: for people, for programs, or as annotations of a GitHub workflow.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
def command(
    path: Path | None,
    folder: Path | None,
    config: Path | None,
    audience: str | None,
    reader: str | None,
    form: str,
    strict: bool,
) -> None:
    """Check all entries, and say what a site for the audience would not share.

    PATH is a project, its content folder, or a file or folder in it; then only problems there are printed.

    Exits with 0 if there is no error, 1 if there are errors (with --strict, or warnings), 2 if the command
    or the configuration is wrong.
    """
    if path is not None and folder is not None and not path.is_absolute():
        path = folder / path
    if path is not None and not path.exists():
        raise click.UsageError(f"there is no file or folder '{path}'")
    project = project_of(folder, config, audience, reader, path)
    tree, excluded = tree_of(project)
    try:
        problems = _below(path, project, check(tree, project.settings, excluded))
    except SettingsError as error:
        raise click.UsageError(str(error)) from None
    match form:
        case "json":
            rows = [problem_row(problem) for problem in problems]
            click.echo(json.dumps({"version": VERSION, "problems": rows}, indent=2, ensure_ascii=False))
        case "github":
            for problem in problems:
                click.echo(_annotation(problem, project, tree))
        case _:
            print_problems(problems)
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    raise SystemExit(1 if any(problem.severity in fatal for problem in problems) else 0)


def _below(path: Path | None, project: Project, problems: Sequence[Problem]) -> Sequence[Problem]:
    """The problems of sources at or below a path; all of them if it is not inside the content folder."""
    content = project.content.resolve()
    if path is None or content == path.resolve() or content not in path.resolve().parents:
        return problems
    uri = path.resolve().relative_to(content).as_posix()
    return [problem for problem in problems if problem.uri == uri or problem.uri.startswith(f"{uri}/")]


def _annotation(problem: Problem, project: Project, tree: Tree) -> str:
    """A workflow command (docs.github.com/actions/reference/workflow-commands-for-github-actions)."""
    is_config = project.config is not None and problem.uri == project.config.name
    path = Path(problem.uri) if is_config else _shown(problem.uri, tree, project)
    text = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    place = f"file={_escaped(path.as_posix(), True)},line={problem.line},col={problem.column},title={problem.code}"
    return f"::{_GITHUB[problem.severity]} {place}::{_escaped(text, False)}"


def _shown(uri: str, tree: Tree, project: Project) -> Path:
    """A source's path as seen from where the command runs, which in a workflow is the repository."""
    found = tree.path_of(uri) or project.content / uri
    path = found.parent.resolve() / found.name
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _escaped(text: str, is_property: bool) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if is_property else escaped
