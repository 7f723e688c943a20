"""A new project: what is made, and what was there and is kept."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from portfolio_gen.drafting.starter import Beginning, starter_files
from portfolio_gen.editing.files.changes import Change
from portfolio_gen.exports.editor_files import editor_files
from portfolio_gen.settings.mkdocs_yml import CONFIG_NAMES


@dataclass(frozen=True, slots=True)
class Start:
    """The files of a new project in a folder."""

    changes: tuple[Change, ...]
    """What is made, by path."""
    kept: tuple[str, ...]
    """Paths below the folder at which something is already; it stays as it is."""


def new_project(folder: Path, beginning: Beginning, today: date) -> Start:
    """What makes a folder a project. What is there already is never written over."""
    made: list[Change] = []
    kept: list[str] = []
    for place, text in project_files(beginning, today).items():
        if os.path.lexists(folder / place):
            kept.append(place)
        else:
            made.append(Change(folder / place, None, text.encode("utf-8")))
    return Start(tuple(made), tuple(kept))


def project_files(beginning: Beginning, today: date) -> Mapping[str, str]:
    """The texts of all files of a new project, by '/'-path below its folder."""
    return {**starter_files(beginning, today), **editor_files("content")}


def config_in(folder: Path) -> str | None:
    """The name of the configuration that is in a folder already; None without one."""
    return next((name for name in CONFIG_NAMES if os.path.lexists(folder / name)), None)


def in_the_way(folder: Path, start: Start) -> Path | None:
    """A file where a folder has to be; None if nothing is in the way."""
    inside = {
        parent for change in start.changes for parent in change.path.parents if folder in (parent, *parent.parents)
    }
    return next((path for path in sorted(inside) if os.path.lexists(path) and not path.is_dir()), None)
