"""Something learnt from a course, a book or a talk."""

from __future__ import annotations

from pydantic import Field

from portfolio_gen.model.field_types import FrontMatter, Line, Number, Text
from portfolio_gen.model.kinds.kind import Kind


class LearningFields(FrontMatter):
    source: Line | None = Field(None, description="What was read, heard or attended.")
    hours: Number | None = Field(None, ge=0, description="How long it took, in hours.")
    applied: Text | None = Field(None, description="Where it was put to use.")


LEARNING = Kind(
    name="learning",
    plural="learning notes",
    fields=LearningFields,
    meaning="Something learnt from a source, and what became of it.",
    is_mass_noun=True,
    folders=("learning",),
)
