"""The one YAML loader: YAML 1.2's plain meanings, no surprises, and the place of every value."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from portfolio_gen.model.field_types import WrittenNumber
from portfolio_gen.model.mention import FieldPath
from portfolio_gen.reading.front_matter import FrontMatterError

MAX_DEPTH = 12
"""How deep values may be nested; the model needs four."""
MAX_VALUES = 5_000
"""How many values a block may come to when its aliases are written out."""

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip

Position = tuple[int, int]
"""Line and column, both 1-based."""


class StrictLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's C parser with a strict constructor of its own.

    Plain scalars mean what the core schema of YAML 1.2 says, less its octal and hexadecimal numbers: `no`,
    `12:30` and `010` stay text. A day is a date. Duplicate keys, tags, merge keys, keys that are no text,
    deep nesting and aliases that multiply are errors. `keys` and `values` hold the place of everything.
    """

    def __init__(self, stream: str) -> None:
        # libyaml ends a line at signs that YAML 1.2 (5.4) and editors take for ordinary ones.
        self._is_odd = not stream.isascii() and stream.translate(_HIDDEN) != stream
        super().__init__(stream.translate(_HIDDEN) if self._is_odd else stream)
        self.texts: dict[FieldPath, tuple[int, int]] = {}
        """Offsets of the scalars in which there may be links."""
        self.keys: dict[FieldPath, Position] = {}
        self.values: dict[FieldPath, Position] = {}
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._count = 0

    def get_single_data(self) -> Any:
        """The only document of the stream; None if it is empty."""
        self.get_event()  # Start of the stream.
        if not self.check_event(yaml.events.DocumentStartEvent):
            return None
        self.get_event()
        value = self._value((), 0)
        self.get_event()  # End of the document.
        if self.check_event(yaml.events.DocumentStartEvent):
            raise _error(self.get_event(), "front-matter-shape", "front matter is one block", "remove the second")
        return value

    def _value(self, path: FieldPath, depth: int) -> Any:
        event = self.get_event()
        self.values[path] = position(event.start_mark)
        self._count += 1
        if depth > MAX_DEPTH or self._count > MAX_VALUES:
            raise _error(event, "front-matter-limit", "the front matter is too deep or too long", "make it simpler")
        if isinstance(event, AliasEvent):
            return self._alias(event, depth)
        if event.tag is not None and event.tag != "!":
            raise _error(event, "yaml-tag", f"the tag '{event.tag}' is not read", "write the value without a tag")
        before = self._count
        if event.anchor is not None:
            self._anchors.pop(event.anchor, None)
        if isinstance(event, ScalarEvent):
            text = self._text(event)
            value: Any = plain_value(text) if event.implicit[0] else text
            if "[" in text or "<" in text:
                self.texts[path] = _span(event)
        elif isinstance(event, MappingStartEvent):
            value = self._mapping(path, depth)
        elif isinstance(event, SequenceStartEvent):
            value = self._sequence(path, depth)
        else:  # pragma: no cover - the parser yields nothing else here.
            raise _error(event, "front-matter-syntax", "this can't be read as YAML")
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, self._count - before + 1)
        return value

    def _text(self, event: ScalarEvent) -> str:
        return str(event.value).translate(_SHOWN) if self._is_odd else str(event.value)

    def _alias(self, event: AliasEvent, depth: int) -> Any:
        if event.anchor not in self._anchors:
            raise _error(event, "front-matter-syntax", f"'*{event.anchor}' refers to nothing before it",
                         "put the text in quotes if it is meant to start with '*'")  # fmt: skip
        value, size = self._anchors[event.anchor]
        self._count += size
        if self._count > MAX_VALUES or depth + _height(value) > MAX_DEPTH:
            raise _error(event, "front-matter-limit", "the aliases of this block multiply without end",
                         "write the values out")  # fmt: skip
        return value

    def _mapping(self, path: FieldPath, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not self.check_event(MappingEndEvent):
            event = self.get_event()
            if not isinstance(event, ScalarEvent) or event.tag not in (None, "!"):
                raise _error(event, "front-matter-shape", "a field's name is plain text", "write it as 'name: value'")
            key = self._text(event)
            if key == "<<" and event.implicit[0]:
                raise _error(event, "yaml-tag", "the merge key '<<' is not read", "write the fields out")
            inner = (*path, key)
            if key in found:
                raise _error(event, "duplicate-key", f"'{key}' is given twice", "keep one of the two",
                             first=self.keys[inner])  # fmt: skip
            self.keys[inner] = position(event.start_mark)
            found[key] = self._value(inner, depth + 1)
        self.get_event()
        return found

    def _sequence(self, path: FieldPath, depth: int) -> list[Any]:
        found: list[Any] = []
        kept = 0
        while not self.check_event(SequenceEndEvent):
            # An empty place is one that somebody left blank: the model counts without it, so places do too.
            found.append(self._value((*path, kept), depth + 1))
            kept += found[-1] is not None
        self.get_event()
        return found


_HIDDEN = {0x85: 0xF8F5, 0x2028: 0xF8F6, 0x2029: 0xF8F7}
_SHOWN = {hidden: sign for sign, hidden in _HIDDEN.items()}


def as_parsed(text: str) -> str:
    """A block as it is given to the parser: as long, without signs that libyaml alone takes for line ends."""
    return text if text.isascii() else text.translate(_HIDDEN)


def _height(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_height, inner), default=0)


def _span(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def plain_value(text: str) -> Any:
    """What an unquoted scalar means: None, a bool, an int, a WrittenNumber, a date, or the text itself."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "0123456789-+.":
        if _INTEGER.match(text):
            return int(text)
        if _DAY.match(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                return text
        if _DECIMAL.match(text):
            return WrittenNumber(text)
    return text


def position(mark: Any) -> Position:
    """A parser's mark, counted from 1."""
    return mark.line + 1, mark.column + 1


def load_yaml(text: str, *, first_line: int = 1) -> tuple[Any, StrictLoader]:
    """The value of a block and the loader that knows the places (counted from the block's first line).

    Raises:
        FrontMatterError: at the line of the source that `first_line` makes it.
    """
    loader: StrictLoader | None = None
    try:
        loader = StrictLoader(text)
        return loader.get_single_data(), loader
    except FrontMatterError as error:
        raise error.moved(first_line - 1) from None
    except UnicodeEncodeError:
        raise _unprintable(text, first_line) from None
    except yaml.YAMLError as error:
        raise _from_yaml(error, text, first_line) from None
    finally:
        if loader is not None:
            loader.dispose()


def _error(event: Any, code: str, message: str, hint: str = "", *, first: Position | None = None) -> FrontMatterError:
    line, column = position(event.start_mark)
    return FrontMatterError(code, message, hint, line=line, column=column, other_line=first[0] if first else 0)


_HINTS: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", "a text with ': ' in it needs quotes: title: \"One: two\""),
    ("cannot start any token", "a text that starts with this sign needs quotes"),
    ("unexpected end of stream", "close the quote"),
    ("document separator", "close the quote"),
    ("could not find expected ':'", "each line is 'field: value'"),
    ("did not find expected key", "check the indentation and the quotes of this line and the one above"),
    ("did not find expected '-' indicator", "indent the items of a list alike"),
    ("did not find expected ',' or ']'", "close the list with ']'"),
    ("did not find expected ',' or '}'", "close the braces with '}'"),
    ("expected alphabetic or numeric character", "a text that starts with '*' or '&' needs quotes"),
    ("hexdecimal number", "write a backslash twice, or use single quotes"),
    ("escape code", "write a backslash twice, or use single quotes"),
    ("unknown escape character", "write a backslash twice, or use single quotes"),
    ("block sequence entries are not allowed", "start the list on a line of its own"),
)


def _too_deep_at(line: str) -> int:
    """The column of the first bracket of a line that nests too deep; 0 if none does by itself."""
    depth = 0
    for column, sign in enumerate(line, 1):
        depth += (sign in "[{") - (sign in "]}")
        if depth > MAX_DEPTH:
            return column
    return 0


def _from_yaml(error: yaml.YAMLError, text: str, first_line: int) -> FrontMatterError:
    if isinstance(error, yaml.reader.ReaderError):
        return _unprintable(text, first_line)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = position(mark) if mark is not None else (1, 1)
    # libyaml marks what ended too early behind the block's last line.
    line = min(line, max(1, text.count("\n")))
    said = str(getattr(error, "problem", None) or error)
    lines = text.split("\n")
    if "nesting depth" in said:
        # The scanner of PyYAML 6.0.4 gives up by itself, while it looks ahead of what is read.
        return FrontMatterError(
            "front-matter-limit",
            "the front matter is too deep or too long",
            "make it simpler",
            line=first_line + line - 1,
            column=_too_deep_at(lines[line - 1]) or column,
        )
    if "\\t" in said or "tab" in said or lines[line - 1].lstrip(" ").startswith("\t"):
        return FrontMatterError(
            "front-matter-tab",
            "a tab is no indentation in YAML",
            "use spaces",
            line=first_line + line - 1,
            column=column,
        )
    hint = next((hint for part, hint in _HINTS if part in said), "put the value in quotes if it holds signs")
    return FrontMatterError(
        "front-matter-syntax",
        f"this is not valid YAML: {said}",
        hint,
        line=first_line + line - 1,
        column=column,
    )


_PRINTABLE: Callable[[str], Any] = re.compile(
    "[^\x09\x0a\x0d\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
).search


def _unprintable(text: str, first_line: int) -> FrontMatterError:
    match = _PRINTABLE(text)
    start = match.start() if match else 0
    sign = f"U+{ord(text[start]):04X}" if match else "a sign"
    return FrontMatterError(
        "front-matter-syntax", f"{sign} is a control character", "remove it",
        line=first_line + text.count("\n", 0, start), column=start - (text.rfind("\n", 0, start) + 1) + 1,
    )  # fmt: skip
