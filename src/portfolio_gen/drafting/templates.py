"""The templates that entries start from. Each is one file; a project's own win over those that come along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from portfolio_gen.drafting.template_file import OWN_FOLDER, Template, entry_text, problem_in, template_in
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.problems import Problem

__all__ = ["OWN_FOLDER", "Template", "default_template", "entry_text", "templates"]


def templates(root: Path | None) -> tuple[Mapping[str, Template], tuple[Problem, ...]]:
    """All templates by name, sorted by kind and name, and what is wrong with own ones, which are left out.

    `root` is the project's folder; None without a project. Problems name files as "templates/entries/x.md".
    """
    own, problems = _own(root / OWN_FOLDER) if root is not None else ({}, ())
    found = {**_shipped(), **own}
    kinds = list(KINDS)
    return {name: found[name] for name in sorted(found, key=lambda one: (kinds.index(found[one].kind), one))}, problems


def default_template(found: Mapping[str, Template], kind: str) -> Template:
    """The template that an entry of a kind starts from if its writer names none; a project's own one first."""
    defaults = (template for template in found.values() if template.kind == kind and template.is_default)
    return min(defaults, key=lambda template: (not template.is_own, template.name))


@cache
def _shipped() -> Mapping[str, Template]:
    found: dict[str, Template] = {}
    for file in (files("portfolio_templates") / "entries").iterdir():
        if file.name.endswith(".md"):
            template = template_in(file.name, file.read_bytes(), is_own=False)
            assert isinstance(template, Template), template
            found[template.name] = template
    return found


def _own(folder: Path) -> tuple[Mapping[str, Template], tuple[Problem, ...]]:
    found: dict[str, Template] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.md")):
        match _read(path):
            case Problem() as problem:
                problems.append(problem)
            case template:
                found[template.name] = template
    return found, tuple(problems)


def _read(path: Path) -> Template | Problem:
    """An own template, or what is wrong with it. One that takes the name of a default is the default in its place."""
    try:
        template = template_in(path.name, path.read_bytes(), is_own=True)
    except OSError as error:
        return problem_in(path.name, f"this can't be opened: {error.strerror}", code="unreadable")
    shipped = None if isinstance(template, Problem) else _shipped().get(template.name)
    if isinstance(template, Problem) or shipped is None:
        return template
    if shipped.kind != template.kind:
        plural = KINDS[shipped.kind].plural
        return problem_in(path.name, f"'{shipped.name}' is a template for {plural}", "give this file another name")
    return replace(template, is_default=template.is_default or shipped.is_default)
