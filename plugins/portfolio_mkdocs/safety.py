"""Pages of untrusted authors in MkDocs: cleaned where they are rendered, and published with a policy."""

from __future__ import annotations

import html
import re
import secrets
from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext

from portfolio_gen.cleaning.html import clean_html, without_markup
from portfolio_gen.cleaning.meta import harmless_meta
from portfolio_gen.cleaning.names import is_safe_name
from portfolio_gen.cleaning.policy import guarded

log = get_plugin_logger("portfolio")

_MARK = secrets.token_hex(16)
"""No author can know it, and no page is published with it."""
_BEGIN, _END = f"begin-{_MARK}", f"end-{_MARK}"
_CONTENT = re.compile(f"{_BEGIN}.*?(?:{_END}|\\Z)", re.DOTALL)
_OF_THE_BLOG = frozenset({"blog.html", "blog-post.html"})
"""Templates that Material's blog gives to pages through their front matter (plugins/blog/structure, 9.8.1)."""


def clean_page(content: str, page: Page, config: MkDocsConfig) -> str:
    """The rendered content of a page without what it shouldn't do; its table of contents is cleaned with it."""
    for anchor in page.toc:
        _clean_anchor(anchor)
    return clean_html(content, _classes_without_script(config))


def clean_meta(page: Page, safe: dict[str, Any]) -> None:
    """Leave in the front matter of a page nothing that acts; `safe` is what our build wrote of it.

    Posts of Material's blog are read by the blog itself, so theirs is that of the file.
    """
    written = harmless_meta({name: value for name, value in page.meta.items() if name not in safe})
    template = page.meta.get("template")
    if template in _OF_THE_BLOG:
        written["template"] = template
    page.meta = {**written, **safe}


def mark_content(context: TemplateContext, page: Page, config: MkDocsConfig) -> None:
    """Mark in what a template is about to print what authors wrote; the blog's excerpts are cleaned, too."""
    page.content = _marked(page.content or "")
    posts: Any = context.get("posts") or ()
    for post in posts:
        for anchor in getattr(post, "toc", ()):
            _clean_anchor(anchor)
        post.content = _marked(clean_html(post.content, _classes_without_script(config)))


def guarded_page(text: str, page: Page | None, told: set[str]) -> str:
    """A page as it is published: with its policy, without marks, and without what the policy blocks.

    `told` are the addresses that have been named in a warning before; those that are new are added.
    """
    result = guarded(unguarded_page(text, page), _CONTENT.sub("", text))
    _report(result.blocked, told)
    return result.html


def unguarded_page(text: str, page: Page | None) -> str:
    """A page without marks, and without a policy."""
    if page is not None and page.content is not None:
        page.content = _unmarked(page.content)
    return _unmarked(text)


def _report(addresses: Iterable[str], told: set[str]) -> None:
    for address in addresses:
        if address in told:
            continue
        told.add(address)
        hint = "write 'font: false' below 'theme'" if "fonts.g" in address else "put the file below docs_dir"
        log.warning("untrusted: pages load nothing from elsewhere, so %s is left out (%s)", address, hint)


def _classes_without_script(config: MkDocsConfig) -> frozenset[str]:
    """Classes at which Material's script would ask another host for more (bundle.ts, 9.8.1)."""
    scripts = [str(getattr(script, "path", script)) for script in config.extra_javascript]
    return frozenset() if any("mermaid" in script for script in scripts) else frozenset({"mermaid"})


def _clean_anchor(anchor: AnchorLink) -> None:
    # Themes print it into an attribute as it is.
    if not is_safe_name(anchor.id, is_generated=True):
        anchor.id = ""
    anchor.title = html.escape(without_markup(html.unescape(anchor.title)), quote=False)
    for child in anchor.children:
        _clean_anchor(child)


def _marked(text: str) -> str:
    return f"{_BEGIN}{text}{_END}"


def _unmarked(text: str) -> str:
    return text.replace(_BEGIN, "").replace(_END, "")
