"""A framework that competencies belong to."""

from __future__ import annotations

from pydantic import Field

from portfolio_gen.model.field_types import FrontMatter, Line
from portfolio_gen.model.kinds.kind import Kind


class FrameworkFields(FrontMatter):
    version: Line | None = Field(None, description="The edition, as its makers write it.")
    licence: Line | None = Field(None, description="Under what terms it may be used.")
    source: Line | None = Field(None, description="Where it comes from: a web address or a citation.")


FRAMEWORK = Kind(
    name="framework",
    plural="frameworks",
    fields=FrameworkFields,
    meaning="A set of competencies that belong together; each competency names it.",
    folders=("frameworks",),
    about_a_person=False,
    in_journal=False,
)
