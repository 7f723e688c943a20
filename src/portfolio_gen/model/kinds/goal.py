"""A goal, with its plan."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from portfolio_gen.model.field_types import AsWord, Day, FrontMatter, Text, Whole
from portfolio_gen.model.kinds.kind import Kind

Status = Literal["idea", "active", "paused", "done", "dropped"]


class GoalFields(FrontMatter):
    wish: Text | None = Field(None, description="What I want.")
    outcome: Text | None = Field(None, description="What is better when I have it.")
    obstacle: Text | None = Field(None, description="What in me stands in the way.")
    if_: Text | None = Field(None, alias="if", description="If this happens ...")
    then: Text | None = Field(None, description="... then I do that.")
    measure: Text | None = Field(None, description="How I will know that I have got there.")
    start: Day | None = Field(None, description="The day I begin.")
    due: Day | None = Field(None, description="The day by which I want to be there.")
    status: Annotated[Status, AsWord] = Field(
        "active", description="Where it stands: idea, active, paused, done or dropped."
    )
    progress: Whole | None = Field(None, ge=0, le=100, description="How far along, in whole per cent.")
    confidence: Whole | None = Field(
        None, ge=1, le=5, description="How sure I am to get there, from 1 (hardly) to 5 (very)."
    )


GOAL = Kind(
    name="goal",
    plural="goals",
    fields=GoalFields,
    meaning="What somebody wants to be able to do, and the plan for it.",
    folders=("goals",),
    labels={"competencies": "aims at", "goals": "part of"},
)
