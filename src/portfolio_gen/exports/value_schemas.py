"""What a value of front matter may look like before it is read, as JSON Schema.

Each schema takes at least what the reader takes: one value for a list of one, numbers for text, a name as a
`[[wiki-link]]`. YAML is read as JSON here, so a day is a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from portfolio_gen.model import field_types
from portfolio_gen.model.common import Claim, LevelName, Question
from portfolio_gen.model.field_types import FrontMatter
from portfolio_gen.reading.fields import names_of

Schema = Mapping[str, Any]

_NULL: Schema = {"type": "null"}
_DAY = (
    "[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|[12][0-9]))(?:[T ][0-9]{2}:[0-9]{2}.*)?"
)
_MOMENT = f"(?:{_DAY}|[0-9]{{4}}(?:-W(?:0[1-9]|[1-4][0-9]|5[0-3])|-(?:0[1-9]|1[0-2]))?)"
_LINE = r"^\s*[^\n\r]{0,500}\s*$"
_ONE_NAME = r"^\s*[^\s][^\n\r]*\s*$"

VALUES: Mapping[str, Schema] = {
    "line": {"type": ["string", "number"], "pattern": _LINE, "description": "One line of plain text."},
    "text": {"type": ["string", "number"], "description": "Markdown; [[wiki-links]] in it are links."},
    "day": {"type": "string", "pattern": f"^\\s*{_DAY}\\s*$", "description": "A day: 2026-11-05."},
    "moment": {
        "type": ["string", "integer"], "pattern": f"^\\s*{_MOMENT}\\s*$", "minimum": 1000, "maximum": 9999,
        "description": "A day, week, month or year: 2026-11-05, 2026-W47, 2026-11 or 2026.",
    },
    "reference": {
        "anyOf": [
            {"type": ["string", "number"], "pattern": _ONE_NAME},
            # YAML reads an unquoted [[name]] as a list in a list.
            {"type": "array", "items": {"$ref": "#/$defs/reference"}, "minItems": 1, "maxItems": 1},
        ],
        "description": "An id, the end of a path, an alias or a [[wiki-link]].",
    },
    "level": {
        "type": ["string", "integer"], "maximum": 99, "not": {"enum": [0]}, "pattern": r"^(?!\s*(?:00?|[0-9]{3,})\s*$)",
        "description": "A level: its number (1 is the lowest) or its name.",
    },
}  # fmt: skip
"""The definitions to which schemas refer, by name; those of models are in `models_in`."""

_FORMS: tuple[tuple[Any, str], ...] = (
    (field_types.Line, "line"),
    (field_types.Text, "text"),
    (field_types.Day, "day"),
    (field_types.Moment, "moment"),
    (field_types.ReferenceText, "reference"),
    (LevelName, "level"),
)

_SHORT: Mapping[type[FrontMatter], str] = {Claim: "reference", Question: "text"}
"""What may stand for a mapping of a model: its most important value alone."""


def field_schema(name: str, hint: Any, field: FieldInfo) -> Schema:
    """What may be written in one field; a field without a value is a field left blank, unless one is needed."""
    inner = _schema(hint, _bounds(field))
    schema = inner if field.is_required() else _any_of([inner, _NULL])
    return {"description": field.description or name, **schema}


def fields_of(model: type[FrontMatter]) -> Mapping[str, Schema]:
    """What may be written in each field of a model, by the names that authors write."""
    hints = get_type_hints(model, include_extras=True)
    written = zip(names_of(model).items(), model.model_fields, strict=True)
    return {name: field_schema(name, hints[attribute], field) for (name, field), attribute in written}


def models_in(models: Iterable[type[FrontMatter]]) -> Mapping[str, Schema]:
    """The definitions of the models that stand in fields of these, by name."""
    found: dict[str, Schema] = {}
    for model in models:
        for hint in get_type_hints(model, include_extras=True).values():
            for inner in _models(hint):
                found[_name(inner)] = model_schema(inner)
    return dict(sorted(found.items()))


def model_schema(model: type[FrontMatter]) -> Schema:
    """The fields of a model as one object that takes no others."""
    required = [name for name, field in names_of(model).items() if field.is_required()]
    return {
        "type": "object",
        "description": (model.__doc__ or "").strip(),
        "properties": fields_of(model),
        "required": required,
        "additionalProperties": False,
    }


def word_schema(words: Iterable[str]) -> Schema:
    """One of some words, which editors offer; blanks around it and case aside."""
    offered = list(words)
    folded = ("".join(f"[{sign.upper()}{sign}]" for sign in word) for word in offered)
    return {"anyOf": [{"enum": offered}, {"type": "string", "pattern": f"^\\s*(?:{'|'.join(folded)})\\s*$"}]}


def _schema(hint: Any, bounds: Schema) -> Schema:
    if get_origin(hint) is Annotated:
        return _annotated(hint, bounds)
    if get_origin(hint) in (Union, UnionType):
        return _any_of([_schema(one, bounds) for one in get_args(hint) if one is not NoneType])
    if get_origin(hint) is Literal:
        return word_schema(get_args(hint))
    if get_origin(hint) is tuple:
        item = _schema(get_args(hint)[0], {})
        return _any_of([item, {"type": "array", "items": _any_of([item, _NULL])}])
    if get_origin(hint) is dict:
        _, value = get_args(hint)
        names = {"pattern": _ONE_NAME}
        return {"type": "object", "propertyNames": names, "additionalProperties": _any_of([_schema(value, {}), _NULL])}
    if hint is bool:
        return {"type": "boolean"}
    model: type[FrontMatter] = hint
    as_object = {"$ref": f"#/$defs/{_name(model)}"}
    return _any_of([{"$ref": f"#/$defs/{_SHORT[model]}"}, as_object]) if model in _SHORT else as_object


def _annotated(hint: Any, bounds: Schema) -> Schema:
    for alias, name in _FORMS:
        if alias.__metadata__[0] in hint.__metadata__:
            return {"$ref": f"#/$defs/{name}"}
    for alias, schema in _NUMBERS:
        if alias.__metadata__[0] in hint.__metadata__:
            return {**schema, **bounds}
    return _schema(hint.__origin__, bounds)


_NUMBERS: tuple[tuple[Any, Schema], ...] = (
    (field_types.Whole, {"type": ["integer", "string"], "pattern": r"^\s*-?(?:0|[1-9][0-9]{0,8}) ?%?\s*$"}),
    (field_types.Number, {"type": ["number", "string"], "pattern": r"^\s*-?[0-9]+(?:\.[0-9]+)?\s*$"}),
)


def _any_of(schemas: Iterable[Schema]) -> Schema:
    """One of some schemas, those in an inner choice on the same level as the others."""
    flat: list[Schema] = []
    for schema in schemas:
        inner = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
        flat += [one for one in inner if one not in flat]
    return flat[0] if len(flat) == 1 else {"anyOf": flat}


def _bounds(field: FieldInfo) -> Schema:
    """The least and the greatest number of a field. A number that stands in quotes is not held to them."""
    limits = {"minimum": "ge", "maximum": "le"}
    marks = [(name, getattr(mark, sign, None)) for name, sign in limits.items() for mark in field.metadata]
    return {name: limit for name, limit in marks if limit is not None}


def _models(hint: Any) -> Iterable[type[FrontMatter]]:
    if isinstance(hint, type) and issubclass(hint, FrontMatter):
        yield hint
    for inner in get_args(hint):
        yield from _models(inner)


def _name(model: type[FrontMatter]) -> str:
    return model.__name__
