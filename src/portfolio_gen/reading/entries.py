"""A source as an entry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from portfolio_gen.markdown.comments import unsaid as unsaid_in
from portfolio_gen.markdown.headings import heading_title
from portfolio_gen.markdown.text_links import linked_text, without_links_in
from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.paths import path_of, title_from_uri
from portfolio_gen.problems import Problem
from portfolio_gen.reading.fields import Places, kind_in, typed_fields
from portfolio_gen.reading.front_matter import FrontMatterError, Split, split_front_matter
from portfolio_gen.reading.inference import date_from_uri, kind_from_uri
from portfolio_gen.reading.mentions import field_mentions, field_texts
from portfolio_gen.reading.passages import find_passages, has_mark
from portfolio_gen.reading.sources import Source
from portfolio_gen.reading.yaml_loader import load_yaml

_NO_ID = re.compile(r"[\s\x00-\x1f\x7f-\x9f|#\[\]<>\"\\]|\A/|/\Z|//|(?:\A|/)\.\.?(?:/|\Z)")


def read_entry(source: Source, folders: Mapping[str, str]) -> tuple[Entry | None, list[Problem]]:
    """The entry that a source holds, or None if it can't be read for certain, and all problems of it."""
    try:
        split = split_front_matter(source.text)
        written, places = _written(split, source.uri)
        passages = find_passages(split.body, split.body_line)
    except FrontMatterError as error:
        return None, [Problem(source.uri, error.line, error.column, error.code, error.message, error.hint)]
    kind = kind_in(written, kind_from_uri(source.uri, folders), places)
    if isinstance(kind, Problem):
        return None, [kind]
    fields, problems = typed_fields(written, kind, places)
    if fields is None:
        return None, problems
    common = fields.common
    if common.id is not None and (match := _NO_ID.search(common.id)):
        sign = match[0].strip() or "a blank"
        problems.append(
            places.problem(("id",), "invalid-value", f"id: '{common.id}' holds {sign}", "use letters, digits, - and /")
        )
    # In a page, comments may be meant for the host or one of its plugins.
    unsaid = unsaid_in(split.body) if kind.name != "page" else ()
    body = without_links_in(linked_text(split.body, line=split.body_line), unsaid)
    title, title_from = _title(common, source.uri, body)
    entry = Entry(
        id=EntryId(common.id or path_of(source.uri)),
        kind_name=kind.name,
        uri=source.uri,
        title=title,
        title_from_body=title_from,
        date=common.date or date_from_uri(source.uri),
        common=common,
        fields=fields.own,
        meta=fields.meta,
        body=body,
        body_line=split.body_line,
        passages=passages,
        unsaid=unsaid,
        texts=dict([*field_texts(common, places), *field_texts(fields.own, places)]),
        mentions=(*field_mentions(common, places), *field_mentions(fields.own, places)),
        lines={str(path[0]): places.of_key(path)[0] for path in places.keys if len(path) == 1},
    )
    return entry, problems


def _written(split: Split, uri: str) -> tuple[dict[str, Any], Places]:
    if split.yaml is None:
        return {}, Places(uri, {}, {}, 0)
    if has_mark(split.yaml):
        raise FrontMatterError(
            "passage", "a passage can't stand in the front matter", "write it in the text below",
            line=split.yaml_line,
        )  # fmt: skip
    value, loader = load_yaml(split.yaml, first_line=split.yaml_line)
    if value is None:
        value = {}
    if not isinstance(value, dict):
        raise FrontMatterError(
            "front-matter-shape", "the front matter is not a list of fields", "write it as 'field: value' lines",
            line=split.yaml_line,
        )  # fmt: skip
    return value, Places(uri, loader.keys, loader.values, split.yaml_line - 1, loader.texts, split.yaml)


def _title(common: CommonFields, uri: str, body: Any) -> tuple[str, bool]:
    if common.title:
        return common.title, False
    heading, has_links = heading_title(body)
    return (heading, has_links) if heading else (title_from_uri(uri), False)
