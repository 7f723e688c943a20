"""Team sites on disk that include folders of others: each test shows only what matters to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from portfolio_gen.build import Build, build_site, check
from portfolio_gen.cli.options import tree_of
from portfolio_gen.problems import Problem
from portfolio_gen.settings.project import Project, project_at
from tests.builders import TODAY, Files, text_of

TEAM = "---\naudience: team\n---\n\n"
"""Front matter that opens an entry to the team."""


def opened(*lines: str) -> str:
    """Front matter that opens an entry to the team and says some more."""
    return "\n".join(["---", "audience: team", *lines, "---", "", ""])


def team_site(
    folder: Path, people: Mapping[str, Files], own: Files | None = None, options: str = "", **configs: str
) -> Path:
    """A project for the team that includes a folder of each person, and where it is.

    `options` are lines below our plugin. A person with a text in `configs` has a project with that for a mkdocs.yml,
    whose files are below docs/; the others have a mere folder.
    """
    for name, files in people.items():
        root = folder / name
        _write(root / "docs" if name in configs else root, files)
        if name in configs:
            (root / "mkdocs.yml").write_text(text_of(configs[name]), encoding="utf-8")
    _write(folder / "team/content", own or {})
    included = "".join(f"        - {{path: ../{name}, person: {name}}}\n" for name in people)
    below = "".join(f"      {line}\n" for line in options.splitlines())
    (folder / "team/mkdocs.yml").write_text(
        "site_name: Team\ndocs_dir: content\ntheme: {name: material, font: false}\nplugins:\n  - search\n"
        f"  - portfolio:\n      today: {TODAY}\n      audience: team\n{below}      include:\n{included}",
        encoding="utf-8",
    )
    return folder / "team"


def project(team: Path, **overrides: Any) -> Project:
    """The project of a team."""
    return project_at(team / "mkdocs.yml", overrides)


def built_for_team(team: Path, **overrides: Any) -> Build:
    """The site of a team."""
    found = project(team, **overrides)
    tree, excluded = tree_of(found)
    return build_site(tree, found.settings, excluded)


def checked_for_team(team: Path, **overrides: Any) -> tuple[Problem, ...]:
    """What `check` says of a team's site."""
    found = project(team, **overrides)
    tree, excluded = tree_of(found)
    return check(tree, found.settings, excluded)


def _write(folder: Path, files: Files) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for uri, text in files.items():
        path = folder / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(text), encoding="utf-8", newline="")
