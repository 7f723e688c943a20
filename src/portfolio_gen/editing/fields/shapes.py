"""What a field takes, told by the model: one value or a list, text or a number, names of others or not."""

from __future__ import annotations

from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.field_types import FrontMatter, Prose, Refers
from portfolio_gen.model.kinds import Kind
from portfolio_gen.model.mention import FieldPath
from portfolio_gen.reading.fields import names_of


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at one place of front matter."""

    type: Any
    """The Python type: of a list, that of its values."""
    is_list: bool = False
    """Whether it takes several values."""
    refers: bool = False
    """Whether its values name something else."""
    is_prose: bool = False
    """Whether it is read as Markdown."""
    least: int | None = None
    """The smallest number that it takes; None if there is none."""
    most: int | None = None
    """The largest."""

    @property
    def fields(self) -> type[FrontMatter] | None:
        """The model of its values, if they have fields of their own."""
        return self.type if isinstance(self.type, type) and issubclass(self.type, FrontMatter) else None

    @property
    def only_field(self) -> str | None:
        """The one field that its values must have, which a mere text can stand for; None if it is not one."""
        needed = [name for name, one in names_of(self.fields).items() if one.is_required()] if self.fields else []
        return needed[0] if len(needed) == 1 else None


def shape_at(path: FieldPath, kind: Kind) -> Shape | None:
    """What an entry of a kind takes at a path; None where the model has no such place."""
    fields = {**names_of(CommonFields), **names_of(kind.fields)}
    annotation: Any = dict[str, Any]
    marks: list[Any] = []
    for depth, part in enumerate(path):
        if depth == 0:
            if part not in fields:
                return None
            annotation, marks = fields[str(part)].annotation, [*fields[str(part)].metadata]
        else:
            found = _below(annotation, part)
            if found is None:
                return None
            is_name = isinstance(part, int) or part == "id"
            annotation, marks = found[0], [*found[1], *(one for one in marks if is_name and isinstance(one, Refers))]
        annotation, more = _bare(annotation)
        marks += more
    return _shape(annotation, marks)


def _shape(annotation: Any, marks: list[Any]) -> Shape:
    is_list = get_origin(annotation) is tuple
    if is_list:
        annotation, more = _bare(get_args(annotation)[0])
        marks = [*marks, *more]
    return Shape(
        annotation,
        is_list,
        refers=any(isinstance(mark, Refers) for mark in marks),
        is_prose=any(isinstance(mark, Prose) for mark in marks),
        least=next((mark.ge for mark in marks if hasattr(mark, "ge")), None),
        most=next((mark.le for mark in marks if hasattr(mark, "le")), None),
    )


def _below(annotation: Any, part: str | int) -> tuple[Any, list[Any]] | None:
    """The type and the marks of what stands in a value of a type."""
    origin = get_origin(annotation)
    if origin is tuple and isinstance(part, int):
        return get_args(annotation)[0], []
    if origin is dict and isinstance(part, str):
        return get_args(annotation)[1], []
    if isinstance(annotation, type) and issubclass(annotation, FrontMatter) and part in names_of(annotation):
        field = names_of(annotation)[str(part)]
        return field.annotation, [*field.metadata]
    return None


def _bare(annotation: Any) -> tuple[Any, list[Any]]:
    """A type without what is said of it besides, and that."""
    marks: list[Any] = []
    while True:
        if get_origin(annotation) is Annotated:
            marks += get_args(annotation)[1:]
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType) and NoneType in get_args(annotation):
            left = [one for one in get_args(annotation) if one is not NoneType]
            annotation = Union[tuple(left)]  # noqa: UP007 - of a tuple.
        else:
            return annotation, marks
