"""A role and what it asks for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portfolio_gen.model.common import LevelName
from portfolio_gen.model.field_types import FrontMatter, ReferenceText, Refers
from portfolio_gen.model.kinds.kind import Kind


class RoleFields(FrontMatter):
    targets: Annotated[dict[ReferenceText, LevelName], Refers("target of", ("competency",))] = Field(
        default_factory=dict,
        description="The level of each competency that the role asks for: `{competency: level}`.",
    )


ROLE = Kind(
    name="role",
    plural="roles",
    fields=RoleFields,
    meaning="A role, with the level of each competency that it asks for.",
    folders=("roles",),
    about_a_person=False,
    in_journal=False,
)
