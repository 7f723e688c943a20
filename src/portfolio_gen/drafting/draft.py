"""A new entry: a template with the writer's answers in it, and where the writer goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from portfolio_gen.drafting.block_lines import lines_of
from portfolio_gen.drafting.empty_places import (
    EMPTY_FIELD,
    behind_text,
    below_headings,
    first_empty_field,
    first_empty_heading,
    with_room,
)
from portfolio_gen.drafting.placeholders import filled, filled_block, filled_body, holds
from portfolio_gen.drafting.template_file import Template, entry_text
from portfolio_gen.drafting.words import in_yaml, value_in_yaml
from portfolio_gen.model.dates import in_words
from portfolio_gen.reading.front_matter import split_front_matter
from portfolio_gen.reading.yaml_loader import load_yaml

Level = int | str | None


@dataclass(frozen=True, slots=True)
class Answers:
    """What the writer of a new entry has said about it."""

    title: str
    """One line; empty for the one that the template proposes."""
    date: date
    """The day that it is about."""
    person: str = ""
    """What stands for `{{person}}`."""
    audience: str = ""
    """Who may see it; empty to leave that open."""
    goals: tuple[str, ...] = ()
    """Names of the goals that it moves."""
    competencies: tuple[tuple[str, Level], ...] = ()
    """Names of the competencies that it is about, with a level or None."""
    type: str = ""
    """Its kind; empty if its folder tells."""
    written_date: str = ""
    """Its date as a field, such as "2026"; empty if the file's name tells."""
    body: str = ""
    """What is written already; it goes below the first heading."""
    others: tuple[str, ...] = ()
    """With whom somebody meets, for `with`."""
    points: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Lines that go below headings of these words; below one of their own at the end if the template has none."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a new entry, and the place at which its writer goes on."""

    text: str
    """With '\\n' at the end of each line."""
    line: int
    """1-based line of the first empty place: a field without a value, or the line below a heading's help."""
    column: int
    """1-based, in characters."""


def draft(template: Template, answers: Answers) -> Draft:
    """A new entry. A field whose comment begins with "later" is not where its writer begins."""
    text, values = entry_text(template), _values(template, answers)
    split = split_front_matter(text)
    block = filled_block(split.yaml or "", values)
    if not holds(text, "title"):
        block = _with_field(block, "title", in_yaml(values["title"]), at_top=True)
    block = _with_answers(block, answers)
    body = filled_body(split.body.lstrip("\n"), values).split("\n")
    for heading, points in answers.points:
        body = _with_points(body, heading, points)
    if answers.body.strip():
        body = _with_text(body, answers.body.strip("\n").split("\n"))
    lines = block.removesuffix("\n").split("\n")
    return _at_first_empty_place(["---", *lines, "---", ""] if block.strip() else [], body)


def title_of(template: Template, answers: Answers) -> str:
    """The title of a new entry: the writer's, else the template's, else the kind and the day."""
    return _values(template, answers)["title"]


def _values(template: Template, answers: Answers) -> dict[str, str]:
    """What stands for each placeholder."""
    year, week, _ = answers.date.isocalendar()
    values = {"date": answers.date.isoformat(), "week": f"{year}-W{week:02}", "person": answers.person, "title": ""}
    title = " ".join(answers.title.split()) or " ".join(filled(template.title, values).split())
    return values | {"title": title or f"{template.kind.capitalize()}, {in_words(answers.date)}"}


def _with_answers(block: str, answers: Answers) -> str:
    """The block with what the writer has said; goals, competencies and others join those of the template."""
    found: dict[str, Any] = load_yaml(block)[0] or {}
    claims = [name if level is None else {"id": name, "level": level} for name, level in answers.competencies]
    fields = (("with", list(answers.others)), ("goals", list(answers.goals)), ("competencies", claims))
    for name, fresh in fields:
        if fresh:
            both = [*_listed(found.get(name)), *fresh]
            apart = [one for number, one in enumerate(both) if one not in both[:number]]
            block = _with_field(block, name, value_in_yaml(apart))
    if answers.written_date:
        block = _with_field(block, "date", answers.written_date, at_top=True)
    if answers.audience:
        block = _with_field(block, "audience", in_yaml(answers.audience), at_top=True)
    return _with_field(block, "type", in_yaml(answers.type), at_top=True) if answers.type else block


def _listed(value: Any) -> list[Any]:
    return [one for one in value if one is not None] if isinstance(value, list) else [] if value is None else [value]


def _with_field(block: str, name: str, value: str, *, at_top: bool = False) -> str:
    """The block with a field set: in place of an old value, keeping a comment, else as its first or last line."""
    _, loader = load_yaml(block)
    if (name,) not in loader.keys:
        return f"{name}: {value}\n{block}" if at_top else f"{block}{name}: {value}\n"
    lines = block.split("\n")
    start, end = lines_of(name, lines, loader.keys)
    empty = EMPTY_FIELD.match(lines[start])
    return "\n".join([*lines[:start], f"{name}: {value}{empty['comment'] if empty else ''}", *lines[end:]])


def _with_points(body: Sequence[str], heading: str, points: Sequence[str]) -> list[str]:
    """The body with lines below a heading and the help there."""
    for number, line in enumerate(body):
        if line.strip().casefold() == f"## {heading}".casefold():
            place = min((one for one in below_headings(body) if one > number), default=len(body))
            after = list(body[place:])
            while after and not after[0].strip():
                after = after[1:]
            return [*body[:place], "", *points, "", *after]
    end = behind_text(body)
    return [*with_room(body, end)[:end], f"## {heading}", "", *points, ""]


def _with_text(body: Sequence[str], text: Sequence[str]) -> list[str]:
    """The body with a text below its first heading and the help there; at its end if it has no heading."""
    place = next(iter(below_headings(body)), behind_text(body))
    body = with_room(body, place)
    after = body[place:]
    while after and not after[0].strip():
        after = after[1:]
    return [*body[:place], *text, "", *after]


def _at_first_empty_place(head: list[str], body: list[str]) -> Draft:
    """The whole text, with an empty place to begin at; behind everything if no place is left."""
    field = first_empty_field(head[1:-2])
    if field is not None:
        line, column = field[0] + 1, field[1]
        head[line] = head[line].ljust(column - 1)
        return Draft("\n".join([*head, *body]), line + 1, column)
    place = first_empty_heading(body)
    if place is None:
        place = behind_text(body)
    return Draft("\n".join([*head, *with_room(body, place)]), len(head) + place + 1, 1)
