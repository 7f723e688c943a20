"""Values of fields by their paths. Places of lists are counted without empty ones, as everywhere."""

from __future__ import annotations

from typing import Any

from portfolio_gen.editing.errors import EditError
from portfolio_gen.model.mention import FieldPath


def nested(path: FieldPath, value: Any) -> Any:
    """A value inside the mappings and lists that a path names."""
    for part in reversed(path):
        value = {part: value} if isinstance(part, str) else [value]
    return value


def apart(value: Any) -> Any:
    """A copy of a value in which nothing stands in two places, as aliases make it."""
    if isinstance(value, dict):
        return {name: apart(one) for name, one in value.items()}
    return [apart(one) for one in value] if isinstance(value, list) else value


def as_written(fields: dict[str, Any], path: FieldPath) -> FieldPath:
    """A path as it was written: one value may stand for a list of one."""
    value: Any = fields
    found: FieldPath = ()
    for part in path:
        if part == 0 and value is not None and not isinstance(value, list):
            continue
        value, found = value_at(value, (part,)), (*found, part)
    return found


def put(holder: Any, path: FieldPath, value: Any) -> None:
    """Put a value into fields, whatever there is of its path.

    Raises:
        EditError: something else stands in its way.
    """
    for depth, part in enumerate(path[:-1]):
        inner = value_at(holder, (part,))
        if inner is None:
            inner = nested(path[depth + 1 :], value)
            put(holder, (part,), inner)
            return
        holder = inner
    if isinstance(holder, list) and isinstance(path[-1], int):
        kept = places(holder)
        if path[-1] < len(kept):
            holder[kept[path[-1]]] = value
        else:
            holder.append(value)
    elif isinstance(holder, dict) and isinstance(path[-1], str):
        holder[path[-1]] = value
    else:
        raise EditError(f"{path_name(path)} has no place in what is written there; change it by hand")


def value_at(fields: Any, path: FieldPath) -> Any:
    """The value at a path; None if there is none."""
    for part in path:
        if isinstance(fields, list) and isinstance(part, int):
            kept = places(fields)
            fields = fields[kept[part]] if part < len(kept) else None
        else:
            fields = fields.get(part) if isinstance(fields, dict) else None
    return fields


def places(listed: list[Any]) -> list[int]:
    """The numbers of the places of a list that are not empty."""
    return [number for number, one in enumerate(listed) if one is not None]


def path_name(path: FieldPath) -> str:
    """A path for people, in quotes: places of lists are counted from 1."""
    return f"'{'.'.join(str(part + 1 if isinstance(part, int) else part) for part in path)}'"
