"""MkDocs run by a command: its configuration read, its site built into a folder, its words printed."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils import DuplicateFilter

from portfolio_gen.problems import PortfolioError, printable
from portfolio_gen.publishing.refusal import RefusedError
from portfolio_gen.settings import Settings
from portfolio_mkdocs.plugin import PortfolioPlugin

_EPOCH = "SOURCE_DATE_EPOCH"


class BuildFailedError(PortfolioError):
    """MkDocs or a plugin has stopped, and has said why."""


def host_configuration(path: Path, *, strict: bool) -> MkDocsConfig:
    """A mkdocs.yml as MkDocs reads it, plugins and hooks loaded.

    Raises:
        BuildFailedError: it can't be right.
        RefusedError: our plugin isn't in it.
    """
    try:
        config = load_config(str(path), strict=strict or None)
    except MkDocsException as error:
        raise BuildFailedError(f"{path.name}: {error.format_message()}") from None
    if _plugin(config) is None:
        raise RefusedError(f"{path.name}: the plugin 'portfolio' is not in 'plugins', so nothing would be withheld")
    return config


def build_into(folder: Path, config: MkDocsConfig, settings: Settings) -> None:
    """Fill a folder with the site for the audience and the reader of the settings, as `mkdocs build` would.

    Dates that MkDocs and its plugins take from the clock are those of the day for which the site is.

    Raises:
        BuildFailedError: there is no site, or not one that may be published.
        OSError: it can't be written.
    """
    plugin = _plugin(config)
    assert plugin is not None
    plugin.config.audience = str(settings.audience)
    plugin.config.reader = settings.reader
    config.site_dir = str(folder)
    try:
        with contextlib.chdir(Path(config.config_file_path).parent), _clock_of(settings):
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
    except MkDocsException as error:  # It has been logged.
        raise BuildFailedError("the build has failed, for the reasons above") from error
    if not any(folder.iterdir()):
        raise BuildFailedError("the build has left no site")


def source_links(config: MkDocsConfig) -> tuple[str, ...]:
    """The settings that put links to sources on the pages."""
    return tuple(name for name in ("repo_url", "edit_uri", "edit_uri_template") if config[name])


@contextlib.contextmanager
def log_on_stderr(*, quiet: bool) -> Iterator[None]:
    """While it lasts, what MkDocs and its plugins log is printed: warnings and errors, or errors only."""
    log = logging.getLogger("mkdocs")
    handler = _Printer(logging.ERROR if quiet else logging.WARNING)
    handler.addFilter(DuplicateFilter())
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)


class _Printer(logging.Handler):
    # A level of the logger itself would hide warnings from the strict mode, which counts them (mkdocs 1.6.1).
    def emit(self, record: logging.LogRecord) -> None:
        lines = record.getMessage().splitlines()
        click.echo(f"{record.levelname.lower()}: " + "\n".join(printable(line, 1_000) for line in lines), err=True)


def _plugin(config: MkDocsConfig) -> PortfolioPlugin | None:
    return next((plugin for plugin in config.plugins.values() if isinstance(plugin, PortfolioPlugin)), None)


@contextlib.contextmanager
def _clock_of(settings: Settings) -> Iterator[None]:
    if _EPOCH in os.environ:
        yield
        return
    midnight = datetime.combine(settings.today, time(), UTC)
    os.environ[_EPOCH] = str(int(midnight.timestamp()))
    try:
        yield
    finally:
        del os.environ[_EPOCH]
