"""A competency and its levels."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portfolio_gen.model.field_types import (
    AsSequence,
    FrontMatter,
    Line,
    ReferenceText,
    Refers,
    Text,
    Texts,
)
from portfolio_gen.model.kinds.kind import Kind


class Level(FrontMatter):
    """One level of a competency, with what it looks like."""

    name: Line = Field(description="The level's name.")
    summary: Text | None = Field(None, description="What someone at this level does, in a sentence.")
    signals: Texts = Field((), description="What others can see.")
    examples: Texts = Field((), description="What it looked like in a real case.")


class CompetencyFields(FrontMatter):
    framework: Annotated[ReferenceText | None, Refers("competency of", ("framework",))] = Field(
        None, description="The framework that it belongs to."
    )
    area: Line | None = Field(None, description="The part of the framework that it belongs to.")
    levels: Annotated[tuple[Level, ...], AsSequence] = Field(
        (), description="Its levels from the lowest to the highest: `{name, summary, signals, examples}`."
    )
    related: Annotated[tuple[ReferenceText, ...], AsSequence, Refers("related to", ("competency",))] = Field(
        (), description="Competencies that are close to it."
    )
    replaced_by: Annotated[ReferenceText | None, Refers("replaces", ("competency",))] = Field(
        None, description="The competency that has taken its place; what was claimed stays valid."
    )


COMPETENCY = Kind(
    name="competency",
    plural="competencies",
    fields=CompetencyFields,
    meaning="Something one can get better at, with levels and what they look like.",
    folders=("competencies",),
    about_a_person=False,
    in_journal=False,
)
