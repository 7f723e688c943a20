"""A team of persons."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portfolio_gen.model.field_types import AsSequence, FrontMatter, ReferenceText, Refers, Whole
from portfolio_gen.model.kinds.kind import Kind


class TeamFields(FrontMatter):
    roles: Annotated[tuple[ReferenceText, ...], AsSequence, Refers("role in", ("role",))] = Field(
        (), description="The roles that the team needs."
    )
    min_group: Whole = Field(
        5, ge=1, description="The smallest group of people about whom figures may be shown together."
    )


TEAM = Kind(
    name="team",
    plural="teams",
    fields=TeamFields,
    meaning="People who learn together; a person names the team.",
    folders=("teams",),
    in_journal=False,
)
