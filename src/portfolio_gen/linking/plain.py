"""What authors wrote in Markdown as plain words: links by their words, what is withheld by neutral ones."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.cleaning.plain import harmless_line
from portfolio_gen.linking.links import Links
from portfolio_gen.linking.resolution import Target, ToEntry
from portfolio_gen.linking.rewriting import rewritten
from portfolio_gen.markdown.excerpts import excerpt
from portfolio_gen.markdown.headings import plain_words
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.mention import FieldPath, LinkedText, TextLink
from portfolio_gen.model.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Plain:
    """What is needed to say the words of entries plainly."""

    portfolio: Portfolio
    links: Links
    not_shared: str
    """What stands where something withheld is referred to."""

    def field(self, entry: Entry, text: str | None, path: FieldPath) -> str:
        """The text of a field on one line; empty without text."""
        if text is None:
            return ""
        linked = entry.texts.get(path)
        words = text if linked is None else self._written(entry, linked, path)
        return harmless_line(plain_words(" ".join(words.split())))

    def beginning(self, entry: Entry) -> str:
        """The first sentences of an entry's body on one line; empty if it has no paragraph."""
        return harmless_line(excerpt(self._written(entry, entry.body, ())))

    def _written(self, entry: Entry, text: LinkedText, path: FieldPath) -> str:
        if not text.links:
            return text.text
        return rewritten(text, self.links.texts[entry.id, path], self._titled, self.not_shared)

    def _titled(self, link: TextLink, target: Target) -> str | None:
        """A wiki-link by the title of what it names; of other links their own words remain."""
        if link.form in ("wiki", "embed") and isinstance(target, ToEntry):
            return link.label or escaped(self.portfolio.entries[target.id].title)
        return None
