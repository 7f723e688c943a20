"""Portfolios with a list of names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from portfolio_gen.build import Build, build_site, check
from portfolio_gen.problems import Problem
from portfolio_gen.settings import Settings
from portfolio_gen.settings.names_list import NamesList, listed_names
from portfolio_gen.withholding.third_parties.names import name_index
from portfolio_gen.withholding.third_parties.spellings import NameIndex
from tests.builders import Files, settings, tree


def index(names: str) -> NameIndex:
    """A list, for looking names up."""
    found = name_index(listed_names(names), ())
    assert found is not None
    return found


def settings_with(names: str, **options: Any) -> Settings:
    """Settings for the public, with a list."""
    return replace(settings(**options), names=NamesList(listed_names(names)))


def built(files: Files, names: str = "Jane Doe", **options: Any) -> Build:
    """The site of a content folder."""
    return build_site(tree(files), settings_with(names, **options))


def checked(files: Files, names: str = "Jane Doe", **options: Any) -> tuple[Problem, ...]:
    """What `check` says of a content folder."""
    return check(tree(files), settings_with(names, **options))
