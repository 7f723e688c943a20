"""Every text of an entry's front matter, and the same entry with other ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from portfolio_gen.model.entry import Entry
from portfolio_gen.model.field_types import FrontMatter, prose_fields
from portfolio_gen.model.mention import FieldPath

WORDS = frozenset({"type", "audience", "lang", "owner"})
"""Fields that hold one of some words."""
NAMES = frozenset({"id", "aliases"})
"""Fields by which an entry is referred to, so that nothing else can stand there."""
HOST_ADDRESSES = frozenset({"image", "links", "slug", "template", "icon"})
"""Fields of hosts that hold addresses."""

Change = Callable[[FieldPath, str, bool], str]
"""What becomes of a text, given its place and whether it is Markdown."""


def front_matter_texts(entry: Entry) -> Iterator[tuple[FieldPath, str, bool]]:
    """All texts of an entry's front matter, with their places and whether each is Markdown.

    References are not among them. What the host reads comes last.
    """
    mentioned = {mention.at for mention in entry.mentions}
    for model in (entry.common, entry.fields):
        for path, text, is_markdown in _texts(model, (), False):
            if path not in mentioned and path[0] not in WORDS:
                yield path, text, is_markdown
    yield from _texts(entry.meta, (), False)


def changed_fields(fields: FrontMatter, change: Change) -> FrontMatter:
    """The same fields with other texts; the very same if nothing changes."""
    result = _changed(fields, (), change, False)
    assert isinstance(result, FrontMatter)
    return result


def changed_meta(meta: Mapping[str, Any], change: Change) -> Mapping[str, Any]:
    """The fields of the host with other texts."""
    result = _changed(meta, (), change, False)
    assert isinstance(result, Mapping)
    return result


def _texts(value: Any, path: FieldPath, is_markdown: bool) -> Iterator[tuple[FieldPath, str, bool]]:
    if isinstance(value, str):
        yield path, value, is_markdown
    elif isinstance(value, FrontMatter):
        for name, at, inner in _written(value):
            yield from _texts(inner, (*path, at), name in prose_fields(type(value)))
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index), is_markdown)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key), is_markdown)


def _changed(value: Any, path: FieldPath, change: Change, is_markdown: bool) -> Any:
    if isinstance(value, str):
        return change(path, value, is_markdown)
    if isinstance(value, FrontMatter):
        prose = prose_fields(type(value))
        fresh = {name: _changed(inner, (*path, at), change, name in prose) for name, at, inner in _written(value)}
        differing = {name: inner for name, inner in fresh.items() if inner is not getattr(value, name)}
        return value.model_copy(update=differing) if differing else value
    if isinstance(value, tuple | list):
        items = [_changed(inner, (*path, index), change, is_markdown) for index, inner in enumerate(value)]
        return type(value)(items) if any(a is not b for a, b in zip(items, value, strict=True)) else value
    if isinstance(value, Mapping):
        pairs = {key: _changed(inner, (*path, key), change, is_markdown) for key, inner in value.items()}
        return pairs if any(pairs[key] is not value[key] for key in pairs) else value
    return value


def _written(model: FrontMatter) -> Iterator[tuple[str, str, Any]]:
    """The fields that were written: attribute, name in the front matter, and value."""
    fields = type(model).model_fields
    for name in fields:
        if name in model.model_fields_set:
            yield name, fields[name].alias or name, getattr(model, name)
