"""The feeds of a site, and the links by which browsers and feed readers find them."""

from __future__ import annotations

from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from portfolio_gen.build import Build
from portfolio_gen.build.feeds import FEEDS, feed_files
from portfolio_gen.exports.feeds import atom, json_feed
from portfolio_mkdocs.files import generated_file

log = get_plugin_logger("portfolio")

_TYPES = {atom.ATOM: (atom.MEDIA_TYPE, "Atom"), json_feed.JSON_FEED: (json_feed.MEDIA_TYPE, "JSON Feed")}


def add_feeds(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Add the files of the feeds, still empty; what the owner publishes at the same place stays."""
    if build.feed is None:
        return
    if not config.site_url:
        log.warning("feeds: feeds name whole addresses, so write 'site_url' in mkdocs.yml; there are none without it")
        return
    for uri in FEEDS:
        if files.get_file_from_path(uri) is None:
            files.append(generated_file(uri, "", config))


def write_feeds(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Write the feeds with the address of each page, which hosts and plugins give at will."""
    if build.feed is None or not config.site_url:
        return
    addresses = {file.src_uri: file.url for file in files.documentation_pages()}
    for uri, text in feed_files(build.feed, config.site_url, addresses).items():
        file = files.get_file_from_path(uri)
        if file is not None and uri not in build.attachments:
            file.content_string = text


def with_feeds(html: str, build: Build | None, page: Page, config: MkDocsConfig) -> str:
    """A page whose head names the feeds; as it is, if there are none."""
    end = html.find("</head>")
    if build is None or build.feed is None or not config.site_url or end < 0:
        return html
    links = "".join(
        f'<link rel="alternate" type="{kind}" title="{escape(build.feed.title)} ({name})" '
        f'href="{escape(get_relative_url(uri, page.url))}">\n'
        for uri, (kind, name) in _TYPES.items()
        if uri not in build.attachments
    )
    return f"{html[:end]}{links}{html[end:]}"
