"""The plugin: MkDocs' events in, the core's build out."""

from __future__ import annotations

import ipaddress
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Literal

from jinja2.environment import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory
from mkdocs.utils.templates import TemplateContext

from portfolio_gen.auditing.audit import Audit
from portfolio_gen.auditing.beside import Companion
from portfolio_gen.build import Build, build_site
from portfolio_gen.markdown.writing import PAGE_EXTENSIONS
from portfolio_gen.problems import Severity, errors
from portfolio_gen.publishing.destination import published_near
from portfolio_gen.settings import Settings, SettingsError
from portfolio_gen.settings.include import included_near
from portfolio_gen.views.assets import SCRIPT, STYLE_SHEET
from portfolio_gen.views.page import Page as Written
from portfolio_gen.withholding.navigation import withheld_places, without_withheld
from portfolio_mkdocs.auditing import audit_or_remove, auditor_of
from portfolio_mkdocs.blog import blog_reads_only
from portfolio_mkdocs.config import PortfolioConfig, settings_of
from portfolio_mkdocs.feeds import add_feeds, with_feeds, write_feeds
from portfolio_mkdocs.files import own_files, publish, tree_of, write_addresses
from portfolio_mkdocs.frame import without_blanks
from portfolio_mkdocs.from_disk import add_script, write_index
from portfolio_mkdocs.not_found import TEMPLATE, NotFound, add_template, not_found, without_not_found
from portfolio_mkdocs.safety import clean_meta, clean_page, guarded_page, mark_content, unguarded_page
from portfolio_mkdocs.theme import prune_navigation

log = get_plugin_logger("portfolio")


class PortfolioPlugin(BasePlugin[PortfolioConfig]):
    """Shows a portfolio build to MkDocs."""

    def __init__(self) -> None:
        self._is_preview = False
        self._is_dirty = False
        self._build: Build | None = None
        self._written_nav: Any = None
        self._auditor: Companion[Path, Audit] | None = None
        self._withheld: frozenset[str] = frozenset()
        self._blogs = ExitStack()
        self._told: set[str] = set()
        self._not_found: NotFound | None = None
        self._included: frozenset[str] = frozenset()
        self._watched: tuple[Path, ...] = ()

    # Its presence keeps this object alive while `serve` rebuilds (mkdocs/plugins.py, 1.6.1).
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self._is_preview = command == "serve"
        self._is_dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self._build = None
        self._dismiss_auditor()
        self._told = set()
        _refuse_published(config)
        if self._is_preview:
            _refuse_others(config)
        for extension in PAGE_EXTENSIONS:
            if extension not in config.markdown_extensions:
                config.markdown_extensions.append(extension)
        if STYLE_SHEET not in config.extra_css:
            # First, so that the owner's own style sheets have the last word.
            config.extra_css.insert(0, STYLE_SHEET)
        if SCRIPT not in config.extra_javascript:
            config.extra_javascript.insert(0, SCRIPT)
        add_template(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        if self._is_dirty:
            # A dirty build would keep pages that have been withheld since, and lists and backlinks as they were.
            clean_directory(config.site_dir)

    @event_priority(100)  # Before any other plugin sees what is withheld.
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        try:
            settings = settings_of(self.config, config, is_preview=self._is_preview)
            tree, excluded = tree_of(files, config, settings)
            build = build_site(tree, settings, excluded)
        except SettingsError as error:
            raise PluginError(f"portfolio: {error}") from None
        _report(build)
        _refuse_site_among_sources(config, settings)
        before = {file.src_uri for file in own_files(files, config)}
        included = {uri for part in tree.parts for uri in part.uris}
        publish(build, tree, files, config)
        add_feeds(build, files, config)
        without_not_found(files, config)
        add_script(files, config)
        withheld = withheld_places(before | included, (file.src_uri for file in files))
        self._written_nav = config.nav
        if config.nav is None:
            config.nav = list(build.navigation)
            prune_navigation(config, config.nav)
        else:
            config.nav = without_withheld(config.nav, withheld)
        self._watched = _watched(settings)
        self._included = frozenset(included)
        if not self._is_preview:  # A preview is the author's own.
            self._auditor = auditor_of(config, tree, build, settings, self._written_nav)
        self._build = build
        self._withheld = frozenset(before) - build.written.keys()
        self._blogs.enter_context(blog_reads_only(build.written, files, config))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        # The same configuration may be built again, and then with other pages.
        config.nav = self._written_nav
        self._blogs.close()
        return nav

    # After all others, which may still move a page.
    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        if self._build is not None:
            write_addresses(self._build, files)
            write_feeds(self._build, files, config)
            self._not_found = not_found(self._build, files, config)
        return env

    # MkDocs takes the last answer, and any other would be text that nobody has filtered (plugins.py, 1.6.1).
    @event_priority(-100)
    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        written = self._written(page, config)
        return None if written is None else written.source

    # Material's blog has read its posts by itself before (plugins/blog/structure, 9.8.1).
    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        written = self._written(page, config)
        if written is None:
            return markdown
        if self._is_untrusted:
            clean_meta(page, dict(written.meta))
        return written.text

    # After all others, so that what they add is cleaned as well; search reads the result.
    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return clean_page(html, page, config) if self._is_untrusted else html

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        if template_name == TEMPLATE:
            context["not_found"] = self._not_found  # type: ignore[typeddict-unknown-key]
        return context

    # The last before the template, after the blog has rendered its excerpts (plugins/blog, 9.8.1).
    @event_priority(-1000)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if self._is_untrusted:
            mark_content(context, page, config)
        return context

    # After all others, whose scripts stand in the page then.
    @event_priority(-1000)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return with_feeds(self._published(without_blanks(output, config), page), self._build, page, config)

    @event_priority(-1000)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        return self._published(output_content, None) if template_name.endswith((".html", ".htm")) else output_content

    def _written(self, page: Page, config: MkDocsConfig) -> Written | None:
        """What is published of a source; None for pages that are none of ours."""
        uri = page.file.src_uri
        if self._build is None or (page.file.src_dir != config.docs_dir and uri not in self._included):
            return None
        if uri in self._withheld:
            raise PluginError(f"portfolio: another plugin or a hook puts '{uri}' back, which is withheld")
        return self._build.written.get(uri)

    @property
    def _is_untrusted(self) -> bool:
        return self._build is not None and self._build.is_untrusted

    def _published(self, html: str, page: Page | None) -> str:
        """A page with its policy. A preview has none: live reload writes a script into each page."""
        if not self._is_untrusted:
            return html
        return unguarded_page(html, page) if self._is_preview else guarded_page(html, page, self._told)

    # After search, and after Material's offline plugin, which writes the same file.
    @event_priority(-200)
    def _write_index(self, *, config: MkDocsConfig) -> None:
        write_index(config)

    # After everything that anybody writes.
    @event_priority(-100_000)
    def _audit(self, *, config: MkDocsConfig) -> None:
        if self._auditor is not None:
            audit_or_remove(self._auditor, Path(config.site_dir))

    on_post_build = CombinedEvent(_write_index, _audit)

    def on_build_error(self, *, error: Exception) -> None:
        self._blogs.close()
        self._dismiss_auditor()

    def _dismiss_auditor(self) -> None:
        if self._auditor is not None:
            self._auditor.close()
            self._auditor = None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        _refuse_others(config)
        for path in self._watched:
            server.watch(str(path))
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


def _watched(settings: Settings) -> tuple[Path, ...]:
    """What a preview is made of besides the content folder: lists of names, and all that is included."""
    included = (path for one in settings.include for path in (one.content, one.config, *one.names.files))
    return tuple(path for path in (*settings.names.files, *included) if path is not None)


def _refuse_site_among_sources(config: MkDocsConfig, settings: Settings) -> None:
    """A site in an included folder would be read as its sources, and make a preview build for ever."""
    near = included_near(Path(config.site_dir), settings.include)
    if near is not None:
        raise PluginError(f"portfolio: the site and the sources of '{near.person}' overlap; set another 'site_dir'")


def _refuse_published(config: MkDocsConfig) -> None:
    """What is published is replaced as a whole and after an audit; MkDocs would empty it first."""
    near = published_near(Path(config.site_dir))
    if near is not None:
        raise PluginError(
            f"portfolio: {near} is a published site, which only 'portfolio publish' replaces; "
            "build into another folder (--site-dir)"
        )


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
