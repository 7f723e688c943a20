"""What every view is a function of."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from portfolio_gen.cleaning.source import harmless_markdown, harmless_words
from portfolio_gen.figures.endorsement import By
from portfolio_gen.figures.index import Index
from portfolio_gen.linking.links import Links
from portfolio_gen.linking.resolution import (
    Ambiguous,
    Target,
    ToAddress,
    ToEntry,
    ToFile,
    ToWords,
    Unknown,
)
from portfolio_gen.linking.rewriting import rewritten, with_destination
from portfolio_gen.markdown.writing import destination, escaped, link_to, slug
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.mention import FieldPath, LinkedText, TextLink
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.wording.words import Words

_AUTOLINK = re.compile(r"(?:https?|ftp)://[^\s<>\"]+|mailto:[^\s<>\"@]+@[^\s<>\"@]+", re.IGNORECASE)
"""What every Markdown engine makes a link of between angle brackets."""
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")


@dataclass(frozen=True, slots=True)
class Context:
    """A portfolio as one audience may see it, on one day."""

    portfolio: Portfolio
    links: Links
    index: Index
    """The portfolio by person and by competency, for the figures."""
    today: date
    audience: Audience
    reader: str
    """The name of the person who reads; empty if the site is for nobody in particular."""
    reader_id: EntryId | None
    """The person who reads; None if the site is for nobody in particular."""
    site_name: str
    words: Words
    """What the site's own words are said with, in its language."""
    is_preview: bool
    """Whether every page says that it is a private preview."""
    is_untrusted: bool
    """Whether readers need not trust the authors."""
    cleans_markdown: bool
    """Whether what they wrote is made harmless here already, for engines that don't clean what they render."""
    not_shared: str
    """What stands where something withheld is referred to, in the site's language."""
    names_people: bool
    """Whether lists say whose an entry is and who is where; an organisation's overview names nobody."""
    committed: Mapping[EntryId, By]
    """Who committed what others said of a person, where that is known."""
    uris: Mapping[str, str]
    """The page of each overview by its name: a written one if there is one, else the generated one."""
    calendar_of: EntryId | None = None
    """The person whose calendars the site holds; None if it holds none."""

    def entry(self, entry_id: EntryId) -> Entry:
        """An entry that the audience may see."""
        return self.portfolio.entries[entry_id]

    def entry_link(self, entry_id: EntryId, at: str) -> str:
        """A Markdown link to an entry from the page at a uri."""
        entry = self.entry(entry_id)
        return link_to(entry.title, entry.uri, at)

    def person_link(self, entry: Entry, at: str) -> str:
        """A link to the person whose entry it is; "not shared" if the person isn't, empty if it is nobody's."""
        if entry.id not in self.portfolio.persons:
            return self.not_shared if entry.common.person is not None else ""
        person = self.portfolio.person_of(entry)
        return link_to(person.title, person.uri, at) if person is not None else self.not_shared

    def author_link(self, entry: Entry, at: str) -> str:
        """As `person_link`, for lists: empty where they name nobody."""
        return self.person_link(entry, at) if self.names_people else ""

    def overview_link(self, name: str, words: str, at: str) -> str:
        """A Markdown link to an overview."""
        return link_to(words, self.uris[name], at)

    def target(self, target: Target, at: str) -> str:
        """A resolved name as Markdown."""
        match target:
            case ToEntry(id=entry_id):
                return self.entry_link(entry_id, at)
            case ToFile(uri=uri):
                return link_to(posixpath.basename(uri), uri, at)
            case ToAddress(url=url):
                address = f"https://{url}" if url.startswith("www.") else url
                return f"<{address}>" if _AUTOLINK.fullmatch(address) else escaped(url)
            case ToWords(words=words):
                return escaped(words)
            case _:
                return self.not_shared

    def prose(self, entry: Entry, text: str | None, path: FieldPath, at: str) -> str:
        """A Markdown text of an entry's field with its links written for the page at a uri; "" without text."""
        if text is None:
            return ""
        linked = entry.texts.get(path)
        words = text if linked is None else self._rewritten(entry, linked, path, at)
        return harmless_words(words) if self.is_untrusted and self.cleans_markdown else words

    def body(self, entry: Entry) -> str:
        """The body of an entry with its links written for its own page."""
        text = self._rewritten(entry, entry.body, (), entry.uri)
        return harmless_markdown(text) if self.is_untrusted and self.cleans_markdown else text

    def _rewritten(self, entry: Entry, text: LinkedText, path: FieldPath, at: str) -> str:
        if not text.links:
            return text.text

        def write(link: TextLink, target: Target) -> str | None:
            return self._written_link(link, target, entry.uri, at, text.text)

        return rewritten(text, self.links.texts[entry.id, path], write, self.not_shared)

    def _written_link(self, link: TextLink, target: Target, source_uri: str, at: str, text: str) -> str | None:
        """A link as it has to be written on the page at a uri; None if it may stay as it is."""
        is_wiki = link.form in ("wiki", "embed")
        match target:
            case ToEntry(id=entry_id) if is_wiki:
                entry = self.entry(entry_id)
                words = link.label or escaped(entry.title)
                return f"[{words}]({destination(entry.uri, at, _anchor(link))})"
            case ToFile(uri=uri) if is_wiki:
                words = link.label or escaped(posixpath.basename(uri))
                mark = "!" if link.form == "embed" and uri.lower().endswith(_PICTURES) else ""
                return f"{mark}[{words}]({destination(uri, at)})"
            case ToFile(uri=uri) if at != source_uri:
                return with_destination(text, link, destination(uri, at))
            case ToEntry(id=entry_id) if at != source_uri and link.form != "html":
                return with_destination(text, link, destination(self.entry(entry_id).uri, at, link.fragment))
            case Unknown() | Ambiguous() if is_wiki:
                return link.label or escaped(link.target)
            case _ if is_wiki:
                return f"[{link.label or escaped(link.fragment)}](#{_anchor(link)})"
            case _:
                return None


def _anchor(link: TextLink) -> str:
    """The anchor of a wiki-link's heading; blocks ("#^id") have none in Markdown."""
    return "" if link.fragment.startswith("^") else slug(link.fragment)
