"""What the sources of a site say to its audience: what is found there too is no leak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from portfolio_gen.auditing.plain_text import shown_otherwise
from portfolio_gen.linking.links import Links, texts_of
from portfolio_gen.linking.resolution import NotShared
from portfolio_gen.linking.rewriting import rewritten
from portfolio_gen.model.field_types import FrontMatter
from portfolio_gen.model.mention import FieldPath
from portfolio_gen.model.portfolio import Portfolio


def published_texts(portfolio: Portfolio, links: Links, attachments: frozenset[str]) -> Iterator[str]:
    """Every text that the audience may read in the sources: names, fields and bodies.

    Passages are taken out already. Links and fields that name something withheld are left out here.
    """
    for entry in portfolio.entries.values():
        texts = {
            path: rewritten(text, links.texts[entry.id, path], lambda _link, _target: None)
            for path, text in texts_of(entry)
        }
        yield from (entry.title, entry.id, entry.uri)
        body = texts.pop((), entry.body.text)
        yield body
        yield from shown_otherwise(body)
        not_shared = {named.mention.at for named in links.named[entry.id] if isinstance(named.target, NotShared)}
        for fields in (entry.common, entry.fields, entry.meta):
            yield from _said(fields, (), texts, not_shared)
    yield from attachments


def _said(value: Any, path: FieldPath, texts: Mapping[FieldPath, str], not_shared: set[FieldPath]) -> Iterator[str]:
    if path in not_shared:
        return
    if path in texts:
        yield texts[path]
        yield from shown_otherwise(texts[path])
        return
    match value:
        case FrontMatter():
            for name in value.model_fields_set:
                yield from _said(getattr(value, name), (*path, name), texts, not_shared)
        case Mapping():
            for name, inner in value.items():
                if (*path, name) not in not_shared:
                    yield str(name)
                    yield from _said(inner, (*path, name), texts, not_shared)
        case tuple() | list():
            for index, inner in enumerate(value):
                yield from _said(inner, (*path, index), texts, not_shared)
        case str():
            yield value
            yield from shown_otherwise(value)
        case None | bool() | int() | float() | date():
            pass
        case _:
            yield str(value)
