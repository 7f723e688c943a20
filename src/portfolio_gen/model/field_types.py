"""The types that fields of front matter have: forgiving about form, strict about meaning.

Each turns what YAML gave into one value or raises ValueError with a message for the author that says
what is wrong and what would be right. `Refers` marks the fields whose values name something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf

from portfolio_gen.model.dates import PartialDate, parse_partial_date
from portfolio_gen.problems import printable


class FrontMatter(BaseModel):
    """Fields that an author may write: nothing else is accepted, and nothing changes them later."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", populate_by_name=True)


class WrittenNumber(float):
    """A decimal number that remembers how it was written, so that version 1.10 is not 1.1."""

    text: str

    def __new__(cls, text: str) -> WrittenNumber:
        number = super().__new__(cls, text)
        number.text = text
        return number


@dataclass(frozen=True, slots=True)
class Refers:
    """What the values of a field may name."""

    label: str
    """What the field says about its target, seen from the target: "shows", "goal this moves"."""
    kinds: tuple[str, ...] = ()
    """The kinds of entry that fit; empty for any."""
    elsewhere: bool = False
    """Whether a file or a web address will do as well."""
    free: bool = False
    """Whether plain words will do as well: someone outside, a habit, a place."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Marks text that is read as Markdown, links included."""


def _as_text(value: object) -> object:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, WrittenNumber):
        return value.text
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    raise ValueError(f"{shown(value)} is not text; put it in quotes if it is meant to be")


def _as_line(value: object) -> object:
    text = _as_text(value)
    if isinstance(text, str) and len(text.splitlines()) > 1:
        raise ValueError("this is one line; join the lines")
    return text


def _as_number(value: object) -> object:
    if isinstance(value, str):
        try:
            return float(value) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value.strip()) else value
        except ValueError:
            return value
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _as_whole(value: object) -> object:
    """A whole number, also from text that a person put in quotes, and with a per cent sign."""
    if isinstance(value, str) and re.fullmatch(r"-?(?:0|[1-9][0-9]{0,8}) ?%?", value.strip()):
        return int(value.strip().rstrip("% "))
    return value


def _as_word(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _as_day(value: object) -> object:
    partial = _partial(value)
    if partial is None or len(partial.text) != 10 or "W" in partial.text:
        raise ValueError(f"{shown(value)} is not a day; write it as 2026-11-05")
    return partial.first


def _as_moment(value: object) -> object:
    partial = _partial(value)
    if partial is None:
        raise ValueError(f"{shown(value)} is not a date; write 2026-11-05, 2026-W47, 2026-11 or 2026")
    return partial


def _partial(value: object) -> PartialDate | None:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return parse_partial_date(value.isoformat())
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return parse_partial_date(str(value))


def _as_sequence(value: object) -> object:
    """One value is a list of one; empty places of a list are passed over."""
    if isinstance(value, list | tuple):
        return tuple(one for one in value if one is not None)
    return (value,)


_WIKI = re.compile(r"!?\[\[(?P<target>[^\[\]|#^]+)(?:[#^][^\[\]|]*)?(?:\|[^\[\]]*)?\]\]\Z")
_MARKDOWN = re.compile(r"\[[^\[\]]*\]\(\s*<?(?P<target>[^()<>\"']+?)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)\Z")


def _as_reference(value: object) -> object:
    """The name in a reference, whether written bare, as a wiki-link or as a Markdown link."""
    # YAML reads an unquoted [[name]] as a list in a list.
    is_unwrapped = isinstance(value, list | tuple)
    while isinstance(value, list | tuple) and len(value) == 1:
        value = value[0]
    if isinstance(value, list | tuple | dict):
        raise ValueError("a reference is one name: an id, the end of a path, an alias or a [[wiki-link]]")
    text = _as_line(value)
    assert isinstance(text, str)
    match = _WIKI.match(f"[[{text}]]" if is_unwrapped else text) or _MARKDOWN.match(text)
    text = (match["target"] if match else text).strip()
    if not text:
        raise ValueError("the reference is empty; write an id, or remove it")
    return text


def shown(value: object) -> str:
    """A value as the author would recognise it, shortened."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    text = printable(value.text if isinstance(value, WrittenNumber) else str(value), 1_000)
    return f"'{text[:60]}…'" if len(text) > 60 else f"'{text}'"


Line = Annotated[str, BeforeValidator(_as_line), Field(max_length=500)]
"""One line of plain text."""

Text = Annotated[str, BeforeValidator(_as_text), Prose()]
"""Text in Markdown, of any length; wiki-links in it are links."""

Day = Annotated[date, BeforeValidator(_as_day)]
"""A day of the calendar."""

Moment = Annotated[InstanceOf[PartialDate], BeforeValidator(_as_moment)]
"""A day, week, month or year."""

Whole = Annotated[int, BeforeValidator(_as_whole)]
"""A whole number."""

Number = Annotated[float, BeforeValidator(_as_number), Field(allow_inf_nan=False)]
"""A number."""

AsWord = BeforeValidator(_as_word)
"""For fields with a fixed choice of words: blanks and case aside."""

AsSequence = BeforeValidator(_as_sequence)
"""For lists: one value will do as well."""

ReferenceText = Annotated[str, BeforeValidator(_as_reference)]
"""The name of something, not yet resolved."""

Lines = Annotated[tuple[Line, ...], AsSequence]
"""A list of lines."""

Texts = Annotated[tuple[Text, ...], AsSequence]
"""A list of Markdown texts."""


@cache
def prose_fields(model: type[FrontMatter]) -> frozenset[str]:
    """The names of a model's fields that are read as Markdown, by attribute."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if _has_prose(field.annotation) or any(isinstance(mark, Prose) for mark in field.metadata)
    )


def _has_prose(annotation: object) -> bool:
    return any(isinstance(part, Prose) or _has_prose(part) for part in get_args(annotation))
