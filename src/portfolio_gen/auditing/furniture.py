"""What is on a site whoever's it is: the files of its theme, and the words of theme and generator."""

from __future__ import annotations

import filecmp
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from portfolio_gen.auditing.words import BREAK, words_of
from portfolio_gen.withholding.attachments import clean_bytes
from portfolio_gen.withholding.metadata import UnsafeAttachmentError
from portfolio_gen.wording.catalogues import languages
from portfolio_gen.wording.words import words_in

_OWN = ("portfolio_templates", "portfolio_gen")
_OWN_ENDINGS = (".jinja", ".py", ".css", ".js", ".po")
_ENDINGS = frozenset({".html", ".xml", ".xsl", ".jinja", ".jinja2", ".j2", ".txt"})
_VOCABULARY = """
admonition abstract summary info note tip success question warning failure danger bug example quote details hint
important caution attention error seealso todo highlight highlighttable linenos linenodiv codehilite codehilitetable
filename language plugin python generator mkdocs material footnote footnotes footnote-ref footnote-backref headerlink
permanent link task-list task-list-item task-list-control task-list-indicator clearfix tabbed-set tabbed-alternate
tabbed-labels tabbed-content tabbed-block tabbed-control arithmatex critic emoji emojione twemoji gemojione katex
mermaid toclink toctitle inline grid cards annotate keys keyboard magiclink progress progress-bar progress-label
http https www.sitemaps.org schemas sitemap urlset xmlns www.w3.org atom purl.org elements content channel
creator category categories published updated enclosure guid boolean string object array null undefined function
document window script module stylesheet viewport charset width device-width initial-scale canonical alternate
application text/html image/png image/jpeg image/svg+xml preconnect preload prefetch noopener noreferrer nofollow
"""
"""What Markdown's extensions, feeds and sitemaps are made of, on the site of whomever."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a host brings to a site."""

    folders: tuple[Path, ...] = ()
    """The folders of the theme, the first of which wins."""
    texts: tuple[str, ...] = ()
    """What the owner has said of the whole site: its name, its author, the headings of its navigation."""

    def has(self, uri: str, path: Path) -> bool:
        """Whether a file of the site is one of the theme's, byte by byte."""
        return any(_is_same(path, folder / uri) for folder in self.folders)

    def words(self) -> list[str]:
        """The words of the owner, of the theme's templates, of this generator and of those it works with."""
        texts = list(self.texts)
        for folder in self.folders:
            for template in sorted(folder.rglob("*")):
                if template.suffix in _ENDINGS:
                    texts.append(template.read_text("utf-8", "replace"))
        return [*words_of(f" {BREAK} ".join(texts)), BREAK, *_own_words()]


@cache
def _own_words() -> tuple[str, ...]:
    own = [_VOCABULARY, *(f" {BREAK} ".join(words_in(language).months()) for language in languages())]
    for package in _OWN:
        own += _texts_below(files(package))
    return tuple(words_of(f" {BREAK} ".join(own)))


def is_published_attachment(uri: str, path: Path, attachments: Mapping[str, Path]) -> bool:
    """Whether a file of the site is an attachment as it may be published, byte by byte."""
    source = attachments.get(uri)
    if source is None:
        return False
    try:
        clean = clean_bytes(source)
    except (UnsafeAttachmentError, OSError):
        return False
    return _is_same(path, source) if clean is None else path.read_bytes() == clean


def _is_same(path: Path, other: Path) -> bool:
    try:
        return filecmp.cmp(path, other, shallow=False)
    except OSError:
        return False


def _texts_below(folder: Traversable) -> Iterator[str]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _texts_below(one)
        elif one.name.endswith(_OWN_ENDINGS):
            yield one.read_text("utf-8")
