"""One file as a template, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from portfolio_gen.drafting.block_lines import lines_of
from portfolio_gen.drafting.placeholders import block_value, is_marked, unmarked
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.problems import Problem
from portfolio_gen.reading.front_matter import FrontMatterError, Split, split_front_matter
from portfolio_gen.reading.yaml_loader import Position, StrictLoader

OWN_FOLDER = "templates/entries"
"""Where a project keeps its own templates, below its root."""

_FIELD = "template"
_TEXTS = ("kind", "description", "source", "title")
_NAME = re.compile(r"\w[\w-]*\Z")


@dataclass(frozen=True, slots=True)
class Template:
    """What an entry starts from: fields to fill in, headings, and a line of help for each."""

    name: str
    """The name of its file, without `.md`."""
    kind: str
    """The kind of entry that it makes: a name of KINDS."""
    description: str
    """What it is for, in one sentence."""
    source: str
    """Where its questions come from; empty if nobody says."""
    is_default: bool
    """Whether `portfolio new KIND` takes it."""
    title: str
    """The title if the writer gives none, with placeholders; empty without one."""
    text: str
    """The whole file, with '\\n' at the end of each line."""
    is_own: bool
    """Whether it is the project's."""


def template_in(file_name: str, raw: bytes, *, is_own: bool) -> Template | Problem:
    """The template that a file holds, or the first thing that is wrong with it."""
    name = file_name.removesuffix(".md")
    if not _NAME.match(name):
        return problem_in(file_name, f"'{name}' is no name of a template", "use letters, digits and -")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        split = split_front_matter(text)
        block, loader = block_value(split.yaml or "", first_line=split.yaml_line)
    except UnicodeDecodeError:
        return problem_in(file_name, "this is not UTF-8", "save it as UTF-8", code="encoding")
    except FrontMatterError as error:
        return problem_in(file_name, error.message, error.hint, code=error.code, place=(error.line, error.column))
    wrong = next(_wrong(file_name, block, loader, split), None)
    if wrong is not None:
        return wrong
    said = {key: unmarked(value) for key, value in block[_FIELD].items()}
    return Template(
        name=name,
        kind=said["kind"],
        description=said["description"].strip(),
        source=said.get("source") or "",
        is_default=said.get("default") or False,
        title=said.get("title") or "",
        text=text,
        is_own=is_own,
    )


def entry_text(template: Template) -> str:
    """The text of a template as an entry gets it: without what is said about the template itself."""
    split = split_front_matter(template.text)
    lines = _lines_without_field(split.yaml or "")
    body = split.body.lstrip("\n")
    return "\n".join(("---", *lines, "---", "", body)) if any(line.strip() for line in lines) else body


def problem_in(
    file_name: str, message: str, hint: str = "", *, code: str = "invalid-value", place: Position = (1, 1)
) -> Problem:
    """Something that is wrong with one of the project's own templates."""
    return Problem(f"{OWN_FOLDER}/{file_name}", *place, code, message, hint)


def _wrong(file_name: str, block: Any, loader: StrictLoader, split: Split) -> Iterator[Problem]:
    """What is wrong with what a template says about itself."""

    def problem(message: str, hint: str, key: str = "", code: str = "invalid-value") -> Problem:
        keys = loader.keys
        line, column = keys.get((_FIELD, key)) or keys.get((_FIELD,)) or (1, 1)
        return problem_in(file_name, message, hint, code=code, place=(line + split.yaml_line - 1, column))

    said = block.get(_FIELD) if isinstance(block, dict) else None
    if not isinstance(said, dict):
        yield problem(
            "this says nothing about itself", "begin with 'template:', and 'kind:' and 'description:' below it"
        )
        return
    for key, value in said.items():
        if key not in (*_TEXTS, "default"):
            yield problem(f"a template has no '{key}'", f"use {', '.join(_TEXTS)} or default", key, "unknown-field")
        elif key == "default" and not isinstance(value, bool | None):
            yield problem("default: this is neither true nor false", "write true or false", key)
        elif key != "default" and not isinstance(value, str | None):
            yield problem(f"{key}: this is no text", "put it in quotes", key)
    if said.get("kind") not in KINDS:
        shown = said.get("kind") or ""
        yield problem(f"kind: '{shown}' is no kind of entry", f"use {', '.join(KINDS)}", "kind", "unknown-kind")
    if not (said.get("description") or "").strip():
        yield problem("description: this is missing", "say in a sentence what the template is for", "description")
    if any(is_marked(str(key)) for path in loader.keys for key in path):
        yield problem("a placeholder can't be the name of a field", "write it as a value")
    if not _can_be_taken_out(block, loader, split):
        yield problem("its fields are not lines of their own", "begin each field in the first column of a line")


def _can_be_taken_out(block: dict[str, Any], loader: StrictLoader, split: Split) -> bool:
    """Whether the block's fields stand on lines of their own, so that fields can go and come without the others."""
    if any(column > 1 for path, (_, column) in loader.keys.items() if len(path) == 1):
        return False
    try:
        rest, _ = block_value("\n".join(_lines_without_field(split.yaml or "")))
    except FrontMatterError:
        return False
    return (rest or {}) == {key: value for key, value in block.items() if key != _FIELD}


def _lines_without_field(yaml: str) -> list[str]:
    """The lines of a block, less those of the field that speaks of the template."""
    lines = yaml.removesuffix("\n").split("\n")
    _, loader = block_value(yaml)
    start, end = lines_of(_FIELD, lines, loader.keys)
    return lines[:start] + lines[end:]
