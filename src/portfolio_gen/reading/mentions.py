"""The names in typed fields, found by what the model says about each field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic.fields import FieldInfo

from portfolio_gen.markdown.text_links import linked_text
from portfolio_gen.model.common import Claim
from portfolio_gen.model.field_types import FrontMatter, Refers, prose_fields
from portfolio_gen.model.mention import FieldMention, FieldPath, LinkedText, TextLink
from portfolio_gen.reading.fields import Places


def field_mentions(model: FrontMatter, places: Places) -> Iterator[FieldMention]:
    """Everything that the fields of a model name, in the order of the model."""
    for path, value, info, _ in _values(model, ()):
        refers = next((mark for mark in info.metadata if isinstance(mark, Refers)), None)
        if refers is None:
            continue
        for at, target, level in _names(path, value, places):
            line, column = places.of(at)
            yield FieldMention(str(path[0]), at, target, refers, line, column, level)


def field_texts(model: FrontMatter, places: Places) -> Iterator[tuple[FieldPath, LinkedText]]:
    """The Markdown texts among the fields of a model in which there are links."""
    for path, value, _info, is_prose in _values(model, ()):
        if not is_prose:
            continue
        texts = [(path, value)] if isinstance(value, str) else [((*path, n), text) for n, text in enumerate(value)]
        for at, text in texts:
            if (found := linked_text(text)).links:
                yield at, replace(found, links=tuple(_placed(found, at, places)))


def _placed(text: LinkedText, at: FieldPath, places: Places) -> Iterator[TextLink]:
    after = 0
    for link in text.links:
        (line, column), after = places.of_text(at, text.text[link.start : link.end], after)
        yield replace(link, line=line, column=column)


def _values(model: FrontMatter, path: FieldPath) -> Iterator[tuple[FieldPath, Any, FieldInfo, bool]]:
    """Each written value with its path, its field and whether it is Markdown, those of inner models included."""
    fields = type(model).model_fields
    for name in fields:
        if name not in model.model_fields_set:
            continue
        value = getattr(model, name)
        at = (*path, fields[name].alias or name)
        if value is None:
            continue
        yield at, value, fields[name], name in prose_fields(type(model))
        if isinstance(value, tuple):
            for index, inner in enumerate(value):
                if isinstance(inner, FrontMatter):
                    yield from _values(inner, (*at, index))


def _names(path: FieldPath, value: Any, places: Places) -> Iterator[tuple[FieldPath, str, int | str | None]]:
    if isinstance(value, str):
        yield path, value, None
    elif isinstance(value, Mapping):
        written = [key for key in places.keys if key[:-1] == path]
        for index, (name, level) in enumerate(value.items()):
            # A name may be written as a wiki-link; its place is that of the key as it was written.
            yield (written[index] if len(written) == len(value) else (*path, name)), name, level
    else:
        for index, inner in enumerate(value):
            if isinstance(inner, Claim):
                yield (*path, index, "id"), inner.id, inner.level
            else:
                yield (*path, index), inner, None
