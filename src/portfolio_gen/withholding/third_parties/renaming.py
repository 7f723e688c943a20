"""Entries in which roles stand for the names of third parties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from portfolio_gen.linking.resolution import Resolver, ToWords
from portfolio_gen.markdown.headings import heading_title
from portfolio_gen.markdown.text_links import linked_text
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.mention import FieldMention, FieldPath, LinkedText, TextLink
from portfolio_gen.model.paths import title_from_uri
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.withholding.third_parties.findings import may_name
from portfolio_gen.withholding.third_parties.hits import hits_in_path
from portfolio_gen.withholding.third_parties.pseudonyms import renamed_tag, renamed_text
from portfolio_gen.withholding.third_parties.spellings import NameIndex
from portfolio_gen.withholding.third_parties.texts import (
    HOST_ADDRESSES,
    NAMES,
    WORDS,
    changed_fields,
    changed_meta,
)


def renamed_portfolio(portfolio: Portfolio, index: NameIndex, resolver: Resolver) -> Portfolio:
    """The same portfolio; where anybody but its author may read an entry, roles stand for names.

    `resolver` knows everything: what refers to an entry is left for the linker.
    """
    fresh = {
        entry.id: _renamed(entry, index, resolver)
        for entry in portfolio.entries.values()
        if portfolio.audiences.get(entry.id, Audience.ME) > Audience.ME and may_name(entry, index)
    }
    return replace(portfolio, entries={**portfolio.entries, **fresh}) if fresh else portfolio


def _renamed(entry: Entry, index: NameIndex, resolver: Resolver) -> Entry:
    mentions = tuple(_renamed_mention(mention, entry, index, resolver) for mention in entry.mentions)
    named = {mention.at: mention.target for mention in mentions}
    change = partial(_renamed_value, named=named, index=index)
    common = changed_fields(entry.common, change)
    assert isinstance(common, CommonFields)
    body = _renamed_linked(entry.body, index)
    title, from_body = common.title or entry.title, entry.title_from_body
    if not common.title and body is not entry.body:
        heading, has_links = heading_title(body)
        title, from_body = (heading, has_links) if heading else (title_from_uri(entry.uri), False)
    texts = {path: _renamed_linked(text, index) for path, text in entry.texts.items()}
    return replace(
        entry,
        title=title,
        title_from_body=from_body,
        common=common,
        fields=changed_fields(entry.fields, change),
        meta=changed_meta(entry.meta, partial(_renamed_meta, index=index)),
        body=body,
        texts={path: text for path, text in texts.items() if text.links},
        mentions=mentions,
    )


def _renamed_value(
    path: FieldPath, text: str, is_markdown: bool, named: Mapping[FieldPath, str], index: NameIndex
) -> str:
    if path in named:
        # A reference keeps its form unless it turned out to be plain words.
        return named[path]
    if path[0] in WORDS or path[0] in NAMES:
        return text
    return renamed_tag(text, index) if path[0] == "tags" else renamed_text(text, index, is_markdown=is_markdown)


def _renamed_meta(path: FieldPath, text: str, _is_markdown: bool, index: NameIndex) -> str:
    return text if path[0] in HOST_ADDRESSES else renamed_text(text, index, is_markdown=False)


def _renamed_mention(mention: FieldMention, entry: Entry, index: NameIndex, resolver: Resolver) -> FieldMention:
    if not mention.refers.free or not hits_in_path(mention.target, index):
        return mention
    if not isinstance(resolver.field(mention.target, mention.refers, entry.uri), ToWords):
        return mention
    return replace(mention, target=renamed_tag(mention.target, index))


def _renamed_linked(text: LinkedText, index: NameIndex) -> LinkedText:
    """A text with its links, each at the place of its source."""
    renamed = renamed_text(text.text, index, is_markdown=True)
    if renamed == text.text:
        return text
    return LinkedText(renamed, tuple(_placed(linked_text(renamed).links, text.links)))


def _placed(fresh: tuple[TextLink, ...], written: tuple[TextLink, ...]) -> Iterator[TextLink]:
    """Links with the places of those that were written; some of these may be gone, and none is new."""
    number = 0
    for link in fresh:
        for later in range(number, len(written)):
            one = written[later]
            if (one.form, one.target, one.fragment) == (link.form, link.target, link.fragment):
                number = later + 1
                yield replace(link, line=one.line, column=one.column)
                break
