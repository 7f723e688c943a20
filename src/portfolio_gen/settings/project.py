"""Where a portfolio is on disk: its content folder, its configuration if it has one, and its settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pathspec.gitignore import GitIgnoreSpec

from portfolio_gen.model.paths import PAGE_ENDINGS
from portfolio_gen.settings.mkdocs_yml import (
    CONFIG_NAMES,
    assets_named,
    excluded_patterns,
    language_of,
    plugin_options,
    read_config,
)
from portfolio_gen.settings.options import Settings, SettingsError, settings_from

_FOLDERS_WITHOUT_CONFIG = ("content", "docs")


@dataclass(frozen=True, slots=True)
class Project:
    """A portfolio on disk."""

    content: Path
    """The folder of its entries."""
    config: Path | None
    """Its mkdocs.yml; None if it has none."""
    settings: Settings
    excludes: tuple[str, ...] = ()
    """Patterns of files that the host leaves out, in gitignore's form."""

    @property
    def root(self) -> Path:
        """The folder of the configuration; without one, that of the content, or the one above `content/` or `docs/`."""
        if self.config is not None:
            return self.config.parent
        return self.content.parent if self.content.name in _FOLDERS_WITHOUT_CONFIG else self.content

    def excluded(self, uris: Iterable[str]) -> frozenset[str]:
        """Those of the uris that the host leaves out."""
        spec = GitIgnoreSpec.from_lines(self.excludes)
        return frozenset(uri for uri in uris if spec.match_file(uri))


def find_config(start: Path) -> Path | None:
    """The configuration in a folder or the nearest one above it; None if there is none up to the root."""
    for folder in (start, *start.parents):
        for name in CONFIG_NAMES:
            if (folder / name).is_file():
                return folder / name
    return None


def project_at(config: Path, overrides: Mapping[str, Any]) -> Project:
    """The project of a configuration; what is not None in `overrides` wins over its options.

    Raises:
        SettingsError: the configuration can't be right, or there is no content folder.
    """
    written = read_config(config)
    docs_dir = written.get("docs_dir", "docs")
    if not isinstance(docs_dir, str):
        raise SettingsError(f"{config.name}: docs_dir: {docs_dir!r} is no folder")
    content = config.parent / docs_dir
    if not content.is_dir():
        raise SettingsError(f"{config.name}: docs_dir: there is no folder '{docs_dir}' beside it")
    site_name = written.get("site_name")
    options = {**(plugin_options(written) or {}), **_given(overrides)}
    options["assets"] = [*_listed(options.get("assets")), *assets_named(written)]
    settings = settings_from(
        options,
        site_name=str(site_name) if site_name else "",
        language=language_of(written),
        folder=config.parent,
        content=content,
    )
    return Project(content, config, settings, excluded_patterns(written))


def project_without_config(folder: Path, overrides: Mapping[str, Any]) -> Project:
    """The project of a folder that has no configuration: its `content/` or `docs/`, unless it holds pages itself."""
    inner = (folder / name for name in _FOLDERS_WITHOUT_CONFIG if (folder / name).is_dir())
    has_pages = any(path.name.endswith(PAGE_ENDINGS) for path in folder.iterdir())
    content = folder if has_pages else next(inner, folder)
    return Project(content, None, settings_from(_given(overrides), folder=folder, content=content))


def _listed(globs: object) -> list[Any]:
    return list(globs) if isinstance(globs, list) else [globs] if globs is not None else []


def _given(overrides: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in overrides.items() if value is not None}
