"""The mapping of a front-matter block as typed fields, with a problem at the place of each mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from portfolio_gen.model.audience import AUDIENCE_NAMES, audience_named
from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.field_types import FrontMatter, shown
from portfolio_gen.model.kinds import KINDS, Kind
from portfolio_gen.model.mention import FieldPath
from portfolio_gen.problems import Problem
from portfolio_gen.reading.yaml_loader import Position

HOST_FIELDS = frozenset({
    "template", "hide", "search", "description", "icon", "subtitle", "comments", "robots", "social", "image",
    "slug", "authors", "author", "categories", "links", "pin", "readtime", "keywords", "layout", "draft",
    "private", "publish", "published", "visibility", "status",
})  # fmt: skip
"""Fields of hosts, themes and other tools: passed on, or obeyed where they withhold, without a word."""

_AUDIENCE_LIKE = 0.8
"""How alike a field's name and 'audience' must be to be taken for a misspelling of it."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where keys and values of a block stand."""

    uri: str
    keys: Mapping[FieldPath, Position]
    """Of the names of fields."""
    values: Mapping[FieldPath, Position]
    """Of values."""
    lines_before: int
    """Lines of the source before the block's first."""
    texts: Mapping[FieldPath, tuple[int, int]] = field(default_factory=dict)
    """Offsets in the block of the scalars in which there may be links."""
    block: str = ""
    """The block itself."""

    def of(self, path: FieldPath) -> Position:
        """Line in the source and column of a value, or of what encloses it."""
        line, column = self.values.get(self.written(path), (1, 1))
        return line + self.lines_before, column

    def written(self, path: FieldPath) -> FieldPath:
        """A path as far as it was written: one value may stand for a list of one."""
        found: FieldPath = ()
        for part in path:
            if (*found, part) in self.values:
                found = (*found, part)
            elif part != 0:
                break
        return found

    def of_key(self, path: FieldPath) -> Position:
        """Line in the source and column of a field's name."""
        line, column = self.keys.get(path, self.values.get(path, (1, 1)))
        return line + self.lines_before, column

    def of_text(self, path: FieldPath, words: str, after: int) -> tuple[Position, int]:
        """Where words stand that are part of a value, and the offset behind them; else where the value does.

        A value may be folded, indented or quoted, so that its lines are not those of the source.
        """
        start, end = self.texts.get(self.written(path), (0, 0))
        offset = self.block.find(words, max(start, after), end)
        if offset < 0:
            return self.of(path), after
        line = self.block.count("\n", 0, offset) + 1 + self.lines_before
        return (line, offset - self.block.rfind("\n", 0, offset)), offset + len(words)

    def problem(self, path: FieldPath, code: str, message: str, hint: str = "") -> Problem:
        """A problem at a value."""
        return Problem(self.uri, *self.of(path), code, message, hint)


@dataclass(frozen=True, slots=True)
class Fields:
    """A block, sorted into what is whose."""

    common: CommonFields
    own: FrontMatter
    meta: Mapping[str, Any]
    """What is not ours: the host's, or unknown."""


def kind_in(written: Mapping[str, Any], inferred: str, places: Places) -> Kind | Problem:
    """The kind that is written, else the inferred one."""
    value = written.get("type")
    if value is None:
        return KINDS[inferred]
    name = value.strip().lower() if isinstance(value, str) else ""
    if name in KINDS:
        return KINDS[name]
    near = get_close_matches(name, KINDS, 3)
    hint = f"did you mean {' or '.join(repr(word) for word in near)}?" if near else f"use {', '.join(KINDS)}"
    return places.problem(("type",), "unknown-kind", f"type: {shown(value)} is no kind of entry", hint)


def typed_fields(written: Mapping[str, Any], kind: Kind, places: Places) -> tuple[Fields | None, list[Problem]]:
    """The block's fields as values, or None if one of them is wrong, and all problems."""
    problems: list[Problem] = []
    common: dict[str, Any] = {}
    own: dict[str, Any] = {}
    meta: dict[str, Any] = {}
    own_names = names_of(kind.fields)
    for name, value in written.items():
        if name in own_names:
            own[name] = value
        elif name in CommonFields.model_fields:
            common[name] = value
        else:
            meta[name] = value
            problems += _about_unknown(name, kind, places)
    common_fields = _validated(CommonFields, common, places, problems)
    own_fields = _validated(kind.fields, own, places, problems)
    if isinstance(common_fields, CommonFields):
        problems += _about_audience(common_fields.audience, places)
    if isinstance(common_fields, CommonFields) and own_fields is not None:
        return Fields(common_fields, own_fields, meta), problems
    return None, problems


def names_of(model: type[FrontMatter]) -> Mapping[str, FieldInfo]:
    """The fields of a model by the names that authors write."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _validated(
    model: type[FrontMatter], values: dict[str, Any], places: Places, problems: list[Problem]
) -> FrontMatter | None:
    try:
        # A field without a value is a field left blank, as templates leave them.
        return model.model_validate(_without_blanks(values))
    except ValidationError as error:
        problems += [_problem_of(details, model, places) for details in error.errors(include_url=False)]
        return None


def _without_blanks(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_blanks(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_without_blanks(inner) for inner in value]
    return value


def _about_audience(value: str | None, places: Places) -> Iterator[Problem]:
    if value is not None and audience_named(value) is None:
        near = get_close_matches(value.strip().lower(), AUDIENCE_NAMES, 1)
        hint = f"did you mean '{near[0]}'? " if near else ""
        yield places.problem(
            ("audience",), "unknown-audience", f"audience: {shown(value)} is no audience",
            f"{hint}use {', '.join(AUDIENCE_NAMES[:-1])} or {AUDIENCE_NAMES[-1]}",
        )  # fmt: skip


def _about_unknown(name: str, kind: Kind, places: Places) -> Iterator[Problem]:
    """A warning for a field we don't know; an error if it may be a misspelt audience."""
    line, column = places.of_key((name,))
    if name.strip().lower() == "audience" or get_close_matches(name.lower(), ["audience"], 1, _AUDIENCE_LIKE):
        yield Problem(
            places.uri,
            line,
            column,
            "audience-misspelt",
            f"'{name}' looks like a misspelt 'audience'",
            "write 'audience'",
        )
    elif name not in HOST_FIELDS:
        others = [other.name for other in KINDS.values() if name in names_of(other.fields)]
        known = [*names_of(kind.fields), *CommonFields.model_fields]
        if others:
            hint = f"'{name}' is a field of {', '.join(others)}"
        else:
            near = get_close_matches(name.lower(), known, 3)
            hint = f"did you mean {' or '.join(repr(word) for word in near)}?" if near else ""
        yield Problem(places.uri, line, column, "unknown-field", f"{kind.with_article} has no field '{name}'", hint)


def _problem_of(details: ErrorDetails, model: type[FrontMatter], places: Places) -> Problem:
    path = _written_path(details["loc"], places)
    name = ".".join(str(part + 1 if isinstance(part, int) else part) for part in path)
    if details["type"] == "extra_forbidden":
        line, column = places.of_key(path)
        near = get_close_matches(str(path[-1]), _names_beside(path, model), 1)
        hint = f"did you mean '{near[0]}'?" if near else "remove it"
        return Problem(places.uri, line, column, "invalid-value", f"{name}: there is no such field here", hint)
    message, hint = _in_words(details)
    return places.problem(path, "invalid-value", f"{name}: {message}", hint)


def _names_beside(path: FieldPath, model: type[FrontMatter]) -> list[str]:
    """The fields that may stand where a path ends."""
    for part in path[:-1]:
        if isinstance(part, str) and part in names_of(model):
            model = next(iter(models_in(names_of(model)[part].annotation)), model)
    return list(names_of(model))


def models_in(annotation: object) -> Iterator[type[FrontMatter]]:
    """The models that a field holds, in lists and mappings too."""
    if isinstance(annotation, type) and issubclass(annotation, FrontMatter):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def _written_path(loc: tuple[int | str, ...], places: Places) -> FieldPath:
    """Pydantic's location as far as it is a place in the block; the rest names union members and the like."""
    path: FieldPath = ()
    for part in loc:
        if (*path, part) in places.values or (*path, part) in places.keys:
            path = (*path, part)
        elif isinstance(part, str) and part not in ("int", "str") and not part.startswith(("function", "[")):
            return (*path, part)
    return path or loc[:1]


def _in_words(details: ErrorDetails) -> tuple[str, str]:
    """What is wrong with a value and what would be right."""
    value, context = details["input"], details.get("ctx", {})
    match details["type"]:
        case "missing":
            return "this is missing", "write it"
        case "value_error":
            return str(context["error"]), ""
        case "literal_error":
            return f"{shown(value)} is not one of the words", f"use {context['expected']}".replace(" or ", ", or ", 0)
        case "int_type" | "int_from_float" | "int_parsing":
            return f"{shown(value)} is no whole number", "write it as 50"
        case "float_type" | "float_parsing":
            return f"{shown(value)} is no number", "write it as 1.5"
        case "bool_type":
            return f"{shown(value)} is neither true nor false", "write true or false"
        case "greater_than_equal" | "less_than_equal":
            bound = "at least" if "ge" in context else "at most"
            return f"{shown(value)} is out of range", f"use {bound} {context.get('ge', context.get('le'))}"
        case "string_too_long" | "too_long":
            return f"this is longer than {context['max_length']} characters", "shorten it"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"{shown(value)} stands where fields are expected", "write 'field: value' lines"
        case _:
            return details["msg"][0].lower() + details["msg"][1:], ""
