"""JSON Schema of front matter, for editors: of one kind of entry, or of any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from portfolio_gen.exports.value_schemas import VALUES, Schema, fields_of, models_in, word_schema
from portfolio_gen.model.audience import AUDIENCE_NAMES
from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.kinds import KINDS, Kind
from portfolio_gen.reading.fields import HOST_FIELDS

DRAFTS: Mapping[str, str] = {
    "2020-12": "https://json-schema.org/draft/2020-12/schema",
    "7": "http://json-schema.org/draft-07/schema#",
}
"""The drafts of JSON Schema in which the schemas mean the same, by name."""
_NULL: Schema = {"type": "null"}
# A reference in brackets is read without them, so what may not stand in an id is looked for in bare ones only.
_BARE_ID = r"""^\s*(?:!?\[.*|(?!/)(?!.*//)(?!(?:.*/)?\.\.?(?:/|\s*$))[^\s|#\[\]<>"\\]*[^\s|#\[\]<>"\\/])\s*$"""


def kind_schema(kind: Kind) -> Mapping[str, Any]:
    """The front matter of one kind as JSON Schema (draft 2020-12).

    It takes what is read without a problem, and refuses fields that neither we nor hosts know. It can't say what
    depends on other entries (what a name means), on the calendar's leap years, or on a number that is in quotes.
    """
    return {
        "$schema": DRAFTS["2020-12"],
        "title": f"Front matter of {kind.with_article}",
        "description": kind.meaning,
        **_fields({**_known(kind), "type": _field("type", word_schema([kind.name]))}),
        "$defs": {**VALUES, **models_in([CommonFields, kind.fields])},
    }


def folder_schema(kind: Kind) -> Mapping[str, Any]:
    """The front matter of what lies in a folder of a kind: of that kind, unless it says that it is of another."""
    schema = kind_schema(kind)
    fields = {name: schema[name] for name in ("type", "properties", "additionalProperties")}
    return {
        **{name: value for name, value in schema.items() if name not in fields},
        "if": {"properties": {"type": {"anyOf": [*word_schema([kind.name])["anyOf"], _NULL]}}},
        "then": fields,
        "else": {"properties": {"type": word_schema(KINDS)}},
    }


def entry_schema() -> Mapping[str, Any]:
    """The front matter of any entry as JSON Schema: with a `type` that of its kind, without it that of any."""
    shared = {**_of_hosts(), **_common()}
    as_shared = {name: {"$ref": f"#/$defs/any/properties/{name}"} for name in shared}
    kinds = {f"a-{name}": _fields({**as_shared, **fields_of(kind.fields)}) for name, kind in KINDS.items()}
    by_type = [
        {"if": {"properties": {"type": word_schema([name])}}, "then": {"$ref": f"#/$defs/a-{name}"}} for name in KINDS
    ]
    says_its_type = {"type": "object", "properties": {"type": {"not": _NULL}}, "required": ["type"]}
    return {
        "$schema": DRAFTS["2020-12"],
        "title": "Front matter of an entry",
        "description": "What an author may write at the top of an entry. Without `type` the folder tells the kind.",
        "type": ["object", "null"],
        "if": says_its_type,
        "then": {"properties": {"type": _field("type", word_schema(KINDS))}, "allOf": by_type},
        "else": _fields(_of_any_kind()),
        "$defs": {
            **VALUES,
            **models_in([CommonFields, *(kind.fields for kind in KINDS.values())]),
            "any": {"properties": shared},
            **kinds,
        },
    }


def _fields(known: Mapping[str, Schema]) -> Schema:
    return {"type": ["object", "null"], "properties": known, "additionalProperties": False}


def _known(kind: Kind) -> Mapping[str, Schema]:
    """What may stand in each field that an entry of a kind may have, its own before those of hosts."""
    return {**_of_hosts(), **_common(), **fields_of(kind.fields)}


def _of_any_kind() -> Mapping[str, Schema]:
    own: dict[str, list[Schema]] = {}
    for kind in KINDS.values():
        for name, schema in fields_of(kind.fields).items():
            own.setdefault(name, []).append(schema)
    # A field of one kind may be a host's in another, where it may hold anything.
    return {**_common(), **{name: _either(schemas) for name, schemas in own.items()}, **_of_hosts()}


def _either(schemas: Iterable[Schema]) -> Schema:
    unlike: list[Schema] = []
    for schema in schemas:
        unlike += [schema] if schema not in unlike else []
    return unlike[0] if len(unlike) == 1 else {"anyOf": unlike}


def _common() -> Mapping[str, Schema]:
    """The fields of every entry; what the types of some don't say of them, reading does."""
    ids = {"anyOf": [{"$ref": "#/$defs/reference"}, _NULL], "pattern": _BARE_ID}
    return {
        **fields_of(CommonFields),
        "type": _field("type", word_schema(KINDS)),
        "audience": _field("audience", word_schema(AUDIENCE_NAMES)),
        "id": _field("id", ids),
    }


def _of_hosts() -> Mapping[str, Schema]:
    return {name: {"description": "Passed on to the site's engine and theme."} for name in sorted(HOST_FIELDS)}


def _field(name: str, schema: Mapping[str, Any]) -> Schema:
    """A field of every entry with a schema of its own, or nothing in it."""
    choice = schema["anyOf"] if _NULL in schema["anyOf"] else [*schema["anyOf"], _NULL]
    return {"description": CommonFields.model_fields[name].description, **schema, "anyOf": choice}
