"""The plugin's options in mkdocs.yml, as MkDocs reads them. What they mean is for the core to say."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig

from portfolio_gen.settings import Settings, settings_from

PREVIEW_AUDIENCE = "PORTFOLIO_AUDIENCE"
"""The environment variable that names the audience of `mkdocs serve`; without it, the preview is the author's own."""


class PortfolioConfig(base.Config):
    """One attribute for each of portfolio_gen.settings.OPTIONS."""

    audience = c.Optional(c.Type(str))
    reader = c.Optional(c.Type(str))
    person = c.Optional(c.Type(str))
    defaults = c.Optional(c.Type(dict))
    folders = c.Optional(c.Type(dict))
    assets = c.Optional(c.Type((list, str)))
    today = c.Optional(c.Type((str, datetime.date)))
    on_error = c.Optional(c.Type(str))
    names = c.Optional(c.Type(str))
    pseudonyms = c.Optional(c.Type(bool))
    untrusted = c.Optional(c.Type(bool))
    matrix = c.Optional(c.Type(bool))
    git = c.Optional(c.Type(bool))
    calendar = c.Optional(c.Type((str, bool)))  # YAML 1.1 reads `off` as false.
    feeds = c.Optional(c.Type(bool))
    include = c.Optional(c.Type(list))


def settings_of(options: PortfolioConfig, config: MkDocsConfig, *, is_preview: bool) -> Settings:
    """The core's settings for a build, or for a preview of it.

    Raises:
        SettingsError: an option can't be right.
    """
    written = dict(options)
    if is_preview:
        written["audience"] = os.environ.get(PREVIEW_AUDIENCE) or "me"
        # A preview is rebuilt at every save, so half-written entries are common; MkDocs answers no request
        # at all while a build fails (livereload, 1.6.1).
        written["on_error"] = written["on_error"] or "withhold"
    written["assets"] = [*_listed(written["assets"]), *_named_by_host(config)]
    return settings_from(
        written,
        site_name=config.site_name,
        language=str(config.theme.get("language") or config.theme.get("locale") or ""),
        is_preview=is_preview,
        folder=Path(config.config_file_path or "mkdocs.yml").parent,
        content=Path(config.docs_dir),
    )


def _listed(globs: list[str] | str | None) -> list[str]:
    return [globs] if isinstance(globs, str) else list(globs or ())


def _named_by_host(config: MkDocsConfig) -> list[str]:
    """Files that the configuration itself puts on every page."""
    theme = (config.theme.get("logo"), config.theme.get("favicon"))
    files = [*config.extra_css, *config.extra_javascript, *config.extra_templates, *theme]
    return [str(file) for file in files if file]
