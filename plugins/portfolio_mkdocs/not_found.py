"""The page that web servers show for addresses at which there is nothing, in Material's frame."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from portfolio_gen.build import Build
from portfolio_gen.views.not_found import NOT_FOUND
from portfolio_mkdocs.safety import clean_page
from portfolio_mkdocs.theme import is_material

TEMPLATE = "404.html"
_OVERRIDES = str(Path(__file__).parent / "overrides")
_ADDRESS = re.compile(r'(?P<name>\s(?:href|src)=")(?P<address>[^"#][^"]*)"')


@dataclass(frozen=True, slots=True)
class NotFound:
    """What our template shows."""

    title: str
    """As HTML."""
    content: str
    """As HTML whose links work at any address."""


def add_template(config: MkDocsConfig) -> None:
    """Let Material build our template; one of the owner's own, in `custom_dir`, still wins."""
    if is_material(config) and _OVERRIDES not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, _OVERRIDES)


def without_not_found(files: Files, config: MkDocsConfig) -> None:
    """Leave out the owner's own page where it becomes our template: it is no page to be searched for or listed."""
    own = files.get_file_from_path(NOT_FOUND)
    if own is not None and is_material(config):
        files.remove(own)


def not_found(build: Build, files: Files, config: MkDocsConfig) -> NotFound:
    """The page as MkDocs renders it, with links that begin at the server's root, as those of its frame do there."""
    written = build.not_found
    file = File.generated(config, written.uri, content=written.source)
    file.dest_uri = TEMPLATE
    page = Page(None, file, config)
    page.markdown, page.meta = written.text, dict(written.meta)
    page.render(config, files)
    if build.is_untrusted:
        page.content = clean_page(page.content or "", page, config)
    # As MkDocs does for error pages (commands/build.py, 1.6.1).
    base = urlsplit(config.site_url or "/").path or "/"
    content = _ADDRESS.sub(lambda found: f'{found["name"]}{urljoin(base, found["address"])}"', page.content or "")
    return NotFound(str(page.title or ""), content)
