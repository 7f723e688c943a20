"""A look back at what happened, and what follows from it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from portfolio_gen.model.field_types import AsSequence, AsWord, Day, FrontMatter, Line, Text
from portfolio_gen.model.kinds.kind import Kind


class FollowUp(FrontMatter):
    """A later look at whether the next step changed anything."""

    date: Day = Field(description="The day of the second look.")
    changed: Annotated[Literal["yes", "partly", "no"], AsWord] = Field(
        description="Whether anything changed: yes, partly or no."
    )
    note: Text | None = Field(None, description="What changed, or why not.")


class ReflectionFields(FrontMatter):
    model: Line | None = Field(None, description="The questions that it follows, such as `what` or `gibbs`.")
    mode: Annotated[Literal["experience", "others", "formal"] | None, AsWord] = Field(
        None, description="Learnt by doing (experience), from people (others) or in a course (formal)."
    )
    next_action: Text | None = Field(None, description="The one thing I will do next.")
    followups: Annotated[tuple[FollowUp, ...], AsSequence] = Field(
        (), description="Second looks: `{date, changed: yes|partly|no, note}`."
    )


REFLECTION = Kind(
    name="reflection",
    plural="reflections",
    fields=ReflectionFields,
    meaning="What happened, what I make of it and what I will do.",
    folders=("reflections", "journal"),
)
