"""Problems in the forms that programs read, with paths as seen from where a command runs."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from portfolio_gen import __version__
from portfolio_gen.exports.json_export import VERSION, problem_row
from portfolio_gen.exports.sarif import sarif_document
from portfolio_gen.problems import Problem, Severity
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings.project import Project

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def problems_as(form: str, problems: Sequence[Problem], project: Project, tree: Tree) -> str:
    """The problems as `json`, `sarif` or `github`, for standard output."""
    match form:
        case "json":
            rows = [problem_row(problem) for problem in problems]
            return json.dumps({"version": VERSION, "problems": rows}, indent=2, ensure_ascii=False)
        case "sarif":
            document = sarif_document(problems, lambda uri: _path(uri, project, tree), __version__)
            return json.dumps(document, indent=2)
    return "\n".join(_annotation(problem, _path(problem.uri, project, tree)) for problem in problems)


def _annotation(problem: Problem, path: str) -> str:
    """A workflow command (docs.github.com/actions/reference/workflow-commands-for-github-actions)."""
    text = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    place = f"file={_escaped(path, True)},line={problem.line},col={problem.column},title={problem.code}"
    return f"::{_GITHUB[problem.severity]} {place}::{_escaped(text, False)}"


def _path(uri: str, project: Project, tree: Tree) -> str:
    """A source's path as seen from where the command runs, which in a workflow is the repository."""
    if project.config is not None and uri == project.config.name:
        return uri
    found = tree.path_of(uri) or project.content / uri
    path = found.parent.resolve() / found.name
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # Another drive.
        return path.as_posix()


def _escaped(text: str, is_property: bool) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if is_property else escaped
