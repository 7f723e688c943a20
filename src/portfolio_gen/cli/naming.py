"""The goals and competencies that options name, for a new entry."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.cli.options import tree_of
from portfolio_gen.drafting.naming import Meant, NamingError, Nearby, meant_nearby
from portfolio_gen.linking.links import level_number
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.model.paths import PAGE_ENDINGS
from portfolio_gen.settings.project import Project


def goal_named(written: str, nearby: Nearby, project: Project, cwd: Path) -> str:
    """What to write for a goal that somebody named; a web address stays as it is.

    Raises:
        NamingError: there is no such goal, or more than one.
    """
    return written if "://" in written else _meant(written, "goal", nearby, project, cwd).name


def claim_of(written: str, nearby: Nearby, project: Project, cwd: Path) -> tuple[str, int | str | None]:
    """A competency as it is to be written, and the level of it: "testing:2", "testing:Reliable" or "testing".

    Raises:
        NamingError: there is no such competency, or more than one, or it has no such level.
    """
    name, _, level = written.strip().partition(":")
    found = _meant(name, "competency", nearby, project, cwd)
    return found.name, _level(level.strip(), found) if level.strip() else None


def _meant(written: str, kind: str, nearby: Nearby, project: Project, cwd: Path) -> Meant:
    name = _in_content(written.strip(), nearby.content, cwd)
    if not name:
        raise NamingError(f"the name of the {kind} is empty")
    found = meant_nearby(name, kind, nearby)
    if found is not None:
        return found
    # Everything about building a site comes with this, so it waits until it is needed.
    from portfolio_gen.build.naming import meant_anywhere

    source_uri = f"{nearby.person}/index.md" if nearby.person else "index.md"
    tree, excluded = tree_of(project)
    return meant_anywhere(name, kind, source_uri, tree, project.settings, excluded)


def _in_content(written: str, content: Path, cwd: Path) -> str:
    """A name; if it is the path of a page from where somebody is, its path below the content folder."""
    path = (cwd / written).resolve()
    if written.endswith(PAGE_ENDINGS) and path.is_file() and path.is_relative_to(content.resolve()):
        return path.relative_to(content.resolve()).as_posix()
    return written


def _level(written: str, competency: Meant) -> int | str:
    level: int | str = int(written) if written.isascii() and written.isdecimal() else written
    number = level_number(competency.entry, level) if level != 0 else None
    if number is not None:
        return level if isinstance(level, int) else _levels(competency.entry)[number - 1]
    known = ", ".join(f"{number} ({name})" for number, name in enumerate(_levels(competency.entry), 1))
    raise NamingError(
        f"'{competency.name}' has no level '{written}'; "
        f"{f'use {known}' if known else 'it has no named levels: write a number from 1'}"
    )


def _levels(competency: Entry) -> tuple[str, ...]:
    assert isinstance(competency.fields, CompetencyFields)
    return tuple(level.name for level in competency.fields.levels)
