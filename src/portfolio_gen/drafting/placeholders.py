"""`{{title}}` and its like in a template, and what takes their place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from portfolio_gen.drafting.words import in_markdown, in_yaml
from portfolio_gen.model.mention import FieldPath
from portfolio_gen.reading.yaml_loader import StrictLoader, load_yaml

NAMES = ("title", "date", "week", "person")
"""What may stand in `{{...}}`."""

_PLACEHOLDER = re.compile(rf"\{{\{{([ ]*(?:{'|'.join(NAMES)})[ ]*)\}}\}}")
# To YAML two braces are a mapping. The marks are as long as what they stand for, so that all offsets stay.
_OPEN, _CLOSE = "<\ue0f0", "\ue0f1>"
_MARKED = re.compile(f"{_OPEN}([ a-z]+){_CLOSE}")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]")


def block_value(block: str, *, first_line: int = 1) -> tuple[Any, StrictLoader]:
    """The value of a template's front matter, with marks where placeholders stand, and the loader with the places.

    Raises:
        FrontMatterError: it can't be read.
    """
    return load_yaml(_PLACEHOLDER.sub(rf"{_OPEN}\1{_CLOSE}", block), first_line=first_line)


def unmarked(value: Any) -> Any:
    """A text of `block_value` as its author wrote it; any other value as it is."""
    return _MARKED.sub(r"{{\1}}", value) if isinstance(value, str) else value


def is_marked(text: str) -> bool:
    """Whether there is a placeholder in a text of `block_value`."""
    return _OPEN in text


def holds(text: str, name: str) -> bool:
    """Whether a text has the placeholder of that name."""
    return any(match[1].strip() == name for match in _PLACEHOLDER.finditer(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with the values in it as they are."""
    return _PLACEHOLDER.sub(lambda match: values[match[1].strip()], text)


def filled_block(block: str, values: Mapping[str, str]) -> str:
    """A block of front matter in which each text with a placeholder is read as the text with the value in it."""
    value, loader = block_value(block)
    pieces: list[str] = []
    behind = 0
    for path, (start, end) in sorted(loader.texts.items(), key=lambda found: found[1]):
        if is_marked(found := str(_at(value, path))):
            fresh = filled(unmarked(found), values)
            # A day is one without quotes too, as it would be written by hand.
            written = fresh if unmarked(found) == "{{date}}" else in_yaml(fresh)
            # What stands between values are comments.
            pieces += [filled(block[behind:start], values), written, _line_ends(block[start:end])]
            behind = end
    return "".join([*pieces, filled(block[behind:], values)])


def filled_body(body: str, values: Mapping[str, str]) -> str:
    """A text of Markdown that shows the values where it had placeholders."""
    escaped = {name: in_markdown(value) for name, value in values.items()}
    return "\n".join(_filled_line(line, escaped) for line in body.split("\n"))


def _filled_line(line: str, escaped: Mapping[str, str]) -> str:
    fresh = filled(line, escaped)
    # The last signs '#' of a heading close it, and are not shown.
    return f"{fresh} #" if fresh != line and fresh.endswith("#") and _HEADING.match(fresh) else fresh


def _at(value: Any, path: FieldPath) -> Any:
    """The value at a path of the loader, which counts a list without its empty places."""
    for part in path:
        value = value[part] if isinstance(part, str) else [one for one in value if one is not None][part]
    return value


def _line_ends(scalar: str) -> str:
    """The line ends behind a scalar, which a folded or literal one holds itself."""
    return scalar[len(scalar.rstrip("\n")) :]
