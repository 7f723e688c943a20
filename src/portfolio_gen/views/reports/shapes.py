"""Shapes of reports: which parts stand in which order, below which headings. Each is a file of data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from pydantic.fields import FieldInfo

from portfolio_gen.model.field_types import Refers
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.problems import PortfolioError, printable
from portfolio_gen.reading.front_matter import FrontMatterError
from portfolio_gen.reading.yaml_loader import load_yaml

OWN_FOLDER = "templates/shapes"
"""Where a project keeps shapes of its own, below its root."""
PARTS = (
    "goals",
    "reached",
    "competencies",
    "impact",
    "others",
    "self",
    "entries",
    "learning",
    "supported",
    "gaps",
    "questions",
)
"""What a section may show."""


class ShapeError(PortfolioError):
    """There is no such shape, or it can't be right; the message says what would be."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a report."""

    heading: str
    part: str
    """One of PARTS."""
    kinds: tuple[str, ...] = ()
    """Of `entries`: which kinds, in this order; all of them, by date, if there is none."""
    fields: tuple[str, ...] = ()
    """Of `entries`: the fields that are told below each."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The form of a report."""

    name: str
    title: str
    introduction: str
    """A sentence below the title; empty without one."""
    source: str
    """Where the order comes from."""
    sections: tuple[Section, ...]

    def has(self, part: str) -> bool:
        """Whether it shows a part somewhere."""
        return any(section.part == part for section in self.sections)


def shape_names(root: Path | None = None) -> tuple[str, ...]:
    """The names of all shapes, those of the project among them, sorted."""
    own = (root / OWN_FOLDER).glob("*.yml") if root is not None else ()
    shipped = (file.name for file in (files("portfolio_templates") / "shapes").iterdir())
    return tuple(sorted({*(name.removesuffix(".yml") for name in shipped), *(path.stem for path in own)}))


def shape_named(name: str, root: Path | None = None) -> Shape:
    """The shape of a name: the project's own, else the one that is shipped.

    Raises:
        ShapeError: there is none, or it can't be right.
    """
    if name not in shape_names(root):
        raise ShapeError(f"there is no shape '{printable(name, 40)}'; use {', '.join(shape_names(root))}")
    own = root / OWN_FOLDER / f"{name}.yml" if root is not None else None
    if own is not None and own.is_file():
        try:
            return shape_in(name, own.read_text("utf-8-sig"), f"{OWN_FOLDER}/{name}.yml")
        except (OSError, UnicodeDecodeError):
            raise ShapeError(f"{OWN_FOLDER}/{name}.yml can't be read; save it as UTF-8") from None
    return shape_in(name, (files("portfolio_templates") / "shapes" / f"{name}.yml").read_text("utf-8"), f"{name}.yml")


def shape_in(name: str, text: str, place: str) -> Shape:
    """The shape that a file says.

    Raises:
        ShapeError: it can't be right; the message begins with the place.
    """
    try:
        found, _ = load_yaml(text)
    except FrontMatterError as error:
        raise ShapeError(f"{place}:{error.line}: {error.message}") from None
    if not isinstance(found, dict) or not isinstance(found.get("sections"), list):
        raise ShapeError(f"{place}: a shape has a title, and sections as a list of {{heading, part}}")
    unknown = next((key for key in found if key not in ("title", "introduction", "source", "sections")), None)
    if unknown is not None:
        raise ShapeError(
            f"{place}: a shape has no '{printable(str(unknown), 40)}'; use title, introduction, source and sections"
        )
    sections = tuple(_section(one, f"{place}: section {number}") for number, one in enumerate(found["sections"], 1))
    texts = {key: _text(found.get(key), f"{place}: {key}") for key in ("title", "introduction", "source")}
    return Shape(name, texts["title"] or name, texts["introduction"], texts["source"], sections)


def _section(written: Any, place: str) -> Section:
    if not isinstance(written, Mapping):
        raise ShapeError(f"{place}: this is no section; write {{heading: ..., part: ...}}")
    unknown = next((key for key in written if key not in ("heading", "part", "kinds", "fields")), None)
    if unknown is not None:
        raise ShapeError(
            f"{place}: a section has no '{printable(str(unknown), 40)}'; use heading, part, kinds and fields"
        )
    part, kinds = written.get("part"), _names(written.get("kinds"), f"{place}: kinds")
    fields = _names(written.get("fields"), f"{place}: fields")
    if part not in PARTS:
        raise ShapeError(f"{place}: there is no part '{printable(str(part), 40)}'; use {', '.join(PARTS)}")
    for kind in kinds:
        if kind not in KINDS:
            raise ShapeError(f"{place}: there is no kind '{printable(kind, 40)}'; use {', '.join(KINDS)}")
    known = tuple(dict.fromkeys(_told_fields()))
    for field in fields:
        if field not in known:
            raise ShapeError(f"{place}: fields: '{printable(field, 40)}' can't be told; use {', '.join(known)}")
    return Section(_text(written.get("heading"), f"{place}: heading"), str(part), kinds, fields)


def _told_fields() -> Iterator[str]:
    """The fields that are words, numbers or days. Names of other entries are not: the reader may not know of them."""
    for kind in KINDS.values():
        for name, field in kind.fields.model_fields.items():
            if kind.in_journal and _is_plain(field):
                yield field.alias or name


def _is_plain(field: FieldInfo) -> bool:
    types = {getattr(one, "__origin__", one) for one in get_args(field.annotation) or (field.annotation,)}
    return not any(isinstance(mark, Refers) for mark in field.metadata) and types <= {str, int, float, date, type(None)}


def _text(written: Any, place: str) -> str:
    if written is not None and not isinstance(written, str):
        raise ShapeError(f"{place}: this is no text; put it in quotes")
    return " ".join((written or "").split())


def _names(written: Any, place: str) -> tuple[str, ...]:
    if written is None:
        return ()
    if not isinstance(written, list) or not all(isinstance(one, str) for one in written):
        raise ShapeError(f"{place}: this is no list of names; write it as [learning, evidence]")
    return tuple(written)
