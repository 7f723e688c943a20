"""The Markdown file that a form makes in a browser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from portfolio_gen.answers.form import QUESTIONS
from portfolio_gen.model.field_types import shown
from portfolio_gen.problems import printable
from portfolio_gen.reading.front_matter import FrontMatterError, split_front_matter
from portfolio_gen.reading.yaml_loader import load_yaml
from portfolio_gen.receiving.answer import MOST_NAMES, MOST_SIGNS, Answer, RefusedError, Via

_LINES = ("for", "date", "giver_role", "consent", "title")
_LISTS = ("about", "goals", "competencies")


def answer_in_file(text: str, via: Via = "file") -> Answer:
    """The answer in a file of front matter. Only what the form writes is taken; the rest is left out, and told.

    Raises:
        RefusedError: it is no answer, or can't be read for certain.
    """
    fields = _fields(text)
    if fields.get("type") != "feedback":
        raise RefusedError("this is no answer: its first field is not 'type: feedback'")
    known = {"type", *_LINES, *_LISTS, *QUESTIONS}
    foreign = [name for name in fields if name not in known]
    notes = tuple(f"'{printable(name, 40)}' is not for the giver to say, so it is left out" for name in foreign)
    return Answer(
        via=via,
        person=_text(fields, "for"),
        words={name: said for name in QUESTIONS if (said := _text(fields, name)).strip()},
        giver_role=_text(fields, "giver_role"),
        date=_text(fields, "date"),
        consent=_text(fields, "consent"),
        about=_names(fields, "about"),
        goals=_names(fields, "goals"),
        competencies=dict(_rated(_list(fields, "competencies"))),
        notes=notes,
    )


def _fields(text: str) -> Mapping[str, Any]:
    try:
        split = split_front_matter(text)
        fields, _ = load_yaml(split.yaml or "", first_line=split.yaml_line)
    except FrontMatterError as error:
        raise RefusedError(f"it can't be read: line {error.line}: {error.message}") from None
    if not isinstance(fields, dict):
        raise RefusedError("this is no answer: it has no fields between two lines of ---")
    if split.body.strip():
        raise RefusedError("there is text below its fields, where the form writes none; move it into one of them")
    return fields


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if isinstance(value, dict | list | bool):
        raise RefusedError(f"{name}: {shown(value)} is no text")
    text = str(value)
    if len(text) > MOST_SIGNS:
        raise RefusedError(f"{name}: this is longer than {MOST_SIGNS:,} signs")
    return text


def _list(fields: Mapping[str, Any], name: str) -> list[Any]:
    value = fields.get(name)
    listed = value if isinstance(value, list) else [] if value is None else [value]
    if len(listed) > MOST_NAMES:
        raise RefusedError(f"{name}: these are more than {MOST_NAMES}")
    return listed


def _names(fields: Mapping[str, Any], name: str) -> tuple[str, ...]:
    listed = _list(fields, name)
    if not all(isinstance(one, str) for one in listed):
        raise RefusedError(f"{name}: this is no list of ids")
    return tuple(listed)


def _rated(listed: Iterable[Any]) -> Iterable[tuple[str, str]]:
    for one in listed:
        rated = {"id": one} if isinstance(one, str) else one
        if not isinstance(rated, dict) or not isinstance(rated.get("id"), str) or set(rated) > {"id", "level"}:
            raise RefusedError("competencies: each is an id and a level")
        level = rated.get("level", "")
        if isinstance(level, dict | list):
            raise RefusedError("competencies: a level is its number or its name")
        yield rated["id"], str(level)
