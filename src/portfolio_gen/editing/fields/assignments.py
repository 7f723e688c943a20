"""What somebody writes on a command line to change a field: `status=done`, `tags+=work`, `agreed.1.done=true`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal

from portfolio_gen.editing.fields.front_matter import add_to_list, fields_of, remove_field, remove_from_list, set_field
from portfolio_gen.editing.fields.shapes import Shape, shape_at
from portfolio_gen.editing.source_text import Edit
from portfolio_gen.model.common import Claim, CommonFields
from portfolio_gen.model.kinds import KINDS, Kind
from portfolio_gen.model.mention import FieldPath
from portfolio_gen.problems import PortfolioError, printable
from portfolio_gen.reading.fields import HOST_FIELDS, names_of
from portfolio_gen.reading.yaml_loader import plain_value

_FORM = re.compile(r"(?P<path>[^=]*?)(?P<operator>\+=|-=|=)(?P<value>.*)\Z", re.DOTALL)
_CLAIM = re.compile(r"(?P<id>[^:]+):(?P<level>[^:]+)\Z")
_COMMA = re.compile(r"(?<!\\),")
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_PER_CENT = re.compile(r"([0-9]{1,6}) ?%?")


class AssignmentError(PortfolioError):
    """It can't be meant so; the message says what would be right."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One change of one field."""

    path: FieldPath
    """The field, and where in it; places of lists are counted from 0."""
    operator: Literal["=", "+=", "-="]
    """Set, add to a list or a number, or take from it."""
    value: str
    """As written; empty with "=" takes the field away."""

    @property
    def name(self) -> str:
        """The path as it was written."""
        return ".".join(str(part + 1 if isinstance(part, int) else part) for part in self.path)


def assignment(written: str) -> Assignment:
    """What `FIELD=VALUE` means. Places of lists are written from 1: `agreed.1.done`.

    Raises:
        AssignmentError: it has no such form.
    """
    match = _FORM.match(written)
    if match is None or not match["path"].strip():
        raise AssignmentError(f"'{printable(written)}' changes nothing; write FIELD=VALUE, such as status=done")
    if odd := _ODD.search(written):
        raise AssignmentError(f"'{printable(written)}' holds {printable(odd[0])}, which is no text; leave it out")
    parts = match["path"].strip().split(".")
    if "0" in parts:
        raise AssignmentError(f"'{printable(written)}': places are counted from 1")
    if "" in parts:
        raise AssignmentError(f"'{printable(written)}': between two dots there is no name")
    is_number = re.compile(r"[1-9][0-9]{0,5}").fullmatch
    path = tuple(int(part) - 1 if is_number(part) else part for part in parts)
    operator: Any = match["operator"]
    value = match["value"].strip()
    if operator != "=" and not value:
        raise AssignmentError(f"'{printable(written)}' names no value")
    return Assignment(path, operator, value)


def edits_for(asked: Assignment, text: str, kind: Kind) -> Iterator[list[Edit]]:
    """The edits that an assignment comes to, as they might be meant: the first reading that the model takes counts.

    Raises:
        AssignmentError: the kind has no such field, or nothing can be added to it.
        EditError: the source can't be changed safely.
    """
    fields = fields_of(text)
    _check_name(asked, fields, kind)
    _check_places(asked, fields)
    former = _at(fields, asked.path)
    shape = shape_at(asked.path, kind)
    if asked.operator == "=" and not asked.value:
        yield remove_field(text, asked.path)
    elif shape is not None and shape.is_list:
        yield _list_edits(asked, text, former, shape)
    elif asked.operator != "=":
        yield set_field(text, asked.path, _sum(asked, former, shape))
    else:
        for value in _readings(asked.value, shape):
            yield _value_edits(asked.path, value, text)


def _value_edits(path: FieldPath, value: Any, text: str) -> list[Edit]:
    # A competency that is only named becomes a claim once something is said of it.
    if len(path) == 3 and path[0] == "competencies":
        claim = _at(fields_of(text), path[:2])
        if isinstance(claim, str):
            return set_field(text, path[:2], {"id": claim, str(path[2]): value})
    return set_field(text, path, value)


def _list_edits(asked: Assignment, text: str, former: Any, shape: Shape) -> list[Edit]:
    items = [_item(part, asked, shape) for part in _parts(asked.value)]
    own = [one for one in (former if isinstance(former, list) else [former]) if one is not None]
    if asked.operator == "=":
        is_single = len(items) == 1 and own and not isinstance(former, list | dict)
        return set_field(text, asked.path, items[0] if is_single else items)
    if len(items) != 1:
        raise AssignmentError(f"'{asked.name}{asked.operator}' takes one value; write it again for each, or '\\,'")
    item = items[0]
    if asked.operator == "-=":
        return remove_from_list(text, asked.path, lambda one: _named(one, shape) == _named(item, shape))
    there = [number for number, one in enumerate(own) if _named(one, shape) == _named(item, shape)]
    if not there:
        return add_to_list(text, asked.path, item)
    if isinstance(item, dict) and "level" in item:
        return _value_edits((*asked.path, there[0], "level"), item["level"], text)
    return []


def _parts(written: str) -> list[str]:
    """What commas part; a comma behind a backslash is one of the text."""
    parts = (part.replace("\\,", ",").strip() for part in _COMMA.split(written))
    return [part for part in parts if part]


def _item(written: str, asked: Assignment, shape: Shape) -> Any:
    """A value of a list: a name, a competency with its level, or a text for the one field that such values need."""
    bare = _without_brackets(written) if shape.refers else written
    if shape.fields is Claim:
        match = _CLAIM.match(bare)
        return {"id": match["id"].strip(), "level": _level(match["level"].strip())} if match else bare
    if shape.fields is None:
        return bare
    if shape.only_field is None:
        names = ", ".join(names_of(shape.fields))
        raise AssignmentError(f"each value of '{asked.name}' has fields ({names}); write '{asked.name}.1.NAME='")
    return {shape.only_field: written}


def _level(written: str) -> int | str:
    return int(written) if written.isdecimal() and written.isascii() and len(written) < 3 else written


def _named(value: Any, shape: Shape) -> str:
    """What a value of a list is known by, whichever way it is written."""
    name = shape.only_field if shape.fields is not None else None
    while isinstance(value, list) and len(value) == 1:
        value = value[0]  # YAML reads an unquoted [[name]] as a list in a list.
    text = str(value.get(name) if isinstance(value, dict) else value).strip()
    return _without_brackets(text) if shape.refers else text


def _without_brackets(written: str) -> str:
    return written.removeprefix("[[").removesuffix("]]").strip() if written.startswith("[[") else written


def _readings(written: str, shape: Shape | None) -> Iterator[Any]:
    """What a value may be: as YAML would read it without quotes, else the text."""
    number = _PER_CENT.fullmatch(written) if shape is not None and shape.type is int else None
    if number is not None:
        yield int(number[1])
        return
    plain = plain_value(written)
    if plain is not None and not isinstance(plain, str):
        yield plain
    yield _without_brackets(written) if shape is not None and shape.refers else written


def _sum(asked: Assignment, former: Any, shape: Shape | None) -> int:
    """A whole number counted up or down, as far as the field goes."""
    number = _PER_CENT.fullmatch(asked.value)
    before = _PER_CENT.fullmatch(str(former or 0))
    if number is None or before is None or shape is None or shape.type is not int:
        raise AssignmentError(f"'{asked.name}{asked.operator}' is for lists and whole numbers; write '{asked.name}='")
    result = int(before[1]) + int(number[1]) * (1 if asked.operator == "+=" else -1)
    result = result if shape.most is None else min(result, shape.most)
    return result if shape.least is None else max(result, shape.least)


def _check_name(asked: Assignment, fields: dict[str, Any], kind: Kind) -> None:
    """Stop at a field that the kind doesn't have and no host reads, unless it is there and goes away."""
    name = str(asked.path[0])
    known = [*CommonFields.model_fields, *names_of(kind.fields)]
    others = [other.name for other in KINDS.values() if name in names_of(other.fields) and kind.name != "page"]
    goes_away = asked.operator == "=" and not asked.value and name in fields
    if name in known or goes_away or (name in HOST_FIELDS and not others):
        return
    near = get_close_matches(name.lower(), known, 3)
    if others:
        hint = f"it is a field of {', '.join(others)}"
    else:
        hint = f"did you mean {' or '.join(repr(word) for word in near)}?" if near else f"it has {', '.join(known)}"
    raise AssignmentError(f"{kind.with_article} has no field '{printable(name)}'; {hint}")


def _check_places(asked: Assignment, fields: dict[str, Any]) -> None:
    """Stop at a place of a list behind the next free one."""
    for depth, part in enumerate(asked.path):
        held = _at(fields, asked.path[:depth])
        count = len([one for one in held if one is not None]) if isinstance(held, list) else int(held is not None)
        if isinstance(part, int) and part > count:
            name = Assignment(asked.path[:depth], "=", "").name
            raise AssignmentError(f"'{name}' has {count} value{'' if count == 1 else 's'}; the next is {count + 1}")


def _at(value: Any, path: FieldPath) -> Any:
    for part in path:
        if isinstance(part, int):
            listed = [one for one in value if one is not None] if isinstance(value, list) else [value]
            value = listed[part] if part < len(listed) else None
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return value
