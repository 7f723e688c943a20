"""A rating of competencies by somebody."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from portfolio_gen.model.field_types import AsWord, FrontMatter
from portfolio_gen.model.kinds.kind import Kind


class AssessmentFields(FrontMatter):
    rater: Annotated[Literal["self", "mentor", "peer", "credential"], AsWord] = Field(
        "self", description="Who rates: self, mentor, peer or credential."
    )


ASSESSMENT = Kind(
    name="assessment",
    plural="assessments",
    fields=AssessmentFields,
    meaning="A rating of competencies; which level and why stands in `competencies`.",
    folders=("assessments",),
    labels={"competencies": "rates"},
)
