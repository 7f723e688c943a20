"""Values as YAML that the strict loader reads as just these values."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from portfolio_gen.model.field_types import WrittenNumber
from portfolio_gen.reading.front_matter import FrontMatterError
from portfolio_gen.reading.yaml_loader import load_yaml

Plain = str | bool | int | float | date | None | Sequence["Plain"] | Mapping[str, "Plain"]
"""What front matter can hold."""


def written(value: Any, *, style: str = "", is_in_flow: bool = False) -> str:
    """A value on one line, lists in brackets and mappings in braces.

    `style` is the quote that a text has had ("" for none), which is kept if the text can be written so. In a
    list in brackets (`is_in_flow`) more texts need quotes.
    """
    if isinstance(value, str):
        return _text(value, style, is_in_flow)
    if isinstance(value, Mapping):
        inside = (f"{_text(str(key), '', True)}: {written(one, is_in_flow=True)}" for key, one in value.items())
        return "{" + ", ".join(inside) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(written(one, is_in_flow=True) for one in value) + "]"
    return _plain(value)


def over_lines(text: str, former: str) -> str:
    """A text as YAML in place of one that stood in a block of lines, with the comment beside its '|' or '>'.

    It is a block of lines again if it has several, or ends in a line end as texts of such blocks do.
    """
    head, _, lines = former.partition("\n")
    comment = head[head.index("#") :] if "#" in head else ""
    behind = f" {comment}" if comment else ""
    indent = re.match(r"\s*\n? *", lines)
    blanks = (indent[0].rpartition("\n")[2] if indent else "") or "  "
    chomping = "" if text.endswith("\n") else "-"
    style = head[0] if "\n" not in text.rstrip("\n") else "|"
    inside = "".join(f"\n{blanks if line else ''}{line}" for line in text.removesuffix("\n").split("\n"))
    if "\n" in text and _reads_as(f"a: {style}{chomping}{inside}\n", {"a": text}):
        return f"{style}{chomping}{behind}{inside}"
    return written(text) + behind


def key_written(name: str, *, style: str = "", is_in_flow: bool = False) -> str:
    """The name of a field as YAML."""
    if not style and _reads_as(f"{name}: 1" if not is_in_flow else f"{{{name}: 1}}", {name: 1}):
        return name
    return _quoted(name, style or '"')


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, WrittenNumber):
        return value.text
    return value.isoformat() if isinstance(value, date) else str(value)


def _text(text: str, style: str, is_in_flow: bool) -> str:
    if style in ("'", '"'):
        return _quoted(text, style)
    line = f"a: [{text}]" if is_in_flow else f"a: {text}"
    is_plain = bool(text) and text == text.strip() and len(text.splitlines()) == 1
    if is_plain and _reads_as(line, {"a": [text] if is_in_flow else text}):
        return text
    return _quoted(text, '"')


def _quoted(text: str, quote: str) -> str:
    if quote == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    in_quotes = json.dumps(text, ensure_ascii=False)
    # JSON leaves signs as they are that YAML, terminals or editors would act on.
    return "".join(sign if sign.isprintable() else _escaped(sign) for sign in in_quotes)


def _escaped(sign: str) -> str:
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"


def _reads_as(yaml: str, value: Any) -> bool:
    try:
        return same(load_yaml(yaml)[0], value)
    except FrontMatterError:
        return False


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same in kind too: 1 is neither true nor 1.0, and 1.10 is not 1.1."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return _plain(one) == _plain(other)
    return type(one) is type(other) and bool(one == other)
