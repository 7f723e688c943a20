"""Titles that come from headings, without what the headings' links must not show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from portfolio_gen.linking.links import Links
from portfolio_gen.linking.not_shared import NOT_SHARED
from portfolio_gen.linking.resolution import Target, ToEntry
from portfolio_gen.linking.rewriting import rewritten
from portfolio_gen.markdown.headings import heading_title
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.mention import LinkedText, TextLink
from portfolio_gen.model.paths import title_from_uri
from portfolio_gen.model.portfolio import Portfolio


def retitled(portfolio: Portfolio, links: Links, not_shared: str = NOT_SHARED) -> Portfolio:
    """The same entries; a title taken from a heading names what the heading's links name when published."""
    fresh: dict[EntryId, Entry] = {}
    for entry in portfolio.entries.values():
        if entry.title_from_body:
            text = _in_words(entry.body, links.texts.get((entry.id, ()), ()), portfolio.entries, not_shared)
            title = heading_title(LinkedText(text))[0]
            fresh[entry.id] = replace(entry, title=title or title_from_uri(entry.uri))
    return replace(portfolio, entries={**portfolio.entries, **fresh}) if fresh else portfolio


def _in_words(body: LinkedText, targets: tuple[Target, ...], entries: Mapping[EntryId, Entry], not_shared: str) -> str:
    def words(link: TextLink, target: Target) -> str | None:
        if link.form not in ("wiki", "embed"):
            return None
        if link.label or not isinstance(target, ToEntry):
            return link.label or link.target
        named = entries[target.id]
        # A title that is itself being looked for can't be used yet.
        return title_from_uri(named.uri) if named.title_from_body else named.title

    return rewritten(body, targets, words, not_shared)
