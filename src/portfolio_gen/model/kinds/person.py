"""A person who keeps a portfolio."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portfolio_gen.model.field_types import AsSequence, FrontMatter, Line, ReferenceText, Refers
from portfolio_gen.model.kinds.kind import Kind


class PersonFields(FrontMatter):
    mentors: Annotated[tuple[ReferenceText, ...], AsSequence, Refers("mentor of", ("person",))] = Field(
        (), description="The persons who may read this person's `mentor` entries."
    )
    role: Annotated[ReferenceText | None, Refers("role of", ("role",))] = Field(
        None, description="The role that the person has or works towards."
    )
    team: Annotated[ReferenceText | None, Refers("team of", ("team",))] = Field(
        None, description="The team that the person is in."
    )
    helps_with: Annotated[tuple[ReferenceText, ...], AsSequence, Refers("helped with by", ("competency",))] = Field(
        (), description="The competencies with which the person offers help."
    )
    leads: bool = Field(False, description="Whether the person leads the team, and so goes first.")
    cue: Line | None = Field(None, description="When the person writes: after the Friday stand-up.")
    third_party: bool = Field(
        False, description="Whether this is somebody who is only written about and keeps no portfolio."
    )


PERSON = Kind(
    name="person",
    plural="people",
    fields=PersonFields,
    meaning="Somebody who keeps a portfolio. `people/NAME/index.md` is one.",
    in_journal=False,
)
