"""Advice and practice for a skill."""

from __future__ import annotations

from pydantic import Field

from portfolio_gen.model.field_types import FrontMatter, Lines, Whole
from portfolio_gen.model.kinds.kind import Kind


class ActivityFields(FrontMatter):
    minutes: Whole | None = Field(None, ge=1, description="How long it takes, in minutes.")
    alone: bool = Field(False, description="Whether it can be done alone.")
    with_: Lines = Field((), alias="with", description="With whom it is done, in a few words.")


ACTIVITY = Kind(
    name="activity",
    plural="activities",
    fields=ActivityFields,
    meaning="Advice and practice for a skill, to be done today.",
    folders=("activities",),
    about_a_person=False,
    in_journal=False,
    labels={"competencies": "practises"},
)
