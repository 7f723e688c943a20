"""The plugin: MkDocs' events in, the core's build out."""

from __future__ import annotations

import ipaddress
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory

from portfolio_gen.build import Build, build_site
from portfolio_gen.markdown.writing import PAGE_EXTENSIONS
from portfolio_gen.problems import Severity, errors
from portfolio_gen.settings import SettingsError
from portfolio_gen.views.assets import STYLE_SHEET
from portfolio_gen.withholding.navigation import withheld_places, without_withheld
from portfolio_mkdocs.config import PortfolioConfig, settings_of
from portfolio_mkdocs.files import own_files, publish, tree_of
from portfolio_mkdocs.theme import prune_navigation

log = get_plugin_logger("portfolio")


class PortfolioPlugin(BasePlugin[PortfolioConfig]):
    """Shows a portfolio build to MkDocs."""

    def __init__(self) -> None:
        self._is_preview = False
        self._is_dirty = False
        self._build: Build | None = None
        self._written_nav: Any = None

    # Its presence keeps this object alive while `serve` rebuilds (mkdocs/plugins.py, 1.6.1).
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self._is_preview = command == "serve"
        self._is_dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self._build = None
        if self._is_preview:
            _refuse_others(config)
        for extension in PAGE_EXTENSIONS:
            if extension not in config.markdown_extensions:
                config.markdown_extensions.append(extension)
        if STYLE_SHEET not in config.extra_css:
            # First, so that the owner's own style sheets have the last word.
            config.extra_css.insert(0, STYLE_SHEET)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        if self._is_dirty:
            # A dirty build would keep pages that have been withheld since, and lists and backlinks as they were.
            clean_directory(config.site_dir)

    @event_priority(100)  # Before any other plugin sees what is withheld.
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        tree, excluded = tree_of(files, config, is_preview=self._is_preview)
        try:
            build = build_site(tree, settings_of(self.config, config, is_preview=self._is_preview), excluded)
        except SettingsError as error:
            raise PluginError(f"portfolio: {error}") from None
        _report(build)
        before = {file.src_uri for file in own_files(files, config)}
        publish(build, files, config)
        withheld = withheld_places(before, (file.src_uri for file in files))
        self._written_nav = config.nav
        if config.nav is None:
            config.nav = list(build.navigation)
            prune_navigation(config, config.nav)
        else:
            config.nav = without_withheld(config.nav, withheld)
        self._build = build
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        # The same configuration may be built again, and then with other pages.
        config.nav = self._written_nav
        return nav

    # MkDocs takes the last answer, and any other would be text that nobody has filtered (plugins.py, 1.6.1).
    @event_priority(-100)
    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        if self._build is None or page.file.src_dir != config.docs_dir:
            return None
        return self._build.written[page.file.src_uri].source

    # Material's blog has read its posts by itself before (plugins/blog/structure, 9.8.1).
    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if self._build is None or page.file.src_dir != config.docs_dir:
            return markdown
        return self._build.written[page.file.src_uri].text

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        _refuse_others(config)
        return server


def _report(build: Build) -> None:
    """Log what authors can mend; stop, with all of it, if nothing may be published."""
    if build.is_stopped:
        found = errors(build.problems)
        lines = "\n".join(f"  {problem}" for problem in found)
        count = "1 error" if len(found) == 1 else f"{len(found)} errors"
        raise PluginError(f"portfolio: {count}, so no site was built\n{lines}")
    for problem in build.problems:
        if problem.severity is Severity.ERROR:
            log.warning("withheld: %s", problem)
        elif problem.severity is Severity.WARNING:
            log.warning("%s", problem)
        else:
            log.debug("%s", problem)


def _refuse_others(config: MkDocsConfig) -> None:
    """A preview shows what is for the author alone, so only this machine may see it."""
    host = config.dev_addr.host
    try:
        is_own = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        is_own = False
    if not is_own:
        raise PluginError(
            f"portfolio: 'serve' shows private entries, so it listens on this machine only, not on {host}; "
            "use 127.0.0.1"
        )
